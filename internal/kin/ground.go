package kin

import "slices"

// wordsOf is some words of a text, half-open.
type wordsOf struct{ from, end int32 }

func (w wordsOf) len() int32 { return w.end - w.from }

// ground is what is known around a seed.
type ground struct {
	known       int     // runs that hold the seed
	left, right wordsOf // of these the one that begins first, and the one that ends last
	low, high   int32   // the words that a passage of Promise words with the seed can begin with, both included
	open        uint32  // of these, by bit, those whose passage stands in no known run
}

// around looks at the seed at a place.
func (p *placer) around(at int32) ground {
	g := ground{low: max(0, at-margin), high: max(0, min(at, p.words-Promise))}
	g.low = min(g.low, g.high)
	g.open = uint32(1)<<(g.high-g.low+1) - 1
	for _, k := range p.spans {
		if k.from > at || k.end < at+seedWords {
			continue
		}
		if g.known == 0 || k.from < g.left.from {
			g.left = k
		}
		if g.known == 0 || k.end > g.right.end {
			g.right = k
		}
		g.known++
		g.open &^= g.bits(k.from, k.end-Promise)
	}
	return g
}

// bits gives the beginnings from the one to the other, both included.
func (g *ground) bits(from, to int32) uint32 {
	from, to = max(g.low, from), min(g.high, to)
	if from > to {
		return 0
	}
	return (uint32(1)<<(to-from+1) - 1) << (from - g.low)
}

// borders gives the places, as in [text.beside], of words beyond the known runs of which
// every passage that stands in none of them has one; 0 where there is none.
func (g *ground) borders(at int32) (out [3]int32) {
	open := g.open
	if right := g.bits(g.right.end-Promise+1, g.high); open&right != 0 {
		out[0] = g.right.end - (at + seedWords - 1)
		open &^= right
	}
	if left := g.bits(g.low, g.left.from-1); open&left != 0 {
		out[1] = g.left.from - 1 - at
		open &^= left
	}
	if open != 0 { // within the runs, but across their ends
		out[2] = g.right.from - 1 - at
	}
	return out
}

// knows reports whether all that the hits can lead to is known of earlier texts.
func (p *placer) knows(hits []hit) bool {
	for _, h := range hits {
		if p.around(h.own()).open != 0 {
			return false
		}
	}
	return true
}

// news reports whether any of the runs is in no known one.
func (p *placer) news() bool {
	return slices.ContainsFunc(p.runs, func(r run) bool {
		return !slices.ContainsFunc(p.spans, func(k wordsOf) bool { return k.from <= r.x && r.x+r.n <= k.end })
	})
}

// learnFrom notes what is known of a run that an earlier text has: not the words that stand
// in quotation marks in the later one only. Whoever quotes them has less in common with the
// earlier text.
func (p *placer) learnFrom(t, head *text, r run, part wordsOf) {
	from := part.from
	for w := part.from; w < part.end; w++ {
		if t.flag[w]&^head.flag[w-r.x+r.y]&inQuote != 0 {
			p.learn(from, w)
			from = w + 1
		}
	}
	p.learn(from, part.end)
}

// learn notes a run of words as known, unless an earlier text's run holds it. Of very many
// only the first are kept.
func (p *placer) learn(from, end int32) {
	if end-from < seedWords || len(p.spans) >= maxSpans {
		return
	}
	for _, k := range p.spans {
		if k.from <= from && end <= k.end {
			return
		}
	}
	p.spans = append(p.spans, wordsOf{from, end})
}
