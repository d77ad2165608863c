package view

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/store"
)

// textsWanted gives the texts that the filters on texts let through, in the order in which they
// appeared, and whether there are such filters.
func (s *searcher) textsWanted() (wanted []stemma.ID, asked bool, err error) {
	var suit []func(*stemma.Article) bool
	for _, c := range s.plan.filters {
		suits, err := s.onTexts(c.Filter)
		if err != nil {
			return nil, false, err
		}
		if suits != nil {
			suit = append(suit, func(a *stemma.Article) bool { return suits(a) != c.not })
		}
	}
	if len(suit) == 0 {
		return nil, false, nil
	}
	for _, a := range s.kin.order {
		if !slices.ContainsFunc(suit, func(suits func(*stemma.Article) bool) bool { return !suits(a) }) {
			wanted = append(wanted, a.ID)
		}
	}
	return wanted, true, nil
}

// onTexts gives what says whether a text meets a filter; nil for a filter on findings.
func (s *searcher) onTexts(f Filter) (func(*stemma.Article) bool, error) {
	switch f.Field {
	case "outlet":
		if f.Whole {
			key := outletKey(f.Value)
			return once(func(a *stemma.Article) string { return a.Outlet.Name }, func(a *stemma.Article) bool { return outletKey(a.Outlet.Name) == key }), nil
		}
		return once(func(a *stemma.Article) [2]string { return [2]string{a.Outlet.Name, a.Credit.Name} },
			func(a *stemma.Article) bool { return oneHolds(f.Value, a.Outlet.Name, a.Credit.Name) }), nil
	case "byline":
		return func(a *stemma.Article) bool {
			return f.suits(names(a.Byline)) || f.Whole && slices.ContainsFunc(a.Byline, func(n stemma.Named) bool { return f.suits(n.Name) })
		}, nil
	case "lang":
		return once(func(a *stemma.Article) string { return a.Lang }, func(a *stemma.Article) bool { return languageIs(cmp.Or(a.Lang, "und"), f.Value) }), nil
	case "date":
		asked, err := dateAsked(f.Value)
		if err != nil {
			return nil, err
		}
		return once(appeared, func(a *stemma.Article) bool {
			day := appeared(a)
			_, _, known := day.Bounds()
			return known && asked.Meets(day)
		}), nil
	case "family":
		return func(a *stemma.Article) bool {
			return string(s.kin.family(a.ID).ID) == f.Value || string(a.ID) == f.Value
		}, nil
	}
	return nil, nil
}

// once remembers the answer for each value that a text has: a pile has far fewer outlets,
// languages and days than texts.
func once[K comparable](value func(*stemma.Article) K, suits func(*stemma.Article) bool) func(*stemma.Article) bool {
	known := map[K]bool{}
	return func(a *stemma.Article) bool {
		v := value(a)
		answer, ok := known[v]
		if !ok {
			answer = suits(a)
			known[v] = answer
		}
		return answer
	}
}

// oneHolds reports whether one of the names contains the words asked for.
func oneHolds(asked string, names ...string) bool {
	asked = fold(strings.TrimSuffix(asked, "*"))
	return slices.ContainsFunc(names, func(n string) bool { return strings.Contains(fold(n), asked) })
}

// beginnings gives the first sentence of each text, when only texts were asked for, the first that
// appeared; a screen, which shows few of them, looks up for itself which sentence that is.
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
