package view

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"stemma"
	"stemma/internal/store"
)

// Saved is the screen of the searches that people have kept.
type Saved struct {
	Searches []SavedRow `json:"searches"` // in the order in which they were kept
}

// SavedRow is a saved search with what it finds now.
type SavedRow struct {
	ID          stemma.ID `json:"id"`
	Name        string    `json:"name"`
	Query       string    `json:"query"`
	Independent bool      `json:"independent"`
	By          string    `json:"by"`
	Day         string    `json:"day"`    // on which it was kept
	Looked      string    `json:"looked"` // the day on which it was last looked at
	Texts       int       `json:"texts"`
	New         int       `json:"new"` // of these, on pages on which it found nothing when it was last looked at
	News        []TextRef `json:"news,omitempty"`
	Trouble     string    `json:"trouble,omitempty"` // why it cannot be answered any more
	Href        string    `json:"href"`
}

// savedNews is how many new texts of a saved search are named.
const savedNews = 5

// Saved lists the saved searches with what is new in each.
func (l *Library) Saved(ctx context.Context) (*Saved, error) {
	c, err := l.catalogue(ctx)
	if err != nil {
		return nil, fmt.Errorf("saved searches: %w", err)
	}
	all, err := c.saved.get(ctx, l.r, func(ctx context.Context, r store.Reader) ([]savedEntry, error) {
		book, err := r.SearchEntries(ctx)
		if err != nil {
			return nil, err
		}
		var all []savedEntry
		for _, s := range stemma.SavedSearches(book) {
			e, err := l.savedEntry(ctx, s)
			if err != nil {
				return nil, fmt.Errorf("saved search %q: %w", s.Kept.Name, err)
			}
			all = append(all, e)
		}
		return all, nil
	})
	if err != nil {
		return nil, err
	}
	v, s := &Saved{}, l.shelf()
	for _, e := range all {
		row := e.SavedRow
		if e.trouble != nil {
			row.Trouble = trouble(l.words, e.trouble)
		}
		for _, a := range e.news {
			ref, err := s.textRef(ctx, a)
			if err != nil {
				return nil, fmt.Errorf("saved search %q: %w", row.Name, err)
			}
			row.News = append(row.News, ref)
		}
		v.Searches = append(v.Searches, row)
	}
	return v, nil
}

// savedEntry is a saved search with what it finds, its news not worded yet.
type savedEntry struct {
	SavedRow
	trouble error // why it cannot be answered, not worded yet either
	news    []*stemma.Article
}

func (l *Library) savedEntry(ctx context.Context, s stemma.SavedSearch) (savedEntry, error) {
	k := s.Kept
	e := savedEntry{SavedRow: SavedRow{
		ID: k.ID, Name: k.Name, Query: k.Query, Independent: k.Independent, By: k.By,
		Day: k.At.Format(time.DateOnly), Looked: s.Last.At.Format(time.DateOnly), Href: SearchHref(k.Query, k.Independent, 0),
	}}
	m := l.searcher(k.Query, k.Independent)
	texts, err := m.texts(ctx)
	if errors.Is(err, stemma.ErrInvalid) { // a rule of asking has changed since
		e.trouble = err
		return e, nil
	}
	e.Texts = len(texts)
	for _, a := range texts {
		if _, known := slices.BinarySearch(s.Last.Pages, a.Page); known {
			continue
		}
		if e.New++; e.New <= savedNews {
			e.news = append(e.news, a)
		}
	}
	return e, err
}

// searcher is a search about to be made.
func (l *Library) searcher(query string, independent bool) *searcher {
	return &searcher{shelf: l.shelf(), q: SearchQuery{Text: query, Independent: independent}}
}

// texts gives the texts in which something is found, in order.
func (s *searcher) texts(ctx context.Context) ([]*stemma.Article, error) {
	if err := s.read(ctx); err != nil {
		return nil, err
	}
	if s.expr == nil {
		return nil, fmt.Errorf("there is nothing to look for: %w", stemma.ErrInvalid)
	}
	hits, err := s.find(ctx)
	var list []*stemma.Article
	for _, h := range hits.Hits {
		a := s.kin.articles[h.Article]
		if n := len(list); a != nil && (n == 0 || list[n-1] != a) {
			list = append(list, a)
		}
	}
	return list, err
}

// SearchPages gives the pages on which a query finds something, by ID: what is noted when a
// search is kept or looked at. A query that makes no sense gives an error that wraps
// [stemma.ErrInvalid].
func (l *Library) SearchPages(ctx context.Context, query string, independent bool) ([]stemma.ID, error) {
	texts, err := l.searcher(query, independent).texts(ctx)
	if err != nil {
		return nil, fmt.Errorf("search for %q: %w", query, err)
	}
	var pages []stemma.ID
	for _, a := range texts {
		pages = append(pages, a.Page)
	}
	slices.Sort(pages)
	return slices.Compact(pages), nil
}

// Text prints the saved searches.
func (v *Saved) Text(w io.Writer) error {
	p := &printer{w: w}
	if len(v.Searches) == 0 {
		p.line("No search was kept yet.")
	}
	for _, s := range v.Searches {
		news := "nothing new"
		if s.New > 0 {
			news = Number(float64(s.New)) + " new"
		}
		p.line("%s: %s, %s since %s", s.Name, cmp.Or(s.Trouble, Count(s.Texts, "text", "texts")), news, s.Looked)
		p.wrap("  ", s.Query)
		for _, t := range s.News {
			p.wrap("    ", t.Title+" ("+t.Where()+")")
		}
	}
	return p.err
}
