package figure

import (
	"strings"

	"stemma/internal/text"
)

// moneyOf makes a sum of a bare number that is a part of one: “has promised 12 million,
// of which three have come”.
func (f *finder) moneyOf(c *count, before []*count) bool {
	if len(before) == 0 || c.value == nil || c.base != "part" {
		return false
	}
	a := before[len(before)-1]
	if a.kind != money || a.value == nil || *a.value < 1e6 {
		return false
	}
	scale := 1e6
	if *c.value >= 1000 {
		scale = 1
	}
	for _, x := range []float64{1e12, 1e9} {
		if *a.value >= x && scale > 1 {
			scale = x
			break
		}
	}
	if said := f.scale(a); scale == 1 && said >= 1e6 && *c.value*said <= *a.value {
		scale = said // “41.000 millones, de los que 3.200 …”
	}
	if *c.value*scale > *a.value {
		return false
	}
	c.kind, c.unit, c.value, c.total = money, a.unit, number(*c.value*scale), a
	c.measure, c.rule, c.rank = a.measure, a.rule, a.rank
	return true
}

// moreMoney makes a sum of bare millions behind a sum: “it cost 40 million dollars, and
// the roof will take another five million”.
func (f *finder) moreMoney(c *count, before []*count) bool {
	if c.kind != plain || c.value == nil || *c.value < 1e6 || !c.noun.empty() || c.inner != "" || c.end >= len(f.d.Tokens) {
		return false
	}
	if next := f.d.Tokens[c.end]; next.Kind == text.Word && !f.is(c.end, "stop") && !f.is(c.end, "and") {
		return false
	}
	for i := len(before) + len(f.counts) - 1; i >= 0; i-- {
		a := f.nth(before, i)
		if c.sentence-a.sentence > 2 {
			return false
		}
		switch {
		case a.kind == money && a.measure == "money":
			c.kind, c.unit, c.measure, c.rule, c.rank = money, a.unit, a.measure, a.rule, a.rank
			return true
		case a.kind == percent, a.measure == "duration", a.measure == "", a.measure == refused:
		default:
			return false
		}
	}
	return false
}

// ofThings gives “four of them” the measure of the things that were counted just
// before, 16 proposals or 30 tractors, where no people were.
func (f *finder) ofThings(c *count, before []*count) bool {
	var things *count
	for i := len(before) + len(f.counts) - 1; i >= 0; i-- {
		a := f.nth(before, i)
		if c.sentence-a.sentence > 1 || things != nil && a.sentence < c.sentence {
			break
		}
		switch {
		case human(a.measure) || ballot[a.measure] != "":
			return false
		case things == nil && a.kind == plain && (a.measure == "count" || a.measure == "places" || a.measure == "aircraft"):
			things = a
		}
	}
	if things == nil || things.noun.empty() || kindOf(things.noun.class) == "person" {
		return false
	}
	c.measure, c.noun = things.measure, phrase{class: things.noun.class}
	if things.amount() > c.amount() {
		c.total = things
	}
	return true
}

// ofAnimals gives harm without a noun the measure of the animals that were counted just before: “shot
// 40 goats; only three were killed at once”.
func (f *finder) ofAnimals(c *count, before []*count) bool {
	if !harms[c.measure] || !c.noun.empty() && !c.noun.same {
		return false
	}
	a := f.lastOf(before)
	if a == nil || c.sentence-a.sentence > 1 || kindOf(strings.TrimPrefix(a.noun.class, "same ")) != "animal" {
		return false
	}
	c.measure, c.rule, c.rank, c.side, c.status = a.measure, a.rule, a.rank, 0, a.status
	c.noun = phrase{class: a.noun.class}
	return true
}

// nth gives the number at an index of all numbers before: those of the text so far,
// then those of the sentence.
func (f *finder) nth(before []*count, i int) *count {
	if i < len(f.counts) {
		return f.counts[i]
	}
	return before[i-len(f.counts)]
}

// sharesOn makes a percentage of a bare number behind a name in a list of them: “polled 31
// percent, the Conservatives 24.8 and Labour 19”.
func (f *finder) sharesOn(c *count, before []*count) bool {
	if len(before) == 0 || c.kind != plain || c.value == nil || *c.value >= 100 || !c.noun.empty() || c.inner != "" || c.side != 0 {
		return false
	}
	a := before[len(before)-1]
	if a.kind != percent || a.measure == refused || a.measure == "" || c.from-a.end > 6 {
		return false
	}
	names := 0
	for i := a.end; i < c.from; i++ {
		switch t := &f.d.Tokens[i]; {
		case t.Kind == text.Word && t.Case != text.Lower && names >= 0:
			names++
		case names == 0 && (t.Norm == "," || f.is(i, "and") || f.is(i, "det") || f.is(i, "the")):
		default:
			return false
		}
	}
	if names == 0 {
		return false
	}
	c.kind, c.measure, c.rule, c.rank, c.status = percent, a.measure, a.rule, a.rank, a.status
	return true
}
