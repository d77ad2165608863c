package view

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"stemma"
	"stemma/internal/store"
)

// found is a finding of any kind, as far as citing it needs.
type found struct {
	id       stemma.ID
	at       stemma.Evidence
	sentence stemma.Span
	label    string
}

// cites gives the sentences of findings, by the date of their texts, then by text
// and place.
func (s *shelf) cites(ctx context.Context, ids []stemma.ID) ([]Cite, error) {
	byKind := map[string][]stemma.ID{}
	for _, id := range ids {
		byKind[KindOf(id)] = append(byKind[KindOf(id)], id)
	}
	var cites []Cite
	for _, kind := range sortedKeys(byKind) {
		list, err := s.found(ctx, kind, byKind[kind])
		if err != nil {
			return nil, fmt.Errorf("findings of kind %q: %w", kind, err)
		}
		of, err := s.citesOf(ctx, kind, list)
		if err != nil {
			return nil, err
		}
		cites = append(cites, of...)
	}
	slices.SortStableFunc(cites, compareCites)
	return cites, nil
}

// citesByID gives the sentences of findings by their IDs. They are looked up all at once: one by
// one, finding where they stand costs more than reading them.
func (s *shelf) citesByID(ctx context.Context, ids []stemma.ID) (map[stemma.ID]Cite, error) {
	cites, err := s.cites(ctx, ids)
	by := make(map[stemma.ID]Cite, len(cites))
	for _, c := range cites {
		by[c.Finding] = c
	}
	return by, err
}

// citesOf gives the sentences of findings of one kind, as they stand in the list.
func (s *shelf) citesOf(ctx context.Context, kind string, list []found) ([]Cite, error) {
	var cites []Cite
	for _, f := range list {
		c, err := s.cite(ctx, f.id, f.at, f.sentence, kind, f.label)
		if err != nil {
			return nil, err
		}
		cites = append(cites, c)
	}
	return cites, nil
}

func compareCites(a, b Cite) int {
	x := cmp.Or(a.Text.Published, a.Text.Reposted)
	y := cmp.Or(b.Text.Published, b.Text.Reposted)
	start := func(c Cite) int {
		if len(c.Segments) == 0 {
			return 0
		}
		return c.Segments[0].Start
	}
	return cmp.Or(x.Compare(y), cmp.Compare(a.Text.ID, b.Text.ID), cmp.Compare(start(a), start(b)))
}

// found gives the findings of one kind.
func (s *shelf) found(ctx context.Context, kind string, ids []stemma.ID) ([]found, error) {
	q := store.Query{IDs: ids}
	switch kind {
	case KindQuote:
		return each(s.r.Quotes(ctx, q))(func(x stemma.Quote) found {
			return found{x.ID, x.Evidence, x.Sentence, s.words.Quote(x)}
		})
	case KindFigure:
		return each(s.r.Figures(ctx, q))(func(x stemma.Figure) found {
			return found{x.ID, x.Evidence, x.Sentence, s.words.Figure(x)}
		})
	case KindTime:
		return each(s.r.Times(ctx, q))(func(x stemma.Time) found {
			return found{x.ID, x.Evidence, x.Sentence, s.words.Date(x.Value)}
		})
	case KindName:
		return each(s.r.Mentions(ctx, q))(func(x stemma.Mention) found {
			return found{x.ID, x.Evidence, stemma.Span{}, s.words.Name(x)}
		})
	case KindEvent:
		return each(s.r.Events(ctx, q))(s.foundEvent)
	case KindVictim:
		return each(s.r.Victims(ctx, q))(func(x stemma.Victim) found {
			return found{x.ID, x.Evidence, x.Sentence, s.words.Victim(x)}
		})
	}
	return nil, nil
}

func (s *shelf) foundEvent(x stemma.Event) found {
	return found{x.ID, x.Evidence, x.Sentence, eventLabel(s.words, x)}
}

// each gives the findings of a list that may have failed.
func each[T any](list []T, err error) func(func(T) found) ([]found, error) {
	return func(f func(T) found) ([]found, error) {
		if err != nil {
			return nil, err
		}
		out := make([]found, len(list))
		for i, x := range list {
			out[i] = f(x)
		}
		return out, nil
	}
}
