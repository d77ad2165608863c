package name

import (
	"stemma/internal/text"
)

// undate takes the months and days among the words off those that are given names where
// they stand: “Julio Farel”, “Eugenio Domingo Prado”. It is for languages that write
// months and days small.
func (f *finder) undate() {
	for i := range f.facts {
		if f.facts[i].has(aDate) && f.facts[i].has(aFirstName) && f.d.Tokens[i].Case == text.Title && (f.afterGiven(i) || f.beforeSurname(i)) {
			f.facts[i] &^= aDate | aWeakFirst
		}
	}
}

// datedSurnames takes a month among the words off where it is the surname of the given name
// before it: “Tessa May, who …”, not “with Tessa May 3”.
func (f *finder) datedSurnames() {
	for i := 1; i < len(f.facts)-1; i++ {
		if f.facts[i].has(aDate) && f.facts[i].has(aSurname) && f.d.Tokens[i].Case == text.Title && f.d.Tokens[i+1].Kind != text.Number &&
			f.afterGiven(i) && !f.facts[i-1].has(aWeakFirst|anOrdinary|aDate) {
			f.facts[i] &^= aDate | aNoName
		}
	}
}

// afterGiven reports whether a given name stands right before token i.
func (f *finder) afterGiven(i int) bool {
	return i > 0 && f.d.Tokens[i-1].Case == text.Title && f.facts[i-1].has(aFirstName)
}

// beforeSurname reports whether a surname, or a word that no list knows, stands right behind
// token i, and no day or “of” before it.
func (f *finder) beforeSurname(i int) bool {
	if i > 0 && (f.d.Tokens[i-1].Kind == text.Number || f.facts[i-1].has(aParticle)) || i+1 >= len(f.facts) {
		return false
	}
	t, x := f.d.Tokens[i+1], f.facts[i+1]
	return t.Kind == text.Word && t.Case == text.Title && !x.has(aDate) && (x.has(aSurname) || x&^aForeign == 0)
}

// given reports whether token i is a given name and no ordinary word: in a language that
// writes words small, what follows it with a capital is a surname, be it a word or not.
func (f *finder) given(i int) bool {
	return f.k.headFirst && f.facts[i].has(aFirstName) && !f.facts[i].has(aWeakFirst|anOrdinary|aNoName) && f.d.Tokens[i].Case == text.Title && f.place[i].end == 0
}

// initial reports whether token i is one letter and a full stop.
func (f *finder) initial(i int) bool {
	t := &f.d.Tokens[i]
	return t.Stop && len(t.Norm) <= 2 && f.capital(i)
}

// wordSurname reports whether the ordinary word at token q, behind a given name, is a
// surname: it makes no body's, thing's or people's name.
func (f *finder) wordSurname(q, end int) bool {
	x := f.facts[q]
	return f.d.Tokens[q].Case == text.Title && !x.has(aHead|aForward|aPlain|aNoName|aDemonym|aSite|aPress) && (!x.has(aTitle) || f.titleSurname(q, end))
}

// titleSurname reports whether the title at token q is a surname, since another one stands
// behind it: “Luis Mayor Prado”.
func (f *finder) titleSurname(q, end int) bool {
	return q+1 < end && f.d.Tokens[q+1].Case == text.Title && !f.facts[q+1].has(aFirstName|aTitle)
}
