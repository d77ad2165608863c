package kin

import (
	"cmp"
	"iter"
	"slices"
)

const (
	// maxHits bounds the hits of one text, and maxWiden the words that are looked at
	// to widen them, for each word of it: against texts that repeat themselves.
	maxHits  = 1 << 16
	maxWiden = 16
	// maxSpans bounds the known runs of one text.
	maxSpans = 1 << 8
)

// meeting says that a text has a stretch of a head's words.
type meeting struct {
	text int32
	head wordsOf // of the head's words
	own  wordsOf // of the text's
}

// meetings gives, for each text, the later texts that share passages with it.
// Each later text is found at the heads of its passages.
func meetings(texts []*text) [][]meeting {
	n := 0
	for _, t := range texts {
		n += len(t.hash)
	}
	x := NewIndex(nil, nil)
	x.recent = newRecent(n / 4)
	at := make([][]meeting, len(texts))
	for i, t := range texts {
		_ = x.add(t, func(head int32, b block) { // without a shelf there are no errors
			at[head] = append(at[head], meeting{int32(i), wordsOf{b.y, b.yEnd}, wordsOf{b.x, b.xEnd}})
		})
	}
	return at
}

// placer holds what placing a text needs, for use again with the next one.
type placer struct {
	sieve  sieve
	seeds  []seed
	more   []seed // seeds together with words beside them
	sided  []bool // by seed: the index has it together with words beside it
	hits   []hit
	places []hit // those of one text, with their places
	runs   []run
	kept   []run
	words  int32     // of the text
	spans  []wordsOf // the known runs: verbatim runs of passages that earlier texts have
	met    []int32   // the texts that were looked at
	near   []int     // the texts that were worth a look, whether it was taken or not
}

// wordsOf is some words of a text, half-open.
type wordsOf struct{ from, end int32 }

func (w wordsOf) len() int32 { return w.end - w.from }

// place finds the passages that a text shares with those of the index, and calls share
// for each.
func (x *Index) place(t *text, share func(head int32, b block)) error {
	p := &x.placer
	p.seeds = t.winnow(&p.sieve)
	p.words, p.spans, p.met, p.near = int32(len(t.hash)), p.spans[:0], p.met[:0], p.near[:0]
	p.sided = append(p.sided[:0], make([]bool, len(p.seeds))...)
	if err := x.look(t, p.seeds, p.sided, share); err != nil {
		return err
	}
	p.more = p.more[:0]
	for i, s := range p.seeds {
		if !p.sided[i] || p.around(s.pos).open == 0 {
			continue
		}
		for n := int32(-margin); n <= margin; n++ {
			if m, ok := t.beside(s, n); ok && n != 0 {
				p.more = append(p.more, m)
			}
		}
	}
	if len(p.more) == 0 {
		return nil
	}
	return x.look(t, p.more, make([]bool, len(p.more)), share)
}

// look follows the hits of some seeds.
func (x *Index) look(t *text, seeds []seed, sided []bool, share func(head int32, b block)) (err error) {
	p := &x.placer
	if p.hits, err = x.hits(seeds, p.hits, sided); err != nil {
		return err
	}
	for from, to := range p.candidates() {
		hits := p.hits[from:to]
		number := hits[0].text()
		yes, known := worth(hits)
		if yes || seeds[0].context&certain != 0 {
			p.near = append(p.near, int(number))
		}
		if known && !yes || slices.Contains(p.met, number) || p.knows(hits) {
			continue
		}
		head, err := x.text(number)
		if err != nil {
			return err
		}
		hits = p.located(t, head, hits)
		if yes, _ := worth(hits); !yes {
			continue
		}
		p.met, p.near = append(p.met, number), append(p.near, int(number))
		for _, b := range p.meet(t, head, hits) {
			share(number, b)
		}
	}
	return nil
}

