package quote

import (
	"strings"

	"stemma"
	"stemma/internal/text"
	"stemma/lang"
)

// phraseAfter gives the noun phrase that begins at token i: the source behind
// “according to”, the speaker behind “said”.
func (f *finder) phraseAfter(i, limit int) tokens {
	for i < limit && f.is(i, isAdverb) && !f.is(i, isDet) {
		i++
	}
	if i >= limit || f.in[i] > 0 {
		return tokens{}
	}
	if f.is(i, isPronoun) && !f.is(i, isDet) {
		return tokens{i, i + 1}
	}
	if !f.startsPhrase(i) {
		return tokens{}
	}
	end := i
	person := f.name[i] == 0 && f.class[i] == 0 && f.d.Tokens[i].Kind == text.Word && f.d.Tokens[i].Case != text.Lower && f.k.dropped
	for end < limit && end-i < longestPhrase && f.goesOn(end, i, limit, person) {
		person = person || f.name[end] > 0 && f.names[f.name[end]-1].Type == stemma.Person
		end++
	}
	if person && end+1 < limit && f.norm(end) == "'s" && f.bareWord(end+1) {
		for end++; end < limit && f.bareWord(end); end++ { // “said Ana Ruiz's lawyer”
		}
		if f.personAt(end) {
			return tokens{i, f.nameEnd(end)} // “said Ana Ruiz's lawyer Luis Prado”
		}
		person = false
	}
	for end > i && (f.is(end-1, isPrep|isConj|isDet) || f.d.Tokens[end-1].Kind == text.Punct) {
		end--
	}
	if past := f.pastPlaces(end, limit); past > end && f.personAt(past+1) {
		return tokens{i, f.nameEnd(past + 1)} // “dijo el coordinador de Sella, Nzoli y Velmora, Ana Ruiz”
	}
	if at := f.behindTitles(end+1, limit); !person && end+1 < limit && f.norm(end) == "," && f.personAt(at) {
		if past := f.nameEnd(at); past >= limit || f.d.Tokens[past].Kind != text.Word {
			return tokens{i, past} // “said the mayor, Ana Ruiz.”
		}
	}
	return tokens{i, end}
}

// pastPlaces gives the comma behind a list of places that goes on at the comma at token i;
// i where none does.
func (f *finder) pastPlaces(i, limit int) int {
	at := i
	for at+1 < limit && (f.norm(at) == "," || f.is(at, isConj)) && f.name[at-1] > 0 && f.name[at+1] > 0 && f.names[f.name[at+1]-1].Type == stemma.Place {
		at = f.nameEnd(at + 1)
	}
	if f.norm(at) != "," {
		return i
	}
	return at
}

// personAt reports whether a person's name begins at token i, outside marks.
func (f *finder) personAt(i int) bool {
	return i < len(f.name) && f.name[i] > 0 && f.names[f.name[i]-1].Type == stemma.Person && f.in[i] == 0
}

// digits of a year that stands behind what it dates: “un estudio de 2014”.
const yearDigits = 4

// behindTitles steps over titles before a name: “the minister, Dr. Ana Ruiz”.
func (f *finder) behindTitles(i, limit int) int {
	at := i
	for at < limit && at < i+3 && f.name[at] == 0 {
		n, _ := f.d.Longest(f.k.titles, at, limit)
		if n == 0 {
			return i
		}
		at += n
	}
	return at
}

func (f *finder) startsPhrase(i int) bool {
	t := &f.d.Tokens[i]
	if f.name[i] > 0 || f.is(i, isDet|isPossessive) && !f.is(i, isThat) {
		return true
	}
	if t.Kind == text.Number {
		return true
	}
	return t.Kind == text.Word && !f.is(i, isSub|isPrep|isConj|isAux|isRelative|isTime|isObject|isParticiple)
}

func (f *finder) goesOn(i, start, limit int, person bool) bool {
	t := &f.d.Tokens[i]
	if f.in[i] > 0 || t.Kind == text.Mark || f.occasionAt(i, limit) {
		return false
	}
	if f.name[i] > 0 {
		return !person || f.name[i] == f.name[i-1] || f.is(i-1, isJoin)
	}
	if t.Kind == text.Punct {
		return strings.Contains("-&'/", t.Norm)
	}
	if person && i > start && f.name[i-1] > 0 && (!f.is(start, isDet) || f.is(i, isJoin) && f.is(i, isPrep)) {
		return f.is(i, isJoin) && i+1 < limit && f.name[i+1] > 0 && !f.is(i+1, isTime) && (!f.k.dropped || f.is(i, isConj) || f.personAt(i+1)) // not “Vela a Radio Puerto”
	}
	if f.k.dropped && f.is(i, isConj) && f.verbAt(i+1, limit) {
		return false // “añade la carta y recuerda”
	}
	if t.Kind == text.Number && i > start && f.class[i-1] == 0 && f.name[i-1] == 0 && i+1 < limit && f.d.Tokens[i+1].Kind != text.Number {
		return f.d.Tokens[i-1].Kind == text.Word // “el servicio 112”
	}
	if f.is(i, isJoin) && i > start && i+2 < limit && f.d.Tokens[i+1].Kind == text.Number && f.d.Tokens[i+2].Kind == text.Punct && len(f.norm(i+1)) == yearDigits {
		return true // “un estudio de 2014,”
	}
	if t.Kind == text.Number && f.is(i-1, isJoin) && i-1 > start {
		return true
	}
	if f.is(i, isJoin) || f.is(i, isConj) {
		return i > start && i+1 < limit && !f.is(i+1, isTime|isPronoun|isRelative|isParticiple) && f.d.Tokens[i+1].Kind != text.Number &&
			(!f.is(i, isConj) || f.is(i, isJoin))
	}
	if f.is(i, isDet) {
		return !f.is(i, isSub) || i == start
	}
	if f.is(i, isAdverb) && i > start && f.is(i-1, isDet) {
		return true // “the then mayor”, “la misma fuente”
	}
	return !f.is(i, isSub|isRelative|isAux|isPronoun|isPrep|isTime|isAdverb|isObject)
}

// occasionAt reports whether at token i begins where or when something was said.
func (f *finder) occasionAt(i, limit int) bool {
	if !f.is(i, isPrep) || f.name[i] > 0 {
		return false
	}
	for _, found := range f.rules.At(i, limit, spots{f}) {
		if found.Rule.Set["content"] == "occasion" {
			return true
		}
	}
	return false
}

// verbAt reports whether a finite verb of saying that is no noun stands at token i.
func (f *finder) verbAt(i, limit int) bool {
	n, value := f.d.Longest(f.k.speech, i, limit)
	return n > 0 && lang.Flag(value, "say") && !lang.Flag(value, "noun") && !lang.Flag(value, "part") && !lang.Flag(value, "ing") && f.name[i] == 0
}
