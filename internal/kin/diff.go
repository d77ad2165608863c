package kin

import (
	"strings"

	"stemma"
)

// Edit is one step from a text to another. The steps of a diff cover both texts, in
// order and without gaps.
type Edit struct {
	Op   Op
	A    stemma.Span // in the first text, bytes; empty for Added, and then the place
	B    stemma.Span // in the second text, bytes; empty for Cut, and then the place
	Text string      // the second text's words; "" for Cut
}

// Op says what a step does.
type Op uint8

// The steps of a diff.
const (
	Same  Op = iota // both texts have it, letter by letter
	Cut             // only the first text has it
	Added           // only the second text has it
)

// maxTable bounds the words of two stretches that are aligned exactly, as the
// product of their numbers. Longer ones are cut at words that stand once in both.
const maxTable = 1 << 20

// maxCells bounds the work of all exact alignments of one diff. What is left over is
// told as cut and added.
const maxCells = 1 << 26

// maxDepth bounds how often a stretch is cut again.
const maxDepth = 64

// Diff compares two texts word by word, for showing them side by side: words, the
// white space between them and single marks are the smallest parts. It is the
// shortest way from a to b for texts of up to about a thousand parts, and for longer
// ones a good one, found through words that stand once in both (patience diff,
// Cohen). [Apply] gives b again.
func Diff(a, b string) []Edit {
	d := differ{a: parts(a), b: parts(b)}
	d.compare(0, len(d.a), 0, len(d.b), 0)
	return d.edits(a, b)
}

// Apply gives the text that the edits make of a.
func Apply(a string, edits []Edit) string {
	var out strings.Builder
	for _, e := range edits {
		if e.Op == Same {
			out.WriteString(e.A.Of(a))
		} else {
			out.WriteString(e.Text)
		}
	}
	return out.String()
}

// parts cuts a text into words, white space and single marks.
func parts(s string) []string {
	out := make([]string, 0, len(s)/3)
	for len(s) > 0 {
		n, kind := 0, -1
		for i, r := range s {
			k := 2
			switch {
			case letter(r):
				k = 0
			case r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\u00a0':
				k = 1
			}
			if kind >= 0 && (k != kind || k == 2) {
				break
			}
			kind = k
			n = i + max(1, len(string(r)))
			if r == '\ufffd' && !strings.HasPrefix(s[i:], "\ufffd") {
				n = i + 1 // a broken byte
			}
		}
		out = append(out, s[:n])
		s = s[n:]
	}
	return out
}

// differ collects the pairs of equal parts, in order.
type differ struct {
	a, b  []string
	same  []run
	cells int // of the tables so far
}

// compare aligns a[i:iEnd] with b[j:jEnd].
func (d *differ) compare(i, iEnd, j, jEnd, depth int) {
	for i < iEnd && j < jEnd && d.a[i] == d.b[j] {
		d.keep(i, j)
		i, j = i+1, j+1
	}
	tail := 0
	for i < iEnd-tail && j < jEnd-tail && d.a[iEnd-1-tail] == d.b[jEnd-1-tail] {
		tail++
	}
	iEnd, jEnd = iEnd-tail, jEnd-tail
	switch {
	case i == iEnd || j == jEnd:
	case (iEnd-i)*(jEnd-j) <= maxTable:
		if d.cells += (iEnd - i) * (jEnd - j); d.cells > maxCells {
			break
		}
		d.exact(i, iEnd, j, jEnd)
	case depth < maxDepth:
		d.patience(i, iEnd, j, jEnd, depth)
	}
	for k := range tail {
		d.keep(iEnd+k, jEnd+k)
	}
}

// keep notes that two parts are the same.
func (d *differ) keep(i, j int) { d.same = append(d.same, run{x: int32(i), y: int32(j), n: 1}) }

// exact finds a longest common row of parts by dynamic programming. Words weigh more
// than white space and marks, so that the alignment hangs on them.
func (d *differ) exact(i, iEnd, j, jEnd int) {
	m, n := iEnd-i, jEnd-j
	score := make([]int32, (m+1)*(n+1))
	at := func(p, q int) *int32 { return &score[p*(n+1)+q] }
	for p := m - 1; p >= 0; p-- {
		for q := n - 1; q >= 0; q-- {
			best := max(*at(p+1, q), *at(p, q+1))
			if d.a[i+p] == d.b[j+q] {
				best = max(best, *at(p+1, q+1)+weight(d.a[i+p]))
			}
			*at(p, q) = best
		}
	}
	for p, q := 0, 0; p < m && q < n; {
		switch {
		case d.a[i+p] == d.b[j+q] && *at(p, q) == *at(p+1, q+1)+weight(d.a[i+p]):
			d.keep(i+p, j+q)
			p, q = p+1, q+1
		case *at(p, q) == *at(p+1, q):
			p++
		default:
			q++
		}
	}
}

// edits makes the steps of the pairs of equal parts.
func (d *differ) edits(a, b string) []Edit {
	var out []Edit
	add := func(op Op, x, y stemma.Span) {
		if x.Empty() && y.Empty() {
			return
		}
		if n := len(out); n > 0 && out[n-1].Op == op {
			out[n-1].A.End, out[n-1].B.End = x.End, y.End
		} else {
			out = append(out, Edit{Op: op, A: x, B: y})
		}
	}
	i, j, at, bt := 0, 0, 0, 0 // parts and bytes done
	to := func(iEnd, jEnd int) {
		from := at
		for ; i < iEnd; i++ {
			at += len(d.a[i])
		}
		add(Cut, stemma.Span{Start: from, End: at}, stemma.Span{Start: bt, End: bt})
		from = bt
		for ; j < jEnd; j++ {
			bt += len(d.b[j])
		}
		add(Added, stemma.Span{Start: at, End: at}, stemma.Span{Start: from, End: bt})
	}
	for _, r := range d.same {
		to(int(r.x), int(r.y))
		n := len(d.a[i])
		add(Same, stemma.Span{Start: at, End: at + n}, stemma.Span{Start: bt, End: bt + n})
		i, j, at, bt = i+1, j+1, at+n, bt+n
	}
	to(len(d.a), len(d.b))
	for k := range out {
		if out[k].Op != Cut {
			out[k].Text = out[k].B.Of(b)
		}
	}
	return out
}
