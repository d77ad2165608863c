package sqlite

import (
	"cmp"
	"database/sql/driver"
	"fmt"
	"hash/maphash"
	"slices"

	"stemma"
	"stemma/internal/store"
)

// rows says what a table held before: only what is another now is written, which of a large
// pile after a small change is little.
type rows map[string]before

// before is one row: a hash of its body, and whether it was put again. What was not there is
// in no rows: that it is put once the table itself sees to.
type before struct {
	sum uint64
	put bool
}

var seed = maphash.MakeSeed()

// rows reads the IDs and bodies that a query gives.
func (l *lining) rows(query string, args ...any) (rows, error) {
	out := rows{}
	err := l.c.rows(query, args, func(row []driver.Value) error {
		id, _ := row[0].(string)
		body, _ := row[1].([]byte)
		out[id] = before{sum: maphash.Bytes(seed, body)}
		return l.ctx.Err()
	})
	return out, err
}

// before gives the groups of a kind that were there before.
func (l *lining) before(kind string) (rows, error) {
	if old := l.old[kind]; old != nil {
		return old, nil
	}
	old, err := l.rows("SELECT id, body FROM lineup WHERE kind = ?", kind)
	l.old[kind] = old
	return old, err
}

// put notes that a row is put, and reports whether it was there, and with this very body.
func (r rows) put(kind string, id stemma.ID, body []byte) (known, same bool, err error) {
	old, known := r[string(id)]
	if id == "" || old.put {
		return false, false, twice(kind, id)
	}
	if known {
		r[string(id)] = before{put: true}
	}
	return known, known && old.sum == maphash.Bytes(seed, body), nil
}

func twice(kind string, id stemma.ID) error {
	return fmt.Errorf("%s %q is there twice or has no ID: %w", kind, id, stemma.ErrInvalid)
}

// insert runs a statement that puts a row that is not there.
func (l *lining) insert(kind string, id stemma.ID, statement string, args ...any) error {
	err := l.c.exec(statement, args...)
	if isConstraint(err) {
		return twice(kind, id)
	}
	return err
}

// gone calls drop for every row that was not put again, in the order of their IDs.
func (r rows) gone(drop func(id string) error) error {
	var ids []string
	for id, b := range r {
		if !b.put {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	for _, id := range ids {
		if err := drop(id); err != nil {
			return err
		}
	}
	return nil
}

// finish drops the groups of some kinds that were not put again, and the clashes that came of
// them, and puts what was held back.
func (l *lining) finish(kinds []string) error {
	for _, kind := range append(slices.Clone(kinds), store.Clashes.Kind) {
		if _, err := l.before(kind); err != nil {
			return err
		}
	}
	for _, kind := range kinds {
		err := cmp.Or(dropGone(l, store.Sayings, kind), dropGone(l, store.Tallies, kind), dropGone(l, store.Happenings, kind),
			dropGone(l, store.Actors, kind), dropGone(l, store.Stories, kind))
		if err != nil {
			return err
		}
	}
	err := l.old[store.Clashes.Kind].gone(func(id string) error {
		var c stemma.Clash
		if err := l.group(store.Clashes.Kind, id, &c); err != nil || !slices.Contains(kinds, store.ClashOf(&c)) {
			return err
		}
		return forget(l, store.Clashes, id)
	})
	return cmp.Or(err, l.flush())
}

// dropGone drops the groups that were not put again, if they are of this kind.
func dropGone[T any](l *lining, k store.Group[T], kind string) error {
	if k.Kind != kind {
		return nil
	}
	return l.old[kind].gone(func(id string) error { return forget(l, k, id) })
}

// forget takes a group out, with what says who its members are.
func forget[T any](l *lining, k store.Group[T], id string) error {
	var g T
	if err := l.group(k.Kind, id, &g); err != nil {
		return err
	}
	for _, m := range k.Members(&g) {
		if err := l.c.exec("DELETE FROM lineup_member WHERE member = ? AND kind = ? AND id = ?", short(m), k.Kind, id); err != nil {
			return err
		}
	}
	return l.c.exec("DELETE FROM lineup WHERE kind = ? AND id = ?", k.Kind, id)
}

// group reads one group.
func (l *lining) group(kind, id string, into any) error {
	row, err := l.c.row("SELECT body FROM lineup WHERE kind = ? AND id = ?", kind, id)
	if err != nil || len(row) == 0 {
		return err
	}
	body, _ := row[0].([]byte)
	return l.packer.unpack(body, into)
}
