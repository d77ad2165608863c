package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/store"
)

// PutLineup implements [store.Writer].
func (s *Store) PutLineup(ctx context.Context, copies []stemma.Copy, families []stemma.Family, groups func(put func(stemma.Lineup) error) error) error {
	return s.lineUp(ctx, "put lineup", func(l *lining) error {
		if err := cmp.Or(l.c.exec("DELETE FROM memo"), grounded(l.c)); err != nil {
			return err
		}
		if err := l.putCopies(copies); err != nil {
			return err
		}
		if err := l.putFamilies(families); err != nil {
			return err
		}
		copies, families = nil, nil // of very many texts they need the room of what is lined up
		if err := groups(l.put); err != nil {
			return err
		}
		return l.finish(store.GroupKinds)
	})
}

// PutGroups implements [store.Writer].
func (s *Store) PutGroups(ctx context.Context, groups func(put func(stemma.Lineup) error) ([]string, error)) error {
	return s.lineUp(ctx, "put groups", func(l *lining) error {
		kinds, err := groups(l.put)
		if err == nil && slices.Contains(kinds, store.Actors.Kind) {
			err = grounded(l.c)
		}
		if err != nil {
			return err
		}
		return l.finish(kinds)
	})
}

// lineUp is a transaction that puts what is lined up, and marks it as such.
func (s *Store) lineUp(ctx context.Context, what string, do func(*lining) error) error {
	return s.transaction(ctx, what, func(c *conn) error {
		if err := c.exec("DELETE FROM state WHERE name = 'version'"); err != nil {
			return err
		}
		if err := do(&lining{Store: s, ctx: ctx, c: c, old: map[string]rows{}}); err != nil {
			return err
		}
		return c.script("INSERT OR REPLACE INTO state (name, value) VALUES ('lined up', 1), ('covered', (SELECT count(*) FROM seed_text))")
	})
}

// putCopies puts all copies in the place of those that were there.
func (l *lining) putCopies(copies []stemma.Copy) error {
	old, err := l.rows("SELECT id, body FROM copy")
	if err != nil {
		return err
	}
	for i := range copies {
		p := &copies[i]
		body := l.packer.pack(p)
		known, same, err := old.put("copy", p.ID, body)
		if err == nil && known && !same {
			err = l.c.exec(dropCopy, string(p.ID))
		}
		if err == nil && !same {
			err = l.insert("copy", p.ID, "INSERT INTO copy (id, a, b, body) VALUES (?, ?, ?, ?)", string(p.ID), string(p.A), string(p.B), body)
		}
		if err != nil {
			return err
		}
	}
	return old.gone(func(id string) error { return l.c.exec(dropCopy, id) })
}

const (
	dropCopy   = "DELETE FROM copy WHERE id = ?"
	dropFamily = "DELETE FROM family WHERE id = ?"
)

// putFamilies puts all families in the place of those that were there.
func (l *lining) putFamilies(families []stemma.Family) error {
	old, err := l.rows("SELECT id, body FROM family")
	if err != nil {
		return err
	}
	for i := range families {
		f := &families[i]
		body := l.packer.pack(f)
		known, same, err := old.put("family", f.ID, body)
		if err == nil && known && !same {
			err = l.c.exec(dropFamily, string(f.ID))
		}
		if err == nil && !same {
			err = l.insert("family", f.ID, "INSERT INTO family (id, body) VALUES (?, ?)", string(f.ID), body)
		}
		if err != nil {
			return err
		}
	}
	return old.gone(func(id string) error { return l.c.exec(dropFamily, id) })
}

// lining is one PutLineup or PutGroups under way.
type lining struct {
	*Store
	ctx     context.Context
	c       *conn
	members []member
	names   []string        // of kinds, and the letters of IDs: members have their numbers
	old     map[string]rows // by kind of group: what was there before; read when the first is put
}

