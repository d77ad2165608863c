package kin

import "math"

// line counts what the other texts of a family do with the line at one end of a text, which may be
// a dateline, a credit or an outlet's note.
type line struct{ left, kept int }

// cost says how seldom the line is left out. That all leave it out, as they do with an outlet's
// own note, has one cause, and tells of each of them nothing.
func (l line) cost() float64 {
	const left, kept = 6, 1 // of how many one keeps it, before a family tells of its own
	return min(lineCut, math.Log1p(float64(kept+l.kept)/float64(left+l.left)))
}

// countLines counts it over the pairs of a family.
func countLines(texts lot, all []marks, at map[int]int, pairs []*pair) {
	for _, p := range pairs {
		first, last := p.blocks[0], p.blocks[0]
		for _, b := range p.blocks {
			first.x, first.y = min(first.x, b.x), min(first.y, b.y)
			last.xEnd, last.yEnd = max(last.xEnd, b.xEnd), max(last.yEnd, b.yEnd)
		}
		all[at[p.a]].countLine(first.x, texts.knows(p.a).words-last.xEnd)
		all[at[p.b]].countLine(first.y, texts.knows(p.b).words-last.yEnd)
	}
}

// countLine counts a text that lacks so many of the first words and of the last.
func (m *marks) countLine(first, last int32) {
	for side, n := range [2]int32{first, last} {
		switch {
		case n == 0:
			m.lines[side].kept++
		case n <= noteLine:
			m.lines[side].left++
		}
	}
}
