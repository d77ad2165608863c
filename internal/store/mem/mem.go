// Package mem keeps a pile in memory: the reference that every other keeper is held
// to, and the keeper that tests of other packages use.
//
// It takes and gives what package store says, by the simplest means: maps, sorted on
// the way out. It promises the order and the errors of the interface, and to be safe
// for readers and writers at once. Values are shared, not copied deeply: callers do
// not change what they put or got. It keeps nothing after the process ends, and
// searches by reading every sentence, so it is not for large piles.
package mem

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"stemma"
	"stemma/internal/store"
)

// Store is a pile in memory. The zero Store is not ready; use [New].
type Store struct {
	mu        sync.RWMutex
	pages     map[stemma.ID]stemma.Page
	arrived   []stemma.ID // pages in the order in which they were put
	originals map[string][]byte
	places    map[store.Place]bool
	furniture map[stemma.ID][]stemma.Furniture
	articles  map[stemma.ID]stemma.Article
	readings  map[stemma.ID]stemma.Reading
	problems  map[stemma.Problem]bool
	rulings   []stemma.Ruling
	searches  []stemma.SearchEntry
	copies    []stemma.Copy
	families  []stemma.Family
	lineup    stemma.Lineup
	linedUp   bool
	seeds     seeds
	changes   int    // writes so far
	ground    int    // those of them that may change what Ground names
	version   string // of the steps that made the lineup; "" when not marked
	memos     []store.Memo
}

var _ store.Store = (*Store)(nil)

// New gives an empty pile.
func New() *Store {
	return &Store{
		pages:     map[stemma.ID]stemma.Page{},
		originals: map[string][]byte{},
		places:    map[store.Place]bool{},
		furniture: map[stemma.ID][]stemma.Furniture{},
		articles:  map[stemma.ID]stemma.Article{},
		readings:  map[stemma.ID]stemma.Reading{},
		problems:  map[stemma.Problem]bool{},
	}
}

// Close does nothing: what is in memory stays until it is forgotten.
func (s *Store) Close() error { return nil }

// State implements [store.Reader]: it is how many writes were tried.
func (s *Store) State(ctx context.Context) (string, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return strconv.Itoa(s.changes), ctx.Err()
}

// Ground implements [store.Reader].
func (s *Store) Ground(ctx context.Context) (string, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return strconv.Itoa(s.ground), ctx.Err()
}

// Has implements [store.Writer].
func (s *Store) Has(ctx context.Context, pages []stemma.ID) (map[stemma.ID]bool, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	has := map[stemma.ID]bool{}
	for _, id := range pages {
		if _, ok := s.pages[id]; ok {
			has[id] = true
		}
	}
	return has, ctx.Err()
}

// Put implements [store.Writer].
func (s *Store) Put(ctx context.Context, entries []store.Entry, places []store.Place, problems []stemma.Problem) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.changes++
	s.ground++
	if err := cmp.Or(ctx.Err(), s.check(entries, places)); err != nil {
		return fmt.Errorf("put: %w", err)
	}
	var fresh []store.Entry
	for _, e := range entries {
		p := e.Page
		s.places[store.Place{Page: p.ID, Root: p.Root, Path: p.Path}] = true
		if e.Body != nil {
			s.originals[p.SHA256] = e.Body
		}
		if _, known := s.pages[p.ID]; known {
			continue
		}
		fresh = append(fresh, e)
		s.pages[p.ID], s.arrived = p, append(s.arrived, p.ID)
		s.furniture[p.ID] = e.Furniture
		for i, a := range e.Articles {
			s.articles[a.ID], s.readings[a.ID] = a, e.Readings[i]
		}
		s.linedUp, s.memos = false, nil
	}
	for _, p := range places {
		s.places[p] = true
	}
	for _, p := range store.Problems(fresh, problems) {
		s.problems[p] = true
	}
	return nil
}

// check refuses a batch before anything of it is kept.
func (s *Store) check(entries []store.Entry, places []store.Place) error {
	pages, articles := map[stemma.ID]bool{}, map[stemma.ID]bool{}
	for i := range entries {
		e := &entries[i]
		if err := e.Check(); err != nil {
			return err
		}
		_, known := s.pages[e.Page.ID]
		known = known || pages[e.Page.ID]
		pages[e.Page.ID] = true
		for _, a := range e.Articles {
			if _, there := s.articles[a.ID]; !known && (there || articles[a.ID]) {
				return fmt.Errorf("article %s is there twice: %w", a.ID, stemma.ErrInvalid)
			}
			articles[a.ID] = true
		}
	}
	for _, p := range places {
		if _, known := s.pages[p.Page]; !known && !pages[p.Page] {
			return fmt.Errorf("a further place of page %q: %w", p.Page, stemma.ErrNotFound)
		}
	}
	return nil
}

// Pages implements [store.Reader].
func (s *Store) Pages(ctx context.Context, ids ...stemma.ID) ([]stemma.Page, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	list := pick(s.pages, ids)
	for i := range list {
		list[i].Text, list[i].Blocks = "", nil
	}
	return list, ctx.Err()
}

// pick gives the values of the keys, or all, ordered by key.
func pick[T any](from map[stemma.ID]T, ids []stemma.ID) []T {
	if len(ids) == 0 {
		ids = slices.Collect(maps.Keys(from))
	}
	ids = slices.Clone(ids)
	slices.Sort(ids)
	var list []T
	for _, id := range slices.Compact(ids) {
		if v, ok := from[id]; ok {
			list = append(list, v)
		}
	}
	return list
}

// Page implements [store.Reader].
func (s *Store) Page(ctx context.Context, id stemma.ID) (stemma.Page, error) {
	return one(ctx, s, s.pages, "page", id)
}

func one[K ~string, T any](ctx context.Context, s *Store, from map[K]T, kind string, id K) (T, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	v, ok := from[id]
	if !ok {
		return v, fmt.Errorf("%s %q: %w", kind, id, stemma.ErrNotFound)
	}
	return v, ctx.Err()
}

// Places implements [store.Reader].
func (s *Store) Places(ctx context.Context) ([]store.Place, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return slices.SortedFunc(maps.Keys(s.places), func(a, b store.Place) int {
		return cmp.Or(strings.Compare(string(a.Page), string(b.Page)),
			strings.Compare(a.Root, b.Root), strings.Compare(a.Path, b.Path))
	}), ctx.Err()
}

// Original implements [store.Reader].
func (s *Store) Original(ctx context.Context, sha256 string) ([]byte, error) {
	return one(ctx, s, s.originals, "original", sha256)
}

// Articles implements [store.Reader].
func (s *Store) Articles(ctx context.Context, ids ...stemma.ID) ([]stemma.Article, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	list := pick(s.articles, ids)
	for i := range list {
		list[i].Text = ""
	}
	return list, ctx.Err()
}

// Article implements [store.Reader].
func (s *Store) Article(ctx context.Context, id stemma.ID) (stemma.Article, error) {
	return one(ctx, s, s.articles, "article", id)
}

// Furniture implements [store.Reader].
func (s *Store) Furniture(ctx context.Context, page stemma.ID) ([]stemma.Furniture, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	list := slices.Clone(s.furniture[page])
	slices.SortStableFunc(list, func(a, b stemma.Furniture) int {
		return cmp.Or(a.Span.Start-b.Span.Start, a.Span.End-b.Span.End)
	})
	return list, ctx.Err()
}

// Reading implements [store.Reader].
func (s *Store) Reading(ctx context.Context, article stemma.ID) (stemma.Reading, error) {
	return one(ctx, s, s.readings, "reading of article", article)
}
