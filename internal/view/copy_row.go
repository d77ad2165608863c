package view

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
)

// rowMaker collects the parts of a row until a paragraph ends in both texts.
type rowMaker struct {
	a, b           *stemma.Article
	movedA, movedB []Mark // passages that stand elsewhere in the other text
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

// change adds words that differ: first the lines that end in them, side by side, each
// two in a row, then what begins a line that goes on behind them.
func (m *rowMaker) change(a, b stemma.Span) {
	linesA, tailA := lines(m.a.Text, a)
	linesB, tailB := lines(m.b.Text, b)
	for i := range max(len(linesA), len(linesB)) {
		if i < len(linesA) {
			m.removed(linesA[i])
		}
		if i < len(linesB) {
			m.added(linesB[i])
		}
		m.end()
	}
	m.removed(tailA)
	m.added(tailB)
}

// lines cuts a stretch of text into the lines that end in it and the rest.
func lines(text string, at stemma.Span) (ended []stemma.Span, rest stemma.Span) {
	for line := range strings.Lines(at.Of(text)) {
		next := stemma.Span{Start: at.Start, End: at.Start + len(line)}
		at.Start = next.End
		if next.End < len(text) && !strings.HasSuffix(line, "\n") {
			return ended, next
		}
		ended = append(ended, next)
	}
	return ended, stemma.Span{Start: at.End, End: at.End}
}

// removed adds words of the first text only.
func (m *rowMaker) removed(at stemma.Span) {
	for _, s := range Split(m.a.Text, at, m.movedA, "") {
		m.add(DiffPart{Op: "removed", Text: s.Text, Moved: len(s.Marks) > 0}, s.Start, -1)
	}
}

// added adds words of the second text only.
func (m *rowMaker) added(at stemma.Span) {
	for _, s := range Split(m.b.Text, at, m.movedB, "") {
		m.add(DiffPart{Op: "added", Text: s.Text, Moved: len(s.Marks) > 0}, -1, s.Start)
	}
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
	case blank(r.Inline, "same"):
		r.Kind = "replaced"
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
