package event

import (
	"slices"

	"stemma/lang"
)

// fits reports whether an act can be meant as acts.txt says, by who or what is acted upon and
// by the words beside it: films are released, too, records are beaten and doubts are lifted.
func (f *finder) fits(a *act) bool {
	w := &a.word
	switch {
	case w.name == "beat" && f.won(a):
		return true
	case w.people && !f.ofPeople(a):
		return false // “the album was released”
	case w.violent && !f.besideViolence(a) && (f.ofSport() || !f.nameless(a.targets) || !f.nameless(a.actors)):
		return false // “the ferry beat its rival”
	case w.name == "clash" && !f.besideViolence(a):
		return !f.inWords(a)
	case w.needs == "premises":
		return f.hasObject(a, w.needs) || f.ofPeople(a) || f.k.compounds && len(a.actors) > 0 && f.isForce(&a.actors[0]) && f.is(a.end, "det")
	case w.needs == "forces":
		return f.leaves(a)
	case w.name == "deploy" && w.category == "MOBILIZE":
		return f.ofPeople(a) || f.forces(a) || f.besideViolence(a) // not “the safety car was deployed”
	case w.name == "obstruct" && len(a.targets) > 0 && a.targets[0].name && a.targets[0].person:
		return false // “the minister was blocked from selling”
	case w.category == "PROTEST" && w.self && a.voice == "passive" && f.k.compounds:
		return false // “a new crane was demonstrated”
	case w.needs == "gathering":
		return f.hasObject(a, w.needs) || f.ofPeople(a)
	case w.needs == "pact":
		return !f.d.SportsPage() && (f.hasObject(a, w.needs) || f.hasObject(a, "law") || f.is(a.end, "with"))
	}
	return w.needs == "" || f.hasObject(a, w.needs)
}

// leaves reports whether those who withdraw are forces, or leave a country: offers and products are
// withdrawn, too, and firms pull out of deals.
func (f *finder) leaves(a *act) bool {
	if f.forces(a) {
		return true
	}
	for i := a.end; i < f.s.End && i < a.end+4; i++ {
		if p := f.partiesAt(i); p != nil && p[0].place && (len(a.actors) == 0 || a.actors[0].place) {
			return true
		}
	}
	return f.besideViolence(a)
}

// forces reports whether a force acts or is acted upon.
func (f *finder) forces(a *act) bool {
	for _, parties := range [][]party{a.targets, a.actors} {
		for i := range parties {
			if f.isForce(&parties[i]) {
				return true
			}
		}
	}
	return false
}

// inWords reports whether a clash is a dispute: one of somebody by name, or one over a matter.
func (f *finder) inWords(a *act) bool {
	by := func(p party) bool { return p.name && p.person }
	at := a.end
	if n := len(a.targets); n > 0 {
		at = max(at, a.targets[n-1].end)
	}
	return slices.ContainsFunc(a.actors, by) || slices.ContainsFunc(a.targets, by) || f.is(at, "verbal") && !f.timeAt(at+1) || f.is(a.end, "verbal")
}

// ofPeople reports whether people are acted upon: somebody by name, a noun for people, or a
// number of them beside the verb.
func (f *finder) ofPeople(a *act) bool {
	for i := range a.targets {
		if p := &a.targets[i]; p.name && p.person || !p.name && !f.isBody(p) && !f.is(p.head, "thing") {
			return true
		}
	}
	switch {
	case a.voice == "noun":
		return f.is(a.first-1, "possessive") && !f.is(a.first-1, "thing") // “his release from prison”, “su liberación”
	case len(a.targets) > 0:
		return false
	case a.voice == "passive":
		return f.countBefore(a.group)
	}
	if !f.k.compounds && f.personalAhead(a.end) {
		return true
	}
	at := a.end
	for f.is(at, "about") || f.is(at, "det") {
		at++
	}
	return f.clitic(a.group-1) || at < f.s.End && f.counts(at) && !f.timeAt(at)
}

// personalAhead reports whether the preposition of a person as object stands behind the verb, with
// no more than a time between: «golpeó el domingo a la corresponsal».
func (f *finder) personalAhead(at int) bool {
	for i := at; i < f.s.End && i < at+6; i++ {
		if f.is(i, "a") {
			return true
		}
		if !f.timeAt(i) && !f.is(i, "det") && !f.is(i, "adverb") {
			return false
		}
	}
	return false
}