// member is a row that says in which group a finding is, by the numbers of both IDs.
type member struct {
	finding, group uint64
	kind           uint32
	letter         uint32 // before the group's number
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
	if len(list) == 0 {
		return nil
	}
	old, err := l.before(k.Kind)
	if err != nil {
		return err
	}
	for i := range list {
		g := &list[i]
		if err := l.ctx.Err(); err != nil {
			return err
		}
		body := l.packer.pack(g)
		known, same, err := old.put(k.Kind, k.ID(g), body)
		if err == nil && known && !same {
			err = forget(l, k, string(k.ID(g)))
		}
		if err == nil && !same {
			err = l.insert(k.Kind, k.ID(g), "INSERT INTO lineup (kind, id, body) VALUES (?, ?, ?)", k.Kind, string(k.ID(g)), body)
		}
		if err == nil && !same {
			err = l.join(k.Kind, k.ID(g), k.Members(g))
		}
		if err != nil {
			return err
		}
	}
	if len(l.members) < maxMembers {
		return nil
	}
	return l.flush()
}

// join notes the members of a group.
func (l *lining) join(kind string, id stemma.ID, members []stemma.ID) error {
	letter, group, ok := cutID(string(id))
	for _, m := range members {
		_, finding, known := cutID(string(m))
		if ok && known {
			l.members = append(l.members, member{finding, group, l.named(kind), l.named(letter)})
		} else if err := l.member(short(m), kind, string(id)); err != nil {
			return err
		}
	}
	return nil
}

// named gives the number of a kind, or of a letter.
func (l *lining) named(name string) uint32 {
	n := slices.Index(l.names, name)
	if n < 0 {
		n = len(l.names)
		l.names = append(l.names, strings.Clone(name))
	}
	return uint32(n)
}

func (l *lining) member(finding any, kind, id string) error {
	return l.c.exec("INSERT OR IGNORE INTO lineup_member (member, kind, id) VALUES (?, ?, ?)", finding, kind, id)
}

// flush puts the rows that were held back.
func (l *lining) flush() error {
	slices.SortFunc(l.members, func(a, b member) int {
		return cmp.Or(cmp.Compare(int64(a.finding), int64(b.finding)), cmp.Compare(l.names[a.kind], l.names[b.kind]), cmp.Compare(a.group, b.group))
	})
	var digits [8]byte
	for _, m := range l.members {
		binary.BigEndian.PutUint64(digits[:], m.group)
		if err := l.member(int64(m.finding), l.names[m.kind], joinID([]byte(l.names[m.letter]), digits[:])); err != nil {
			return err
		}
	}
	l.members = l.members[:0]
	return nil
}

// LinedUp implements [store.Writer].
func (s *Store) LinedUp(ctx context.Context, version string) (bool, error) {
	var linedUp bool
	err := s.first(ctx, `SELECT EXISTS (SELECT 1 FROM state WHERE name = 'lined up')
		AND coalesce((SELECT value FROM state WHERE name = 'version'), '') = ?`, []any{version}, &linedUp)
	return linedUp, err
}

// Mark implements [store.Writer].
func (s *Store) Mark(ctx context.Context, version string, memos ...store.Memo) error {
	return s.transaction(ctx, "mark", func(c *conn) error {
		for _, m := range memos {
			if err := c.exec("INSERT OR REPLACE INTO memo (name, body) VALUES (?, ?)", m.Name, m.Body); err != nil {
				return err
			}
		}
		return c.exec("INSERT OR REPLACE INTO state (name, value) VALUES ('version', ?)", version)
	})
}

// Memos implements [store.Writer].
func (s *Store) Memos(ctx context.Context) (list []store.Memo, err error) {
	err = s.each(ctx, "SELECT name, body FROM memo ORDER BY name", nil, func(rows *sql.Rows) error {
		var m store.Memo
		err := rows.Scan(&m.Name, &m.Body)
		list = append(list, m)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("memos: %w", err)
	}
	return list, nil
}
