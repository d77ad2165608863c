package event

import (
	"strings"

	"stemma/internal/text"
)

// roles finds who acts and who is acted upon, by the voice of the act.
func (f *finder) roles(n int) {
	a := &f.acts[n]
	if f.samePassive(n); a.word.whole {
		return // “a bomb went off”
	}
	f.byVoice(n)
	if len(a.targets) == 0 && mayBeAgainst(a.word) {
		a.targets = f.against(a.end)
	}
	if a.word.undergo && len(a.actors) > 0 {
		a.targets, a.actors = a.actors, nil
	}
	a.targets = without(a.targets, a.actors)
	if a.word.name == "serve" || a.word.category == "REQUEST" && a.voice != "passive" && f.is(a.end-1, "charge") {
		a.targets = nil // an office is no one who is acted upon, nor is what is called for asked
	}
}

// byVoice finds them where the voice of the act has them stand.
func (f *finder) byVoice(n int) {
	a := &f.acts[n]
	switch a.voice {
	case "active", "progressive":
		f.activeRoles(n)
	case "present":
		if p := f.subject(n); len(p) > 0 && p[len(p)-1].end == a.group && !f.is(p[0].first-1, "relative") && f.agrees(p, a) {
			a.actors, a.targets = p, f.object(a.end)
		}
	case "impersonal":
		f.impersonalRoles(n)
	case "passive":
		f.passiveRoles(n)
	case "reduced":
		f.reducedRoles(n)
	case "infinitive", "gerund":
		a.actors = f.inherited(n)
		a.targets = f.object(a.end)
		if a.voice == "gerund" && a.first == f.s.First {
			a.actors = without(f.mainSubject(a.end), a.targets)
		}
	case "noun":
		f.nounRoles(a)
	case "asked":
		f.asked(a)
	case "purpose":
		f.protests(n)
	case "joined":
		a.dropped = true // nothing is told by a participle alone
	}
}

// agrees reports whether the base form of a verb can stand behind a subject: not behind one place or
// person, “the Dorvia tour”, nor where the word is rather a noun, “the Orvel Players tour”.
func (f *finder) agrees(p []party, a *act) bool {
	if !f.k.compounds || f.s.Title {
		return true
	}
	return (len(p) > 1 || !p[0].place && !(p[0].name && p[0].person)) && (a.word.name != "visit" || len(f.object(a.end)) > 0)
}

// mayBeAgainst reports whether whom an act is aimed at stands behind “against”.
func mayBeAgainst(w word) bool {
	return w.category == "PROTEST" || w.name == "investigate" || w.self && (w.name == "charge" || w.category == "ASSAULT" || w.category == "COERCE")
}

// activeRoles is “the police detained the mayor”, and what only looks like it.
func (f *finder) activeRoles(n int) {
	a := &f.acts[n]
	a.actors = f.subject(n)
	if a.targets = f.object(a.end); a.word.category == "CONSULT" && len(a.targets) == 0 {
		a.targets = f.with(a.end)
	}
	if p := f.appointee(a); p != nil {
		a.targets = p
	}
	if a.word.matter && a.word.category != "REQUEST" && f.is(a.end-1, "relative") {
		a.targets = nil // “ruled that the union may march”
	}
	if f.besideWith(a) {
		a.actors, a.targets = nil, a.actors // “with Leo Prado detained the same night”
	}
	if f.undone(a) {
		a.actors, a.targets = f.agent(a.end), a.actors // “all 28 people detained worldwide”
	}
	if p := f.unsaid(a); p != nil {
		a.actors = p
	}
	if f.cliticObject(a) {
		a.actors, a.targets = a.targets, a.actors // “renunció y la reemplazará Tomás Vela”
	}
	if f.subjectBehind(a) {
		a.actors, a.targets = a.targets, f.object(a.targets[len(a.targets)-1].end)
	}
}