// isBody reports whether a party is told by a noun for a body alone: “the council”, not “the judge”.
func (f *finder) isBody(p *party) bool {
	v, _ := f.d.Value(f.k.doers, p.end-1)
	return lang.Flag(v, "body") && !f.d.Has(f.k.people, p.end-1)
}

// isForce reports whether a party is told by a noun for those who search and arrest.
func (f *finder) isForce(p *party) bool {
	v, _ := f.d.Value(f.k.doers, p.end-1)
	w, _ := f.d.Value(f.k.people, p.end-1)
	return lang.Flag(v, "force") || lang.Flag(w, "police") || lang.Flag(w, "troops")
}

// nameless reports whether all parties are told by nouns.
func (f *finder) nameless(parties []party) bool {
	return !slices.ContainsFunc(parties, func(p party) bool { return p.name })
}

// countBefore reports whether a number opens the phrase that ends before the token: “three
// divers were released”.
func (f *finder) countBefore(end int) bool {
	for i := end - 1; i >= f.s.First && i > end-5; i-- {
		if f.counts(i) {
			return !f.timeAt(i)
		}
		if !f.plain(i) {
			return false
		}
	}
	return false
}

// hasObject reports whether a word of a class of objects.txt stands near where the object of an act
// does: behind a verb up to a semicolon or a clause about a noun, before a passive and before a
// clause that the act stands in.
func (f *finder) hasObject(a *act, class string) bool {
	if a.voice != "passive" && a.voice != "reduced" {
		for i := a.end; i < min(a.end+8, f.s.End) && f.d.Norm(i) != ";" && !f.is(i, "relative"); i++ {
			if f.isObject(i, class) {
				return true
			}
		}
		if a.voice != "impersonal" && !f.related(a.group) {
			return false
		}
	}
	for i := a.group - 1; i >= max(a.group-8, f.s.First); i-- { // “the treaty that Dorvia signed”
		if f.isObject(i, class) {
			return true
		}
	}
	return false
}

// isObject reports whether a word of a class of objects.txt stands at the token.
func (f *finder) isObject(i int, class string) bool {
	v, _ := f.d.Value(f.k.objects, i)
	return lang.Flag(v, class)
}

// besideViolence reports whether the sentence has a word that tells of violence, outside the
// act: weapons, wounds, those who bear arms.
func (f *finder) besideViolence(a *act) bool {
	for i := f.s.First; i < f.s.End; i++ {
		if (i < a.first || i >= a.end) && f.d.Has(f.k.violence, i) {
			return true
		}
	}
	return false
}

// befalls reports whether who is killed or hurt is so by no one: the sentence tells of a wave, a
// crash or a disease, and of no violence.
func (f *finder) befalls(a *act) bool {
	if a.word.category != "ASSAULT" || a.word.name != "kill" && a.word.name != "injure" || f.besideViolence(a) {
		return false
	}
	for i := range a.actors {
		if p := &a.actors[i]; p.person || !p.name && !p.place && !f.is(p.head, "thing") {
			return false // “the driver killed two in the crash”
		}
	}
	for i := f.s.First; i < f.s.End; i++ {
		if n, _ := f.d.Longest(f.k.calamities, i, f.s.End); n > 0 {
			return true
		}
	}
	return false
}

// withoutArms reports whether an attack is one in words: by somebody named or a body that bears no
// arms, in a sentence that tells of no violence.
func (f *finder) withoutArms(a *act) bool {
	if len(a.actors) == 0 || a.voice == "noun" || a.voice == "passive" || f.besideViolence(a) {
		return false
	}
	p := &a.actors[0]
	return p.name && p.person || !p.place && !f.isForce(p) && f.speaks(p)
}

// speaks reports whether a party is told by a word for bodies that speak: “the nurses' union”, “the
// Harbour Council”.
func (f *finder) speaks(p *party) bool {
	for i := p.first; i < p.end; i++ {
		v, _ := f.d.Value(f.k.doers, i)
		if lang.Flag(v, "body") && !lang.Flag(v, "force") {
			return true
		}
	}
	return false
}
