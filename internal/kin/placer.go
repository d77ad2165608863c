package kin

import (
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

// placer holds what placing a text needs, for use again with the next one.
type placer struct {
	sieve  sieve
	seeds  []seed
	more   []seed  // seeds together with words beside them
	sided  []sides // by seed: together with which words beside it the index has it
	hits   []hit
	places []hit // those of one text, with their places
	runs   []run
	kept   []run
	words  int32     // of the text
	spans  []wordsOf // the known runs: verbatim runs of passages that earlier texts have
	met    []int32   // the texts that were looked at
	near   []int     // the texts that were worth a look, whether it was taken or not
}

// place finds the passages that a text shares with those of the index, and calls share
// for each.
func (x *Index) place(t *text, share func(head int32, b block)) error {
	p := &x.placer
	switch {
	case t.kept != nil:
		p.seeds = t.kept
	case x.lot.desk != nil:
		p.seeds = x.lot.seeds(x.added, &p.sieve)
	default:
		p.seeds = t.winnow(&p.sieve)
	}
	p.words, p.spans, p.met, p.near = int32(len(t.hash)), p.spans[:0], p.met[:0], p.near[:0]
	p.sided = append(p.sided[:0], make([]sides, len(p.seeds))...)
	if err := x.look(t, p.seeds, p.sided, share); err != nil {
		return err
	}
	p.more = p.more[:0]
	for i, s := range p.seeds {
		if p.sided[i] == 0 || p.around(s.pos).open == 0 {
			continue
		}
		for n := int32(-margin); n <= margin; n++ {
			if n == 0 || p.sided[i]&sideOf(n) == 0 {
				continue
			}
			if m, ok := t.beside(s, n); ok && p.sided[i].has(n, m.key) {
				p.more = append(p.more, m)
			}
		}
	}
	if len(p.more) == 0 {
		return nil
	}
	return x.look(t, p.more, make([]sides, len(p.more)), share)
}

// look follows the hits of some seeds.
func (x *Index) look(t *text, seeds []seed, sided []sides, share func(head int32, b block)) (err error) {
	p := &x.placer
	if p.hits, err = x.hits(t, seeds, p.hits, sided); err != nil {
		return err
	}
	for from, to := range p.candidates() {
		hits := p.hits[from:to]
		number := hits[0].text()
		yes := x.worth(hits)
		if slices.ContainsFunc(hits, hit.sure) || seeds[0].context&certain != 0 { // what a sealed segment tells, too
			p.near = append(p.near, int(number))
		}
		if !yes || slices.Contains(p.met, number) || p.knows(hits) {
			continue
		}
		head, err := x.text(number)
		if err != nil {
			return err
		}
		hits = p.located(t, head, hits)
		if !fits(hits) {
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
				x.recent.side(s.key, n, m.key)
				x.recent.add(m, number)
			}
		}
	}
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

// worth reports whether the hits of one text are worth a look at it: the words around one of
// them agree, or there are two of them that may fit each other. Where not all is looked at,
// hits that are not sure are quotations too short to tell; of two turns of phrase that stand
// close to each other the text may be a damaged copy.
func (x *Index) worth(hits []hit) bool {
	if x.all {
		return fits(hits)
	}
	for i, h := range hits {
		if h.sure() || i > 0 && slices.ContainsFunc(hits[:i], func(o hit) bool {
			apart := h.own() - o.own()
			return apart > seedWords && apart <= largeGap
		}) {
			return true
		}
	}
	return false
}

// fits reports whether the words around one of the hits agree, or two of them, as in badly
// scanned texts, stand about as far apart in both texts.
func fits(hits []hit) bool {
	for i, h := range hits {
		if h.sure() {
			return true
		}
		for _, o := range hits[:i] {
			apart := h.own() - o.own()
			drift := apart - (h.pos() - o.pos())
			if apart > 0 && max(drift, -drift) <= 2+apart/16 {
				return true
			}
		}
	}
	return false
}

// tells reports whether a name or a number may stand in a short quotation with the seed at a
// place, see [block.telling], that goes on by up to three words to the left of it, or else to
// the right: longer ones are told by their context.
func (t *text) tells(at int32, left bool) bool {
	const beside = (Promise-seedWords+1)/2 - 1
	from, end := at, at+seedWords+beside
	if left {
		from, end = at-beside, at+seedWords
	}
	from, end = max(0, from), min(int32(len(t.flag)), end)
	for i := from; i < end; i++ {
		f := t.flag[i]
		if f&isNumber != 0 || f&isName != 0 && i > from && t.flag[i-1]&endsSaid == 0 && t.end[i]-t.start[i] > 1 {
			return true
		}
	}
	return false
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
				p.learnFrom(t, head, r, wordsOf{max(r.x, b.x), min(r.x+r.n, b.xEnd)})
			}
		}
	}
	return blocks
}
