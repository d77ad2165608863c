package event

import (
	"stemma"
	"stemma/lang"
)

// whole gives a party as it is told of: a noun with whose, of what or where they are, “members
// of the dockers' union”, “the leader of the miners”. A name, a number or a pronoun stays
// as it is.
func (f *finder) whole(a *act, p *party) stemma.Named {
	first, end := f.partFirst(p), f.phraseEnd(p)
	if p.end <= a.group {
		for end = min(end, a.group); end > p.end && f.smallWord(end-1); {
			end--
		}
	}
	if p.first >= a.end && complements(a.word) {
		end = p.end
	}
	if first == p.first && end == p.end {
		return p.named
	}
	span := f.d.Span(first, end)
	return stemma.Named{Span: span, Name: span.Of(f.d.Text)}
}

// complements reports whether what “of” brings behind the object of a verb belongs to the verb:
// “convicted two men of arson”, “expulsó a los mineros de la ciudad”.
func complements(w word) bool {
	switch w.name {
	case "inform", "speak", "deport", "evacuate", "oust", "remove", "dismiss", "release", "withdraw", "seize":
		return true
	}
	return w.category == "ACCUSE"
}

// phraseEnd gives the token behind a party of nouns and what “of” joins to it: another party,
// with one more of its own (“soldiers of the Third Brigade of Ostrel”), or what an office is for.
func (f *finder) phraseEnd(p *party) int {
	if p.name || p.place || p.count || p.named.Entity != "" || p.head == p.end || f.is(p.first, "pronoun") {
		return p.end
	}
	end := p.end
	for range 2 {
		next := f.joinedOf(end)
		if next == 0 {
			break
		}
		end = next
	}
	if v, ok := f.d.Value(f.k.titles, p.head); ok && lang.Flag(v, "office") && end == p.end {
		return f.officeEnd(end)
	}
	return end
}

// titledBefore gives the person by name whom a comma sets behind an office or a description of one:
// “the leader of the miners, Ana Duarte”.
func (f *finder) titledBefore(p *party) []party {
	if p.name || !p.person {
		return nil
	}
	at := f.phraseEnd(p)
	if f.is(at, "to") {
		at = f.pastParty(at + 1) // “the envoy to the islands, Hugo Renn”
	}
	if f.d.Norm(at) != "," {
		return nil
	}
	for i := range f.people {
		if q := &f.people[i]; q.first == at+1 && q.name && q.person && f.closes(q.end) {
			return f.people[i : i+1 : i+1]
		}
	}
	return nil
}

// pastParty gives the token behind the noun or name that begins at the token, an article before it
// or not.
func (f *finder) pastParty(at int) int {
	for f.is(at, "det") {
		at++
	}
	for i := range f.people {
		if f.people[i].first == at {
			return f.people[i].end
		}
	}
	if f.plain(at) {
		return at + 1
	}
	return at
}

// joinedOf gives the token behind the party that “of” joins to what ends at the token; 0 when
// there is none.
func (f *finder) joinedOf(at int) int {
	if !f.is(at, "of") || f.timeAt(at+1) {
		return 0
	}
	for i := at + 1; i < f.s.End && i < at+6; i++ {
		for n := range f.people {
			if p := &f.people[n]; p.first == i && !p.count && !f.is(i, "pronoun") {
				return f.owned(p.end)
			}
		}
		if !f.is(i, "det") && !f.is(i, "possessive") && f.d.Norm(i) != "'s" && !f.owner(i) && !f.plain(i) {
			return 0
		}
	}
	return 0
}

// owned gives the token behind what a party that ends at the token has, and behind whose
// country's it is: “the president's office”, “el Ejecutivo velmorano”.
func (f *finder) owned(end int) int {
	if !f.k.compounds && end < f.s.End && f.d.Has(f.k.origin, end) {
		return end + 1
	}
	if f.d.Norm(end) != "'s" && !f.owner(end) {
		return end
	}
	for end++; f.plain(end) && !f.reports(end) && !f.timeAt(end); {
		end++
	}
	return end
}

// partitive reports whether the “of” at the token stands behind how many of them: “two of the
// guards”, “varios de los mineros”.
func (f *finder) partitive(i int) bool {
	if !f.is(i, "of") || i <= f.s.First || !f.is(i+1, "det") && !f.is(i+1, "possessive") && !f.countsAt(i+1) && !f.ownerAt(i+1) {
		return false
	}
	v, _ := f.d.Value(f.k.clause, i-1)
	return f.counts(i-1) || lang.Flag(v, "det") && lang.Flag(v, "pronoun")
}

// partOf reports whether that “of” stands before an article or the like, so that no one by name
// is meant: not “one of Duarte's oldest rivals”.
func (f *finder) partOf(i int) bool {
	return f.partitive(i) && (f.is(i+1, "det") || f.is(i+1, "possessive") || f.countsAt(i+1))
}

// partFirst gives the token with which a party of nouns begins, whose and how many of them included:
// “the firm's board”, “two of the guards”.
func (f *finder) partFirst(p *party) int {
	if p.name || p.place || p.count || f.is(p.first, "pronoun") {
		return p.first
	}
	owned := f.ownerOf(p.first)
	i := owned
	for f.is(i-1, "det") || f.is(i-1, "possessive") {
		i--
	}
	if f.partitive(i - 1) {
		return i - 2
	}
	return owned
}

// ownerAt reports whether a name of somebody who has what follows begins at the token.
func (f *finder) ownerAt(i int) bool {
	for n := range f.people {
		if p := &f.people[n]; p.first <= i && i < p.end {
			return f.d.Norm(p.end) == "'s" || f.owner(p.end)
		}
	}
	return f.plain(i) && f.ownerAt(i+1)
}

// headFor gives the number of the party in whose phrase party n stands last, when party q behind
// “and” is joined to the whole: “members of the Coopers' Union and two clerks”; n otherwise.
func (f *finder) headFor(n int, q *party) int {
	if !f.apart(&f.people[n], q) {
		return n
	}
	return f.headOfPhrase(n)
}

// headOfPhrase gives the number of the party in whose phrase party n stands last; n where none is.
func (f *finder) headOfPhrase(n int) int {
	for h := n - 1; h >= 0 && h > n-4; h-- {
		if p := &f.people[h]; f.phraseEnd(p) == f.people[n].end {
			return h
		}
	}
	return n
}

// apart reports whether a party behind “and” is not one more of those that “of” brings: it has a
// number, or “of” brings a name and it is none.
func (f *finder) apart(of, q *party) bool {
	return f.counts(q.first) || of.name && !q.name && !f.is(q.first-1, "det") && !f.is(q.first, "pronoun")
}

// besideWhole gives party i, and the one that “and” joins to its whole phrase: “members of the
// Coopers' Union and two clerks”; behind “between” it need not be told apart from what “of” brings.
func (f *finder) besideWhole(i int) []party {
	p := &f.people[i]
	and := f.phraseEnd(p)
	if and == p.end || !f.is(and, "and") {
		return f.people[i : i+1 : i+1]
	}
	for n := i + 2; n < len(f.people) && n < i+5; n++ {
		q := &f.people[n]
		if q.first != and+1 && !(q.first == and+2 && f.is(and+1, "det")) {
			continue
		}
		if (f.between(p.first) || f.apart(&f.people[n-1], q)) && !f.verbFollows(q.end) {
			return []party{*p, *q}
		}
	}
	return f.people[i : i+1 : i+1]
}
