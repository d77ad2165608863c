package figure

import "stemma/internal/text"

// elidedPeople gives a number that leaves out whom it counts, and is the subject of a verb, the
// people of the number before: “48 deputies voted against and eleven stayed away”. Rules
// with the measure “$people” say where that may be.
func (f *finder) elidedPeople(c *count, before []*count) bool {
	if c.elided == "" || c.kind != plain || c.value == nil || !c.noun.empty() || c.inner != "" || c.from > c.first || *c.value < 2 || f.ageBehind(c) {
		return false
	}
	s := f.d.Sentences[c.sentence]
	if c.end >= s.End || s.Title || !f.opensClause(c, s) || !f.verbAt(c.end) {
		return false
	}
	a := f.lastOf(before)
	if a == nil || c.sentence-a.sentence > 1 || !human(a.measure) && !f.isPerson(a) || a.kind != plain {
		return false
	}
	if a.amount() > apart*c.amount() || c.amount() > apart*a.amount() {
		return false
	}
	c.measure, c.rule, c.noun = "people", c.elided, phrase{class: "person"}
	return true
}

// opensClause reports whether a number begins its sentence or a clause of it.
func (f *finder) opensClause(c *count, s text.Sentence) bool {
	if c.from == s.First {
		return true
	}
	n := f.d.Norm(c.from - 1)
	return n == ";" || n == "," || n == "—" || f.is(c.from-1, "and")
}

// verbAt reports whether a verb in the past, or an auxiliary, stands at a token.
func (f *finder) verbAt(i int) bool {
	return f.is(i, "aux") || f.d.Tokens[i].Kind == text.Word && f.d.Tokens[i].Case == text.Lower && f.k.ending(f.d.Norm(i)) == "past"
}

func (f *finder) isPerson(c *count) bool { return kindOf(c.noun.class) == "person" }

// lastOf gives the last number before that is a figure: of the sentence, else of the text.
func (f *finder) lastOf(before []*count) *count {
	for i := len(before) + len(f.counts) - 1; i >= 0; i-- {
		if a := f.nth(before, i); a.measure != refused && a.measure != "" && a.measure != "duration" {
			return a
		}
	}
	return nil
}
