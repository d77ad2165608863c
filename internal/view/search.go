package view

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/message"
	"stemma/internal/store"
)

// Search is the screen of sentences that a query found.
type Search struct {
	Asked       string      `json:"asked"`               // as typed
	Query       string      `json:"query"`               // as understood
	Foreign     bool        `json:"foreign,omitempty"`   // an operator of another language than the screen's is in it
	Narrowed    []Narrowing `json:"narrowed,omitempty"`  // the fields in it
	Spellings   []Spelling  `json:"spellings,omitempty"` // what words with a ~ were taken for
	Trouble     string      `json:"trouble,omitempty"`   // why the query cannot be answered
	Independent bool        `json:"independent"`         // one text per family
	Total       int         `json:"total"`               // sentences
	Texts       int         `json:"texts"`
	Families    int         `json:"families"`
	Partial     bool        `json:"partial,omitempty"` // more were found than are counted here
	Offset      int         `json:"offset"`
	Found       []FoundText `json:"found"`
	Facets      []Facet     `json:"facets"`
	Counting    bool        `json:"counting,omitempty"` // those of speakers, places, measures and statements are not ready yet
	Saved       []SavedRow  `json:"saved,omitempty"`    // the saved searches, where nothing is asked
	OtherHref   string      `json:"other_href"`         // the same with Independent turned
	Prev        string      `json:"prev,omitempty"`
	Next        string      `json:"next,omitempty"`
}

// FoundText is a text with those of its sentences that were found.
type FoundText struct {
	Text      TextRef `json:"text"`
	Sentences []Cite  `json:"sentences"`
}

// Facet is one way to narrow down what was found.
type Facet struct {
	Name   string       `json:"name"`
	Values []FacetValue `json:"values"`
	Rest   []FacetValue `json:"rest,omitempty"` // less frequent ones, which a screen shows when asked
	More   int          `json:"more,omitempty"` // that are in neither
}

// FacetValue is how many of the sentences found, or of the rows of a list, would stay.
type FacetValue struct {
	Name   string `json:"name"`
	Count  int    `json:"count"`
	Href   string `json:"href"`             // where it is chosen, or taken off
	Chosen bool   `json:"chosen,omitempty"` // it is asked for already
}

// SearchQuery is what a person asked for.
type SearchQuery struct {
	Text        string
	Independent bool
	Offset      int
}

const (
	searchLimit = 10_000 // sentences that one search counts
	searchPage  = 40
)

// Search finds sentences, by the date of their texts. A query that makes no sense
// is no error: the view's Trouble says what to change.
func (l *Library) Search(ctx context.Context, q SearchQuery) (*Search, error) {
	v := &Search{Asked: q.Text, Independent: q.Independent, OtherHref: SearchHref(q.Text, !q.Independent, 0)}
	s := &searcher{shelf: l.shelf(), q: q}
	err := s.read(ctx)
	if err == nil && s.expr == nil {
		saved, err := l.Saved(ctx)
		if err != nil {
			return nil, err
		}
		v.Saved = saved.Searches
		return v, nil
	}
	if err == nil {
		v.Query, v.Spellings, v.Foreign = s.expr.String(), s.spellings, foreignOperators(q.Text, l.words)
		var found *searched
		if found, err = s.searched(ctx); err == nil {
			v.Narrowed = s.narrowings()
			err = s.fill(ctx, v, found)
		}
	}
	if errors.Is(err, stemma.ErrInvalid) {
		v.Trouble = trouble(l.words, err)
		return v, nil
	}
	if err != nil {
		return nil, fmt.Errorf("search for %q: %w", q.Text, err)
	}
	return v, nil
}

// trouble words an error for the person who typed the query.
func trouble(b *message.Book, err error) string {
	s := b.Refusal(err)
	if first, _, ok := strings.Cut(s, ": "); ok && slices.Contains(Fields, strings.TrimPrefix(first, "-")) {
		return s + "." // what begins with the field as it is typed
	}
	return strings.ToUpper(s[:1]) + s[1:] + "."
}

// searcher answers one query.
type searcher struct {
	*shelf
	plan      plan
	q         SearchQuery
	expr      Expr // as it was typed
	spellings []Spelling
	all       bool // give every sentence found, not just the first of them
	kin       *kinship
}

// most is how many of a list of hits are given; the store takes 0 for all.
func (s *searcher) most(limit int) int {
	if s.all {
		return 0
	}
	return limit
}

// find gives the sentences that meet the words and the filters, in order.
func (s *searcher) find(ctx context.Context) (store.Hits, error) {
	var err error
	if s.kin, err = s.kinship(ctx); err != nil {
		return store.Hits{}, err
	}
	texts, narrowed, err := s.textsWanted()
	if err != nil {
		return store.Hits{}, err
	}
	wanted, err := s.sentencesWanted(ctx)
	if err != nil {
		return store.Hits{}, err
	}
	var hits store.Hits
	switch {
	case narrowed && len(texts) == 0:
		return hits, nil
	case s.plan.match == "" && len(wanted) == 0:
		hits, err = s.beginnings(ctx, texts)
	default:
		slices.Sort(texts)
		if s.plan.match != "" {
			hits, err = s.r.Search(ctx, store.Search{Match: s.plan.match, Articles: texts, Limit: s.most(searchLimit)})
		} else {
			hits = listSentences(wanted, texts, s.most(searchLimit))
		}
	}
	if err != nil {
		return hits, err
	}
	if len(wanted) > 0 {
		n := len(hits.Hits)
		hits.Hits = slices.DeleteFunc(hits.Hits, func(h store.Hit) bool { return !holdAll(wanted, h) })
		hits.Total -= n - len(hits.Hits)
	}
	if s.q.Independent {
		n := len(hits.Hits)
		hits.Hits = s.independent(hits.Hits)
		hits.Total -= n - len(hits.Hits)
	}
	s.inOrder(hits.Hits)
	return hits, nil
}

// fill puts one page of what was found into the view.
func (s *searcher) fill(ctx context.Context, v *Search, found *searched) error {
	v.Total, v.Partial, v.Texts, v.Families, v.Counting = len(found.hits), found.partial, found.texts, found.families, found.counting
	v.Offset = min(max(s.q.Offset, 0), v.Total)
	for _, f := range found.facets {
		v.Facets = append(v.Facets, s.facet(f))
	}
	for _, h := range head(found.hits[v.Offset:], searchPage) {
		a, err := s.article(ctx, h.Article)
		if err != nil {
			return err
		}
		ref, err := s.textRef(ctx, a)
		if err != nil {
			return err
		}
		if h.Sentence.Empty() {
			if r, err := s.reading(ctx, h.Article); err != nil {
				return err
			} else if len(r.Sentences) > 0 {
				h.Sentence = r.Sentences[0]
			}
		}
		if n := len(v.Found); n == 0 || v.Found[n-1].Text.ID != a.ID {
			v.Found = append(v.Found, FoundText{Text: ref})
		}
		last := &v.Found[len(v.Found)-1]
		last.Sentences = append(last.Sentences, Cite{
			Text: ref, Href: SentenceHref(a.ID, "", h.Sentence.Start),
			Segments: Split(a.Text, h.Sentence, hitMarks(a.Text, h.Sentence, s.plan.terms, s.words.Say("search.hit")), ""),
		})
	}
	if v.Offset > 0 {
		v.Prev = SearchHref(s.q.Text, s.q.Independent, max(v.Offset-searchPage, 0))
	}
	if v.Offset+searchPage < v.Total {
		v.Next = SearchHref(s.q.Text, s.q.Independent, v.Offset+searchPage)
	}
	return nil
}
