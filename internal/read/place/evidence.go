package place

import (
	"strings"

	"stemma/internal/gazetteer"
	"stemma/internal/text"
	"stemma/lang"
)

// norm gives the folded tokens, one space between them.
func (f *finder) norm(first, end int) string {
	if end == first+1 {
		return f.d.Norm(first)
	}
	var b strings.Builder
	for i := first; i < end; i++ {
		if i > first {
			b.WriteByte(' ')
		}
		b.WriteString(f.d.Norm(i))
	}
	return b.String()
}

// hasName reports whether a word list has the tokens as a phrase, and no more of them.
func (f *finder) hasName(l *lang.List, first, end int) bool {
	b := l.Begin(f.d.Tokens[first].Known)
	for i := first + 1; i < end && b != nil; i++ {
		b = l.Next(b, f.d.Tokens[i].Known)
	}
	if b == nil {
		return false
	}
	_, ends := l.Says(b)
	return ends
}

// evidence looks at what stands around a candidate: a word for a kind of place, a
// preposition of place.
func (f *finder) evidence(s text.Sentence, c *candidate) {
	if value, ok := f.classed(s, c.first, c.end); ok {
		c.call(value)
		c.many = strings.Contains(value, "many")
		return
	}
	if f.dateline(s, *c) {
		c.strength = certain
		return
	}
	if f.cue(s, c.first) || f.cueBehind(s, c.end) {
		c.strength, c.rule = located, Located
	}
}

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
		for j := i + step; j >= 0 && j < len(f.all) && f.listed(min(j, j-step), max(j, j-step)) && f.all[j].class == ""; j += step {
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
		if i--; i >= s.First && f.d.Has(f.k.particles, i) && (f.d.Tokens[i].Case == text.Lower || f.loud) {
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

// cue reports whether a cue of place ends before token i; an article may stand between.
func (f *finder) cue(s text.Sentence, i int) bool {
	for back := 1; back <= 4 && i-back >= s.First; back++ {
		n, value := f.d.Longest(f.k.cues, i-back, i)
		if n == back && strings.Contains(value, "place") && !strings.HasPrefix(value, "after") && (back > 1 || f.loud || f.d.Tokens[i-1].Case == text.Lower || i-1 == s.First) {
			return true
		}
	}
	return false
}

// cueBehind reports whether a cue of place follows: “Kelmora residents”.
func (f *finder) cueBehind(s text.Sentence, end int) bool {
	n, value := f.d.Longest(f.k.cues, end, s.End)
	return n > 0 && strings.HasPrefix(value, "after") && strings.Contains(value, "place")
}

// need says how much must speak for a gazetteer name before it is taken for a place.
func (f *finder) need(s text.Sentence, c *candidate) strength {
	p, word := c.places[0], &f.d.Tokens[c.first]
	single := c.end == c.first+1
	common := f.g.Common(c.form) && (!single || word.Has(f.k.words) || p.Population < 100000 || f.k.firstName(word)) || single && (word.Has(f.k.words) || word.Has(f.k.titles) || word.Has(f.k.heads))
	big := p.Class == gazetteer.Country || p.Class == gazetteer.Region || p.Class == gazetteer.Sea || p.Capital
	own := p.GeonameID == 0 && p.Population == 0 // added by the project: it knows why
	if !single && p.Class != gazetteer.Country && p.Population < 500000 && f.opens(s, c.first) && f.d.Has(f.k.starters, c.first) {
		return certain // “Los Reyes” at a sentence's beginning
	}
	switch {
	case big && !common, own && !common:
		return bare
	case big, p.Class == gazetteer.Admin1 && !common:
		if p.Class == gazetteer.Admin1 && single && (f.k.surname(word) || f.k.firstName(word)) && p.Population < 500000 {
			return located
		}
		if big && common && p.Class != gazetteer.Country && (f.opens(s, c.first) || !p.Capital) {
			return located
		}
		return bare
	case common:
		if p.Population > 100000 {
			return located
		}
		return certain
	case single && (f.k.surname(word) || f.k.firstName(word)):
		if p.Population > 50000 && !f.k.firstName(word) || p.Population > 1000000 {
			return bare
		}
		if p.Population > 5000 {
			return located
		}
		return certain
	case p.Population >= 50000 || !single && p.Population >= 5000:
		return bare
	}
	return located
}

// unknown gives a name that the gazetteer does not know but the text calls a place.
func (f *finder) unknown(s text.Sentence, c candidate) (candidate, bool) {
	i := c.first
	if f.loud || f.opens(s, i) && f.d.Has(f.k.words, i) || !f.plainName(i) || f.d.Has(f.k.demonyms, i) || f.d.Has(f.k.classes, i) {
		return c, false
	}
	if i > s.First && f.capital(i-1) {
		return c, false
	}
	c.end = i + 1
	for c.end < s.End && c.end < i+4 && f.capital(c.end) && f.plainName(c.end) {
		c.end++
	}
	if c.end < s.End && f.capital(c.end) {
		return c, false
	}
	if c.end == i+1 && f.d.Has(f.k.words, i) {
		return c, false
	}
	f.note(s, c)
	value, ok := f.classed(s, i, c.end)
	if !ok || classOf(value) == gazetteer.Country && !f.cueOf(s, i) {
		if ok = f.apposed(s, c.end); !ok {
			return c, false
		}
	}
	c.form = f.form(i, c.end)
	c.call(value)
	if _, one, ok := strings.Cut(value, "many "); ok { // “Borim counties”: the gazetteer has “Borim County”
		c.places = f.lookup(c.form + " " + one)
	}
	return c, true
}

// note counts a name that only the text knows if it stands where places do.
func (f *finder) note(s text.Sentence, c candidate) {
	t := &f.d.Tokens[c.first]
	if c.end == c.first+1 && !f.k.firstName(t) && !f.k.surname(t) && t.Case == text.Title && f.cue(s, c.first) {
		f.odd[t.Norm] = true
	}
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
