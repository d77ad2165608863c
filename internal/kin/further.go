package kin

import (
	"cmp"
	"fmt"
	"slices"

	"stemma"
)

const (
	// furtherShare is the least part of a text's own words, and furtherWords the fewest of
	// them, that a further source must give and no other source have.
	furtherShare = 0.15
	furtherWords = 40
	// mostFurther is how many further sources of a text are told.
	mostFurther = 3
	// wholeShare is the share of a text's words from which a longer text that was made of
	// another family's holds it whole.
	wholeShare = 0.6
)

const (
	// compiledShare is the share of a text's words from which it was put together from two
	// others, mainShare and restShare what each must give.
	compiledShare = 0.85
	mainShare     = 0.3
	restShare     = 0.2
	// nearlyAll is the share of what that one gave from which another text of its family may
	// be the source as well.
	nearlyAll = 0.95
)

const compiledWhy = "nearly all words of the later text stand in the earlier one or in a text of another family: it was put together"

// compile makes a text that has no copies one witness with the text that it has most from,
// where it was put together from that and one of other origin: nearly all its words stand in
// the two. It ties nobody else together.
func compile(texts lot, pairs []pair, set sets, apart bars) {
	size, of := make(map[int]int), make(map[int][]*pair)
	for i := range texts.len() {
		size[set.top(i)]++
	}
	for i := range pairs {
		if p := &pairs[i]; p.relation == stemma.SharedWords && !p.form {
			of[p.a], of[p.b] = append(of[p.a], p), append(of[p.b], p)
		}
	}
	for m := range texts.len() {
		if size[set.top(m)] > 1 || len(of[m]) < 2 {
			continue
		}
		t := texts.at(m)
		best := mainOf(t, m, of[m], set)
		if best == nil || apart.forbids(set, best.a, best.b) {
			continue
		}
		top, least := set.top(best.a+best.b-m), nearlyAll*t.covered(best.in(m))
		for _, p := range of[m] {
			if set.top(p.a+p.b-m) == top && p.silentOn(m) && t.covered(p.in(m)) >= least {
				p.compile(m)
			}
		}
		set.unite(best.a, best.b)
	}
}

// compile makes a text the later one of a pair: it was put together from the other one.
func (p *pair) compile(m int) {
	r := reason{weight: strayWeight + tell, fits: true, why: compiledWhy}
	if m == p.a {
		r.weight = -r.weight
	}
	told, date := p.verdict.told, p.verdict.date
	v := weigh(append(slices.Clone(p.verdict.reasons), r))
	v.told, v.date = told, date
	p.verdict, p.compiled = &v, true
}

// covered gives the share of a text's own words that stretches hold.
func (t *text) covered(all []wordsOf) float64 {
	n := 0
	for _, w := range all {
		n += t.body(w.from, w.end)
	}
	return share(n, t.own)
}

// mainOf gives the pair with the text that one has most from, if that and another one of
// another set make it up.
func mainOf(t *text, m int, pairs []*pair, set sets) *pair {
	var best *pair
	most := 0.0
	for _, p := range pairs {
		if w := t.covered(p.in(m)); p.silentOn(m) && w > most {
			best, most = p, w
		}
	}
	if most < mainShare {
		return nil
	}
	for _, p := range pairs {
		if set.top(p.a+p.b-m) == set.top(best.a+best.b-m) || !p.silentOn(m) {
			continue
		}
		if more := t.covered(without(p.in(m), best.in(m))); more >= restShare && most+more >= compiledShare {
			return best
		}
	}
	return nil
}

// silentOn reports whether no date or credit says that one of the two is the earlier one.
func (p *pair) silentOn(m int) bool {
	if p.a == m {
		return p.verdict.told < tell
	}
	return p.verdict.told > -tell
}

// offer is what a text may have from another one beside what it was made of.
type offer struct {
	from  int
	pair  *pair
	where []wordsOf // of the text
	words int       // of them that no source before has
}

// further gives the sources of a text beside the one that it was made of: earlier texts, of
// its family or not, that have a good part of its words which this one has not. Each later
// source is asked only for what those before it have not.
func further(texts lot, m int, made *pair, pairs []*pair) []stemma.Source {
	t := texts.at(m)
	var had []wordsOf
	if made != nil {
		had = made.in(m)
	}
	var offers []offer
	for _, p := range pairs {
		if p != made && (p.takenBy(m) || made != nil && made.compiled && p.silentOn(m)) {
			offers = append(offers, offer{from: p.a + p.b - m, pair: p, where: p.in(m)})
		}
	}
	var out []stemma.Source
	for len(out) < mostFurther && len(offers) > 0 {
		for i := range offers {
			o := &offers[i]
			o.words = 0
			for _, w := range without(o.where, had) {
				o.words += t.body(w.from, w.end)
			}
		}
		slices.SortFunc(offers, func(a, b offer) int {
			return cmp.Or(cmp.Compare(b.words, a.words), cmp.Compare(a.from, b.from))
		})
		best := offers[0]
		if best.words < furtherWords || float64(best.words) < furtherShare*float64(t.own) {
			break
		}
		s := best.source(texts, m)
		for _, w := range without(best.where, had) {
			if t.body(w.from, w.end) >= minMore {
				s.Parts = append(s.Parts, t.span(w.from, w.end))
			}
		}
		out = append(out, s)
		had = together(append(slices.Clone(had), best.where...))
		offers = offers[1:]
	}
	return out
}

// source words an offer.
func (o offer) source(texts lot, m int) stemma.Source {
	t, v := texts.at(m), *o.pair.verdict
	share := 100 * float64(o.words) / float64(max(1, t.own))
	s := stemma.Source{Edge: stemma.Edge{
		From: texts.id(o.from), To: t.article.ID, Relation: o.pair.relation, Certainty: "low",
		Why: []string{fmt.Sprintf("%.0f percent of the later text stand in it and in no other of its sources", share)},
	}}
	if v.side() != "" {
		s.Certainty = o.pair.certainty()
		s.Why = append(s.Why, v.why()...)
	}
	return s
}

// takenBy reports whether a text may have from the other one of the pair what they share:
// that is the earlier one, or, where dates and credits are silent, stands whole in the text.
func (p *pair) takenBy(m int) bool {
	if p.form || !joins(p.relation) && p.relation != stemma.SharedWords || p.relation == stemma.Translation {
		return false
	}
	told, share := p.verdict.told, p.shareA
	if p.a == m {
		told, share = -told, p.shareB
	}
	return told >= tell || told > -tell && share >= wholeShare
}

// in gives the stretches of one of the two texts that the passages cover.
func (p *pair) in(m int) []wordsOf {
	if p.a == m {
		return p.inA()
	}
	return p.inB()
}

// without gives what stretches cover and others do not; both are ordered and apart.
func without(all, others []wordsOf) []wordsOf {
	var out []wordsOf
	for _, w := range all {
		at := w.from
		for _, o := range others {
			if o.end <= at || o.from >= w.end {
				continue
			}
			if o.from > at {
				out = append(out, wordsOf{at, o.from})
			}
			at = o.end
		}
		if at < w.end {
			out = append(out, wordsOf{at, w.end})
		}
	}
	return out
}
