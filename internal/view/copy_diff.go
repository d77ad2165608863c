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
	rows := &rowMaker{a: a, b: b, moved: offChain(passages), paraA: Paragraphs(a.Text), paraB: Paragraphs(b.Text)}
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
	paraA, paraB   []stemma.Span
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
		before, after := commonEnds(at.Of(m.a.Text), bt.Of(m.b.Text))
		m.same(stemma.Span{Start: at.Start, End: at.Start + before}, stemma.Span{Start: bt.Start, End: bt.Start + before})
		m.change(stemma.Span{Start: at.Start + before, End: at.End - after}, stemma.Span{Start: bt.Start + before, End: bt.End - after})
		m.same(stemma.Span{Start: at.End - after, End: at.End}, stemma.Span{Start: bt.End - after, End: bt.End})
	}
}

// commonEnds gives how many bytes two stretches share at their beginnings and ends,
// in whole words: a diff may call a word changed because the space behind it is.
func commonEnds(a, b string) (before, after int) {
	most := min(len(a), len(b))
	for i := 0; i < most && a[i] == b[i]; i++ {
		if i+1 == len(a) && i+1 == len(b) || isSpace(a[i]) {
			before = i + 1
		}
	}
	a, b = a[before:], b[before:]
	for i := 1; i <= min(len(a), len(b)) && a[len(a)-i] == b[len(b)-i]; i++ {
		if isSpace(a[len(a)-i]) {
			after = i
		}
	}
	return before, after
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// same adds equal words; where a line ends in them, the row ends.
func (m *rowMaker) same(a, b stemma.Span) {
	for line := range strings.Lines(a.Of(m.a.Text)) {
		m.add(DiffPart{Op: "same", Text: line}, a.Start, b.Start)
		a.Start, b.Start = a.Start+len(line), b.Start+len(line)
		if strings.HasSuffix(line, "\n") {
			m.end()
		}
	}
}

// change adds words that differ, line beside line. Lines that have nothing beside
// them get rows of their own.
func (m *rowMaker) change(a, b stemma.Span) {
	removed, added := slices.Collect(strings.Lines(a.Of(m.a.Text))), slices.Collect(strings.Lines(b.Of(m.b.Text)))
	for i := range max(len(removed), len(added)) {
		open := false // a side is in the middle of a line
		if i < len(removed) {
			m.add(DiffPart{Op: "removed", Text: removed[i], Moved: m.isMoved(a.Start, len(removed[i]), true)}, a.Start, -1)
			a.Start += len(removed[i])
			open = !strings.HasSuffix(removed[i], "\n")
		}
		if i < len(added) {
			m.add(DiffPart{Op: "added", Text: added[i], Moved: m.isMoved(b.Start, len(added[i]), false)}, -1, b.Start)
			b.Start += len(added[i])
			open = open || !strings.HasSuffix(added[i], "\n")
		}
		if !open && (i < len(removed) && i < len(added) || len(m.row.A) == 0 || len(m.row.B) == 0) {
			m.end()
		}
	}
}

// isMoved reports whether words of one text belong to a passage off the chain.
func (m *rowMaker) isMoved(start, n int, inA bool) bool {
	at := stemma.Span{Start: start, End: start + n}
	return slices.ContainsFunc(m.moved, func(p stemma.Passage) bool {
		if inA {
			return p.A.Meets(at)
		}
		return p.B.Meets(at)
	})
}

// add adds a part at byte a of the first text and b of the second; -1 means that it
// does not stand there.
func (m *rowMaker) add(part DiffPart, a, b int) {
	if part.Text == "" {
		return
	}
	if a >= 0 {
		if len(m.row.A) == 0 {
			m.startA = a
		}
		m.row.A = append(m.row.A, part)
	}
	if b >= 0 {
		if len(m.row.B) == 0 {
			m.startB = b
		}
		m.row.B = append(m.row.B, part)
	}
	m.row.Inline = append(m.row.Inline, part)
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
	r.A, r.B, r.Inline = closed(r.A), closed(r.B), closed(r.Inline)
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
		r.HrefA = SentenceHref(m.a.ID, "", anchorAt(m.paraA, m.startA))
	}
	if len(r.B) > 0 {
		r.HrefB = SentenceHref(m.b.ID, "", anchorAt(m.paraB, m.startB))
	}
	m.list = append(m.list, r)
}

// closed drops the white space at the end of a row's parts.
func closed(parts []DiffPart) []DiffPart {
	for len(parts) > 0 {
		last := &parts[len(parts)-1]
		if last.Text = strings.TrimRight(last.Text, " \t\r\n"); last.Text != "" {
			break
		}
		parts = parts[:len(parts)-1]
	}
	return parts
}

// anchorAt gives where the paragraph that holds a byte begins: there is always a
// sentence's anchor there.
func anchorAt(paragraphs []stemma.Span, at int) int {
	i, _ := slices.BinarySearchFunc(paragraphs, at, func(p stemma.Span, at int) int { return cmp.Compare(p.End, at+1) })
	if i == len(paragraphs) {
		return 0
	}
	return paragraphs[i].Start
}
