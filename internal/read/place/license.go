package place

import (
	"strings"

	"stemma/internal/gazetteer"
	"stemma/internal/text"
)

// license drops the candidates for which too little speaks. What speaks for one
// mention of a form speaks for all of them.
func (f *finder) license() {
	f.contain()
	f.callAll()
	f.compass()
	best := map[string]strength{}
	for _, c := range f.all {
		best[c.form] = max(best[c.form], c.strength)
	}
	for i := range f.all {
		c := &f.all[i]
		c.dropped = best[c.form] < c.need
		if f.wordAtStart(c) && c.strength == bare {
			c.dropped = true
		}
	}
	f.enlist()
}

// compass takes from the names that are made of points of the compass only, “the South East”, the
// divisions of countries that the text does not name: every country has such parts.
func (f *finder) compass() {
	named := map[string]bool{}
	for i := range f.all {
		if c := &f.all[i]; countries(c) {
			named[c.places[0].Country] = true
		}
	}
	for i := range f.all {
		c := &f.all[i]
		if len(c.places) == 0 || c.places[0].Class == gazetteer.Country || !f.directions(c) {
			continue
		}
		var kept []gazetteer.Place
		for _, p := range c.places {
			if named[p.Country] {
				kept = append(kept, p)
			}
		}
		if c.places, c.chosen = kept, 0; len(kept) == 0 {
			c.strength, c.need = bare, certain
		}
	}
}

// directions reports whether a name holds nothing but words like “North” and “Eastern”.
func (f *finder) directions(c *candidate) bool {
	for i := c.first; i < c.end; i++ {
		for word := range strings.SplitSeq(f.d.Norm(i), "-") {
			if value, ok := f.k.begins.Value(word); !ok || value != "region" || !f.k.words.Has(word) {
				return false
			}
		}
	}
	return true
}

// enlist takes up what was dropped for lack of evidence but stands in a list between
// or beside places.
func (f *finder) enlist() {
	for i := range f.all {
		c := &f.all[i]
		if !c.dropped || len(c.places) == 0 || c.need > located || f.wordAtStart(c) {
			continue
		}
		before := i > 0 && !f.all[i-1].dropped && f.listed(i-1, i)
		after := i+1 < len(f.all) && !f.all[i+1].dropped && f.listed(i, i+1)
		if before || after {
			c.dropped, c.strength, c.rule = false, located, Located
		}
	}
}

// wordAtStart reports whether the name is an ordinary word at a sentence's beginning.
func (f *finder) wordAtStart(c *candidate) bool {
	return c.end == c.first+1 && c.need > bare && f.d.Has(f.k.words, c.first) && f.opens(f.d.Sentences[c.sentence], c.first)
}

// contain finds pairs “X, Y” and “X (Y)” where one of the places X lies in one of the
// places Y.
func (f *finder) contain() {
	for i := 0; i+1 < len(f.all); i++ {
		a, b := &f.all[i], &f.all[i+1]
		gap := b.first - a.end
		sign := f.d.Norm(a.end)
		if a.sentence != b.sentence || a.form == b.form || gap != 1 && gap != 2 || sign != "," && sign != "(" && !(gap == 1 && f.k.particles.Has(sign) && f.k.contains) {
			continue
		}
		if gap == 2 && f.d.Tokens[a.end+1].Kind == text.Word && f.d.Tokens[a.end+1].Case != text.Lower {
			continue
		}
		if countries(a) && countries(b) { // “Kenya, Chile”: a list
			continue
		}
		for _, outer := range b.places {
			if n := within(a.places, outer); n >= 0 {
				a.inside = i + 1
				b.strength = max(b.strength, certain)
				if sign != "(" { // “Kelmora (Velmora)”: also said of people and teams
					a.strength, a.rule = certain, Contained
				}
				break
			}
		}
	}
}

// countries reports whether the name is a country's in the first place.
func countries(c *candidate) bool {
	return len(c.places) > 0 && c.places[0].Class == gazetteer.Country
}

// within gives the first place that lies in outer, or -1.
func within(list []gazetteer.Place, outer gazetteer.Place) int {
	for i, p := range list {
		if lies(p, outer) {
			return i
		}
	}
	return -1
}

func lies(p, outer gazetteer.Place) bool {
	if p.Country != outer.Country || p.Country == "" || p.Class == outer.Class && p.Name == outer.Name {
		return false
	}
	switch outer.Class {
	case gazetteer.Country:
		return p.Class != gazetteer.Country
	case gazetteer.Admin1:
		return p.Admin1 == outer.Admin1 && p.Class != gazetteer.Admin1 && p.Class != gazetteer.Country
	case gazetteer.Admin2:
		return p.Admin1 == outer.Admin1 && p.Admin2 == outer.Admin2 && p.Class == gazetteer.City
	}
	return false
}

// listed reports whether two candidates are neighbours in a list: a comma, “and” or a
// count in brackets stands between them.
func (f *finder) listed(a, b int) bool {
	x, y := &f.all[a], &f.all[b]
	if x.sentence != y.sentence || y.first-x.end > 5 || len(x.places) == 0 || len(y.places) == 0 || x.inside == b {
		return false
	}
	for i := x.end; i < y.first; i++ {
		t := f.d.Tokens[i]
		if t.Kind == text.Word && !t.Has(f.k.particles) {
			return false
		}
	}
	return true
}
