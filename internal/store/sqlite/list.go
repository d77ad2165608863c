package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"stemma"
	"stemma/internal/store"
)

// Quotes implements [store.Reader].
func (s *Store) Quotes(ctx context.Context, q store.Query) ([]stemma.Quote, error) {
	return find(ctx, s, store.Quotes, "quotes", q)
}

// Figures implements [store.Reader].
func (s *Store) Figures(ctx context.Context, q store.Query) ([]stemma.Figure, error) {
	return find(ctx, s, store.Figures, "figures", q)
}

// Times implements [store.Reader].
func (s *Store) Times(ctx context.Context, q store.Query) ([]stemma.Time, error) {
	return find(ctx, s, store.Times, "times", q)
}

// Mentions implements [store.Reader].
func (s *Store) Mentions(ctx context.Context, q store.Query) ([]stemma.Mention, error) {
	return find(ctx, s, store.Mentions, "mentions", q)
}

// Events implements [store.Reader].
func (s *Store) Events(ctx context.Context, q store.Query) ([]stemma.Event, error) {
	return find(ctx, s, store.Events, "events", q)
}

// Victims implements [store.Reader].
func (s *Store) Victims(ctx context.Context, q store.Query) ([]stemma.Victim, error) {
	return find(ctx, s, store.Victims, "victims", q)
}

// find unpacks a column of the readings that can hold what is asked for, article by
// article, until there is enough.
func find[T any](ctx context.Context, s *Store, k store.Finding[T], column string, q store.Query) ([]T, error) {
	query, args, err := s.readings(ctx, column, q)
	if err != nil {
		return nil, err
	}
	wanted := make(map[stemma.ID]bool, len(q.IDs))
	for _, id := range q.IDs {
		wanted[id] = true
	}
	var list []T
	before := max(q.Offset, 0) // findings still to be left out, unless sorted by ID
	var count int
	var body sql.RawBytes
	err = s.each(ctx, query, args, func(rows *sql.Rows) error {
		if err := rows.Scan(&count, &body); err != nil {
			return err
		}
		if q.IDs == nil && before >= count {
			before -= count
			return nil
		}
		var some []T
		if err := s.packer.unpack(body, &some); err != nil {
			return err
		}
		if q.IDs != nil {
			some = slices.DeleteFunc(some, func(f T) bool { return !wanted[k.ID(&f)] })
			list = append(list, some...)
			return nil
		}
		k.Sort(some, false)
		list = append(list, some[before:]...)
		before = 0
		if q.Limit > 0 && len(list) >= q.Limit {
			return errEnough
		}
		return nil
	})
	if err != nil && err != errEnough {
		return nil, fmt.Errorf("%s: %w", column, err)
	}
	if q.IDs != nil {
		k.Sort(list, true)
		return store.Window(list, q.Offset, q.Limit), nil
	}
	return store.Window(list, 0, q.Limit), nil
}

// errEnough ends a query that has given what is wanted.
var errEnough = errors.New("enough")

// readings asks for a column of the readings that can hold what q wants, and for how
// many findings are in it.
func (s *Store) readings(ctx context.Context, column string, q store.Query) (query string, args []any, err error) {
	query = "SELECT a." + column + ", r." + column + " FROM article a CROSS JOIN reading r ON r.article = a.number WHERE a." + column + " > 0"
	if q.IDs != nil {
		numbers, err := s.articlesWith(ctx, q.IDs)
		if err != nil {
			return "", nil, err
		}
		list, err := idList(numbers)
		if err != nil {
			return "", nil, err
		}
		query += " AND a.number IN (SELECT value FROM json_each(?))"
		args = append(args, list)
	}
	if q.Article != "" {
		query += " AND a.id = ?"
		args = append(args, string(q.Article))
	}
	return query + " ORDER BY a.id", args, nil
}

// idsAtOnce is how many IDs are looked up in one query: the index reads an expression
// of thousands of words slowly, and refuses very deep ones.
const idsAtOnce = 100

