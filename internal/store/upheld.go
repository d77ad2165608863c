package store

import (
	"context"
	"iter"
	"sync"

	"stemma"
	"stemma/internal/mend"
)

// Upheld gives a pile as people uphold it: findings mended and made as they say, without
// those that they have rejected. What was read stays in the pile, and is there again when
// the ruling is taken back.
func Upheld(r Reader) *UpheldReader { return &UpheldReader{Reader: r} }

// UpheldReader is a pile as people uphold it; see [Upheld]. It works out what rulings come to
// once for each state of the pile.
type UpheldReader struct {
	Reader
	mu    sync.Mutex
	state string
	ruled *Ruled
}

// Ruled gives what the rulings about findings come to in the present state of the pile.
func (u *UpheldReader) Ruled(ctx context.Context) (*Ruled, error) {
	state, err := u.State(ctx)
	if err != nil {
		return nil, err
	}
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.ruled == nil || u.state != state {
		if u.ruled, err = judge(ctx, u.Reader); err != nil {
			return nil, err
		}
		u.state = state
	}
	return u.ruled, nil
}

// WithRejected gives all that an article states, mended, with what people have rejected.
func (u *UpheldReader) WithRejected(ctx context.Context, article stemma.ID) (stemma.Reading, error) {
	ruled, err := u.Ruled(ctx)
	if err != nil {
		return stemma.Reading{}, err
	}
	return u.mended(ctx, ruled, article)
}

// Reading implements [Reader].
func (u *UpheldReader) Reading(ctx context.Context, article stemma.ID) (stemma.Reading, error) {
	ruled, err := u.Ruled(ctx)
	if err != nil {
		return stemma.Reading{}, err
	}
	r, err := u.mended(ctx, ruled, article)
	if err != nil || len(ruled.off) == 0 {
		return r, err
	}
	return upheldOf(r, ruled.off), nil
}

// mended gives all that an article states as rulings mend it.
func (u *UpheldReader) mended(ctx context.Context, ruled *Ruled, article stemma.ID) (stemma.Reading, error) {
	if o, ok := ruled.texts[article]; ok {
		return o.Reading, nil
	}
	return u.Reader.Reading(ctx, article)
}

// Texts implements [Reader].
func (u *UpheldReader) Texts(ctx context.Context, kinds ...string) iter.Seq2[Text, error] {
	return func(yield func(Text, error) bool) {
		ruled, err := u.Ruled(ctx)
		if err != nil {
			yield(Text{}, err)
			return
		}
		for t, err := range u.Reader.Texts(ctx, kinds...) {
			if o, changed := ruled.texts[t.Article.ID]; changed && err == nil {
				t.Reading = Of(&o.Reading, kinds...)
			}
			if len(ruled.off) > 0 {
				t.Reading = upheldOf(t.Reading, ruled.off)
			}
			if !yield(t, err) {
				return
			}
		}
	}
}

// upheldOf gives a reading without what people have rejected.
func upheldOf(r stemma.Reading, off map[stemma.ID]bool) stemma.Reading {
	r.Quotes, r.Figures, r.Times = left(r.Quotes, off, Quotes), left(r.Figures, off, Figures), left(r.Times, off, Times)
	r.Mentions, r.Events, r.Victims = left(r.Mentions, off, Mentions), left(r.Events, off, Events), left(r.Victims, off, Victims)
	return r
}

// left gives the findings that are not rejected; the list itself stays as it is.
func left[T any](list []T, rejected map[stemma.ID]bool, k Finding[T]) []T {
	var out []T
	for i := range list {
		if !rejected[k.ID(&list[i])] {
			out = append(out, list[i])
		}
	}
	return out
}

