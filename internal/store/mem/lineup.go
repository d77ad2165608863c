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
		addGroups(store.Sayings, &l, &part)
		addGroups(store.Tallies, &l, &part)
		addGroups(store.Happenings, &l, &part)
		addGroups(store.Actors, &l, &part)
		addGroups(store.Clashes, &l, &part)
		addGroups(store.Stories, &l, &part)
		return nil
	})
	if err != nil {
		return fmt.Errorf("put lineup: %w", err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.changes++
	err = cmp.Or(ctx.Err(), unique("copy", copies, func(c *stemma.Copy) stemma.ID { return c.ID }),
		unique("family", families, func(f *stemma.Family) stemma.ID { return f.ID }),
		uniqueGroups(store.Sayings, &l), uniqueGroups(store.Tallies, &l), uniqueGroups(store.Happenings, &l),
		uniqueGroups(store.Actors, &l), uniqueGroups(store.Clashes, &l), uniqueGroups(store.Stories, &l))
	if err != nil {
		return fmt.Errorf("put lineup: %w", err)
	}
	s.copies, s.families, s.lineup = slices.Clone(copies), slices.Clone(families), l
	s.linedUp, s.version, s.seeds.covered = true, "", len(s.seeds.texts)
	return nil
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
func (s *Store) Mark(ctx context.Context, version string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.changes++
	s.version = version
	return ctx.Err()
}
