package name

import (
	"strings"

	"stemma/internal/text"
)

// chapter reads the body of a country that bears the name of a kind of body of two words
// or more, “Velmoran Red Cross”, “Cruz Roja de Velmora”: the token behind it, 0 if none.
func (f *finder) chapter(s text.Sentence, p, end int) int {
	if !f.k.headFirst {
		if w := f.kindOfBody(p+1, end); w > 0 && (f.facts[p].has(aDemonym) || f.demonymic(p)) {
			return p + 1 + w
		}
		return 0
	}
	w := f.kindOfBody(p, end)
	if w == 0 {
		return 0
	}
	if q := f.extend(s, p+w, end); q > p+w {
		return q
	}
	return 0
}

// kindOfBody gives the number of words of a kind of body, “Red Cross”, at token p: two or
// more, all that are not small with a capital.
func (f *finder) kindOfBody(p, end int) int {
	if p >= end || !f.capital(p) {
		return 0
	}
	w, v := f.d.Longest(f.k.plain, p, end)
	if w < 2 || !f.capital(p+w-1) || !strings.Contains(v, "head") && !strings.Contains(v, "first") || strings.Contains(v, "plain") {
		return 0
	}
	return w
}

// demonymic reports whether the word at token p, which no list knows, ends like one made
// from a place's name.
func (f *finder) demonymic(p int) bool {
	w := f.d.Norm(p)
	for _, end := range f.k.peoples {
		if strings.HasSuffix(w, end.text) && len(w) > len(end.text)+3 {
			return f.facts[p]&^aForeign == 0
		}
	}
	return false
}

// portfolio reports whether the words p to before q are what a minister is minister of,
// and no body: “Minister of Water and Energy”.
func (f *finder) portfolio(s text.Sentence, p, q int) bool {
	if p-2 < s.First || !f.facts[p-1].has(aBodily) || f.capital(p-1) {
		return false
	}
	and := false
	for i := p; i < q; i++ {
		if f.isAnd(i) {
			and = true
		} else if !f.facts[i].has(anOrdinary) || f.place[i].end > 0 {
			return false
		}
	}
	for i := max(s.First, p-4); and && i < p-1; i++ {
		if w, _ := f.titleAt(i, p-1); w == p-1-i {
			return true
		}
	}
	return false
}

// portfolioOf gives the token behind a minister who is named with an office over what the words p
// to before q say, which look like a body's: “Schools and Health Secretary Ana Duarte”; 0 else.
func (f *finder) portfolioOf(s text.Sentence, n, p, q, end int) int {
	w, v := f.titleAt(q, end)
	if w == 0 || !f.capital(q) || !strings.HasPrefix(v, "office") {
		return 0
	}
	and := false
	for i := p; i < q; i++ {
		and = and || f.isAnd(i)
		if !f.isAnd(i) && !f.facts[i].has(anOrdinary) || f.place[i].end > 0 {
			return 0
		}
	}
	if !and {
		return 0 // “Harbour Office Minister Ana Duarte”: the office is a body
	}
	return f.titled(s, n, q, q+w, end, v)
}

// alone reports whether the word at token p stands for a body by itself: the word of a
// newspaper's name or the like behind an article, inside a sentence, without a name
// behind it.
func (f *finder) alone(s text.Sentence, p int) bool {
	return f.facts[p].has(aPress|anAlone) && p > s.First && f.article(p-1) && f.d.Tokens[p].Case == text.Title &&
		(p+1 >= s.End || !f.capital(p+1) && f.d.Tokens[p+1].Kind != text.Number)
}

// wordy reports whether a name is made of two or more ordinary words.
func (f *finder) wordy(c *candidate) bool {
	n := 0
	for i := c.first; i < c.end; i++ {
		if !f.facts[i].has(anOrdinary) || f.facts[i].has(aFirstName|aSurname) {
			return false
		}
		n++
	}
	return n > 1
}
