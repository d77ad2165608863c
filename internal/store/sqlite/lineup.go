package sqlite

import (
	"cmp"
	"context"
	"encoding/binary"
	"fmt"
	"slices"

	"stemma"
	"stemma/internal/store"
)

// PutLineup implements [store.Writer].
func (s *Store) PutLineup(ctx context.Context, copies []stemma.Copy, families []stemma.Family, groups func(put func(stemma.Lineup) error) error) error {
	return s.transaction(ctx, "put lineup", func(c *conn) error {
		err := c.script("DELETE FROM copy; DELETE FROM family; DELETE FROM lineup; DELETE FROM lineup_member; DELETE FROM state WHERE name = 'version'")
		if err != nil {
			return err
		}
		if err := s.putFamilies(c, copies, families); err != nil {
			return err
		}
		l := &lining{Store: s, ctx: ctx, c: c}
		if err := groups(l.put); err != nil {
			return err
		}
		if err := l.flush(); err != nil {
			return err
		}
		return c.script("INSERT OR REPLACE INTO state (name, value) VALUES ('lined up', 1), ('covered', (SELECT count(*) FROM seed_text))")
	})
}

func (s *Store) putFamilies(c *conn, copies []stemma.Copy, families []stemma.Family) error {
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
	return nil
}

// lining is one PutLineup under way.
type lining struct {
	*Store
	ctx     context.Context
	c       *conn
	members []member
}

// member is a row that says in which group a finding is, by the numbers of both IDs.
type member struct {
	finding, group uint64
	kind           string
	letter         string // before the group's number
}

// maxMembers is how many rows are held back to be put in the order of the table: rows
// without order go in slowly, as each changes another page.
const maxMembers = 1 << 22

func (l *lining) put(part stemma.Lineup) error {
	return cmp.Or(putGroups(l, store.Sayings, &part), putGroups(l, store.Tallies, &part), putGroups(l, store.Happenings, &part),
		putGroups(l, store.Actors, &part), putGroups(l, store.Clashes, &part), putGroups(l, store.Stories, &part))
}

func putGroups[T any](l *lining, k store.Group[T], part *stemma.Lineup) error {
	list := *k.In(part)
	for i := range list {
		g := &list[i]
		if err := l.ctx.Err(); err != nil {
			return err
		}
		err := l.c.exec("INSERT INTO lineup (kind, id, body) VALUES (?, ?, ?)", k.Kind, string(k.ID(g)), l.packer.pack(g))
		if err := twice(k.Kind, k.ID(g), err); err != nil {
			return err
		}
		letter, group, ok := cutID(string(k.ID(g)))
		for _, m := range k.Members(g) {
			_, finding, known := cutID(string(m))
			if ok && known {
				l.members = append(l.members, member{finding, group, k.Kind, letter})
			} else if err := l.member(short(m), k.Kind, string(k.ID(g))); err != nil {
				return err
			}
		}
	}
	if len(l.members) < maxMembers {
		return nil
	}
	return l.flush()
}

func (l *lining) member(finding any, kind, id string) error {
	return l.c.exec("INSERT OR IGNORE INTO lineup_member (member, kind, id) VALUES (?, ?, ?)", finding, kind, id)
}

// flush puts the rows that were held back.
func (l *lining) flush() error {
	slices.SortFunc(l.members, func(a, b member) int {
		return cmp.Or(cmp.Compare(int64(a.finding), int64(b.finding)), cmp.Compare(a.kind, b.kind), cmp.Compare(a.group, b.group))
	})
	var digits [8]byte
	for _, m := range l.members {
		binary.BigEndian.PutUint64(digits[:], m.group)
		if err := l.member(int64(m.finding), m.kind, joinID([]byte(m.letter), digits[:])); err != nil {
			return err
		}
	}
	l.members = l.members[:0]
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
