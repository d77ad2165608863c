package sqlite

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"stemma"
	"stemma/internal/store"
)

// PutLineup implements [store.Writer].
func (s *Store) PutLineup(ctx context.Context, copies []stemma.Copy, families []stemma.Family, l stemma.Lineup) error {
	return s.transaction(ctx, "put lineup", func(c *conn) error {
		err := c.script("DELETE FROM copy; DELETE FROM family; DELETE FROM lineup; DELETE FROM lineup_member; DELETE FROM state WHERE name = 'version'")
		if err != nil {
			return err
		}
		for i := range copies {
			p := &copies[i]
			err := c.exec("INSERT INTO copy (id, a, b, body) VALUES (?, ?, ?, ?)", string(p.ID), string(p.A), string(p.B), s.packer.pack(p))
			if err := twice("copy", p.ID, err); err != nil {
				return err
			}
		}
		for i := range families {
			f := &families[i]
			err := c.exec("INSERT INTO family (id, body) VALUES (?, ?)", string(f.ID), s.packer.pack(f))
			if err := twice("family", f.ID, err); err != nil {
				return err
			}
		}
		for _, put := range []func() error{
			func() error { return putGroups(ctx, s, c, store.Sayings, &l) },
			func() error { return putGroups(ctx, s, c, store.Tallies, &l) },
			func() error { return putGroups(ctx, s, c, store.Happenings, &l) },
			func() error { return putGroups(ctx, s, c, store.Actors, &l) },
			func() error { return putGroups(ctx, s, c, store.Clashes, &l) },
			func() error { return putGroups(ctx, s, c, store.Stories, &l) },
		} {
			if err := put(); err != nil {
				return err
			}
		}
		return c.script("INSERT OR REPLACE INTO state (name, value) VALUES ('lined up', 1), ('covered', (SELECT count(*) FROM seed_text))")
	})
}

// member is a row that says in which group a finding is.
type member struct {
	key any
	id  stemma.ID
}

func putGroups[T any](ctx context.Context, s *Store, c *conn, k store.Group[T], l *stemma.Lineup) error {
	var members []member
	list := *k.In(l)
	for i := range list {
		g := &list[i]
		if err := ctx.Err(); err != nil {
			return err
		}
		err := c.exec("INSERT INTO lineup (kind, id, body) VALUES (?, ?, ?)", k.Kind, string(k.ID(g)), s.packer.pack(g))
		if err := twice(k.Kind, k.ID(g), err); err != nil {
			return err
		}
		for _, m := range k.Members(g) {
			members = append(members, member{short(m), k.ID(g)})
		}
	}
	slices.SortFunc(members, func(a, b member) int { // rows in the order of the table go in faster
		x, _ := a.key.(int64)
		y, _ := b.key.(int64)
		return cmp.Compare(x, y)
	})
	for _, m := range members {
		err := c.exec("INSERT OR IGNORE INTO lineup_member (member, kind, id) VALUES (?, ?, ?)", m.key, k.Kind, string(m.id))
		if err != nil {
			return err
		}
	}
	return nil
}

// twice says what it means that a row could not be inserted.
func twice(kind string, id stemma.ID, err error) error {
	if id == "" || isConstraint(err) {
		return fmt.Errorf("%s %q is there twice or has no ID: %w", kind, id, stemma.ErrInvalid)
	}
	return err
}

// LinedUp implements [store.Writer].
func (s *Store) LinedUp(ctx context.Context, version string) (bool, error) {
	var linedUp bool
	err := s.first(ctx, `SELECT EXISTS (SELECT 1 FROM state WHERE name = 'lined up')
		AND coalesce((SELECT value FROM state WHERE name = 'version'), '') = ?`, []any{version}, &linedUp)
	return linedUp, err
}

// Mark implements [store.Writer].
func (s *Store) Mark(ctx context.Context, version string) error {
	return s.transaction(ctx, "mark", func(c *conn) error {
		return c.exec("INSERT OR REPLACE INTO state (name, value) VALUES ('version', ?)", version)
	})
}
