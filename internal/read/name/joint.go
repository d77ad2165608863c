package name

import "stemma/internal/text"

// joint reads a firm's name with “&” in it, “Orr & Sons”, “P&K Ferries”: the token behind it, 0 when
// none begins at token p. Both sides have a capital; what is no firm (“R&B”) is listed.
func (f *finder) joint(s text.Sentence, p, end int) int {
	if f.d.Norm(p+1) != "&" {
		return 0
	}
	q := p
	for q+2 < end && f.d.Norm(q+1) == "&" && f.initialed(q) && f.initialed(q+2) && f.d.Tokens[q+1].Glued == f.d.Tokens[q+2].Glued {
		q += 2
	}
	if q == p {
		return 0
	}
	if w, _ := f.d.Longest(f.k.noNames, p, end); w == q+1-p || f.listed(p, end) >= q+1-p || f.facts[p].has(aFirstName) && f.facts[q].has(aFirstName) {
		return 0 // “R&B”; “Ana & Luis”
	}
	if f.country(p) || f.facts[p].has(aNoName) {
		return 0 // “Serbia & Montenegro”
	}
	for q++; q < end && f.capital(q) && f.facts[q].has(aHead|aSuffix); q++ {
	}
	return q
}

// initialed reports whether a token is a word with a capital, a single letter too, that is no
// date.
func (f *finder) initialed(i int) bool {
	t := &f.d.Tokens[i]
	return t.Kind == text.Word && t.Case != text.Lower && !f.facts[i].has(aDate)
}
