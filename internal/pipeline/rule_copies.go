package pipeline

import (
	"context"
	"slices"

	"stemma"
	"stemma/internal/store"
)

// ruleCopies keeps a decision about a finding for the same one in the other texts of its
// family, a ruling each, so that each finds its place by itself.
func ruleCopies(ctx context.Context, to store.Store, d Decision) error {
	families, err := to.Families(ctx)
	if err != nil {
		return err
	}
	at := slices.IndexFunc(families, func(f stemma.Family) bool { return slices.Contains(f.Articles, d.Text) })
	if at < 0 {
		return nil
	}
	words, err := wordsAround(ctx, to, d.Text)
	if err != nil {
		return err
	}
	for _, id := range families[at].Articles {
		if id == d.Text {
			continue
		}
		theirs, err := wordsAround(ctx, to, id)
		if err != nil {
			return err
		}
		for finding, w := range theirs {
			if !w.same(words[d.Finding]) {
				continue
			}
			other := d
			other.Text, other.Finding = id, finding
			if _, err := keep(ctx, to, other); err != nil {
				return err
			}
		}
	}
	return nil
}

// around is a finding's words, and what stands on either side of them.
type around struct{ kind, exact, before, behind string }

// nearBy is how many bytes on a side must be the same.
const nearBy = 24

// same reports whether two findings of two texts are one: the same words, with the same
// words on one side at least.
func (a around) same(b around) bool {
	return a.kind == b.kind && a.exact == b.exact && (a.before == b.before || a.behind == b.behind)
}

// wordsAround gives the words of all findings of a text.
func wordsAround(ctx context.Context, from store.Reader, article stemma.ID) (map[stemma.ID]around, error) {
	a, err := from.Article(ctx, article)
	if err != nil {
		return nil, err
	}
	r, err := from.Reading(ctx, article)
	if err != nil {
		return nil, err
	}
	out := map[stemma.ID]around{}
	for kind, x := range store.Findings(&r) {
		out[x.ID] = around{
			kind, x.Span.Of(a.Text), a.Text[max(0, x.Span.Start-nearBy):x.Span.Start], a.Text[x.Span.End:min(len(a.Text), x.Span.End+nearBy)],
		}
	}
	return out, nil
}
