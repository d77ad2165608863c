package figure

import (
	"strings"

	"stemma/internal/rule"
	"stemma/internal/text"
)

// measure says of each number of a sentence what it measures: by the first rule of
// figure.rules that catches it, and of several places where that rule matches by the
// one whose words are nearest.
func (f *finder) measure(found []*count, s text.Sentence) {
	m := marksOf(found, s)
	last := found[len(found)-1].first // rules begin before the numbers that they catch, or with them
	for i := s.First; i <= last; i++ {
		for _, r := range f.rules.At(i, s.End, m) {
			f.apply(found, &r)
		}
	}
	for _, c := range found {
		if c.measure == "" || c.measure == refused {
			continue
		}
		if f.noFigure(c, found) {
			c.measure = refused
		}
		if c.measure == "votes_needed" && c.op == "<" { // “no llega a los 24 votos que exige la ley”
			c.op, c.max = "=", nil
		}
		if c.measure == "money" && c.kind == plain {
			c.kind, c.unit, c.noun = money, f.currencyOf(found), phrase{}
		}
	}
}

// currencyOf gives the currency of a sum that names none: that of the last sum before,
// else of the first one in its sentence; "" where there is none.
func (f *finder) currencyOf(found []*count) string {
	for i := len(f.counts) - 1; i >= 0; i-- {
		if f.counts[i].kind == money {
			return f.counts[i].unit
		}
	}
	for _, c := range found {
		if c.kind == money && c.unit != "" {
			return c.unit
		}
	}
	return ""
}

// apply gives a rule's measure to the numbers that it caught: n, and n2, n3 where the
// rule says what they measure.
func (f *finder) apply(found []*count, r *rule.Found) {
	word, _ := r.Get("h")
	rank := f.k.rank[r.Rule]
	for _, got := range r.Captures {
		key := "measure"
		switch got.Name {
		case "n":
		case "n2", "n3":
			key += got.Name[1:]
		default:
			continue
		}
		c := at(found, got)
		if c == nil {
			continue
		}
		if base := r.Rule.Set["base"]; base != "" {
			c.base, c.baseBy = base, r.Rule.ID
			continue
		}
		if s, ok := r.Get("s"); ok {
			c.verb = s.First
		}
		switch r.Rule.Set[key] {
		case "$people":
			c.elided = r.Rule.ID
			continue
		case "$said":
			c.saidRule = r.Rule.ID
			continue
		}
		near, side := distance(word, got)
		if c.measure != "" && (c.rank < rank || c.rank == rank && c.near <= near) {
			continue
		}
		measure := r.Rule.Set[key]
		switch measure {
		case "$h":
			measure = kindOf(word.Value)
		case "$kind":
			measure = ownMeasure(word.Value)
		}
		if harms[measure] && (!mayBeHarmed(c, word) || c.amount() > 1 && got.End <= word.First && f.ofOne(word)) {
			continue
		}
		if harms[measure] && f.negated(word.First) {
			measure = refused
		}
		if harms[measure] && f.either(measure, word) {
			measure = "people"
		}
		c.measure, c.rule, c.rank, c.near, c.side = measure, r.Rule.ID, rank, near, side
		c.word = span{word.First, word.End}
		if harms[measure] && c.amount() != 1 && !c.noun.known && !c.noun.empty() && c.noun.first == word.First {
			c.noun = phrase{} // “3,100 live in camps”
		}
		c.status, c.stands = r.Rule.Set["status"], r.Rule.Set["time"] == "as-of"
	}
}

// mayBeHarmed reports whether what a number counts can be killed or arrested: 250 kilos
// and three days cannot. A word that is said of things too needs a noun that is listed.
func mayBeHarmed(c *count, word rule.Capture) bool {
	if c.noun.first == word.First && c.noun.end > word.First {
		return true // “240 deaths islandwide last year”
	}
	if !c.noun.known {
		bare := c.noun.empty() || c.noun.same || c.noun.end > word.First && c.noun.end <= word.End // “12 confirmed dead”
		return bare || c.noun.class == "person" || !holds(word.Value, "people")
	}
	switch kindOf(strings.TrimPrefix(c.noun.class, "same ")) {
	case "duration", "distance", "amount", "money", "places", "bases", "aircraft", "blockades", "votes", "abstentions", "points", "abstract", "animal", "age":
		return false
	}
	return true
}

// ofOne reports whether a verb of harm has the form for one person: “two reporters heard
// that Arel murió”.
func (f *finder) ofOne(word rule.Capture) bool {
	return holds(word.Value, "single")
}

// negated reports whether the verb at a token is denied: “did not kill 20 people”.
func (f *finder) negated(verb int) bool {
	for i := verb - 1; i >= 0 && i >= verb-3; i-- {
		if f.is(i, "not") {
			return i+1 >= verb || !f.is(i+1, "adverb") // “not only killed”
		}
		if f.d.Tokens[i].Kind != text.Word {
			break
		}
	}
	return false
}

// either reports whether other harm stands beside the word of a measure, so that it is not told how
// many came to which: “30 were killed or wounded”, “killed and wounded 30”.
func (f *finder) either(measure string, word rule.Capture) bool {
	next := word.End + 1
	for f.is(next, "aux") || f.is(next, "adverb") {
		next++
	}
	if n, value := f.d.Longest(f.k.harm, next, len(f.d.Tokens)); n > 0 && f.shares(measure, value, word.End) {
		return true
	}
	for at := word.First - 2; at >= 0 && at > word.First-5; at-- {
		if n, value := f.d.Longest(f.k.harm, at, word.First-1); n > 0 && at+n == word.First-1 {
			return f.shares(measure, value, word.First-1)
		}
	}
	return false
}

// shares reports whether the word at a token makes one number of two kinds of harm.
func (f *finder) shares(measure, value string, between int) bool {
	other := kindOf(value)
	if other == measure || !harms[other] {
		return false
	}
	return f.is(between, "or") || f.is(between, "and") && mixed[measure] && mixed[other]
}

// mixed are the measures of which two may be one number with “and” between them: nobody is both.
var mixed = map[string]bool{"deaths": true, "injured": true, "missing": true}

// distance gives how many tokens lie between the word that a rule hangs on and the
// number, and on which side of the number the word stands.
func distance(word, n rule.Capture) (near, side int) {
	switch {
	case word.Name == "":
		return 0, 0
	case word.First >= n.End:
		return word.First - n.End, 1
	default:
		return n.First - word.End, -1
	}
}

// at gives the number that a rule caught, with or without the words before it.
func at(found []*count, got rule.Capture) *count {
	for _, c := range found {
		if c.end == got.End && (c.from == got.First || c.first == got.First) {
			return c
		}
	}
	return nil
}

// ownMeasure gives the measure that people of a class of people.txt have by
// themselves.
func ownMeasure(class string) string {
	if _, own := cut(class); own != "" && own != "one" {
		return kindOf(own)
	}
	return "people"
}
