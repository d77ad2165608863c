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

// articlesWanted gives the texts that the filters on texts let through; nil when
// there are no such filters.
func (s *searcher) articlesWanted() ([]stemma.ID, error) {
	var conditions []condition
	for _, c := range s.plan.filters {
		if c.Field == "date" {
			if _, err := dateAsked(c.Value); err != nil {
				return nil, err
			}
		}
		switch c.Field {
		case "outlet", "byline", "lang", "family", "date":
			conditions = append(conditions, c)
		}
	}
	if len(conditions) == 0 {
		return nil, nil
	}
	wanted := []stemma.ID{}
	for id := range s.kin.articles {
		if !slices.ContainsFunc(conditions, func(c condition) bool { return s.fits(id, c.Filter) == c.not }) {
			wanted = append(wanted, id)
		}
	}
	slices.Sort(wanted)
	return wanted, nil
}

// fits reports whether a text meets a filter.
func (s *searcher) fits(id stemma.ID, f Filter) bool {
	a := s.kin.articles[id]
	switch f.Field {
	case "outlet":
		if f.Whole {
			return outletKey(a.Outlet.Name) == outletKey(f.Value)
		}
		return oneHolds(f.Value, a.Outlet.Name, a.Credit.Name)
	case "byline":
		if f.Whole {
			return f.suits(names(a.Byline)) || slices.ContainsFunc(a.Byline, func(n stemma.Named) bool { return f.suits(n.Name) })
		}
		return f.suits(names(a.Byline))
	case "lang":
		return languageIs(cmp.Or(a.Lang, "und"), f.Value)
	case "date":
		asked, _ := dateAsked(f.Value)
		appeared := appeared(a)
		_, _, known := appeared.Bounds()
		return known && asked.Meets(appeared)
	}
	return string(s.kin.family(id).ID) == f.Value || string(id) == f.Value
}

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

// oneHolds reports whether one of the names contains the words asked for.
func oneHolds(asked string, names ...string) bool {
	asked = fold(strings.TrimSuffix(asked, "*"))
	return slices.ContainsFunc(names, func(n string) bool { return strings.Contains(fold(n), asked) })
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

// beginnings gives the first sentence of each text, when only texts were asked for; a screen,
// which shows few of them, looks up for itself which that is.
func (s *searcher) beginnings(ctx context.Context, articles []stemma.ID) (store.Hits, error) {
	hits := store.Hits{Total: len(articles)}
	if most := s.most(searchTexts); most > 0 {
		articles = head(articles, most)
	}
	for _, id := range articles {
		if !s.all {
			hits.Hits = append(hits.Hits, store.Hit{Article: id})
			continue
		}
		r, err := s.reading(ctx, id)
		if err != nil {
			return hits, err
		}
		if len(r.Sentences) > 0 {
			hits.Hits = append(hits.Hits, store.Hit{Article: id, Sentence: r.Sentences[0]})
		}
	}
	return hits, nil
}

// searchTexts bounds the texts whose beginnings are listed.
const searchTexts = 1000
