package figure

import (
	"stemma"
	"stemma/internal/text"
)

// notWhere reports whether a place at tokens first to end only says whose something is: what is owned (“a
// stake in Sarn Harbours”), an office (“the Duke of Sarn”), a currency, the home of a person where a sum or
// a thing is told of (“an offer from the Velmora magnate”).
func (f *finder) notWhere(c *count, first, end int) bool {
	before := first - 1
	if before < 1 {
		return false
	}
	if f.is(before, "in") && f.is(before-1, "owned") {
		return true
	}
	if harms[c.measure] || human(c.measure) {
		return false
	}
	if t := &f.d.Tokens[before-1]; f.is(before, "of") && t.Case == text.Title && t.Has(f.k.titles) {
		return true
	}
	if f.d.Norm(end) == possessive && f.d.Has(f.k.titles, end+1) && (!f.adjunct(end+2) || f.verb(end+2)) { // “Velmora's chancellor signed …”
		return true
	}
	if n, value := f.d.Longest(f.k.units, end, len(f.d.Tokens)); n > 0 && kindOf(value) == "money" && f.adjunct(end) { // “against the Velmoran dollar”
		return true
	}
	return f.adjunct(end) && (f.d.Has(f.k.titles, end) || personOne(f, end))
}

// personOne reports whether a token is a noun for one person.
func personOne(f *finder, i int) bool {
	value, ok := f.d.Value(f.k.people, i)
	return ok && kindOf(value) == "person" && holds(value, "one")
}

// nearOther reports whether a place behind a sum or share stands beside another number, and a comma sets
// that one apart: in “rose to 4 per cent, compared with 12 per cent in Velmora” nothing is told of where
// the four are.
func (f *finder) nearOther(c *count, first int) bool {
	if c.kind != money && c.kind != percent || first < c.end {
		return false
	}
	between := f.countsIn(c.end, first)
	return len(between) > 0 && f.commaIn(c.end, between[len(between)-1].first)
}

// foreign gives the country whose town or province a sentence tells of by its adjective (“in the Velmoran
// capital”), and whether there is one that is not the country of the text.
func (f *finder) foreign(c *count) (stemma.Named, bool) {
	s := f.d.Sentences[c.sentence]
	for i := max(s.First, c.first-reach); i+1 < min(s.End, c.end+reach); i++ {
		code, ok := f.d.Value(f.k.demonyms, i)
		if !ok || code == "" || f.d.Tokens[i].Kind != text.Word || code == f.homeland().code || !f.d.Has(f.k.placeclasses, i+1) {
			continue
		}
		if m := f.homeland().countries[code]; m != nil {
			return stemma.Named{Name: m.Name, Entity: m.Entity}, true
		}
		return stemma.Named{}, true
	}
	return stemma.Named{}, false
}
