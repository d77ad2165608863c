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
	if f.dateline(s, *c) || f.residence(s, c.first) {
		c.strength = certain
		return
	}
	if f.cue(s, c.first) || f.cueBehind(s, c.end) {
		c.strength, c.rule = located, Located
	}
}

// residence reports whether someone's age and “of” stand before token i: “Ann Orr, 32, of X”.
func (f *finder) residence(s text.Sentence, i int) bool {
	j := i - 3
	return j > s.First && f.k.behind && f.d.Norm(j+1) == "," && f.d.Norm(j-1) == "," && f.d.Tokens[j].Kind == text.Number && f.d.Tokens[j].Span.Len() <= 2 &&
		f.d.Tokens[i-1].Case == text.Lower && f.d.Has(f.k.particles, i-1)
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
