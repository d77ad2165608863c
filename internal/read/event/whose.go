package event

import (
	"stemma/internal/text"
	"stemma/lang"
)

// owns reports whether a party only says whose the next one is: “Dorvia's minister of mines”, “the
// mayor's brother”.
func (f *finder) owns(i int) bool {
	p := &f.people[i]
	if f.d.Norm(p.end) != "'s" || i+1 >= len(f.people) || f.people[i+1].first > p.end+4 {
		return false
	}
	for at := p.end + 1; at < f.people[i+1].first; at++ {
		if !f.plain(at) {
			return false
		}
	}
	return true
}

// describes reports whether a place only says of where the person behind it is: “the Velmora
// negotiator Hugo Renn”.
func (f *finder) describes(i int) bool {
	p := &f.people[i]
	if !f.k.compounds || !p.place || i+1 >= len(f.people) || !f.people[i+1].name || !f.people[i+1].person {
		return false
	}
	for at := p.end; at < f.people[i+1].first; at++ {
		if !f.plain(at) || f.timeAt(at) || f.d.Tokens[at].Case != text.Lower {
			return false
		}
	}
	gap := f.people[i+1].first - p.end
	return gap > 0 && gap < 4
}

// officeBehind gives who holds an office that a place stands before: “the Velmora special
// envoy to the islands, Hugo Renn”.
func (f *finder) officeBehind(i int) []party {
	p := &f.people[i]
	if !f.k.compounds || !p.place {
		return nil
	}
	for at := p.end; at < p.end+3 && f.plain(at) && f.d.Tokens[at].Case == text.Lower; at++ {
		if n, v := f.d.Longest(f.k.titles, at, f.s.End); n > 0 && lang.Flag(v, "office") {
			return f.holder(at + n)
		}
	}
	return nil
}

// holder gives who holds the office that ends before the token, and those joined to it:
// “the manager of the firm, Ugo Varn, and two inspectors”.
func (f *finder) holder(at int) []party {
	for i := at; i < f.s.End && i < at+7; i++ {
		if p := f.partiesAt(i); p != nil && p[0].name && p[0].person {
			return p
		}
		if !f.plain(i) && !f.is(i, "of") && !f.is(i, "det") && f.d.Norm(i) != "," && !f.partyAt(i) && !(f.is(i, "to") && f.partyAt(i+1)) {
			return nil
		}
	}
	return nil
}

// behindPlace steps over a phrase of place: “the killing in Orvel of four soldiers”.
func (f *finder) behindPlace(at int) int {
	if !f.is(at, "in") {
		return at
	}
	for i := range f.people {
		if p := &f.people[i]; p.place && p.first > at && p.first <= at+2 {
			return p.end
		}
	}
	return at
}
