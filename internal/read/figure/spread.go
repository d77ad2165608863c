package figure

import "stemma/internal/text"

// harms are the measures of harm done to people.
var harms = map[string]bool{
	"deaths": true, "injured": true, "in_hospital": true, "hospitalised": true, "discharged": true,
	"missing": true, "detained": true, "kidnapped": true, "displaced": true,
}

// spread gives a number the measure of its neighbour where one verb or noun governs
// both: “three soldiers and two officers were killed”, “27 people died, including
// three children”, “another 68”.
func (f *finder) spread(found []*count, s text.Sentence) {
	for i := len(found) - 2; i >= 0; i-- {
		a, b := found[i], f.nextOutside(found[i:])
		if b != nil && b.side > 0 && harms[b.measure] && takes(a) && f.listed(a, b) && !f.opensWhole(a, s) && !f.inTime(a) {
			inherit(a, b)
			a.side = 1
		}
	}
	for i, b := range found {
		a := f.counted(found[:i])
		if a == nil || b.sentence-a.sentence > 1 || !harms[a.measure] {
			continue
		}
		switch {
		case !takes(b):
		case a.sentence == b.sentence && f.inAside(a, b):
			inherit(b, a)
			b.side, b.total = 0, a
		case a.sentence == b.sentence && a.total != nil && a.total.sentence == b.sentence && f.inBrackets(a.first) && f.inBrackets(b.first) && f.listed(a, b):
			inherit(b, a)
			b.side, b.total = 0, a.total
		case a.sentence == b.sentence && a.side < 0 && f.listed(a, b):
			inherit(b, a)
			b.side = -1
		case b.noun.same, a.sentence == b.sentence && f.within(a, b):
			inherit(b, a)
			if a.amount() > b.amount() && a.sentence == b.sentence && f.within(a, b) {
				b.total = a
			}
		}
	}
}

// counted gives the number before that is a figure, in this sentence or the one before it.
func (f *finder) counted(found []*count) *count {
	n := len(found)
	for n > 0 && (found[n-1].measure == refused || found[n-1].measure == "") && f.inTime(found[n-1]) { // “since March 2026, among them 700 children”
		n--
	}
	return f.previous(found[:n])
}

// takes reports whether a number may take its neighbour's measure: it counts people,
// or something unsaid, and no verb of its own governs it.
func takes(c *count) bool {
	if c.side != 0 || c.kind != plain || c.measure == refused || len(c.plain) == 4 && year(c.amount()) {
		return false
	}
	switch kindOf(c.noun.class) {
	case "person", "same", "":
		return true
	}
	return false
}

func inherit(to, from *count) {
	to.measure, to.rule, to.rank, to.status, to.word = from.measure, from.rule, from.rank, from.status, from.word
}

// listed reports whether only a comma or “and” stands between what two numbers count.
func (f *finder) listed(a, b *count) bool {
	n := 0
	for i := f.pastAside(max(a.end, a.noun.end), b.from); i < b.from; i++ {
		if n > 0 && i == b.from-1 && a.from > 0 && f.is(i, "stop") && f.d.Norm(i) == f.d.Norm(a.from-1) {
			break // the same preposition again: “a tres hombres y a una mujer”
		}
		if n++; n > 2 || f.d.Norm(i) != "," && !f.is(i, "and") {
			return false
		}
	}
	return n > 0
}

// within reports whether the text says that b is a part of a: “including”, “of whom”.
func (f *finder) within(a, b *count) bool {
	for i := max(a.end, a.noun.end); i < b.from; i++ { // “40 of them” has its own “of them”
		if f.is(i, "within") {
			return true
		}
	}
	return b.noun.same && b.noun.end-b.noun.first > 1
}
