package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"stemma"
	"stemma/internal/store"
)

// each calls do for every row of a query; do scans it.
func (s *Store) each(ctx context.Context, query string, args []any, do func(*sql.Rows) error) error {
	plan, ok := s.plans.Load(query)
	if !ok {
		made, err := s.read.PrepareContext(ctx, query)
		if err != nil {
			return explain(err)
		}
		if plan, ok = s.plans.LoadOrStore(query, made); ok {
			made.Close() // another reader was faster
		}
	}
	rows, err := plan.(*sql.Stmt).QueryContext(ctx, args...)
	if err != nil {
		return explain(err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := do(rows); err != nil {
			return explain(err)
		}
	}
	return explain(rows.Err())
}

// first scans the first row of a query into the targets; [stemma.ErrNotFound] when
// there is none.
func (s *Store) first(ctx context.Context, query string, args []any, into ...any) error {
	found := false
	err := s.each(ctx, query, args, func(rows *sql.Rows) error {
		if found {
			return nil
		}
		found = true
		return rows.Scan(into...)
	})
	if err == nil && !found {
		err = stemma.ErrNotFound
	}
	return err
}

// idList gives IDs as a JSON array: the form in which SQLite takes a list as one
// argument.
func idList[T any](ids []T) (string, error) {
	b, err := json.Marshal(ids)
	return string(b), err
}

// bodies unpacks the one column of every row.
func bodies[T any](ctx context.Context, s *Store, query string, args ...any) ([]T, error) {
	var list []T
	var body sql.RawBytes
	err := s.each(ctx, query, args, func(rows *sql.Rows) error {
		if err := rows.Scan(&body); err != nil {
			return err
		}
		list = append(list, *new(T))
		return s.packer.unpack(body, &list[len(list)-1])
	})
	return list, err
}

// Has implements [store.Writer].
func (s *Store) Has(ctx context.Context, pages []stemma.ID) (map[stemma.ID]bool, error) {
	has := map[stemma.ID]bool{}
	list, err := idList(pages)
	if err != nil {
		return nil, err
	}
	var id string
	err = s.each(ctx, "SELECT id FROM page WHERE id IN (SELECT value FROM json_each(?))", []any{list}, func(rows *sql.Rows) error {
		err := rows.Scan(&id)
		has[stemma.ID(id)] = true
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("pages that are there: %w", err)
	}
	return has, nil
}

// Arrived implements [store.Reader]. Pages are never taken out, so that their numbers rise in the
// order in which they were put.
func (s *Store) Arrived(ctx context.Context, after stemma.ID) (list []stemma.ID, err error) {
	var number int64
	if after != "" {
		err = s.first(ctx, "SELECT number FROM page WHERE id = ?", []any{string(after)}, &number)
	}
	if err == nil {
		var id string
		err = s.each(ctx, "SELECT id FROM page WHERE number > ? ORDER BY number", []any{number}, func(rows *sql.Rows) error {
			err := rows.Scan(&id)
			list = append(list, stemma.ID(id))
			return err
		})
	}
	if err != nil {
		return nil, fmt.Errorf("pages that came after %q: %w", after, err)
	}
	return list, nil
}

// Pages implements [store.Reader].
func (s *Store) Pages(ctx context.Context, ids ...stemma.ID) ([]stemma.Page, error) {
	list, err := some[stemma.Page](ctx, s, "page", ids)
	if err != nil {
		return nil, fmt.Errorf("pages: %w", err)
	}
	return list, nil
}

// Articles implements [store.Reader].
func (s *Store) Articles(ctx context.Context, ids ...stemma.ID) ([]stemma.Article, error) {
	list, err := some[stemma.Article](ctx, s, "article", ids)
	if err != nil {
		return nil, fmt.Errorf("articles: %w", err)
	}
	return list, nil
}

// some unpacks the bodies of those rows of a table, or of all.
func some[T any](ctx context.Context, s *Store, table string, ids []stemma.ID) ([]T, error) {
	if len(ids) == 0 {
		return bodies[T](ctx, s, "SELECT body FROM "+table+" ORDER BY id")
	}
	list, err := idList(ids)
	if err != nil {
		return nil, err
	}
	return bodies[T](ctx, s, "SELECT body FROM "+table+" WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id", list)
}

// Places implements [store.Reader].
func (s *Store) Places(ctx context.Context) ([]store.Place, error) {
	var list []store.Place
	err := s.each(ctx, "SELECT p.id, l.root, l.path FROM place l JOIN page p ON p.number = l.page ORDER BY p.id, l.root, l.path", nil,
		func(rows *sql.Rows) error {
			var p store.Place
			err := rows.Scan((*string)(&p.Page), &p.Root, &p.Path)
			list = append(list, p)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("places: %w", err)
	}
	return list, nil
}

// Problems implements [store.Reader].
func (s *Store) Problems(ctx context.Context) ([]stemma.Problem, error) {
	var list []stemma.Problem
	err := s.each(ctx, "SELECT source, step, message, page, hint FROM problem ORDER BY source, step, message, page, hint", nil,
		func(rows *sql.Rows) error {
			var p stemma.Problem
			err := rows.Scan(&p.Source, &p.Step, &p.Message, (*string)(&p.Page), &p.Hint)
			list = append(list, p)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("problems: %w", err)
	}
	return list, nil
}

// Counts implements [store.Reader].
func (s *Store) Counts(ctx context.Context) (store.Counts, error) {
	var c store.Counts
	group := func(kind string) string { return "(SELECT count(*) FROM lineup WHERE kind = '" + kind + "')" }
	err := s.first(ctx, `SELECT (SELECT count(*) FROM page), count(*), coalesce(sum(words), 0), coalesce(sum(sentences), 0),
		coalesce(sum(quotes), 0), coalesce(sum(figures), 0), coalesce(sum(times), 0), coalesce(sum(mentions), 0), coalesce(sum(events), 0), coalesce(sum(victims), 0),
		(SELECT count(*) FROM copy), (SELECT count(*) FROM family), (SELECT count(*) FROM problem), (SELECT count(*) FROM ruling), `+
		group("saying")+", "+group("tally")+", "+group("happening")+", "+group("actor")+", "+group("clash")+", "+group("story")+" FROM article", nil,
		&c.Pages, &c.Articles, &c.Words, &c.Sentences, &c.Quotes, &c.Figures, &c.Times, &c.Mentions, &c.Events, &c.Victims,
		&c.Copies, &c.Families, &c.Problems, &c.Rulings, &c.Sayings, &c.Tallies, &c.Happenings, &c.Actors, &c.Clashes, &c.Stories)
	if err != nil {
		return store.Counts{}, fmt.Errorf("counts: %w", err)
	}
	return c, nil
}
