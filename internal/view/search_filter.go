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
		switch c.Field {
		case "outlet", "byline", "lang", "family":
			conditions = append(conditions, c)
		}
	}
	if len(conditions) == 0 {
		return nil, nil
	}
	wanted := []stemma.ID{}
	for _, id := range sortedKeys(s.kin.articles) {
		if !slices.ContainsFunc(conditions, func(c condition) bool { return s.fits(id, c.Filter) == c.not }) {
			wanted = append(wanted, id)
		}
	}
	return wanted, nil
}

// fits reports whether a text meets a filter.
func (s *searcher) fits(id stemma.ID, f Filter) bool {
	a := s.kin.articles[id]
	switch f.Field {
	case "outlet":
		return oneHolds(f.Value, a.Outlet.Name, a.Credit.Name)
	case "byline":
		return oneHolds(f.Value, names(a.Byline))
	case "lang":
		base, _, _ := strings.Cut(a.Lang, "-")
		return strings.EqualFold(f.Value, cmp.Or(a.Lang, "und")) || strings.EqualFold(f.Value, cmp.Or(base, "und"))
	}
	return string(s.kin.family(id).ID) == f.Value || string(id) == f.Value
}

// oneHolds reports whether one of the names contains the words asked for.
func oneHolds(asked string, names ...string) bool {
	asked = fold(strings.TrimSuffix(asked, "*"))
	return slices.ContainsFunc(names, func(n string) bool { return strings.Contains(fold(n), asked) })
}

// sentenceSet is a set of places: article → beginnings of sentences.
type sentenceSet map[stemma.ID]map[stemma.Span]bool

func (set sentenceSet) add(article stemma.ID, sentence stemma.Span) {
	if set[article] == nil {
		set[article] = map[stemma.Span]bool{}
	}
	set[article][sentence] = true
}

func (set sentenceSet) holds(h store.Hit) bool { return set[h.Article][h.Sentence] }

// sentencesWanted gives the sentences that the filters on findings let through;
// filtered is false when there are no such filters.
func (s *searcher) sentencesWanted(ctx context.Context) (wanted sentenceSet, filtered bool, err error) {
	for _, c := range s.plan.filters {
		var set sentenceSet
		switch c.Field {
		case "speaker", "type", "measure":
			set, err = s.sentencesOf(ctx, c.Filter)
		default:
			continue
		}
		if err != nil {
			return nil, false, err
		}
		if c.not {
			return nil, false, fmt.Errorf("-%s: cannot be left out of a search; ask for what must be there: %w", c.Field, stemma.ErrInvalid)
		}
		if filtered {
			set = both(wanted, set)
		}
		wanted, filtered = set, true
	}
	return wanted, filtered, nil
}

// both gives the sentences in both sets.
func both(a, b sentenceSet) sentenceSet {
	out := sentenceSet{}
	for article, sentences := range a {
		for at := range sentences {
			if b[article][at] {
				out.add(article, at)
			}
		}
	}
	return out
}

// sentencesOf gives the sentences with a finding that a filter asks for.
func (s *searcher) sentencesOf(ctx context.Context, f Filter) (sentenceSet, error) {
	set := sentenceSet{}
	all := store.Query{}
	kind := strings.TrimSuffix(strings.ToLower(f.Value), "s")
	switch {
	case f.Field == "speaker" || kind == KindQuote || kind == "quotation":
		list, err := s.r.Quotes(ctx, all)
		for _, q := range list {
			if f.Field != "speaker" || oneHolds(f.Value, q.Speaker.Name) {
				set.add(q.Article, q.Sentence)
			}
		}
		return set, err
	case f.Field == "measure" || kind == KindFigure:
		list, err := s.r.Figures(ctx, all)
		for _, x := range list {
			if f.Field != "measure" || fold(Measure(x.Measure)) == fold(Measure(f.Value)) {
				set.add(x.Article, x.Sentence)
			}
		}
		return set, err
	case kind == KindTime:
		list, err := s.r.Times(ctx, all)
		for _, x := range list {
			set.add(x.Article, x.Sentence)
		}
		return set, err
	case kind == KindEvent:
		list, err := s.r.Events(ctx, all)
		for _, x := range list {
			set.add(x.Article, x.Sentence)
		}
		return set, err
	case kind == KindVictim:
		list, err := s.r.Victims(ctx, all)
		for _, x := range list {
			set.add(x.Article, x.Sentence)
		}
		return set, err
	}
	return nil, fmt.Errorf("type: is one of quote, figure, time, event, victim: %w", stemma.ErrInvalid)
}

// listSentences gives sentences as hits when no words were asked for; at most so many, all
// of them for 0.
func listSentences(set sentenceSet, articles []stemma.ID, most int) store.Hits {
	var hits store.Hits
	for _, article := range sortedKeys(set) {
		if articles != nil && !slices.Contains(articles, article) {
			continue
		}
		for at := range set[article] {
			hits.Hits = append(hits.Hits, store.Hit{Article: article, Sentence: at})
		}
	}
	slices.SortFunc(hits.Hits, func(a, b store.Hit) int {
		return cmp.Or(cmp.Compare(a.Article, b.Article), cmp.Compare(a.Sentence.Start, b.Sentence.Start), cmp.Compare(a.Sentence.End, b.Sentence.End))
	})
	hits.Total = len(hits.Hits)
	if most > 0 {
		hits.Hits = head(hits.Hits, most)
	}
	return hits
}

// beginnings gives the first sentence of each text, when only texts were asked for.
func (s *searcher) beginnings(ctx context.Context, articles []stemma.ID) (store.Hits, error) {
	hits := store.Hits{Total: len(articles)}
	if most := s.most(searchTexts); most > 0 {
		articles = head(articles, most)
	}
	for _, id := range articles {
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
