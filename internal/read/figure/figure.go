// Package figure finds stated numbers: what is counted, how many, where, when, by
// whose word.
//
// It takes one text, the names, the times and the quotations in it, and gives its figures. It promises
// that a figure's span is the number with its sign or unit letters, that nothing in a
// hole is read, that figures come ordered by span, then ID, and that each carries the
// ID of the rule that says what it measures. It does not find names, places or times,
// does not compare figures of several texts, and does not take for a figure what says
// nothing about the world: dates, ages, list and document numbers, idioms.
package figure

import (
	"cmp"
	"math"
	"slices"

	"stemma"
	"stemma/internal/rule"
	"stemma/internal/text"
)

// Find gives the figures of a text. Names, times and quotations are those of the same text,
// ordered by span; any of them may be nil, and figures then stand without them.
func Find(d *text.Doc, names []stemma.Mention, times []stemma.Time, quotes []stemma.Quote) []stemma.Figure {
	f := newFinder(d, names, times)
	f.quotes = quotes
	for i := range d.Sentences {
		if !d.Sentences[i].Hole {
			f.sentence(i)
		}
	}
	f.lists()
	f.attributes()
	out := f.figures()
	slices.SortStableFunc(out, func(a, b stemma.Figure) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// finder is the work on one text.
type finder struct {
	d       *text.Doc
	k       *knowledge
	rules   *rule.Scan
	names   []stemma.Mention
	times   []stemma.Time
	quotes  []stemma.Quote
	counts  []*count // all that are figures, in order of the text
	home    *homeland
	police  int // whether the text speaks of police: 1 yes, -1 no, 0 not looked yet
	sources sources
}

func newFinder(d *text.Doc, names []stemma.Mention, times []stemma.Time) *finder {
	k := ready.Of(d.Pack, newKnowledge)
	return &finder{d: d, k: k, rules: k.rules.Over(d), names: names, times: times}
}

// sentence finds the numbers of a sentence and what they measure.
func (f *finder) sentence(i int) {
	s := f.d.Sentences[i]
	found := f.scan(s.First, s.End)
	if len(found) == 0 || f.results(s) {
		return
	}
	for _, c := range found {
		c.sentence = i
	}
	f.phrases(found, s.End)
	f.measure(found, s)
	for _, c := range found {
		if c.measure == "" && f.partOf(c) {
			c.measure = listPart
		}
	}
	f.columns(found, s)
	f.spread(found, s)
	f.carry(found)
	f.ofOpening(found, s)
	f.breakdown(found)
	for _, c := range found {
		if human(c.measure) && c.value != nil && *c.value != math.Trunc(*c.value) {
			continue // there are no 6.7 people
		}
		if c.measure != "" && c.measure != refused && c.measure != carried {
			f.counts = append(f.counts, c)
		}
	}
}
