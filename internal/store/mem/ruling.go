package mem

import (
	"context"
	"fmt"
	"reflect"
	"slices"

	"stemma"
	"stemma/internal/store"
)

// Rule implements [store.Writer].
func (s *Store) Rule(ctx context.Context, r stemma.Ruling) error {
	r.At = r.At.Round(0).UTC()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.changes++
	if store.OnGround(&r) {
		s.ground++
	}
	known, err := knows(s.rulings, r, func(old stemma.Ruling) stemma.ID { return old.ID }, func(a, b stemma.Ruling) bool { return reflect.DeepEqual(a, b) })
	if err != nil || known {
		return err
	}
	answered := slices.IndexFunc(s.rulings, func(old stemma.Ruling) bool { return old.ID == r.Answers })
	s.rulings = append(s.rulings, r)
	if r.Counts() && (answered < 0 || s.rulings[answered].Counts()) {
		s.linedUp = false
	}
	return ctx.Err()
}

// Rulings implements [store.Reader].
func (s *Store) Rulings(ctx context.Context) ([]stemma.Ruling, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return slices.Clone(s.rulings), ctx.Err()
}

// KeepSearch implements [store.Writer].
func (s *Store) KeepSearch(ctx context.Context, e stemma.SearchEntry) error {
	e.At = e.At.Round(0).UTC()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.changes++
	known, err := knows(s.searches, e, func(old stemma.SearchEntry) stemma.ID { return old.ID }, stemma.SearchEntry.Same)
	if err != nil || known {
		return err
	}
	s.searches = append(s.searches, e)
	return ctx.Err()
}

// SearchEntries implements [store.Reader].
func (s *Store) SearchEntries(ctx context.Context) ([]stemma.SearchEntry, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return slices.Clone(s.searches), ctx.Err()
}

// knows reports whether a list of ground state holds an entry already, by its ID. Another
// entry with that ID gives an error that wraps [stemma.ErrConflict].
func knows[T any](list []T, e T, id func(T) stemma.ID, same func(a, b T) bool) (bool, error) {
	if id(e) == "" {
		return false, fmt.Errorf("a ruling or a saved search without an ID: %w", stemma.ErrInvalid)
	}
	for _, old := range list {
		switch {
		case id(old) != id(e):
		case same(old, e):
			return true, nil
		default:
			return false, fmt.Errorf("%s cannot be changed: %w", id(e), stemma.ErrConflict)
		}
	}
	return false, nil
}
