package mem

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"stemma"
	"stemma/internal/store"
)

// PutLineup implements [store.Writer].
func (s *Store) PutLineup(ctx context.Context, copies []stemma.Copy, families []stemma.Family, groups func(put func(stemma.Lineup) error) error) error {
	var l stemma.Lineup
	err := groups(func(part stemma.Lineup) error { // before the lock: it may read
		addLineup(&l, &part)
		return nil
	})
	if err != nil {
		return fmt.Errorf("put lineup: %w", err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.changes++
	s.ground++
	err = cmp.Or(ctx.Err(), unique("copy", copies, func(c *stemma.Copy) stemma.ID { return c.ID }),
		unique("family", families, func(f *stemma.Family) stemma.ID { return f.ID }),
		uniqueLineup(&l))
	if err != nil {
		return fmt.Errorf("put lineup: %w", err)
	}
	s.copies, s.families, s.lineup = slices.Clone(copies), slices.Clone(families), l
	s.linedUp, s.version, s.seeds.covered = true, "", len(s.seeds.texts)
	s.memos = nil
	return nil
}

// PutGroups implements [store.Writer].
func (s *Store) PutGroups(ctx context.Context, groups func(put func(stemma.Lineup) error) ([]string, error)) error {
	var l stemma.Lineup
	kinds, err := groups(func(part stemma.Lineup) error {
		addLineup(&l, &part)
		return nil
	})
	if err != nil {
		return fmt.Errorf("put groups: %w", err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.changes++
	if slices.Contains(kinds, store.Actors.Kind) {
		s.ground++
	}
	left := s.lineup
	left.Clashes = slices.DeleteFunc(slices.Clone(left.Clashes), func(c stemma.Clash) bool { return slices.Contains(kinds, store.ClashOf(&c)) })
	for _, kind := range kinds {
		drop(store.Sayings, kind, &left)
		drop(store.Tallies, kind, &left)
		drop(store.Happenings, kind, &left)
		drop(store.Actors, kind, &left)
		drop(store.Stories, kind, &left)
	}
	addLineup(&l, &left)
	if err := cmp.Or(ctx.Err(), uniqueLineup(&l)); err != nil {
		return fmt.Errorf("put groups: %w", err)
	}
	s.lineup, s.linedUp, s.version = l, true, ""
	return nil
}

// drop forgets the groups of a kind, if it is this one.
func drop[T any](k store.Group[T], kind string, l *stemma.Lineup) {
	if k.Kind == kind {
		*k.In(l) = nil
	}
}

func addLineup(to, part *stemma.Lineup) {
	addGroups(store.Sayings, to, part)
	addGroups(store.Tallies, to, part)
	addGroups(store.Happenings, to, part)
	addGroups(store.Actors, to, part)
	addGroups(store.Clashes, to, part)
	addGroups(store.Stories, to, part)
}

func uniqueLineup(l *stemma.Lineup) error {
	return cmp.Or(uniqueGroups(store.Sayings, l), uniqueGroups(store.Tallies, l), uniqueGroups(store.Happenings, l),
		uniqueGroups(store.Actors, l), uniqueGroups(store.Clashes, l), uniqueGroups(store.Stories, l))
}

func addGroups[T any](k store.Group[T], to, part *stemma.Lineup) {
	*k.In(to) = append(*k.In(to), *k.In(part)...)
}

func uniqueGroups[T any](k store.Group[T], l *stemma.Lineup) error {
	return unique(k.Kind, *k.In(l), k.ID)
}

func unique[T any](kind string, list []T, id func(*T) stemma.ID) error {
	seen := make(map[stemma.ID]bool, len(list))
	for i := range list {
		if key := id(&list[i]); key == "" || seen[key] {
			return fmt.Errorf("%s %q is there twice or has no ID: %w", kind, key, stemma.ErrInvalid)
		} else {
			seen[key] = true
		}
	}
	return nil
}

// LinedUp implements [store.Writer].
func (s *Store) LinedUp(ctx context.Context, version string) (bool, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.linedUp && s.version == version, ctx.Err()
}

// Mark implements [store.Writer].
func (s *Store) Mark(ctx context.Context, version string, memos ...store.Memo) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.changes++
	s.version = version
	for _, m := range memos {
		s.memos = append(slices.DeleteFunc(s.memos, func(o store.Memo) bool { return o.Name == m.Name }), m)
	}
	return ctx.Err()
}

// Memos implements [store.Writer].
func (s *Store) Memos(ctx context.Context) ([]store.Memo, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return slices.SortedFunc(slices.Values(s.memos), func(a, b store.Memo) int { return cmp.Compare(a.Name, b.Name) }), ctx.Err()
}
