package place

import (
	"strings"

	"stemma/internal/gazetteer"
	"stemma/internal/text"
)

// lengthen takes in the capitals behind a name that the text introduces: of “the town
// of Borim Hill” the gazetteer may know Borim only.
func (f *finder) lengthen(s text.Sentence, c *candidate) {
	end := c.end
	for !f.loud && end < s.End && end < c.first+4 && f.capital(end) && !f.d.Has(f.k.titles, end) && !f.d.Has(f.k.notNames, end) {
		end++
	}
	if _, before := f.classBefore(s, c.first); !before || end == c.end {
		return
	}
	c.end, c.form, c.places = end, f.form(c.first, end), nil
}

// titled reads a class word with a capital and the particles behind it, “Province of”,
// when it stands inside a sentence: the number of tokens.
func (f *finder) titled(s text.Sentence, i int) int {
	n, value := f.d.Longest(f.k.classes, i, s.End)
	if n == 0 || f.loud || f.opens(s, i) || f.d.Tokens[i].Case != text.Title || classOf(value) == gazetteer.Country || classOf(value) == gazetteer.Site {
		return 0
	}
	j := i + n
	for j < s.End && j < i+n+2 && f.d.Has(f.k.particles, j) && !f.capital(j) {
		j++
	}
	if j == i+n || j >= s.End || !f.capital(j) || len(f.lookup(f.form(i, i+n))) > 0 {
		return 0
	}
	return j - i
}

// feature reads a name that a class word is part of, “Lake Orr”, “Orr River”: the
// number of tokens, 0 if there is none at token i.
func (f *finder) feature(s text.Sentence, i int) int {
	if f.loud {
		return 0
	}
	if n, value := f.d.Longest(f.k.classes, i, s.End); n > 0 && (f.capital(i) && natural(value) || strings.HasSuffix(value, "lead")) {
		j := i + n
		for j < s.End && j < i+n+3 && f.d.Has(f.k.particles, j) && !f.capital(j) {
			if v, _ := f.d.Value(f.k.particles, j); strings.HasSuffix(v, "and") {
				return 0
			}
			j++
		}
		if j == i+n && strings.Contains(value, " after") {
			return 0 // “Delta Orr”
		}
		if j < s.End && f.capital(j) && f.plainName(j) {
			j++
			for j < s.End && j < i+6 && f.capital(j) && f.plainName(j) {
				j++
			}
			return j - i
		}
		return 0
	}
	if !f.capital(i) {
		return 0
	}
	if n := f.tailed(s, i); n > 0 {
		return n
	}
	if n := f.begun(s, i); n > 0 {
		return n
	}
	if !f.k.behind || f.d.Tokens[i].Case != text.Title || f.opens(s, i) && f.d.Has(f.k.words, i) {
		return 0
	}
	for j := i + 1; j < s.End && j < i+3 && f.capital(j); j++ {
		if n, value := f.d.Longest(f.k.classes, j, s.End); n > 0 && natural(value) && f.capital(j+n-1) {
			if f.someone(s, i, j) {
				return 0
			}
			return j + n - i
		}
	}
	return 0
}

// someone reports whether a given name at token i and a surname at token j, which also is a word
// for a kind of place, are rather a person's: “Oona Lake”, not “the Oona Lake”.
func (f *finder) someone(s text.Sentence, i, j int) bool {
	return j == i+1 && f.k.firstName(&f.d.Tokens[i]) && f.k.surname(&f.d.Tokens[j]) && !f.cue(s, i) && (i == s.First || !f.d.Has(f.k.articles, i-1))
}

// tailed reads a name of one or two words with a small word behind it that belongs to it,
// “the Orr valley”: the number of tokens.
func (f *finder) tailed(s text.Sentence, i int) int {
	j := i
	for j < s.End && j < i+2 && f.d.Tokens[j].Case == text.Title && f.plainName(j) && !f.d.Has(f.k.demonyms, j) && !(f.opens(s, j) && f.ordinaryWord(&f.d.Tokens[j])) {
		j++
	}
	if j == i || j >= s.End || f.capital(j) || i > s.First && f.capital(i-1) && !f.opens(s, i) {
		return 0
	}
	n, value := f.d.Longest(f.k.classes, j, s.End)
	if n == 0 || !strings.HasSuffix(value, "tail") {
		return 0
	}
	return j + n - i
}

// begun reads a name that a word like “Upper” or “Port” begins and that goes on with one
// that is no ordinary word, “Upper Orr”: the number of tokens. “Upper House” is none, nor
// is “Port Orr Bank”.
func (f *finder) begun(s text.Sentence, i int) int {
	n, _ := f.d.Longest(f.k.begins, i, s.End)
	j := i + n
	if n == 0 || j >= s.End || f.d.Tokens[i].Case != text.Title || i > s.First && f.capital(i-1) && !f.opens(s, i) {
		return 0
	}
	t := &f.d.Tokens[j]
	if t.Case != text.Title || t.Stop || f.joinedWord(t) || !f.plainName(j) || f.ordinaryWord(t) || t.Has(f.k.demonyms) || f.k.firstName(t) {
		return 0
	}
	for end := j + 1; end < s.End && f.capital(end); end++ {
		if !f.d.Has(f.k.classes, end) {
			return 0
		}
		n++
	}
	return n + 1
}

// joinedWord reports whether a token is an adjective made with a name: “Orr-based”.
func (f *finder) joinedWord(t *text.Token) bool {
	at := strings.LastIndexByte(t.Norm, '-')
	word := t.Span.Of(f.d.Text)
	return at > 0 && at+1 < len(t.Norm) && len(word) == len(t.Norm) && word[at+1:] == t.Norm[at+1:]
}

// partOf gives the places of which the tokens name a part, “South Kelmora”: where the whole
// is a division, a country or a town of some size, its point is near enough.
func (f *finder) partOf(s text.Sentence, i, end int) []gazetteer.Place {
	n, value := f.d.Longest(f.k.begins, i, s.End)
	if n == 0 || value != "region" || i+n >= end || f.g.Common(f.form(i+n, end)) {
		return nil
	}
	list := f.lookup(f.form(i+n, end))
	if len(list) == 0 || list[0].Class == gazetteer.City && list[0].Population < smallTown {
		return nil
	}
	return list
}

// ordinaryWord reports whether a token is a word of the language, also as a plural.
func (f *finder) ordinaryWord(t *text.Token) bool {
	return t.Has(f.k.words) || f.k.ends.Without(t.Norm, 2, "plural", f.k.words.Has)
}

// natural reports whether a class word makes names of its own with its neighbour.
func natural(value string) bool {
	switch classOf(value) {
	case gazetteer.Sea, gazetteer.Region:
		return true
	}
	return false
}

// plainName reports whether a token with a capital can be part of a place's name: it
// is no title, no word for a body, no day.
func (f *finder) plainName(i int) bool {
	t := &f.d.Tokens[i]
	return !t.Has(f.k.notNames) && !t.Has(f.k.heads) && !t.Has(f.k.titles)
}
