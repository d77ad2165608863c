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
	return swept(ctx, s, &c.deeds, s.beginDeeds)
}

// beginDeeds begins the deeds of every actor.
func (s *shelf) beginDeeds(ctx context.Context) (*making[map[stemma.ID]*deeds], error) {
	who, err := s.people(ctx)
	if err != nil {
		return nil, err
	}
	m := &deedsMaker{who, map[stemma.ID]*deeds{}}
	kinds := []string{store.Quotes.Kind, store.Figures.Kind, store.Events.Kind}
	return &making[map[stemma.ID]*deeds]{kinds, m.take, func() map[stemma.ID]*deeds { return m.by }}, nil
}

// deedsMaker is the deeds of every actor being made.
type deedsMaker struct {
	who *people
	by  map[stemma.ID]*deeds
}

// of gives the deeds of who is named; nil for nobody known.
func (m *deedsMaker) of(article stemma.ID, n stemma.Named) *deeds {
	a := m.who.actor(article, n)
	if a == nil {
		return nil
	}
	d := m.by[a.id]
	if d == nil {
		d = &deeds{}
		m.by[a.id] = d
	}
	return d
}

func (m *deedsMaker) take(t *store.Text) error {
	for i := range t.Reading.Quotes {
		q := &t.Reading.Quotes[i]
		if d := m.of(q.Article, q.Speaker); d != nil {
			d.quotes = append(d.quotes, q.ID)
		}
	}
	for i := range t.Reading.Figures {
		f := &t.Reading.Figures[i]
		if d := m.of(f.Article, f.SaidBy); d != nil {
			d.figures = append(d.figures, f.ID)
		}
	}
	for i := range t.Reading.Events {
		e := &t.Reading.Events[i]
		parts := slices.Concat(e.Actors, e.Targets)
		if a := m.who.actor(e.Article, e.Place); a != nil && a.kind == stemma.Place {
			parts = append(parts, e.Place)
		}
		for _, n := range parts {
			if d := m.of(e.Article, n); d != nil && (len(d.events) == 0 || d.events[len(d.events)-1] != e.ID) {
				d.events = append(d.events, e.ID)
			}
		}
	}
	return nil
}
