package view

import (
	"math"
	"slices"
	"strings"

	"stemma"
)

// Paragraphs of a text and its translation are as long as each other, nearly; skipCost is
// what it costs to leave one without a counterpart, beside the logarithm of two lengths.
const skipCost = 0.7

// mostParagraphs bounds the table in which paragraphs are matched: more are matched bit by bit.
const mostParagraphs = 1000

// translatedRows lays a text and its translation side by side, paragraph by paragraph: all
// words differ, so none is marked for that. Passages say what stands where.
func translatedRows(a, b *stemma.Article, passages []stemma.Passage) []CopyRow {
	m := &rowMaker{a: a, b: b, paraA: Paragraphs(a.Text), paraB: Paragraphs(b.Text)}
	x, y := 0, 0
	for _, p := range slices.Concat(headlines(a, b), chain(passages), stop(len(a.Text), len(b.Text))) {
		i, k := beginBefore(m.paraA, x, p.A.Start), beginBefore(m.paraB, y, p.B.Start)
		m.matched(m.paraA[x:i], m.paraB[y:k])
		x, y = i, k
	}
	return m.list
}

// headlines gives where two headlines begin and end: each is the translation of the other,
// however long the lines about author and day are beside them. None where one of them is unknown.
func headlines(a, b *stemma.Article) []stemma.Passage {
	if a.Title.Empty() || b.Title.Empty() {
		return nil
	}
	return append(stop(a.Title.Start, b.Title.Start), stop(a.Title.End, b.Title.End)...)
}

// stop gives a place in both texts up to which their paragraphs are matched by themselves.
func stop(a, b int) []stemma.Passage {
	return []stemma.Passage{{A: stemma.Span{Start: a}, B: stemma.Span{Start: b}}}
}

// beginBefore counts on from the n-th paragraph to the first that begins at a byte or
// behind it.
func beginBefore(paragraphs []stemma.Span, n, at int) int {
	for n < len(paragraphs) && paragraphs[n].Start < at {
		n++
	}
	return n
}

// matched adds the rows of two runs of paragraphs: each beside the one that is most likely
// its translation, by their order and lengths.
func (m *rowMaker) matched(as, bs []stemma.Span) {
	for len(as) > mostParagraphs || len(bs) > mostParagraphs {
		i, k := min(len(as), mostParagraphs), min(len(bs), mostParagraphs)
		m.matched(as[:i], bs[:k])
		as, bs = as[i:], bs[k:]
	}
	cost := make([][]float64, len(as)+1)
	for i := range cost {
		cost[i] = make([]float64, len(bs)+1)
	}
	pair := func(i, k int) float64 {
		return math.Abs(math.Log(float64(as[i].Len()+1) / float64(bs[k].Len()+1)))
	}
	for i := len(as); i >= 0; i-- {
		for k := len(bs); k >= 0; k-- {
			if i == len(as) || k == len(bs) {
				cost[i][k] = skipCost * float64(len(as)-i+len(bs)-k)
				continue
			}
			cost[i][k] = min(cost[i+1][k+1]+pair(i, k), cost[i+1][k]+skipCost, cost[i][k+1]+skipCost)
		}
	}
	i, k := 0, 0
	for i < len(as) || k < len(bs) {
		switch {
		case i < len(as) && k < len(bs) && cost[i][k] == cost[i+1][k+1]+pair(i, k):
			m.translated(as[i], bs[k])
			i, k = i+1, k+1
		case i < len(as) && (k == len(bs) || cost[i][k] == cost[i+1][k]+skipCost):
			m.removed(as[i])
			m.end()
			i++
		default:
			m.added(bs[k])
			m.end()
			k++
		}
	}
}

// translated adds a paragraph and its translation.
func (m *rowMaker) translated(a, b stemma.Span) {
	m.add(DiffPart{Op: "translated", Text: a.Of(m.a.Text)}, a.Start, -1)
	m.add(DiffPart{Op: "translated", Text: b.Of(m.b.Text)}, -1, b.Start)
	m.end()
	m.list[len(m.list)-1].Kind = "translated"
}

// unmarked gives the words of one side of a row.
func unmarked(parts []DiffPart) string {
	var b strings.Builder
	for _, part := range parts {
		b.WriteString(part.Text)
	}
	return b.String()
}
