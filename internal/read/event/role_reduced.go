package event

import "stemma/lang"

// reducedRoles is “two men detained by the police”.
func (f *finder) reducedRoles(n int) {
	a := &f.acts[n]
	a.actors = f.agent(a.end)
	if a.word.self {
		if len(a.actors) == 0 {
			a.actors = f.subject(n)
		}
		return
	}
	at := a.group
	for f.is(at-1, "adverb") {
		at--
	}
	switch p := f.subject(n); {
	case len(a.actors) > 0 && (len(p) == 0 || p[len(p)-1].end != at) && f.ending(at) != nil:
		a.targets = f.ending(at) // “the family of a docker allegedly killed by soldiers”
	case len(p) > 0 && (p[len(p)-1].end == at || len(a.actors) > 0 && f.d.Norm(at-1) == ","):
		a.targets = p
	}
}

// undone reports whether the people before a participle that nobody stands behind are acted upon:
// who detains and kills has an object, or is a force.
func (f *finder) undone(a *act) bool {
	v, _ := f.d.Value(f.k.acts, a.first)
	if len(a.targets) > 0 || len(a.actors) != 1 || a.first != a.group || a.end != a.first+1 || !f.k.compounds || !lang.Flag(v, "part") || !(a.word.counted || a.word.people) {
		return false
	}
	p := &a.actors[0]
	return !p.name && p.end == a.group && p.head > p.first && f.counts(p.first) && !f.isForce(p) && !f.isBody(p)
}

// samePassive reads a participle that is joined to a passive, with no object behind it, as
// one: “was removed from office in May and arrested”.
func (f *finder) samePassive(n int) {
	a := &f.acts[n]
	v, _ := f.d.Value(f.k.acts, a.first)
	if n == 0 || f.acts[n-1].voice != "passive" || a.voice != "active" && a.voice != "reduced" && a.voice != "joined" || a.group != a.first || !lang.Flag(v, "part") || a.word.self {
		return
	}
	if !f.is(a.group-1, "and") && !f.is(a.group-1, "turn") && f.d.Norm(a.group-1) != "," || f.partyAt(a.end) || f.is(a.end, "det") || f.is(a.end, "possessive") || a.end < f.s.End && f.counts(a.end) {
		return
	}
	if a.voice == "joined" {
		a.rule = f.acts[n-1].rule
	}
	if t := f.acts[n-1].targets; !f.k.compounds && len(t) > 0 && t[0].first >= f.acts[n-1].end {
		a.dropped = true // “resultó muerto A y herido con quemaduras B”: B stands behind
		return
	}
	a.voice, a.targets = "passive", nil
}
