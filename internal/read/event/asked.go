package event

import (
	"stemma/internal/text"
	"stemma/lang"
)

// asked gives who must do something (“said that the council must pay”), and who says so. It
// needs both: what an editor or nobody thinks must be done is no demand.
func (f *finder) asked(a *act) {
	whom := f.subjectBefore(a.group)
	if len(whom) == 0 || !f.answers(whom[0]) {
		return
	}
	at := whom[0].first
	for f.is(at-1, "det") || f.is(at-1, "possessive") {
		at--
	}
	if by := f.saying(at); len(by) > 0 && (f.answers(by[0]) || !f.crowd(whom[0])) {
		a.actors, a.targets = by, without(whom, by)
	}
}

// subjectBefore gives the parties that end right before a verb group, but for adverbs.
func (f *finder) subjectBefore(group int) []party {
	for f.is(group-1, "adverb") {
		group--
	}
	for i := range f.people {
		if f.people[i].end == group {
			return f.chain(i, f.s.First)
		}
	}
	return nil
}

// answers reports whether demands are made of a party: a name, a body, a group.
func (f *finder) answers(p party) bool { return p.place || f.asks(p) }

// crowd reports whether a party is people of some kind, of whom a doctor or a teacher may say
// what they must do without asking them for anything.
func (f *finder) crowd(p party) bool {
	v, _ := f.d.Value(f.k.doers, p.head)
	return !p.name && !p.place && !lang.Flag(v, "body")
}

// saying gives who speaks, when a verb of saying governs the clause that begins at the token:
// “the union said on Friday that …”.
func (f *finder) saying(at int) []party {
	if f.is(at-1, "relative") {
		at--
	}
	for f.timeEnds(at) || f.timeAt(at) && (f.is(at-1, "prep") || f.is(at-1, "det")) {
		at--
	}
	if at-1 < f.s.First || !f.reports(at-1) {
		return nil
	}
	at--
	for f.is(at-1, "have") || f.is(at-1, "adverb") || f.timeEnds(at) {
		at--
	}
	for i := len(f.people) - 1; i >= 0; i-- {
		switch p := f.people[i]; {
		case p.end > at:
		case p.place && f.attribute(p.end, at):
			return nil // “a Dorvia bank said”
		case f.d.Norm(p.end) != "'s" && !f.phraseOnly(p.end, at):
			return nil
		case !f.governed(p.first) && p.named.Name != "":
			return []party{p} // “the union of the dockers said”
		}
	}
	return nil
}

// phraseOnly reports whether nothing but words of a noun's phrase stands between two tokens.
func (f *finder) phraseOnly(from, to int) bool {
	for i := from; i < to; i++ {
		if !f.is(i, "of") && !f.is(i, "det") && !f.is(i, "in") && !f.partyAt(i) && !(f.plain(i) && f.d.Tokens[i].Case == text.Lower && !f.d.Has(f.k.speech, i)) {
			return false
		}
	}
	return true
}

// ofSpeaker gives “it” or “they” behind a verb of saying the name of who speaks: “the union
// said it would strike”.
func (f *finder) ofSpeaker(p *party) {
	v, _ := f.d.Value(f.k.small, p.first)
	if !lang.Flag(v, "neuter") {
		return
	}
	if f.k.compounds && !f.verbFollows(p.end) && !f.plain(p.end) {
		return // “accused it of theft”
	}
	if by := f.saying(p.first); len(by) > 0 && (!by[0].person || f.d.Norm(by[0].end) == "'s") {
		p.named.Name, p.named.Entity = by[0].named.Name, by[0].named.Entity
	}
}
