package event

import "stemma/internal/text"

// chain gives a party and those joined to it before: “A, B and C”; none where they all
// hang on a preposition.
func (f *finder) chain(i, from int) []party {
	out := []party{f.people[i]}
	for i > 0 {
		q := f.people[i]
		first, before := f.ownerOf(f.leadOf(&q)), i-1
		for before > 0 && f.people[before].first >= first {
			before-- // “and Duarte's brother”
		}
		p := f.people[before]
		gap := first - p.end
		joined := gap >= 1 && gap <= 2 && !q.count && (f.is(first-1, "and") || f.d.Norm(first-1) == "," && len(out) > 1 ||
			f.is(first-1, "det") && (f.is(first-2, "and") || f.d.Norm(first-2) == "," && len(out) > 1 && p.place == q.place && !f.governed(p.first)))
		if !joined || p.first < from {
			break
		}
		i = f.headFor(before, &q)
		out = append([]party{f.people[i]}, out...)
	}
	if len(out) > 1 && f.governed(out[0].first) {
		if f.between(out[0].first) {
			return nil // “a battle between smugglers and guards broke out”
		}
		if h := f.headOfPhrase(i); h != i && f.people[h].first >= from && !f.governed(f.people[h].first) && (h == 0 || f.d.Norm(f.people[h-1].end) != ",") {
			return f.people[h : h+1 : h+1] // “families of victims and survivors marched”
		}
		last := out[len(out)-1]
		if f.clauseBefore(out[0].first) && !f.closes(last.end) {
			return out // “after Dorvia and Sella denied it”
		}
		if out[0].place && last.place && len(out) == 2 {
			return nil // “a bid to change the law in Dorvia and Sella has begun”
		}
		if out[0].place && !last.place || !f.closes(last.end) {
			return out[len(out)-1:] // “marched in Ostrel and police fired”
		}
		return nil
	}
	return out
}

// leadOf gives the first token of the words that say what somebody by name is: “fellow union
// leader Otto Renn”, “Lord Lund”.
func (f *finder) leadOf(p *party) int {
	first := p.first
	for p.name && p.person && p.first-first < 4 && f.plain(first-1) && !f.partyAt(first-1) && !f.reports(first-1) && !f.timeAt(first-1) {
		first--
	}
	return first
}

// ownerOf gives the first token of whose what begins at the token is: “members of the dockers'
// union”; the token itself where nobody's.
func (f *finder) ownerOf(first int) int {
	i := first - 1
	if i <= f.s.First || f.d.Norm(i) != "'s" && !f.owner(i) {
		return first
	}
	for i--; i > f.s.First && first-i < 7 && (f.partyAt(i-1) || f.plain(i-1) && !f.timeAt(i-1)) && !f.verbAt(i-1) && !f.reports(i-1); {
		i--
	}
	return i
}

// nameFirst gives the first token of a body's name of which the finder of names has made two, as
// capitals right behind one another: “fighters of the VNF ER”.
func (f *finder) nameFirst(first int) int {
	for i := 1; i < len(f.people); i++ {
		p, q := &f.people[i], &f.people[i-1]
		if p.first == first && q.end == first && p.name && q.name && !p.place && !q.place && !p.person && !q.person {
			return q.first
		}
	}
	return first
}

// governed reports whether a preposition stands before the phrase that begins at the
// token, with nothing but articles, possessives and numbers between.
func (f *finder) governed(first int) bool {
	if f.k.compounds && first < f.s.End && f.inName(first) { // “heirs of burnt-out cannery Velmora Foods”
		i := first
		for i > f.s.First && first-i < 2 && f.plain(i-1) && f.d.Tokens[i-1].Case == text.Lower {
			i--
		}
		if i < first && f.is(i-1, "of") {
			return true
		}
	}
	owned := first
	first = f.ownerOf(f.nameFirst(first))
	for i := first - 1; i >= f.s.First && first-i < 5; i-- {
		switch {
		case f.is(i, "about") && (f.counts(i+1) || f.is(i+1, "det") && f.counts(i+2)), f.is(i-1, "about") && f.is(i, "prep") && f.counts(i+1):
			return false // “over 70 students”, “more than 70”
		case f.partitive(i) && f.d.Norm(i-2) != "," && (owned > first || !f.ownerAt(first)):
			i-- // “two of the guards”
		case f.is(i, "prep"), f.is(i, "by"), f.is(i, "to"):
			return true
		case f.is(i, "det"), f.is(i, "possessive"), f.is(i, "adverb"), f.d.Tokens[i].Kind == text.Number:
		default:
			return false
		}
	}
	return false
}
