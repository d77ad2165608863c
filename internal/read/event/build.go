package event

import (
	"cmp"

	"stemma"
	"stemma/lang"
)

// emit adds an act as an event, if enough is known of it, and notes when and where. Any place
// near it makes it enough, also one that belongs to something else (“the hijacking by men who
// fled to Orvel”): such a sentence tells of the world. It is told to be at no place but its own.
func (f *finder) emit(n int, now *told) {
	a := &f.acts[n]
	if a.dropped || a.word.object || !f.fits(a) {
		return
	}
	e := stemma.Event{Type: a.word.category, Mode: a.word.name, Status: "happened", Place: f.nearest(n, false)}
	if f.retype(a, &e); a.word.only && e.Type == a.word.category {
		return
	}
	if a.voice == "purpose" {
		if f.protested() {
			return
		}
		e.Mode, e.Date = "", f.purposeDay(n)
	} else if t := f.date(n); t != nil {
		e.Date = f.dayOf(n, t)
	} else if a.verb != nil {
		e.Date = f.verbDate(a)
	} else {
		e.Date = f.jointDate(n)
	}
	if a.verb != nil && a.verb.word.ahead && a.verb.voice == "reduced" && f.toCome(e.Date) == 0 {
		return // the day on which a strike was called tells neither when it was nor that it was
	}
	if a.word.undergo || a.word.dated && a.voice == "active" && definite(a.actors) {
		f.goOn(a, &e)
	}
	if a.word.name == "member" {
		e.Matter = f.seat(a)
	}
	if !f.enough(a, &e) || f.played(a) || a.word.day && len(e.Date) < len("2006-01-02") {
		return
	}
	if e.Place = f.place(n); e.Place.Name == "" && a.word.category == "ASSAULT" {
		e.Place = placeOf(a.targets) // “shelled Orvel”
	}
	f.goOn(a, &e)
	dated := e.Date
	if f.ahead(a, &e); e.Date == "" && dated != "" && a.word.bare && a.voice == "noun" {
		return // “a plan for elections in 2035”
	}
	if unknown(e.Date) {
		e.Date = ""
	}
	f.status(n, &e)
	if e.Status == "happened" {
		now.date = cmp.Or(e.Date, now.date)
	}
	if e.Place.Name != "" {
		now.place = stemma.Named{Name: e.Place.Name, Entity: e.Place.Entity}
	}
	f.lasting(n, &e)
	if a.term > 0 {
		f.lasting(a.term, &e)
	}
	f.about(a, &e)
	f.measured(n, &e)
	if f.befalls(a) {
		if e.Type = "NONE"; a.word.name == "kill" {
			e.Mode = "die"
		}
	}
	if e.Status == "happened" {
		e.ACLED = acled[e.Type+" "+e.Mode]
	}
	f.began(a, &e)
	e.SaidBy = f.saidBy
	for i := range a.actors {
		e.Actors = append(e.Actors, f.whole(a, &a.actors[i]))
	}
	for i := range a.targets {
		e.Targets = append(e.Targets, f.whole(a, &a.targets[i]))
	}
	span := f.d.Span(a.first, a.end)
	e.ID = stemma.FindingID("event", f.d.Article.ID, span, e.Type)
	e.Evidence = stemma.Evidence{Article: f.d.Article.ID, Span: span, Rule: a.rule.ID}
	e.Sentence = f.s.Span
	f.out = append(f.out, e)
}

// ahead tells what a day behind the text's own makes of an act: one to come, or one that the
// day does not belong to.
func (f *finder) ahead(a *act, e *stemma.Event) {
	days := f.toCome(e.Date)
	switch {
	case a.status != "" || days == 0 || legal[e.Mode]:
	case days > 92 || a.word.matter && a.word.name != "vote" || e.Type == "ASSAULT" || e.Type == "COERCE" || a.word.undergo:
		e.Date = "" // it belongs to something else: “a plan for elections in 2035”
	default:
		a.status = "planned" // “the march on 20 May”, “votes on Friday”, printed before
	}
}

// status tells whether an act is said to have happened.
func (f *finder) status(n int, e *stemma.Event) {
	a := &f.acts[n]
	claim := f.claimed(n)
	switch {
	case claim != "":
		e.Status = claim
	case a.status != "":
		e.Status = a.status
	case a.alleged:
		e.Status = "alleged"
	}
}

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
	case a.word.dated, a.voice == "infinitive", a.voice == "gerund", a.voice == "progressive":
		return a.word.bare && a.voice == "active" && e.Place.Name != ""
	case a.voice == "noun" && a.word.name == "visit" && !actors && a.verb == nil:
		return false // “said during a visit to Orvel”
	case a.voice == "noun" && a.word.whom:
		return definite(a.targets) // “nine months of pre-trial detention for the former mayor”
	case a.voice == "noun":
		return (actors || targets) && e.Place.Name != "" || (known(a.actors) || e.Date != "" && !none) && a.verb != nil || f.isAfter(a) && (definite(a.targets) || definite(a.actors))
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
		return last.name || a.word.matter && f.asks(last)
	case "ACCUSE", "REJECT", "SUPPORT", "AGREE":
		return last.name || a.word.name == "deny"
	}
	return true
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