// post keeps the seeds by which later texts must find this one. Whoever shares a seed that
// lies in a known run finds the earlier text by it, and needs this one only if the words
// that they share go on beyond the run. Then the next word there is shared too, and the
// seed is kept together with that.
func (x *Index) post(t *text) {
	number := int32(x.Len())
	for _, s := range x.placer.seeds {
		g := x.placer.around(s.pos)
		if g.known == 0 {
			x.recent.add(s, number)
			continue
		}
		for _, n := range g.borders(s.pos) {
			if m, ok := t.beside(s, n); ok && n != 0 {
				x.recent.side(s.key)
				x.recent.add(m, number)
			}
		}
	}
}

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

// candidates orders the hits by text and gives where those of each text begin and end.
func (p *placer) candidates() iter.Seq2[int, int] {
	slices.Sort(p.hits)
	return func(yield func(int, int) bool) {
		for from, to := 0, 0; from < len(p.hits); from = to {
			for to = from + 1; to < len(p.hits) && p.hits[to].text() == p.hits[from].text(); to++ {
			}
			if !yield(from, to) {
				return
			}
		}
	}
}

// worth reports whether the hits of one text are worth a look at it: the words around one
// of them agree, or two of them, as in badly scanned texts, stand about as far apart in
// both texts. It is not known before the text is opened where places are unknown.
func worth(hits []hit) (yes, known bool) {
	known = true
	for i, h := range hits {
		if h.sure() {
			return true, true
		}
		if h.pos() == placeUnknown {
			known = known && h.own() == hits[0].own()
			continue
		}
		for _, o := range hits[:i] {
			apart := h.own() - o.own()
			drift := apart - (h.pos() - o.pos())
			if apart > 0 && max(drift, -drift) <= 2+apart/16 {
				return true, true
			}
		}
	}
	return false, known
}

// located gives the hits with places in the other text where these are unknown.
func (p *placer) located(t, other *text, hits []hit) []hit {
	if hits[0].pos() != placeUnknown {
		return hits
	}
	p.places = p.places[:0]
	for _, h := range hits {
		walk := 0
		for j := int32(0); int(j)+seedWords <= len(other.hash) && walk < maxWalk; j++ {
			if other.hash[j] == t.hash[h.own()] && equal(t, other, h.own(), j) >= seedWords {
				p.places = append(p.places, newHit(h.text(), h.own(), j, h.sure()))
				walk++
			}
		}
	}
	return p.places
}

// meet gives the passages that a text shares with an earlier one, and notes what is known
// by them: the runs of equal words within passages. What else a passage holds is new, and
// seeds near it are indexed: so copies that share an edit meet.
func (p *placer) meet(t, head *text, hits []hit) []block {
	p.runs = widen(t, head, hits, p.runs[:0])
	if !p.news() {
		return nil
	}
	p.kept = append(p.kept[:0], p.runs...)
	blocks := accept(t, head, chain(t, head, p.runs))
	for _, b := range blocks {
		if b.words < minRun {
			continue
		}
		for _, r := range p.kept {
			if r.x < b.xEnd && b.x < r.x+r.n && r.y < b.yEnd && b.y < r.y+r.n {
				p.learn(max(r.x, b.x), min(r.x+r.n, b.xEnd))
			}
		}
	}
	return blocks
}

