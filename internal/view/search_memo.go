package view

import (
	"context"
	"fmt"

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

// searched answers the query, or gives the answer that is kept.
func (s *searcher) searched(ctx context.Context) (*searched, error) {
	c, err := s.catalogue(ctx)
	if err != nil {
		return nil, err
	}
	key := fmt.Sprint(s.q.Independent, " ", s.q.Text)
	if out, ok := c.searches.of(key); ok {
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
