package view

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/store"
)

// dateAsked reads a day, a month or a year, or two of them with “..” between them, of which
// one may be left out.
func dateAsked(value string) (stemma.Date, error) {
	from, until, ok := strings.Cut(value, "..")
	d := stemma.Date(value)
	if ok {
		d = stemma.Date(cmp.Or(from, "..") + "/" + cmp.Or(until, ".."))
	}
	first, last, known := d.Bounds()
	if !known || first.IsZero() && last.IsZero() || !first.IsZero() && !last.IsZero() && last.Before(first) {
		return "", fmt.Errorf("date: is a day, a month or a year, such as 2021-03-04, 2021-03 or 2021, or from..until: %w", stemma.ErrInvalid)
	}
	return d, nil
}

// suits reports whether a name is what a filter asks for, or contains it.
func (f Filter) suits(name string) bool { return f.foldedSuits()(fold(name)) }

// foldedSuits is suits for many names that are folded already.
func (f Filter) foldedSuits() func(name string) bool {
	if f.Whole {
		asked := fold(f.Value)
		return func(name string) bool { return name == asked }
	}
	asked := fold(strings.TrimSuffix(f.Value, "*"))
	return func(name string) bool { return strings.Contains(name, asked) }
}

// sentencesWanted gives what the filters on findings ask for, one a filter.
func (s *searcher) sentencesWanted(ctx context.Context) (wanted []lookups, err error) {
	for _, c := range s.plan.filters {
		switch c.Field {
		case "speaker", "type", "measure", "place":
		default:
			continue
		}
		if c.not {
			return nil, fmt.Errorf("-%s: cannot be left out of a search; ask for what must be there: %w", c.Field, stemma.ErrInvalid)
		}
		w, err := s.lookup(ctx, c.Filter)
		if err != nil {
			return nil, err
		}
		wanted = append(wanted, w)
	}
	return wanted, nil
}

// lookup gives the findings that a filter asks for.
func (s *searcher) lookup(ctx context.Context, f Filter) (lookups, error) {
	if f.Field == "place" {
		return s.atPlace(ctx, f)
	}
	kind := searchKind(f.Value)
	suits := func(string) bool { return true } // of a value as it is folded
	switch {
	case f.Field == "speaker":
		kind = KindQuote
		suits = f.foldedSuits()
	case f.Field == "measure":
		return s.measured(ctx, f.Value)
	case !slices.Contains(searchKinds[:], kind):
		return nil, fmt.Errorf("type: is one of quote, figure, time, event, victim: %w", stemma.ErrInvalid)
	}
	all, err := s.sightings(ctx, kind)
	if err != nil {
		return nil, err
	}
	return lookups{all.lookup(&all.value, suits)}, nil
}

// measured gives the figures of a measure.
func (s *searcher) measured(ctx context.Context, asked string) (lookups, error) {
	all, err := s.sightings(ctx, KindFigure)
	if err != nil {
		return nil, err
	}
	l := lookup{of: all, by: &all.value}
	for _, m := range all.value.values {
		l.suits = append(l.suits, measureIs(m, asked))
	}
	return lookups{l}, nil
}

// atPlace gives the figures, events and victims of a place.
func (s *searcher) atPlace(ctx context.Context, f Filter) (lookups, error) {
	suits := f.foldedSuits()
	var out lookups
	for _, kind := range []string{KindFigure, KindEvent, KindVictim} {
		all, err := s.sightings(ctx, kind)
		if err != nil {
			return nil, err
		}
		out = append(out, all.lookup(&all.place, func(name string) bool { return name != "" && suits(name) }))
	}
	return out, nil
}

// listSentences gives the sentences in which all that is wanted stands, when no words were
// asked for; at most so many, all of them for 0.
func listSentences(wanted []lookups, articles []stemma.ID, most int) store.Hits {
	var hits store.Hits
	for at := range wanted[0].all() {
		if articles != nil {
			if _, ok := slices.BinarySearch(articles, at.article); !ok {
				continue
			}
		}
		h := store.Hit{Article: at.article, Sentence: at.sentence}
		if n := len(hits.Hits); (n == 0 || hits.Hits[n-1] != h) && holdAll(wanted[1:], h) {
			hits.Hits = append(hits.Hits, h)
		}
	}
	slices.SortFunc(hits.Hits, func(a, b store.Hit) int {
		return cmp.Or(cmp.Compare(a.Article, b.Article), cmp.Compare(a.Sentence.Start, b.Sentence.Start), cmp.Compare(a.Sentence.End, b.Sentence.End))
	})
	hits.Hits = slices.Compact(hits.Hits)
	hits.Total = len(hits.Hits)
	if most > 0 {
		hits.Hits = head(hits.Hits, most)
	}
	return hits
}