// unsaid gives the person whom the sentence before speaks of to a verb in the singular that opens its
// sentence without a subject, where the language leaves it out: “Luego acusó al alcalde”.
func (f *finder) unsaid(a *act) []party {
	if f.k.compounds || f.s.Title || f.whose.Name == "" || len(a.actors) > 0 || !spokenOf(a.word) && a.word.category != "CONSULT" || strings.HasSuffix(f.d.Norm(a.group), "n") {
		return nil
	}
	for i := f.s.First; i < a.group; i++ {
		if !f.is(i, "adverb") && !f.timeAt(i) && !f.is(i, "turn") && !f.is(i, "and") && f.d.Norm(i) != "," {
			return nil
		}
	}
	if len(a.targets) > 0 && a.targets[0].first >= a.end && !f.is(a.targets[0].first-1, "a") && !f.is(a.end-1, "a") && !f.is(a.end, "a") {
		return nil // “Llegaron los mineros”
	}
	return []party{{first: a.group, head: a.group, end: a.group, named: f.whose, name: true, person: true}}
}

// goesOn reports whether the sentence speaks of that person without naming them again.
func (f *finder) goesOn() bool {
	for i := range f.acts {
		if p := f.acts[i].actors; len(p) == 1 && p[0].first == p[0].end {
			return true
		}
	}
	return false
}

// besideWith reports whether “with” governs who stands before a participle, so that they are
// acted upon.
func (f *finder) besideWith(a *act) bool {
	if len(a.actors) != 1 || len(a.targets) > 0 || a.word.self || a.first != a.group || a.actors[0].end != a.group {
		return false
	}
	first := a.actors[0].first
	return f.is(first-1, "with") || f.is(first-2, "with") && f.d.Tokens[first-1].Case == text.Title
}

// subjectBehind reports whether who stands behind a verb without a subject acts: “llegaron los
// mineros”.
func (f *finder) subjectBehind(a *act) bool {
	if len(a.actors) > 0 || len(a.targets) == 0 || a.rule.Set["behind"] != "subject" {
		return false
	}
	t := &a.targets[0]
	return !f.is(t.first-1, "a") && !f.is(a.end, "a") && !f.is(a.end-1, "prep") && (!t.place || a.word.matter)
}

// impersonalRoles is “se detuvo a tres hombres”, “se reunieron los ministros”.
func (f *finder) impersonalRoles(n int) {
	a := &f.acts[n]
	if !a.word.self {
		a.actors = f.agent(a.end)
		if a.targets = f.ending(a.group); a.targets == nil {
			a.targets = f.object(a.end)
		}
		return
	}
	a.actors = f.subject(n)
	switch {
	case a.word.category == "CONSULT" && len(a.actors) > 0:
		a.targets = f.with(a.end)
	case f.is(a.end, "a"), f.is(a.end, "with"): // “se enfrentaron a la policía”
		a.targets = f.partiesFrom(a.end + 1)
	case len(a.actors) == 0:
		a.actors = f.object(a.end)
	}
}

// passiveRoles is “the mayor was detained by the police”.
func (f *finder) passiveRoles(n int) {
	a := &f.acts[n]
	if a.rule.Set["behind"] != "only" {
		a.targets = f.subject(n)
	}
	a.actors = f.agent(a.end)
	if len(a.targets) == 0 && a.rule.Set["behind"] != "" {
		a.targets = f.object(a.end)
	}
}

// cliticObject reports whether a pronoun before the verb is its object, so that who stands
// behind it without a preposition acts: “la reemplazará Tomás Vela”.
func (f *finder) cliticObject(a *act) bool {
	if f.k.compounds || a.word.self || a.word.name == "appoint" || len(a.targets) == 0 || !f.clitic(a.group-1) {
		return false
	}
	t := &a.targets[0]
	return !t.place && (t.first == a.end && t.name || t.first == a.end+1 && f.is(a.end, "det"))
}

// appointee gives who is appointed behind the office: “nombró ministro a Hugo Renn”.
func (f *finder) appointee(a *act) []party {
	if f.k.compounds || a.word.name != "appoint" || len(a.targets) > 0 && a.targets[len(a.targets)-1].name {
		return nil
	}
	p := f.personal(a.end)
	for i := range f.people {
		if q := &f.people[i]; len(p) > 0 && q.name && q.person && q.first >= p[0].first && q.first <= p[0].end+2 {
			return f.people[i : i+1 : i+1] // “al general retirado Hugo Renn”
		}
	}
	return nil
}
