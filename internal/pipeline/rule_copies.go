package pipeline

import (
	"context"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/store"
)

// together gives the decisions that one for all copies brings with it.
func together(ctx context.Context, from *store.UpheldReader, d Decision) ([]Decision, error) {
	if d.Verdict == stemma.TakenBack {
		return ofOneAct(ctx, from, d)
	}
	return inCopies(ctx, from, d)
}

// ofOneAct takes back the rulings that were made at one stroke with the one that is taken back,
// those of them that still hold.
func ofOneAct(ctx context.Context, from store.Reader, d Decision) ([]Decision, error) {
	rulings, err := from.Rulings(ctx)
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(rulings, func(r stemma.Ruling) bool { return r.ID == d.Answers })
	if at < 0 || rulings[at].Act() == "" {
		return nil, nil
	}
	var out []Decision
	holds := stemma.Standing(rulings)
	for i := range rulings {
		if rulings[i].Act() == rulings[at].Act() && rulings[i].ID != d.Answers && holds[rulings[i].ID] {
			other := d
			other.Answers = rulings[i].ID
			out = append(out, other)
		}
	}
	return out, nil
}

// inCopies gives the same decision for the same finding in the other texts of its family, so
// that each gets a ruling and finds its place by itself.
func inCopies(ctx context.Context, from *store.UpheldReader, d Decision) ([]Decision, error) {
	families, err := from.Families(ctx)
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(families, func(f stemma.Family) bool { return slices.Contains(f.Articles, d.Text) })
	if at < 0 {
		return nil, nil
	}
	own, err := look(ctx, from, d.Text, d.Finding)
	if err != nil {
		return nil, err
	}
	words := own.around(own.kind, own.Span)
	if d.Verdict == stemma.Made {
		span, err := own.find(d.Words, -1, d.From)
		if err != nil {
			return nil, err
		}
		words = own.around("", span)
	}
	var out []Decision
	for _, id := range families[at].Articles {
		if id == d.Text {
			continue
		}
		theirs, err := look(ctx, from, id, "")
		if err != nil {
			return nil, err
		}
		for _, place := range theirs.sameWords(words) {
			other := d
			other.Text, other.Finding, other.From = id, place.ID, place.Span.Start
			out = append(out, other)
		}
	}
	return out, nil
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

func (s *subject) around(kind string, at stemma.Span) around {
	text := s.Text.Article.Text
	return around{kind, at.Of(text), text[max(0, at.Start-nearBy):at.Start], text[at.End:min(len(text), at.End+nearBy)]}
}

// sameWords gives the findings of a text that are the same as one of another; where that has
// no kind, the places where the same words stand.
func (s *subject) sameWords(words around) []stemma.Stated {
	var out []stemma.Stated
	if words.kind == "" {
		text := s.Text.Article.Text
		for from := 0; words.exact != ""; {
			i := strings.Index(text[from:], words.exact)
			if i < 0 {
				break
			}
			at := stemma.Span{Start: from + i, End: from + i + len(words.exact)}
			if s.around("", at).same(words) {
				out = append(out, stemma.Stated{Evidence: stemma.Evidence{Span: at}})
			}
			from = at.End
		}
		return out
	}
	for kind, x := range s.Reading.All() {
		if s.around(kind, x.Span).same(words) {
			out = append(out, x)
		}
	}
	return out
}
