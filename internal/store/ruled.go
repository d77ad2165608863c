package store

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"stemma"
	"stemma/internal/mend"
)

// Ruled is what the rulings about findings come to in one state of a pile.
type Ruled struct {
	texts map[stemma.ID]mend.Outcome // by article: those that any ruling changes
	at    map[stemma.ID]Found        // by ruling
	off   map[stemma.ID]bool
}

// Found is what a ruling about findings is about now; an ID that is "" no longer finds its
// place.
type Found struct {
	Article, Finding           stemma.ID
	OtherArticle, OtherFinding stemma.ID // of a pair
}

// Rejected gives the findings that count no more. It must not be changed.
func (r *Ruled) Rejected() map[stemma.ID]bool { return r.off }

// At gives what a ruling is about.
func (r *Ruled) At(ruling stemma.ID) Found { return r.at[ruling] }

// judge works out what rulings come to.
func judge(ctx context.Context, from Reader) (*Ruled, error) {
	out := &Ruled{texts: map[stemma.ID]mend.Outcome{}, at: map[stemma.ID]Found{}, off: map[stemma.ID]bool{}}
	rulings, err := from.Rulings(ctx)
	if err != nil {
		return nil, err
	}
	rulings = slices.DeleteFunc(rulings, func(r stemma.Ruling) bool { return r.Kind == "" })
	if len(rulings) == 0 {
		return out, nil
	}
	articles, err := from.Articles(ctx)
	if err != nil {
		return nil, err
	}
	w := &walk{from: from, onPage: map[stemma.ID][]stemma.Article{}, texts: map[stemma.ID]*mend.Text{}}
	for _, a := range articles {
		w.onPage[a.Page] = append(w.onPage[a.Page], a)
	}
	holds := stemma.Standing(rulings)
	changing := map[stemma.ID][]stemma.Ruling{}
	for _, r := range rulings {
		f := Found{}
		if f.Article, err = w.article(ctx, r.Anchor); err != nil {
			return nil, err
		}
		if f.OtherArticle, err = w.article(ctx, r.Other); err != nil {
			return nil, err
		}
		out.at[r.ID] = f
		if holds[r.ID] && f.Article != "" && changes(r.Verdict) {
			changing[f.Article] = append(changing[f.Article], r)
		}
	}
	for article, list := range changing {
		o := mend.Apply(*w.texts[article], list)
		w.texts[article].Reading = o.Reading
		for id := range o.Rejected {
			out.off[id] = true
		}
		out.texts[article] = o
	}
	for _, r := range rulings {
		out.at[r.ID] = w.finding(r, out)
	}
	return out, nil
}

// changes reports whether rulings with a verdict change what a text states.
func changes(verdict string) bool {
	return verdict == stemma.Accepted || verdict == stemma.Rejected || verdict == stemma.Mended || verdict == stemma.Made
}

// walk keeps the texts that rulings are about while they are looked at.
type walk struct {
	from   Reader
	onPage map[stemma.ID][]stemma.Article
	texts  map[stemma.ID]*mend.Text
}

// article gives the article that an anchor names now, and takes its text down; "" for none.
func (w *walk) article(ctx context.Context, a stemma.Anchor) (stemma.ID, error) {
	if a.Exact == "" || len(w.onPage[a.Page]) == 0 {
		return "", nil
	}
	id, _, err := Anchored(ctx, w.from, a, w.onPage[a.Page])
	if err != nil || id == "" || w.texts[id] != nil {
		return id, err
	}
	article, err1 := w.from.Article(ctx, id)
	page, err2 := w.from.Page(ctx, a.Page)
	reading, err3 := w.from.Reading(ctx, id)
	w.texts[id] = &mend.Text{Article: &article, Page: page.Text, Reading: reading}
	return id, errors.Join(err1, err2, err3)
}

// finding gives the findings that a ruling is about: as it found them when it was applied,
// else as they are when all are.
func (w *walk) finding(r stemma.Ruling, all *Ruled) Found {
	f := all.at[r.ID]
	if f.Article != "" {
		f.Finding = all.texts[f.Article].Found[r.ID]
		if f.Finding == "" {
			f.Finding, _ = w.texts[f.Article].Locate(r.Anchor, r.Kind)
		}
	}
	if f.OtherArticle != "" {
		f.OtherFinding, _ = w.texts[f.OtherArticle].Locate(r.Other, r.Kind)
	}
	return f
}

// ArticleOf gives the article that holds a finding, be it made by hand or rejected.
func ArticleOf(ctx context.Context, from Reader, finding stemma.ID) (stemma.ID, error) {
	u, ok := from.(*UpheldReader)
	if !ok {
		u = Upheld(from)
	}
	q := Query{IDs: []stemma.ID{finding}}
	for _, r := range []Reader{u.Reader, u} {
		for _, look := range []func() (stemma.ID, error){
			first(ctx, q, r.Quotes, Quotes), first(ctx, q, r.Figures, Figures), first(ctx, q, r.Times, Times),
			first(ctx, q, r.Mentions, Mentions), first(ctx, q, r.Events, Events), first(ctx, q, r.Victims, Victims),
		} {
			if article, err := look(); err != nil || article != "" {
				return article, err
			}
		}
	}
	return "", fmt.Errorf("there is no finding %s in this pile: %w", finding, stemma.ErrNotFound)
}

func first[T any](ctx context.Context, q Query, list func(context.Context, Query) ([]T, error), k Finding[T]) func() (stemma.ID, error) {
	return func() (stemma.ID, error) {
		found, err := list(ctx, q)
		if err != nil || len(found) == 0 {
			return "", err
		}
		return k.Evidence(&found[0]).Article, nil
	}
}