// articlesWith gives the numbers of the articles that hold findings of these IDs.
func (s *Store) articlesWith(ctx context.Context, ids []stemma.ID) (numbers []int64, err error) {
	for some := range slices.Chunk(ids, idsAtOnce) {
		err := s.each(ctx, "SELECT rowid FROM finding WHERE finding MATCH ?", []any{words(some, " OR ")}, func(rows *sql.Rows) error {
			var n int64
			err := rows.Scan(&n)
			numbers = append(numbers, n)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	slices.Sort(numbers)
	return slices.Compact(numbers), nil
}

// shortList gives IDs as key columns hold them, as one argument.
func shortList(ids []stemma.ID) (string, error) {
	keys := make([]any, len(ids))
	for i, id := range ids {
		keys[i] = short(id)
	}
	return idList(keys)
}

// Copies implements [store.Reader].
func (s *Store) Copies(ctx context.Context, article stemma.ID) (list []stemma.Copy, err error) {
	if article == "" {
		list, err = bodies[stemma.Copy](ctx, s, "SELECT body FROM copy ORDER BY id")
	} else {
		list, err = bodies[stemma.Copy](ctx, s, "SELECT body FROM copy WHERE a = ?1 OR b = ?1 ORDER BY id", string(article))
	}
	if err != nil {
		return nil, fmt.Errorf("copies: %w", err)
	}
	return list, nil
}

// Families implements [store.Reader].
func (s *Store) Families(ctx context.Context) ([]stemma.Family, error) {
	list, err := bodies[stemma.Family](ctx, s, "SELECT body FROM family ORDER BY id")
	if err != nil {
		return nil, fmt.Errorf("families: %w", err)
	}
	return list, nil
}

// Sayings implements [store.Reader].
func (s *Store) Sayings(ctx context.Context, q store.Query) ([]stemma.Saying, error) {
	return groups(ctx, s, store.Sayings, q)
}

// Tallies implements [store.Reader].
func (s *Store) Tallies(ctx context.Context, q store.Query) ([]stemma.Tally, error) {
	return groups(ctx, s, store.Tallies, q)
}

// Happenings implements [store.Reader].
func (s *Store) Happenings(ctx context.Context, q store.Query) ([]stemma.Happening, error) {
	return groups(ctx, s, store.Happenings, q)
}

// Actors implements [store.Reader].
func (s *Store) Actors(ctx context.Context, q store.Query) ([]stemma.Actor, error) {
	return groups(ctx, s, store.Actors, q)
}

// Clashes implements [store.Reader].
func (s *Store) Clashes(ctx context.Context, q store.Query) ([]stemma.Clash, error) {
	return groups(ctx, s, store.Clashes, q)
}

// Stories implements [store.Reader].
func (s *Store) Stories(ctx context.Context, q store.Query) ([]stemma.Story, error) {
	return groups(ctx, s, store.Stories, q)
}

// membersOf lists the IDs by which an article can be in groups of a kind: its own, and those of its
// findings, which no story asks for.
func (s *Store) membersOf(ctx context.Context, kind string, article stemma.ID) (string, error) {
	members := []stemma.ID{article}
	if kind != store.Stories.Kind {
		r, err := s.Reading(ctx, article)
		if err != nil && !errors.Is(err, stemma.ErrNotFound) {
			return "", err
		}
		members = append(findingIDs(&r), article)
	}
	return shortList(members)
}

func groups[T any](ctx context.Context, s *Store, k store.Group[T], q store.Query) ([]T, error) {
	query, args := "SELECT body FROM lineup WHERE kind = ?", []any{k.Kind}
	if q.IDs != nil {
		list, err := idList(q.IDs)
		if err != nil {
			return nil, err
		}
		query += " AND id IN (SELECT value FROM json_each(?))"
		args = append(args, list)
	}
	if q.Article != "" {
		list, err := s.membersOf(ctx, k.Kind, q.Article)
		if err != nil {
			return nil, fmt.Errorf("groups of kind %s: %w", k.Kind, err)
		}
		query += " AND id IN (SELECT m.id FROM json_each(?) j CROSS JOIN lineup_member m ON m.member = j.value AND m.kind = ?)"
		args = append(args, list, k.Kind)
	}
	limit := q.Limit
	if limit <= 0 {
		limit = -1
	}
	list, err := bodies[T](ctx, s, query+" ORDER BY id LIMIT ? OFFSET ?", append(args, limit, max(q.Offset, 0))...)
	if err != nil {
		return nil, fmt.Errorf("groups of kind %s: %w", k.Kind, err)
	}
	return list, nil
}
