package store

import (
	"context"
	"fmt"
	"iter"
	"sync"

	"stemma"
)

// Stated is a finding of any kind with its place.
type Stated struct {
	ID stemma.ID
	stemma.Evidence
}

// Findings gives all findings of a reading, each with its kind.
func Findings(r *stemma.Reading) iter.Seq2[string, Stated] {
	return func(yield func(string, Stated) bool) {
		_ = each(Quotes, r, yield) && each(Figures, r, yield) && each(Times, r, yield) &&
			each(Mentions, r, yield) && each(Events, r, yield) && each(Victims, r, yield)
	}
}

func each[T any](k Finding[T], r *stemma.Reading, yield func(string, Stated) bool) bool {
	list := *k.In(r)
	for i := range list {
		if !yield(k.Kind, Stated{k.ID(&list[i]), *k.Evidence(&list[i])}) {
			return false
		}
	}
	return true
}

// ArticleOf gives the article that holds a finding.
func ArticleOf(ctx context.Context, from Reader, finding stemma.ID) (stemma.ID, error) {
	q := Query{IDs: []stemma.ID{finding}}
	for _, look := range []func() (stemma.ID, error){
		first(ctx, q, from.Quotes, Quotes), first(ctx, q, from.Figures, Figures), first(ctx, q, from.Times, Times),
		first(ctx, q, from.Mentions, Mentions), first(ctx, q, from.Events, Events), first(ctx, q, from.Victims, Victims),
	} {
		if article, err := look(); err != nil || article != "" {
			return article, err
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

// AnchoredFinding gives the finding that a ruling about one names now, and its article: the
// one of its kind that shares most of the anchor's words. It reports false where there is
// none any more.
func AnchoredFinding(ctx context.Context, from Reader, r stemma.Ruling, articles []stemma.Article) (article, finding stemma.ID, found bool, err error) {
	article, found, err = Anchored(ctx, from, r.Anchor, articles)
	if err != nil || !found {
		return "", "", false, err
	}
	a, err := from.Article(ctx, article)
	if err != nil {
		return "", "", false, err
	}
	p, err := from.Page(ctx, a.Page)
	if err != nil {
		return "", "", false, err
	}
	reading, err := from.Reading(ctx, article)
	if err != nil {
		return "", "", false, err
	}
	at, _ := r.Anchor.Find(p.Text)
	at.Start, at.End = at.Start-a.Start, at.End-a.Start
	best := 0
	for kind, x := range Findings(&reading) {
		shared := min(at.End, x.Span.End) - max(at.Start, x.Span.Start)
		if kind == r.Kind && 2*shared-(x.Span.End-x.Span.Start) > best {
			best, finding = 2*shared-(x.Span.End-x.Span.Start), x.ID
		}
	}
	return article, finding, finding != "", nil
}

// Rejected gives the findings that rulings reject, as the texts are read now.
func Rejected(ctx context.Context, from Reader) (map[stemma.ID]bool, error) {
	rulings, err := from.Rulings(ctx)
	if err != nil {
		return nil, err
	}
	verdict := stemma.Standing(rulings)
	var articles []stemma.Article
	out := map[stemma.ID]bool{}
	for _, r := range rulings {
		if r.Kind == "" || !verdict[r.ID] {
			continue
		}
		if articles == nil {
			if articles, err = from.Articles(ctx); err != nil {
				return nil, err
			}
		}
		_, finding, found, err := AnchoredFinding(ctx, from, r, articles)
		if err != nil {
			return nil, err
		}
		if found {
			out[finding] = r.Verdict == stemma.Rejected // a later ruling overrules an earlier one
		}
	}
	for id, is := range out {
		if !is {
			delete(out, id)
		}
	}
	return out, nil
}

// Upheld gives a pile without the findings that people have rejected: they stay in the pile,
// and are there again when the ruling is taken back.
func Upheld(r Reader) Reader { return &upheld{Reader: r} }

type upheld struct {
	Reader
	mu       sync.Mutex
	state    string
	rejected map[stemma.ID]bool
}

// now gives what is rejected in the present state of the pile.
func (u *upheld) now(ctx context.Context) (map[stemma.ID]bool, error) {
	state, err := u.State(ctx)
	if err != nil {
		return nil, err
	}
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.rejected == nil || u.state != state {
		if u.rejected, err = Rejected(ctx, u.Reader); err != nil {
			return nil, err
		}
		u.state = state
	}
	return u.rejected, nil
}

// without gives a list of findings without the rejected ones.
func without[T any](ctx context.Context, u *upheld, q Query, list func(context.Context, Query) ([]T, error), id func(*T) stemma.ID) ([]T, error) {
	rejected, err := u.now(ctx)
	if err != nil {
		return nil, err
	}
	if len(rejected) == 0 {
		return list(ctx, q)
	}
	offset, limit := q.Offset, q.Limit
	q.Offset, q.Limit = 0, 0
	all, err := list(ctx, q)
	if err != nil {
		return nil, err
	}
	return Window(left(all, rejected, id), offset, limit), nil
}

// left gives the findings that are not rejected; the list itself stays as it is.
func left[T any](list []T, rejected map[stemma.ID]bool, id func(*T) stemma.ID) []T {
	var out []T
	for i := range list {
		if !rejected[id(&list[i])] {
			out = append(out, list[i])
		}
	}
	return out
}

// Reading implements [Reader].
func (u *upheld) Reading(ctx context.Context, article stemma.ID) (stemma.Reading, error) {
	r, err := u.Reader.Reading(ctx, article)
	if err != nil {
		return r, err
	}
	rejected, err := u.now(ctx)
	if err != nil || len(rejected) == 0 {
		return r, err
	}
	r.Quotes, r.Figures, r.Times = left(r.Quotes, rejected, Quotes.ID), left(r.Figures, rejected, Figures.ID), left(r.Times, rejected, Times.ID)
	r.Mentions, r.Events, r.Victims = left(r.Mentions, rejected, Mentions.ID), left(r.Events, rejected, Events.ID), left(r.Victims, rejected, Victims.ID)
	return r, nil
}

// Quotes implements [Reader].
func (u *upheld) Quotes(ctx context.Context, q Query) ([]stemma.Quote, error) {
	return without(ctx, u, q, u.Reader.Quotes, Quotes.ID)
}

// Figures implements [Reader].
func (u *upheld) Figures(ctx context.Context, q Query) ([]stemma.Figure, error) {
	return without(ctx, u, q, u.Reader.Figures, Figures.ID)
}

// Times implements [Reader].
func (u *upheld) Times(ctx context.Context, q Query) ([]stemma.Time, error) {
	return without(ctx, u, q, u.Reader.Times, Times.ID)
}

// Mentions implements [Reader].
func (u *upheld) Mentions(ctx context.Context, q Query) ([]stemma.Mention, error) {
	return without(ctx, u, q, u.Reader.Mentions, Mentions.ID)
}

// Events implements [Reader].
func (u *upheld) Events(ctx context.Context, q Query) ([]stemma.Event, error) {
	return without(ctx, u, q, u.Reader.Events, Events.ID)
}

// Victims implements [Reader].
func (u *upheld) Victims(ctx context.Context, q Query) ([]stemma.Victim, error) {
	return without(ctx, u, q, u.Reader.Victims, Victims.ID)
}
