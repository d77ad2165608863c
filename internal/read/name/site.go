package name

import (
	"stemma/internal/text"
)

// site reads the name of a spot with a word for it, “Plaza de la Aduana”, “Aduana Street”:
// the token behind it, 0 if there is none.
func (f *finder) site(s text.Sentence, p, end int) int {
	if !f.k.headFirst {
		return f.siteBefore(p, end)
	}
	if !f.facts[p].has(aSite) || f.facts[p].has(aForward|aFirstName) || f.d.Tokens[p].Case != text.Title || f.place[p].end > p+1 {
		return 0
	}
	q := p + 1
	for q < end && f.capital(q) && !f.facts[q].has(aDate|aForward) && !f.titleStops(q, end) {
		q++
	}
	if f.facts[p].has(aSurname) && q > p+1 && f.facts[p+1].has(aSurname|aFirstName) {
		return 0 // “Castillo Reyes”
	}
	q = f.extend(s, q, end)
	if q == p+1 || f.d.Norm(q-1) == "-" {
		return 0
	}
	return f.withoutTown(p, q)
}

// withoutTown takes the town off the end of a spot's name: “Palacio de la Aduana”, not
// “Palacio de la Aduana de Kelmora”.
func (f *finder) withoutTown(p, q int) int {
	for j := q - 1; j > p+2; j-- {
		if f.place[j].end != q || f.capital(j-1) {
			continue
		}
		end := j
		for end > p && !f.capital(end-1) {
			end--
		}
		if end > p+1 {
			return end
		}
	}
	return q
}

// siteBefore reads a spot's name of two to four words that ends with the word for it and
// with nothing else that makes a name.
func (f *finder) siteBefore(p, end int) int {
	if f.facts[p].has(aTitle|aDemonym|aNoName|aDate|aFirstName) || f.place[p].end > 0 {
		return 0
	}
	for q := p + 1; q < end && q < p+4 && f.capital(q); q++ {
		x := f.facts[q]
		if x.has(aHead|aSuffix|aPress|aTitle) || x.has(aSite) && x.has(aSurname) {
			return 0
		}
		if x.has(aSite) && (q+1 >= end || !f.capital(q+1)) {
			return q + 1
		}
	}
	return 0
}

// namedFor reports whether the person's name at token p is that of a spot, since the word
// for it stands right before: “el estadio Ana Duarte”.
func (f *finder) namedFor(s text.Sentence, p int) bool {
	return f.k.headFirst && p > s.First && f.facts[p-1].has(aSite) && f.d.Tokens[p-1].Case == text.Lower && !f.facts[p-1].has(aTitle)
}
