package kin

import (
	"stemma"
)

// filled reports whether the texts are one form with other numbers and names: where
// their passages differ, they differ often, and mostly in these. At least so many
// must differ, and each weighs as much as the given number of equal words.
func (p *pair) filled(least, weight int32) bool {
	var words, filled, differ int32
	for _, b := range p.blocks {
		words, filled, differ = words+b.words, filled+b.numbers+b.names, differ+b.differ
	}
	return filled >= least && weight*(filled+differ) >= words && 2*filled >= differ
}

// spotForms looks again at the texts that are known to be forms: two of these are
// hardly a copy of each other when some of their numbers or names differ.
func spotForms(pairs []pair) {
	forms := make(map[int]int)
	for i := range pairs {
		if p := &pairs[i]; p.form {
			forms[p.a]++
			forms[p.b]++
		}
	}
	for i := range pairs {
		if p := &pairs[i]; !p.form && forms[p.a] >= 2 && forms[p.b] >= 2 && p.filled(1, 2*formWeight) {
			p.form, p.relation, p.note = true, stemma.SharedSite, formNote
		}
	}
}

// formWeight was found on simulated reports: true revisions change far fewer numbers
// and names.
const formWeight = 12

const formNote = "the same form, filled in differently"
