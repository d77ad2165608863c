package view

import (
	"context"
	"slices"

	"stemma"
	"stemma/internal/store"
)

// deeds are the findings that an actor has a part in, by text and place.
type deeds struct {
	quotes  []stemma.ID // said by the actor
	figures []stemma.ID // on the actor's word
	events  []stemma.ID // done by or to the actor; for a place, there
}

// allDeeds gives the deeds of every actor of the pile.
func (s *shelf) allDeeds(ctx context.Context) (map[stemma.ID]*deeds, error) {
	c, err := s.catalogue(ctx)
	if err != nil {
		return nil, err
	}
	who, err := s.people(ctx)
	if err != nil {
		return nil, err
	}
	return c.deeds.get(ctx, s.r, func(ctx context.Context, r store.Reader) (map[stemma.ID]*deeds, error) { return newDeeds(ctx, r, who) })
}

// newDeeds gives the deeds of every actor of a pile.
func newDeeds(ctx context.Context, r store.Reader, who *people) (map[stemma.ID]*deeds, error) {
	out := map[stemma.ID]*deeds{}
	of := func(article stemma.ID, n stemma.Named) *deeds {
		a := who.actor(article, n)
		if a == nil {
			return nil
		}
		if out[a.id] == nil {
			out[a.id] = &deeds{}
		}
		return out[a.id]
	}
	quotes, err := r.Quotes(ctx, store.Query{})
	if err != nil {
		return nil, err
	}
	for i := range quotes {
		if d := of(quotes[i].Article, quotes[i].Speaker); d != nil {
			d.quotes = append(d.quotes, quotes[i].ID)
		}
	}
	figures, err := r.Figures(ctx, store.Query{})
	if err != nil {
		return nil, err
	}
	for i := range figures {
		if d := of(figures[i].Article, figures[i].SaidBy); d != nil {
			d.figures = append(d.figures, figures[i].ID)
		}
	}
	events, err := r.Events(ctx, store.Query{})
	if err != nil {
		return nil, err
	}
	for i := range events {
		e := &events[i]
		parts := slices.Concat(e.Actors, e.Targets)
		if a := who.actor(e.Article, e.Place); a != nil && a.kind == stemma.Place {
			parts = append(parts, e.Place)
		}
		for _, n := range parts {
			if d := of(e.Article, n); d != nil && (len(d.events) == 0 || d.events[len(d.events)-1] != e.ID) {
				d.events = append(d.events, e.ID)
			}
		}
	}
	return out, nil
}
