package figure

import (
	"stemma"
	"stemma/internal/text"
)

// carried is the measure of a number that leaves out what it counts until the count is
// found that it goes on from: “up from 31 on Friday”, “on 3 May it was 163”.
const carried = "$before"

// apart is how many times larger one of two counts of the same thing may be.
const apart = 25

// carry gives the numbers of a sentence that take up an earlier count what that count
// has: its measure where they leave theirs out, the count itself where they are a part
// of it.
func (f *finder) carry(found []*count) {
	for i, c := range found {
		if c.measure == refused {
			continue
		}
		before := found[:i]
		f.ofWhole(c, before)
		if f.ofAnimals(c, before) {
			continue
		}
		if c.measure == "people" && c.side == 0 && c.noun.same && c.rule != "" && c.noun.class != "" && f.ofThings(c, before) {
			continue
		}
		switch {
		case c.measure == carried:
			f.resume(c, before)
		case c.base != "":
			f.partOfBefore(c, before)
		case c.measure == "people" && c.side > 0 && c.noun.empty() && c.from == f.d.Sentences[c.sentence].First:
			f.partOfBefore(c, before) // “Eleven are students”
		case c.measure == "" && f.moreMoney(c, before):
		case c.measure == "" && f.timed(c):
			f.again(c, before)
		case f.sharesOn(c, before):
		case c.measure == "":
			f.elidedPeople(c, before)
		}
	}
}

// resume finds the count that a carried number stands for at another time.
func (f *finder) resume(c *count, before []*count) {
	near := func(a *count) bool {
		return a.kind == plain && a.amount() <= apart*c.amount() && c.amount() <= apart*a.amount()
	}
	a := last(before, func(a *count) bool { return near(a) && (counted(a) || steady[a.measure]) })
	if a == nil {
		a = f.antecedent(c, before, func(a *count) bool {
			if a.kind == percent {
				return ballot[a.measure] == "poll"
			}
			return near(a) && counted(a)
		})
	}
	if a == nil { // “The ministry puts it at 19” behind 24 roadblocks
		a = f.antecedent(c, before, func(a *count) bool { return near(a) && (a.measure == "blockades" || a.measure == "places") })
	}
	if a == nil {
		c.measure = refused
		return
	}
	c.take(a)
}

// take gives a number the measure, noun and kind of the count that it goes on from.
func (c *count) take(a *count) {
	c.measure, c.status, c.kind, c.carried, c.side = a.measure, a.status, a.kind, a, a.side
	if c.noun.empty() {
		c.noun = phrase{class: a.noun.class}
	}
	if c.rule == "" {
		c.rule, c.rank = a.rule, a.rank
	}
	c.stands = c.stands || a.stands
}

// partOfBefore finds the count that a number is a part of.
func (f *finder) partOfBefore(c *count, before []*count) {
	if c.kind == plain && c.noun.empty() && f.moneyOf(c, before) {
		return
	}
	a := f.antecedent(c, before, func(a *count) bool {
		return a.kind == plain && counted(a) && (a.amount() >= c.amount() || c.base == "rest") && a.total != c
	})
	if a == nil && c.base == "part" && c.measure == "" { // “2,118 cases, of which 864 were confirmed”
		a = last(before, func(a *count) bool {
			return a.kind == plain && a.measure == "count" && a.amount() > c.amount() && a.total != c
		})
	}
	if a == nil || c.kind != plain || c.total != nil {
		return
	}
	if c.base == "rest" {
		if a = a.total; a == nil || a.amount() < c.amount() {
			return
		}
	}
	if a.amount() == c.amount() || f.unlike(c, a) {
		return
	}
	if (c.base == "" || a.noun.same) && harms[c.measure] && harms[a.measure] && c.measure != a.measure {
		return // the injured are no part of the dead: “killed 40 of them, injured dozens”
	}
	c.total = a
	if c.measure == "" || c.base == "" || c.measure == "people" && c.side == 0 && harms[a.measure] && c.noun.same {
		c.take(a)
	}
}

// unlike reports whether two counts are of different sorts: people and things.
func (f *finder) unlike(c, a *count) bool {
	if c.measure == "" || c.measure == a.measure {
		return false
	}
	return human(c.measure) != human(a.measure)
}

// counted reports whether a count is of a kind that later numbers take up.
func counted(a *count) bool { return human(a.measure) || a.measure == "abstentions" }

// human reports whether a measure counts people.
func human(measure string) bool {
	switch measure {
	case "people", "personnel", "troops", "police", "protesters":
		return true
	}
	return harms[measure]
}

// antecedent gives the last count before a number that fits, in its sentence or the
// one before it.
func (f *finder) antecedent(c *count, before []*count, fits func(*count) bool) *count {
	if a := last(before, fits); a != nil {
		return a
	}
	for i := len(f.counts) - 1; i >= 0 && c.sentence-f.counts[i].sentence <= 1; i-- {
		if fits(f.counts[i]) {
			return f.counts[i]
		}
	}
	return nil
}

// last gives the last of some numbers that fits, nil when none does.
func last(of []*count, fits func(*count) bool) *count {
	for i := len(of) - 1; i >= 0; i-- {
		if fits(of[i]) {
			return of[i]
		}
	}
	return nil
}

// steady are the measures of things of which a sentence tells an earlier count: “67
// roadblocks, up from 38”.
var steady = map[string]bool{"places": true, "aircraft": true, "blockades": true, "bases": true, "count": true}

// timed reports whether a time stands behind a number, with or without a preposition.
func (f *finder) timed(c *count) bool {
	if c.kind != plain || !c.noun.empty() || c.inner != "" || c.end >= f.d.Sentences[c.sentence].End {
		return false
	}
	return f.timeAt(c.end) && !f.inTime(c)
}

// again reads the second of two counts in one clause: “at 38 on Tuesday and at 61 on
// Wednesday”.
func (f *finder) again(c *count, before []*count) {
	if len(before) == 0 {
		return
	}
	a, k := before[len(before)-1], c.from-1
	if k > a.end && !f.is(k, "and") && f.d.Tokens[k].Kind == text.Word {
		k--
	}
	if k <= a.end || !f.is(k, "and") && f.d.Norm(k) != "," || !harms[a.measure] || c.amount() > apart*a.amount() || a.amount() > apart*c.amount() {
		return
	}
	for i := a.end; i < k; i++ {
		if f.timeAt(i) {
			c.take(a)
			c.stands = true
			return
		}
	}
}

// statedIn gives the source of the last count of a sentence that its rule gives one.
func (f *finder) statedIn(s text.Sentence) stemma.Named {
	in := f.countsIn(s.First, s.End)
	for i := len(in) - 1; i >= 0; i-- {
		if by := f.stated(in[i]); by != (stemma.Named{}) {
			return by
		}
	}
	return stemma.Named{}
}

// stated gives the source of a count whose rule names the verb that states it: “the
// ministry put the toll at 44”.
func (f *finder) stated(c *count) stemma.Named {
	if c.verb == 0 {
		return stemma.Named{}
	}
	by, _ := f.speakerBefore(c.verb, f.d.Sentences[c.sentence].First, stemma.Named{})
	if by.Name == "" && !f.speaks(by) {
		return stemma.Named{}
	}
	return by
}