// upheld gives a list of findings as people uphold them: those of texts that rulings change
// are put in the place of what was read there.
func upheld[T any](ctx context.Context, u *UpheldReader, q Query, list func(context.Context, Query) ([]T, error), k Finding[T]) ([]T, error) {
	ruled, err := u.Ruled(ctx)
	if err != nil {
		return nil, err
	}
	if _, changed := ruled.texts[q.Article]; len(ruled.texts) == 0 || q.Article != "" && !changed {
		return list(ctx, q)
	}
	offset, limit := q.Offset, q.Limit
	q.Offset, q.Limit = 0, 0
	read, err := list(ctx, q)
	if err != nil {
		return nil, err
	}
	var kept []T
	for i := range read {
		if _, changed := ruled.texts[k.Evidence(&read[i]).Article]; !changed {
			kept = append(kept, read[i])
		}
	}
	ours := changedOf(ruled, q, k)
	return Window(mergeLists(kept, ours, func(a, b *T) bool { return k.compare(a, b, q.IDs != nil) < 0 }), offset, limit), nil
}

// changedOf gives the findings of texts that rulings change, those that a query asks for, in
// its order.
func changedOf[T any](ruled *Ruled, q Query, k Finding[T]) []T {
	var out []T
	asked := make(map[stemma.ID]bool, len(q.IDs))
	for _, id := range q.IDs {
		asked[id] = true
	}
	for article, o := range ruled.texts {
		if q.Article != "" && q.Article != article {
			continue
		}
		for _, f := range left(*k.In(&o.Reading), ruled.off, k) {
			if q.IDs == nil || asked[k.ID(&f)] {
				out = append(out, f)
			}
		}
	}
	k.Sort(out, q.IDs != nil)
	return out
}

// mergeLists makes one ordered list of two.
func mergeLists[T any](a, b []T, before func(*T, *T) bool) []T {
	if len(b) == 0 {
		return a
	}
	out := make([]T, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if before(&b[0], &a[0]) {
			out, b = append(out, b[0]), b[1:]
		} else {
			out, a = append(out, a[0]), a[1:]
		}
	}
	return append(append(out, a...), b...)
}

// Counts implements [Reader].
func (u *UpheldReader) Counts(ctx context.Context) (Counts, error) {
	c, err := u.Reader.Counts(ctx)
	if err != nil {
		return c, err
	}
	ruled, err := u.Ruled(ctx)
	if err != nil {
		return c, err
	}
	of := map[string]*int{
		Quotes.Kind: &c.Quotes, Figures.Kind: &c.Figures, Times.Kind: &c.Times, Mentions.Kind: &c.Mentions, Events.Kind: &c.Events, Victims.Kind: &c.Victims,
	}
	for _, o := range ruled.texts {
		for kind, f := range o.Reading.All() {
			if f.Rule == mend.MadeRule {
				*of[kind]++
			}
			if ruled.off[f.ID] {
				*of[kind]--
			}
		}
	}
	return c, nil
}

// Quotes implements [Reader].
func (u *UpheldReader) Quotes(ctx context.Context, q Query) ([]stemma.Quote, error) {
	return upheld(ctx, u, q, u.Reader.Quotes, Quotes)
}

// Figures implements [Reader].
func (u *UpheldReader) Figures(ctx context.Context, q Query) ([]stemma.Figure, error) {
	return upheld(ctx, u, q, u.Reader.Figures, Figures)
}

// Times implements [Reader].
func (u *UpheldReader) Times(ctx context.Context, q Query) ([]stemma.Time, error) {
	return upheld(ctx, u, q, u.Reader.Times, Times)
}

// Mentions implements [Reader].
func (u *UpheldReader) Mentions(ctx context.Context, q Query) ([]stemma.Mention, error) {
	return upheld(ctx, u, q, u.Reader.Mentions, Mentions)
}

// Events implements [Reader].
func (u *UpheldReader) Events(ctx context.Context, q Query) ([]stemma.Event, error) {
	return upheld(ctx, u, q, u.Reader.Events, Events)
}

// Victims implements [Reader].
func (u *UpheldReader) Victims(ctx context.Context, q Query) ([]stemma.Victim, error) {
	return upheld(ctx, u, q, u.Reader.Victims, Victims)
}
