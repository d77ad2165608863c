package name

import (
	"sort"

	"stemma/lang"
)

// barely is how often a surname may stand alone before the only full name with it and still
// mean that person: what is named more often so, a band, a firm, bears the name by itself.
const barely = 2

// bareBefore counts how often the single name at candidate i stands alone, without a title and
// outside of headlines, before the first full name of a person.
func (f *finder) bareBefore(i int, p *person) int {
	if f.bare == nil {
		f.bare = map[string][]int{}
		for j := range f.all {
			c := &f.all[j]
			s := f.d.Sentences[c.sentence]
			if c.kind == aPerson && c.end == c.first+1 && !s.Title && c.title == c.first && f.titleBefore(s, c.first) == c.first {
				f.bare[c.form] = append(f.bare[c.form], j)
			}
		}
	}
	return sort.SearchInts(f.bare[f.all[i].form], p.first)
}

// reigns reports whether a title stands before a name behind which people have a given name
// alone, “Queen”, “Pope”: whoever bears the name with a surname is another person.
func (f *finder) reigns(c *candidate) bool {
	start := c.title
	if start == c.first {
		start = f.titleBefore(f.d.Sentences[c.sentence], c.first)
	}
	for i := start; i < c.first; i++ {
		if _, v := f.titleAt(i, c.first); lang.Flag(v, "given") {
			return true
		}
	}
	return false
}

// beginsGiven reports whether the small word that begins a person's name is a given name, “Al
// Orr”, and no part of a surname with which a longer name of the text ends, “Dario Al Tessar”.
func (f *finder) beginsGiven(c *candidate) bool {
	if c.end < c.first+2 || !f.facts[c.first].has(aPersonal) || !f.facts[c.first].has(aFirstName) {
		return false
	}
	if f.tails == nil {
		f.tails = map[string]bool{}
		for i := range f.all {
			p := &f.all[i]
			for j := p.first + 1; p.kind == aPerson && j < p.end; j++ {
				if f.facts[j].has(aPersonal) {
					f.tails[f.norm(j, p.end)] = true
				}
			}
		}
	}
	return !f.tails[c.form]
}

// rejoin makes one name of a town's name and the word right behind it where the text has the
// two at the end of a person's beyond doubt elsewhere: “Lugano Orr”, “Rosa Lugano Prado”.
func (f *finder) rejoin() {
	people := map[string]bool{}
	for i := range f.all {
		if c := &f.all[i]; c.sure && c.kind == aPerson && c.end > c.first+1 && f.place[c.end-2].end == c.end-1 {
			people[f.norm(c.end-2, c.end)] = true
		}
	}
	if len(people) == 0 {
		return
	}
	kept := f.all[:0]
	for _, c := range f.all {
		if last := len(kept) - 1; last >= 0 && kept[last].end == c.first && c.end == c.first+1 && !c.sure && kept[last].end == kept[last].first+1 && people[kept[last].form+" "+c.form] {
			a := &kept[last]
			*a = candidate{first: a.first, end: c.end, sentence: a.sentence, kind: aPerson, sure: true, rule: "first-name", form: a.form + " " + c.form, title: a.first}
			continue
		}
		kept = append(kept, c)
	}
	f.all = kept
}
