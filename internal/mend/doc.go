// Package mend makes of what was read in a text what people say that it states: findings
// mended and made by hand.
//
// It takes one article with its reading, the text of its page, and the rulings about
// findings of that article in the order they were made. It gives the reading as it is
// upheld, and which findings count no more. It promises that a mended finding keeps its ID,
// that what is made or mended names the rule [MadeRule] or [MendedRule] and stands at words
// of the text, and that the same rulings give the same reading: nothing is changed in what
// was handed in. A ruling whose words do not stand in the text changes nothing, and is told.
// It keeps nothing, asks nobody, and does not know other texts.
package mend

import (
	"cmp"
	"slices"

	"stemma"
)

// Text is one article as it was read.
type Text struct {
	Article *stemma.Article
	Page    string // its page's text
	Reading stemma.Reading
}

// Outcome is what rulings make of one text.
type Outcome struct {
	Reading  stemma.Reading          // mended; what is rejected is still in it
	Rejected map[stemma.ID]bool      // findings that count no more
	Found    map[stemma.ID]stemma.ID // ruling → the finding that it is about; none where its words are gone
}

// Apply applies rulings that hold: [stemma.Accepted], [stemma.Rejected], [stemma.Mended],
// [stemma.Made]; others are passed over. Of several on one finding the later overrules the
// earlier, field by field.
func Apply(t Text, rulings []stemma.Ruling) Outcome {
	out := Outcome{Reading: t.Reading, Rejected: map[stemma.ID]bool{}, Found: map[stemma.ID]stemma.ID{}}
	copyLists(&out.Reading)
	t.Reading = out.Reading
	for _, r := range rulings {
		k := kinds[r.Kind]
		if k == nil {
			continue
		}
		if r.Verdict == stemma.Made {
			if at, ok := t.place(r.Anchor); ok {
				out.Found[r.ID] = k.add(&t, at, r)
			}
			continue
		}
		id, ok := t.locate(r.Anchor, r.Kind, out.Rejected)
		if !ok {
			continue
		}
		switch r.Verdict {
		case stemma.Accepted, stemma.Mended:
			delete(out.Rejected, id)
		case stemma.Rejected:
			out.Rejected[id] = true
		default:
			continue
		}
		out.Found[r.ID] = id
		if r.Verdict == stemma.Mended {
			k.mend(&t, id, r)
		}
	}
	out.Reading = t.Reading
	return out
}

// copyLists gives a reading lists of its own, so that changing them changes no other.
func copyLists(r *stemma.Reading) {
	r.Quotes, r.Figures, r.Times = slices.Clone(r.Quotes), slices.Clone(r.Figures), slices.Clone(r.Times)
	r.Mentions, r.Events, r.Victims = slices.Clone(r.Mentions), slices.Clone(r.Events), slices.Clone(r.Victims)
}

// Locate gives the finding that an anchor names now: of those of the kind the one that shares
// most of its words. It reports false where there is none.
func (t *Text) Locate(a stemma.Anchor, kind string) (stemma.ID, bool) { return t.locate(a, kind, nil) }

// locate prefers, of findings at the same words, one that is not rejected.
func (t *Text) locate(a stemma.Anchor, kind string, rejected map[stemma.ID]bool) (stemma.ID, bool) {
	at, ok := t.place(a)
	if !ok {
		return "", false
	}
	best, finding := 0, stemma.ID("")
	for k, x := range t.Reading.All() {
		if k != kind {
			continue
		}
		shared := min(at.End, x.Span.End) - max(at.Start, x.Span.Start)
		n := 2*(2*shared-x.Span.Len()) - 1
		if !rejected[x.ID] {
			n++
		}
		if n > best {
			best, finding = n, x.ID
		}
	}
	return finding, finding != ""
}

// place gives where an anchor's words stand in the article.
func (t *Text) place(a stemma.Anchor) (stemma.Span, bool) {
	at, ok := a.Find(t.Page)
	if !ok || at.Start < t.Article.Start || at.End > t.Article.Start+len(t.Article.Text) {
		return stemma.Span{}, false
	}
	return at.Shift(-t.Article.Start), true
}

// inOrder puts findings in the order of readings.
func inOrder[T any](list []T, stated func(*T) stemma.Stated) {
	slices.SortStableFunc(list, func(a, b T) int {
		x, y := stated(&a), stated(&b)
		return cmp.Or(cmp.Compare(x.Span.Start, y.Span.Start), cmp.Compare(x.Span.End, y.Span.End), cmp.Compare(x.ID, y.ID))
	})
}
