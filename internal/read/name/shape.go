package name

import (
	"strings"

	"stemma/internal/text"
)

// coded reports whether a name is one to four capitals in brackets: a country's, a party's
// or an agency's letters, “Orr (VEL) beat …”.
func (f *finder) coded(c *candidate) bool {
	t := &f.d.Tokens[c.first]
	return c.end == c.first+1 && t.Case == text.Upper && len(t.Norm) <= 4 && !t.Stop && c.first > 0 && f.d.Norm(c.first-1) == "("
}

// bareName reports whether a name is one word with a capital that no list has but those of
// people's names, without an article before it.
func (f *finder) bareName(c *candidate) bool {
	return !c.place && c.end == c.first+1 && f.d.Tokens[c.first].Case == text.Title && (c.first == 0 || !f.article(c.first-1)) &&
		f.facts[c.first]&^(aSurname|aFirstName|aWoman|aMan|aUsual|aForeign) == 0
}

// shape adds what the words of a name say, by how many they are and how many of them
// are ordinary words, surnames, in capitals only, and places.
func (f *finder) shape(c *candidate, v *[4]int, words, ordinary, surnames, upper, places int) {
	t, x := f.d.Tokens[c.first], f.facts[c.first]
	switch {
	case words > 1 && t.Case == text.Upper && strings.Trim(t.Norm, "ivxl") == "":
		v[aBody] -= 2 // “XII Harbour Fair”: a feast
	case words == 1 && t.Case == text.Upper && !t.Stop && len(t.Norm) >= 2 && len(t.Norm) <= 6 && c.kind != aPlace:
		v[aBody] += 3
	case words == 1 && x.has(aFirstName) && !x.has(aWeakFirst):
		v[aPerson] += 2
	case words == 1 && x.has(aSurname) && !x.has(anOrdinary|aWeakSurname):
		v[aPerson]++
	case words >= 2 && c.kind != aPlace && !x.has(aFirstName) && (places > 0 && !f.surnamed(c, words) || upper > 0 && upper < words):
		v[aBody] += 2
	case words >= 2 && words <= 4 && ordinary == 0 && c.kind != aPlace:
		v[aPerson] += 2 + min(surnames, 1)
	case words >= 2 && words <= 4 && f.k.headFirst && x.has(aPersonal) && t.Case == text.Title && !f.article(c.first) && c.kind != aPlace && !f.opens(f.d.Sentences[c.sentence], c.first) && places == 0:
		v[aPerson] += 3 // “Del Orrin”
	case words == 2 && surnames == 2:
		v[aPerson] += 2
	case words >= 2 && t.Stop && len(t.Norm) <= 3 && !f.facts[c.end-1].has(aHead|aSuffix):
		v[aPerson] += 3
	case words >= 2 && x.has(aFirstName) && !f.facts[c.end-1].has(anOrdinary) && places == 0:
		v[aPerson] += 2
	case words >= 2 && ordinary == words:
		v[aPerson] -= 2
	case words >= 2 && f.facts[c.end-1].has(aSurname) && !f.facts[c.first].has(anOrdinary) && c.kind != aPlace:
		v[aPerson] += 2
	}
}

// surnamed reports whether a name of two words ends with a town's name that is a surname
// too, behind a word that is no place: it may be a person's.
func (f *finder) surnamed(c *candidate, words int) bool {
	return words == 2 && f.facts[c.end-1].has(aSurname) && f.place[c.first].end == 0 && !f.country(c.end-1)
}

// speaks reports whether the tokens are the initials of someone whose turn it is in an
// interview: “AD: What happened then?”
func (f *finder) speaks(s text.Sentence, first, end int) bool {
	t := f.d.Tokens[first]
	return first == s.First && end == first+1 && f.d.Norm(end) == ":" && f.d.Tokens[end].Glued &&
		t.Case == text.Upper && len(t.Norm) <= 3 && f.d.Paragraphs[s.Paragraph].Span.Start == s.Span.Start
}

// seat reports whether a name is a place's and nobody's: “Kelmora says” is its government.
func (f *finder) seat(c *candidate) bool {
	return c.kind == aPlace && c.place && !f.facts[c.first].has(aSurname|aFirstName)
}

// noPlace reports whether a name that the atlas lacks can hardly be a place's, whatever “in” says:
// initials, a name with a number behind it, “in Sargrim 2”, or one of ordinary words that holds no
// word for a kind of spot.
func (f *finder) noPlace(s text.Sentence, c *candidate) bool {
	if c.place || f.maybe[c.first].end == c.end && !f.facts[c.first].has(anOrdinary) {
		return false
	}
	if f.lettered(c) || c.end < s.End && f.d.Tokens[c.end].Kind == text.Number && !f.d.Tokens[c.end].Glued && f.d.Tokens[c.end].Span.Len() < 3 && !f.sport {
		return true
	}
	for i := c.first; i < c.end; i++ {
		if x := f.facts[i]; x.has(aSite) || f.capital(i) && !x.has(anOrdinary|aStarter) {
			return false
		}
	}
	return true
}
