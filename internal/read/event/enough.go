package event

import (
	"stemma"
	"stemma/lang"
)

// enough reports whether what is known makes an event. A date does, for a word that is
// not weak, or with someone in it; without one, someone known who acts, or someone acted
// upon at a place. Infinitives, gerunds and what goes on (“were marching”) need a date.
func (f *finder) enough(a *act, e *stemma.Event) bool {
	actors, targets := len(a.actors) > 0, len(a.targets) > 0
	none, retyped := e.Type == "NONE", e.Type != a.word.category
	if unknown(e.Date) && (a.voice == "infinitive" || a.voice == "gerund" || a.voice == "present" || !known(a.actors) && !known(a.targets)) {
		e.Date = "" // “today”, in a text without a day of its own
	}
	switch {
	case a.voice == "purpose":
		return known(a.actors)
	case a.voice == "asked":
		return known(a.actors) && known(a.targets)
	case a.word.name == "visit" && a.voice != "noun" && !targets && e.Place.Name == "" && (e.Date == "" && len(f.whens) == 0 || actors && !definite(a.actors) && !a.actors[0].person):
		return false // “10,000 visited its page”
	case a.word.name == "member":
		return e.Matter.Name != "" && definite(a.actors) && a.actors[0].person
	case a.word.whom && !targets && !f.clitic(a.group-1), a.word.undergo && !targets && !a.word.bare, (e.Type == "AID" || a.word.name == "send") && a.voice == "active" && !actors:
		return false
	case (a.voice == "present" || a.voice == "infinitive") && !actors, (a.voice == "reduced" || a.voice == "gerund") && none && !actors && !targets:
		return false
	case f.s.Title:
		return known(a.actors) || known(a.targets) || e.Place.Name != "" && a.word.bare
	case a.voice == "gerund" && a.word.bare:
		return false // “beginning in June” is no more than a time
	case e.Date != "" && (a.word.bare || !a.word.dated || retyped):
		return actors || targets || !none && a.voice != "infinitive" || a.word.bare
	case e.Date != "":
		return actors || targets || a.verb != nil && !none
	case a.voice == "active" && definite(a.actors) && definite(a.targets), a.voice == "active" && !none && named(a.actors) && named(a.targets):
		return true
	case a.word.category == "REQUEST" && a.word.matter && (a.voice == "progressive" || a.voice == "gerund") && actors && f.matter(a).Name != "":
		return f.asks(a.actors[len(a.actors)-1])
	case a.voice == "progressive" && a.word.category == "ACCUSE":
		return known(a.actors) && known(a.targets)
	case a.voice == "progressive" && !a.word.dated:
		return known(a.actors) && e.Place.Name != ""
	case retyped && (a.voice == "active" || a.voice == "passive" || a.voice == "impersonal"):
		return actors || targets || e.Place.Name != ""
	case (a.voice == "gerund" || a.voice == "active" && a.word.category == "ASSAULT") && !a.word.dated && a.word.counted && len(a.targets) == 1 && f.countedIn(&a.targets[0]):
		return true // “arresting some 30 people”, “which killed five”
	case a.word.category == "SUPPORT" && a.word.dated && a.voice == "active" && known(a.actors) && f.byName(&a.actors[0]) && a.actors[len(a.actors)-1].end <= a.group:
		return f.saysEnough(a) && f.backs(a) && !f.d.SportsPage() && !f.ofSport()
	case a.voice == "noun" && a.word.name == "try":
		return a.verb != nil && known(a.targets) // “the trial of X began”
	case a.word.dated, a.voice == "infinitive", a.voice == "gerund", a.voice == "progressive":
		return a.word.bare && a.voice == "active" && e.Place.Name != ""
	case a.voice == "noun" && a.word.name == "visit" && !actors && a.verb == nil:
		return false // “said during a visit to Orvel”
	case a.voice == "noun" && a.word.whom:
		return definite(a.targets) // “nine months of pre-trial detention for the former mayor”
	case a.voice == "noun":
		return (actors || targets) && e.Place.Name != "" || (known(a.actors) || e.Date != "" && !none) && a.verb != nil || f.isAfter(a) && (definite(a.targets) || definite(a.actors) || e.Place.Name != "" && (a.word.category == "ASSAULT" || a.word.category == "PROTEST"))
	case a.voice == "passive" && !none && !f.is(a.group-1, "relative"):
		return targets || known(a.actors) // “a camp was raided by militiamen”
	case a.voice == "reduced" || a.voice == "active" && !a.word.undergo:
		return f.saysEnough(a) || known(a.targets) && (actors && a.word.category == "AID" || e.Place.Name != "")
	}
	return known(a.actors) || known(a.targets)
}

// countedIn reports whether a number stands in the words of a party: “some 30 people”.
func (f *finder) countedIn(p *party) bool {
	if p.count {
		return true
	}
	for i := p.first; i < p.head; i++ {
		if f.counts(i) {
			return true
		}
	}
	return false
}

// isAfter reports whether a noun stands behind “after” (“after the arrest of …”): what
// it names has then happened.
func (f *finder) isAfter(a *act) bool {
	i := a.first - 1
	for n := 0; n < 3 && (f.is(i, "det") || f.is(i, "possessive") || f.plain(i)); n++ {
		i--
	}
	return f.is(i, "after")
}

// saysEnough reports whether who acts is enough to know of an undated verb: where no one
// known is acted upon, who acts stands right before it in the clause, and by name where
// it is only something said.
func (f *finder) saysEnough(a *act) bool {
	if !known(a.actors) || known(a.targets) || a.voice == "reduced" {
		return known(a.actors)
	}
	last := a.actors[len(a.actors)-1]
	for i := range f.acts {
		if o := &f.acts[i]; o.voice != "noun" && !(len(o.actors) > 0 && o.actors[0].first == a.actors[0].first) && last.end <= o.first && o.end <= a.group {
			return false
		}
	}
	switch a.word.category {
	case "REQUEST":
		return f.byName(&last) || a.word.matter && f.asks(last)
	case "ACCUSE", "REJECT", "SUPPORT", "AGREE":
		// not “those accused of”, nor a party that “was prepared to listen”
		if a.word.name == "accuse" && (f.is(a.end, "of") || !f.byName(&last) && f.is(a.end, "prep")) {
			return false
		}
		return f.byName(&last) || a.word.name == "deny" || f.asks(last) && last.end <= a.group && (a.rule.Set["word"] == "" || a.word.category != "AGREE")
	}
	return true
}

// backs reports whether something stands behind a verb of support that is supported: a noun with
// an article or somebody's, not “praised how” or “backed out”.
func (f *finder) backs(a *act) bool {
	return known(a.targets) || f.is(a.end, "det") || f.is(a.end, "possessive") || f.partyAt(a.end)
}

// asks reports whether a party without a name is a body or a group, whose demands have a
// public side: “the miners' union demanded …”, “protesters were demanding …”.
func (f *finder) asks(p party) bool {
	v, _ := f.d.Value(f.k.doers, p.head)
	many := (f.d.Has(f.k.people, p.head) || f.d.Has(f.k.origin, p.head)) && f.k.plural(f.d.Norm(p.head))
	return !p.place && (p.name || many || lang.Flag(v, "body") || lang.Flag(v, "group"))
}

// lasts reports whether a length of time, or an end, begins at the token.
func (f *finder) lasts(i int) bool {
	for n := range f.spans {
		if f.spans[n].first == i {
			return true
		}
	}
	return false
}
