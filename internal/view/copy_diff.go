package view

import (
	"strings"

	"stemma"
)

// diffLimit bounds what is compared word by word, in bytes of both stretches
// together; longer ones that share no passage are shown as replaced whole.
const diffLimit = 200_000

// align gives the edits between two stretches that cover both from end to end.
func (l *Library) align(a, b string) []Edit {
	whole := []Edit{{A: stemma.Span{End: len(a)}, B: stemma.Span{End: len(b)}, Same: a == b}}
	if a == b || a == "" || b == "" || l.Diff == nil || len(a)+len(b) > diffLimit {
		return whole
	}
	edits := l.Diff(a, b)
	x, y := 0, 0
	for _, e := range edits { // a diff that does not cover both texts would hide words
		if e.A.Start != x || e.B.Start != y || e.A.End < x || e.B.End < y || e.A.End > len(a) || e.B.End > len(b) {
			return whole
		}
		x, y = e.A.End, e.B.End
	}
	if x != len(a) || y != len(b) {
		return whole
	}
	return edits
}

// copyRows lays two texts side by side: passages that stand in the same order in
// both are the frame; inside them and between them words are compared.
func copyRows(a, b *stemma.Article, passages []stemma.Passage, align func(a, b string) []Edit) []CopyRow {
	rows := &rowMaker{a: a, b: b, paraA: Paragraphs(a.Text), paraB: Paragraphs(b.Text)}
	for _, p := range offChain(passages) {
		rows.movedA = append(rows.movedA, Mark{Kind: KindCopied, Span: p.A})
		rows.movedB = append(rows.movedB, Mark{Kind: KindCopied, Span: p.B})
	}
	between := func(a, b string) []Edit { return related(a, b, align(a, b)) }
	x, y := 0, 0
	for _, p := range chain(passages) {
		rows.stretch(stemma.Span{Start: x, End: p.A.Start}, stemma.Span{Start: y, End: p.B.Start}, between)
		rows.stretch(p.A, p.B, align)
		x, y = p.A.End, p.B.End
	}
	rows.stretch(stemma.Span{Start: x, End: len(a.Text)}, stemma.Span{Start: y, End: len(b.Text)}, between)
	rows.end()
	return rows.list
}

// relatedShare is how much of two stretches must be equal for a comparison word by
// word to be worth reading; below it, a few common words only make it harder. Chosen
// by looking at pairs of news texts that share a few passages.
const relatedShare = 0.3

// related gives the edits of two stretches that no passage relates, or a single
// replacement where they have little in common.
func related(a, b string, edits []Edit) []Edit {
	same := 0
	for _, e := range edits {
		if e.Same {
			same += len(letters(e.A.Of(a)))
		}
	}
	if 2*same < int(relatedShare*float64(len(letters(a))+len(letters(b)))) {
		return []Edit{{A: stemma.Span{End: len(a)}, B: stemma.Span{End: len(b)}}}
	}
	return edits
}

// letters gives a text without its white space.
func letters(s string) string { return strings.Join(strings.Fields(s), "") }