// news reports whether any of the runs is in no known one.
func (p *placer) news() bool {
	return slices.ContainsFunc(p.runs, func(r run) bool {
		return !slices.ContainsFunc(p.spans, func(k wordsOf) bool { return k.from <= r.x && r.x+r.n <= k.end })
	})
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

// widen makes of hits the runs of equal words around them.
func widen(x, y *text, hits []hit, into []run) []run {
	left := maxWiden * (len(x.hash) + 1<<8)
	for _, h := range hits {
		own, pos := h.own(), h.pos()
		if left < 0 {
			break
		}
		if covered(into, own, pos) {
			continue
		}
		i, j := own, pos
		for i > 0 && j > 0 && x.hash[i-1] == y.hash[j-1] {
			i, j = i-1, j-1
		}
		n := own - i + equal(x, y, own, pos)
		left -= int(n)
		if n >= seedWords {
			into = append(into, run{i, j, n})
		}
	}
	slices.SortFunc(into, func(a, b run) int { return cmp.Or(cmp.Compare(a.x, b.x), cmp.Compare(a.y, b.y)) })
	return into
}

// covered reports whether two places lie in a run that is known.
func covered(runs []run, own, pos int32) bool {
	for k := len(runs) - 1; k >= 0 && k >= len(runs)-16; k-- {
		if r := runs[k]; r.x-r.y == own-pos && own < r.x+r.n && own >= r.x {
			return true
		}
	}
	return false
}

// alike compares the texts that meet and gives the pairs that share passages.
func alike(texts []*text) []pair {
	var pairs []pair
	for i, ps := range partners(texts, meetings(texts)) {
		if len(ps) == 0 {
			continue
		}
		slices.SortFunc(ps, func(a, b partner) int { return cmp.Or(cmp.Compare(a.text, b.text), cmp.Compare(a.sample, b.sample)) })
		table := newTable(texts[i])
		for k, p := range ps {
			if k > 0 && ps[k-1].text == p.text {
				continue
			}
			blocks := table.compare(texts[p.text])
			if len(blocks) == 0 {
				continue
			}
			for k := range blocks {
				blocks[k].flip()
			}
			slices.SortFunc(blocks, byPlace)
			pairs = append(pairs, pair{a: i, b: int(p.text), blocks: blocks, sample: p.sample > 0})
		}
	}
	return pairs
}

// partner is a text with which another one must be compared.
type partner struct {
	text   int32
	sample uint8 // 1 where the two stand for many that share an outlet's note
}

// partners gives the texts with which each text must be compared, by their greater
// numbers: those that it meets as a head, and of those that meet at one head any two that
// share words of it, unless they are very many. What very many share is no reason to
// compare them at another head either, and of what many texts of one outlet share a few
// pairs tell all: it is the outlet's note.
func partners(texts []*text, at [][]meeting) [][]partner {
	out := make([][]partner, len(texts))
	crowd := make(map[int32][]wordsOf) // by text: what it shares with very many
	above := make([][]meeting, len(texts))
	for head, ms := range at {
		for _, m := range ms {
			out[head] = append(out[head], partner{text: m.text})
			above[m.text] = append(above[m.text], meeting{int32(head), m.own, m.head})
			if len(ms) > maxMembers {
				crowd[m.text] = append(crowd[m.text], m.own)
			}
		}
	}
	for head, ms := range at {
		if len(ms) <= maxMembers {
			siblings(texts, ms, crowd, out)
		}
		for _, up := range above[head] { // what a head has from another one they have too
			for _, m := range ms {
				if m.meets(up) {
					out[up.text] = append(out[up.text], partner{text: m.text})
				}
			}
		}
	}
	return out
}

// siblings adds the pairs of texts that meet at one head.
func siblings(texts []*text, ms []meeting, crowd map[int32][]wordsOf, out [][]partner) {
	for k, m := range ms {
		few := sites + 1 // of the outlet
		for _, o := range slices.Backward(ms[:k]) {
			if !m.meets(o) || within(m.own, crowd[m.text]) && within(o.own, crowd[o.text]) {
				continue
			}
			sample := uint8(0)
			if len(ms) > maxNotes && m.notes(texts) && o.notes(texts) && akin(texts[m.text], texts[o.text]) {
				if few--; few < 0 {
					continue
				}
				sample = 1
			}
			lo, hi := min(o.text, m.text), max(o.text, m.text)
			out[lo] = append(out[lo], partner{hi, sample})
		}
	}
}

// notes reports whether a text's part in a meeting is as small as an outlet's note.
func (m meeting) notes(texts []*text) bool {
	return float64(m.own.len()) < siteShare*float64(len(texts[m.text].hash))
}

// meets reports whether two texts share enough words of a head to share a passage.
func (m meeting) meets(o meeting) bool {
	both := min(m.head.end, o.head.end) - max(m.head.from, o.head.from)
	return o.text != m.text && (both >= minRun || both >= min(m.head.len(), o.head.len()) && both >= minQuote)
}

// within reports whether most words of a stretch stand in one of the others.
func within(w wordsOf, others []wordsOf) bool {
	for _, o := range others {
		if 2*(min(w.end, o.end)-max(w.from, o.from)) > w.len() {
			return true
		}
	}
	return false
}
