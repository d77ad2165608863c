package view

import (
	"context"
	"fmt"
	"sync"

	"stemma/internal/store"
)

// searched is what a search found, in order, and counted; the same for every page of it and in
// every language. It must not be changed.
type searched struct {
	hits            []store.Hit
	partial         bool // more were found than are here
	texts, families int
	facets          []searchFacet
	counting        bool // what is stated is not counted yet
}

// searches keeps what the last searches of one state of the pile found: people turn pages.
type searches struct {
	mu   sync.Mutex
	kept map[string]*searched
}

// searched answers the query, or gives the answer that is kept.
func (s *searcher) searched(ctx context.Context) (*searched, error) {
	c, err := s.catalogue(ctx)
	if err != nil {
		return nil, err
	}
	key := fmt.Sprint(s.q.Independent, " ", s.q.Text)
	if out := c.searches.get(key); out != nil {
		s.kin, err = s.kinship(ctx)
		return out, err
	}
	found, err := s.find(ctx)
	if err != nil {
		return nil, err
	}
	out := &searched{hits: found.Hits, partial: found.Total > len(found.Hits)}
	if err := s.count(ctx, out); err != nil {
		return nil, err
	}
	if !out.counting {
		c.searches.keep(key, out)
	}
	return out, nil
}

func (m *searches) get(key string) *searched {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.kept[key]
}

// keep keeps an answer; when there are as many as a memo keeps, it begins anew.
func (m *searches) keep(key string, it *searched) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.kept == nil || len(m.kept) >= memoMost {
		m.kept = map[string]*searched{}
	}
	m.kept[key] = it
}
