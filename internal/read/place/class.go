package place

import (
	"strings"

	"stemma/internal/gazetteer"
	"stemma/internal/text"
	"stemma/lang"
)

// classed looks for a word for a kind of place beside the tokens: “province of X”,
// “X province”. It gives the word's value.
func (f *finder) classed(s text.Sentence, first, end int) (string, bool) {
	if end < s.End && (!f.capital(end) || f.loud) {
		if n, value := f.d.Longest(f.k.classes, end, s.End); n > 0 && f.k.behind && (n > 1 || !f.d.Has(f.k.particles, end+1)) {
			return value, true
		}
	}
	return f.classBefore(s, first)
}

// call notes that the text calls a candidate what a class word's value says.
func (c *candidate) call(value string) {
	c.class, c.strength, c.rule = classOf(value), certain, Classed
}

// callAll lets the class word of a list speak for all its members: “X, Y and Z counties”,
// “los departamentos de X, Y y Z”.
func (f *finder) callAll() {
	for i := range f.all {
		c := &f.all[i]
		if !c.many {
			continue
		}
		step := 1
		if _, before := f.classBefore(f.d.Sentences[c.sentence], c.first); !before {
			step = -1
		}
		for j := i + step; j >= 0 && j < len(f.all) && f.listed(min(j, j-step), max(j, j-step)) && f.all[j].class == "" && !f.wordAtStart(&f.all[j]); j += step {
			f.all[j].class, f.all[j].strength, f.all[j].rule = c.class, certain, Classed
		}
	}
}

// classBefore looks for “province of” before token first.
func (f *finder) classBefore(s text.Sentence, first int) (string, bool) {
	i := first - 1
	if i < s.First {
		return "", false
	}
	if v, _ := f.d.Value(f.k.cues, i); strings.Contains(v, "place") { // “cities in X”
		return "", false
	}
	if f.d.Has(f.k.particles, i) && (!f.capital(i) || f.loud) {
		if v, _ := f.d.Value(f.k.particles, i); lang.Flag(v, "toward") {
			return "", false // “en su puesto a Ana Duarte”
		}
		if i--; i >= s.First && f.d.Has(f.k.particles, i) && (f.d.Tokens[i].Case == text.Lower || f.loud) {
			if v, _ := f.d.Value(f.k.particles, i); lang.Flag(v, "toward") {
				return "", false // “su paso por el Kelmora”
			}
			i--
		}
		if !f.k.behind && i > s.First && f.d.Tokens[i].Case == text.Lower && f.people(&f.d.Tokens[i]) { // “localidad velmorana de X”
			i--
		}
		if value, ok := f.classEnding(s, i); ok {
			return value, true
		}
	}
	return "", false
}

// people reports whether a word is the adjective of a place, by the list or by its ending.
func (f *finder) people(t *text.Token) bool {
	if t.Has(f.k.demonyms) {
		return true
	}
	return f.k.ofPeople(t.Norm) || f.k.ends.Without(t.Norm, 3, "plural", f.k.ofPeople)
}

// classEnding gives the value of the phrase that ends at token i: “refugee camp”.
func (f *finder) classEnding(s text.Sentence, i int) (string, bool) {
	for first := max(s.First, i-1); first <= i; first++ {
		if n, value := f.d.Longest(f.k.classes, first, i+1); n == i+1-first {
			return value, true
		}
	}
	return "", false
}

// cueOf reports whether a particle stands before the name: “the nation of X”.
func (f *finder) cueOf(s text.Sentence, i int) bool {
	return i > s.First && f.d.Has(f.k.particles, i-1)
}

// apposed reports whether what follows calls the name before it a place: “X, a small
// town 58 miles south of Y”.
func (f *finder) apposed(s text.Sentence, end int) bool {
	if f.d.Norm(end) != "," || end >= s.End {
		return false
	}
	for i := end + 2; i < s.End && i < end+6; i++ {
		t := f.d.Tokens[i]
		if t.Kind != text.Word || f.capital(i) {
			return false
		}
		if n, value := f.d.Longest(f.k.classes, i, s.End); n > 0 && f.d.Has(f.k.starters, end+1) {
			next := i + n
			return classOf(value) != gazetteer.Country && next < s.End &&
				(f.d.Has(f.k.cues, next) || f.d.Tokens[next].Kind == text.Number || f.d.Has(f.k.particles, next))
		}
	}
	return false
}
