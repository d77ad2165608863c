package name

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/text"
	"stemma/lang"
)

// listed gives the number of tokens of the longest known body's name at token p, 0 if
// none. The lists of all languages count: bodies keep their names across borders; but an
// ordinary word of this language, or a place, is no body of another.
func (f *finder) listed(p, end int) int {
	if !f.facts[p].has(aBodyName) {
		return 0
	}
	best := 0
	for i, l := range f.k.bodies {
		w, _ := f.d.Longest(l, p, end)
		if i > 0 && w == 1 && (f.place[p].end > 0 || f.facts[p].has(anOrdinary|aDemonym|aPlain) && f.d.Tokens[p].Case != text.Upper) {
			continue
		}
		best = max(best, w)
	}
	return best
}

// otherName gives the full name that a list has for a body's folded name, "" if none.
func (k *knowledge) otherName(form string) string {
	for _, l := range k.bodies {
		if v, _ := l.Value(form); v != "" {
			return v
		}
	}
	return ""
}

// bodyName gives the number of tokens of the known body's name at token p, 0 if none or
// if it is more likely a word or a person's name there.
func (f *finder) bodyName(s text.Sentence, p, end int) int {
	if f.hyphened(p) {
		return 1
	}
	w := f.listed(p, s.End)
	if w > end-p && w < 3 {
		w = f.listed(p, end)
	}
	if w == 0 || !f.capital(p+w-1) || !f.capital(p) {
		return 0
	}
	if w > 1 {
		return w
	}
	t, x := f.d.Tokens[p], f.facts[p]
	if f.speaks(s, p, p+1) {
		return 0
	}
	if x.has(anOrdinary) && (f.opens(s, p) || len(t.Norm) <= 4) && t.Case != text.Upper {
		return 0
	}
	if x.has(aFirstName|aSurname) && t.Case == text.Title {
		return 0
	}
	if len(t.Norm) <= 3 && t.Case != text.Upper && !t.Stop && (f.opens(s, p) || x.has(aParticle|aTitle|aFirstName)) {
		return 0
	}
	return w
}

// hyphened reports whether token p begins with a body's initials and a hyphen and goes on
// with a capital: “UVN-Independientes”.
func (f *finder) hyphened(p int) bool {
	norm := f.d.Norm(p)
	at := strings.IndexByte(norm, '-')
	if at < 2 || at+1 >= len(norm) || f.d.Tokens[p].Kind != text.Word {
		return false
	}
	word := f.d.Tokens[p].Span.Of(f.d.Text)
	r, _ := utf8.DecodeRuneInString(word[at+1:])
	return word[:at] == strings.ToUpper(word[:at]) && unicode.IsUpper(r) && f.k.listedWord(norm[:at])
}

// listedWord reports whether a list has the folded word as a body's name.
func (k *knowledge) listedWord(word string) bool {
	for _, l := range k.bodies {
		if l.Has(word) {
			return true
		}
	}
	return false
}

// namesake gives what the lists say of a body whose name is also that of a person, a
// place or a thing: “club”, “firm”; "" when none bears it.
func (k *knowledge) namesake(form string) string {
	for _, l := range k.namesakes {
		if v, ok := l.Value(form); ok {
			return v
		}
	}
	if k.listedWord(form) {
		return "firm"
	}
	return ""
}

// namesakes weighs a form that a body bears beside others: the club's name counts on a
// sports page only.
func (f *finder) namesakes(c *candidate, v *[4]int) {
	if !f.facts[c.first].has(aBodyName) {
		return
	}
	value := f.k.namesake(c.form)
	if f.sport && lang.Flag(value, "club") {
		v[aBody] += 6
	} else if lang.Flag(value, "firm") {
		v[aBody] += 2
	}
}

// clubAt gives the number of tokens of a club's name at token p on a sports page, where
// nothing with a capital follows; 0 if there is none.
func (f *finder) clubAt(p, end int) int {
	if !f.sport || !f.facts[p].has(aBodyName) {
		return 0
	}
	for _, l := range f.k.namesakes {
		w, v := f.d.Longest(l, p, end)
		if w > 0 && strings.HasPrefix(v, "club") && (p+w >= end || !f.capital(p+w)) {
			return w
		}
	}
	return 0
}

// lists gives a word list of all languages, the pack's own first.
func lists(p *lang.Pack, name string) []*lang.List {
	all := []*lang.List{p.List(name)}
	for _, code := range lang.Codes() {
		if code != p.Code {
			all = append(all, lang.Load(code).List(name))
		}
	}
	return all
}
