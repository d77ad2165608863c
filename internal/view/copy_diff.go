package view

import (
	"cmp"
	"slices"
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
	rows := &rowMaker{a: a, b: b, moved: offChain(passages)}
	x, y := 0, 0
	for _, p := range chain(passages) {
		rows.stretch(stemma.Span{Start: x, End: p.A.Start}, stemma.Span{Start: y, End: p.B.Start}, align)
		rows.stretch(p.A, p.B, align)
		x, y = p.A.End, p.B.End
	}
	rows.stretch(stemma.Span{Start: x, End: len(a.Text)}, stemma.Span{Start: y, End: len(b.Text)}, align)
	rows.end()
	return rows.list
}

// chain gives the passages that stand in the same order in both texts and carry the
// most words, as in the alignment of sequences by chaining.
func chain(passages []stemma.Passage) []stemma.Passage {
	list := slices.Clone(passages)
	slices.SortFunc(list, func(p, q stemma.Passage) int {
		return cmp.Or(cmp.Compare(p.A.Start, q.A.Start), cmp.Compare(p.B.Start, q.B.Start), cmp.Compare(p.A.End, q.A.End))
	})
	list = head(list, 2000) // the search for the best chain is quadratic
	best, from := make([]int, len(list)), make([]int, len(list))
	last := -1
	for i, p := range list {
		best[i], from[i] = p.A.Len(), -1
		for j := range i {
			if list[j].A.End <= p.A.Start && list[j].B.End <= p.B.Start && best[j]+p.A.Len() > best[i] {
				best[i], from[i] = best[j]+p.A.Len(), j
			}
		}
		if last < 0 || best[i] > best[last] {
			last = i
		}
	}
	var out []stemma.Passage
	for ; last >= 0; last = from[last] {
		out = append(out, list[last])
	}
	slices.Reverse(out)
	return out
}

// offChain gives the passages that stand elsewhere in the other text.
func offChain(passages []stemma.Passage) []stemma.Passage {
	kept := chain(passages)
	return slices.DeleteFunc(slices.Clone(passages), func(p stemma.Passage) bool { return slices.Contains(kept, p) })
}

// rowMaker collects the parts of a row until a paragraph ends in both texts.
type rowMaker struct {
	a, b           *stemma.Article
	moved          []stemma.Passage
	row            CopyRow
	startA, startB int
	list           []CopyRow
}

// stretch adds a stretch of both texts.
func (m *rowMaker) stretch(a, b stemma.Span, align func(a, b string) []Edit) {
	if (a.Empty() && b.Empty()) || a.Start < 0 || b.Start < 0 || a.End > len(m.a.Text) || b.End > len(m.b.Text) {
		return
	}
	for _, e := range align(a.Of(m.a.Text), b.Of(m.b.Text)) {
		at, bt := e.A.Shift(a.Start), e.B.Shift(b.Start)
		if e.Same {
			m.same(at, bt)
			continue
		}
		m.change("removed", m.a.Text, at, func(p stemma.Passage) stemma.Span { return p.A })
		m.change("added", m.b.Text, bt, func(p stemma.Passage) stemma.Span { return p.B })
	}
}

// same adds equal words; where a line ends in them, the row ends.
func (m *rowMaker) same(a, b stemma.Span) {
	for line := range strings.Lines(a.Of(m.a.Text)) {
		part := DiffPart{Op: "same", Text: line}
		if len(m.row.Inline) == 0 {
			m.startA, m.startB = a.Start, b.Start
		}
		m.row.A, m.row.B = append(m.row.A, part), append(m.row.B, part)
		m.row.Inline = append(m.row.Inline, part)
		a.Start, b.Start = a.Start+len(line), b.Start+len(line)
		if strings.HasSuffix(line, "\n") {
			m.end()
		}
	}
}

// change adds words of one text only; paragraphs of it that stand alone get rows of
// their own.
func (m *rowMaker) change(op, text string, at stemma.Span, side func(stemma.Passage) stemma.Span) {
	for line := range strings.Lines(at.Of(text)) {
		part := DiffPart{Op: op, Text: line}
		here := stemma.Span{Start: at.Start, End: at.Start + len(line)}
		part.Moved = slices.ContainsFunc(m.moved, func(p stemma.Passage) bool { return side(p).Meets(here) })
		if op == "removed" {
			if len(m.row.A) == 0 {
				m.startA = here.Start
			}
			m.row.A = append(m.row.A, part)
		} else {
			if len(m.row.B) == 0 {
				m.startB = here.Start
			}
			m.row.B = append(m.row.B, part)
		}
		m.row.Inline = append(m.row.Inline, part)
		at.Start = here.End
		if strings.HasSuffix(line, "\n") && (len(m.row.A) == 0 || len(m.row.B) == 0) {
			m.end()
		}
	}
}

// end closes the row. Rows of white space only are left out: they say nothing.
func (m *rowMaker) end() {
	r := m.row
	m.row = CopyRow{}
	blank := func(parts []DiffPart, op string) bool {
		return !slices.ContainsFunc(parts, func(p DiffPart) bool {
			return (op == "" || p.Op == op) && strings.TrimSpace(p.Text) != ""
		})
	}
	if blank(r.Inline, "") {
		return
	}
	switch {
	case blank(r.A, "removed") && blank(r.B, "added"):
		r.Kind = "same"
	case blank(r.B, ""):
		r.Kind = "only-a"
	case blank(r.A, ""):
		r.Kind = "only-b"
	default:
		r.Kind = "changed"
	}
	if len(r.A) > 0 {
		r.HrefA = TextHref(m.a.ID, "")
	}
	if len(r.B) > 0 {
		r.HrefB = TextHref(m.b.ID, "")
	}
	m.list = append(m.list, r)
}
