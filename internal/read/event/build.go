package event

import "stemma"

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
	if !f.dated(n, &e) || !f.tells(n, &e) || !f.settle(n, &e) {
		return
	}
	f.status(n, &e)
	if e.Status == "happened" {
		if e.Date != "" {
			now.date, now.scene = e.Date, f.ofScene(a) || now.scene && now.date == e.Date
		}
	}
	if e.Place.Name != "" {
		now.place = stemma.Named{Name: e.Place.Name, Entity: e.Place.Entity}
	}
	f.detail(n, &e)
	f.out = append(f.out, f.sealed(a, e))
}

// dated gives an event its day; false where a purpose or a call for what is to come makes it none.
func (f *finder) dated(n int, e *stemma.Event) bool {
	a := &f.acts[n]
	if a.voice == "purpose" {
		e.Mode, e.Date = "", f.purposeDay(n)
		return !f.protested()
	}
	switch t := f.date(n); {
	case t != nil:
		e.Date = f.dayOf(n, t)
	case a.verb != nil:
		e.Date = f.verbDate(a)
	default:
		e.Date = f.jointDate(n)
	}
	// the day on which a strike was called tells neither when it was nor that it was
	return a.verb == nil || !a.verb.word.ahead || a.verb.voice != "reduced" || f.toCome(e.Date) > 0
}

// tells reports whether enough is known of an act, and it is none of a game.
func (f *finder) tells(n int, e *stemma.Event) bool {
	a := &f.acts[n]
	if a.word.undergo || a.word.dated && a.voice == "active" && definite(a.actors) {
		f.goOn(a, e)
	}
	if a.word.name == "member" {
		e.Matter = f.seat(a)
	}
	return f.enough(a, e) && !f.played(a) && !(a.word.day && len(e.Date) < len("2006-01-02"))
}

// settle gives an event the place that is its own, and takes from it a day that is not; false
// where nothing but that day made it one.
func (f *finder) settle(n int, e *stemma.Event) bool {
	a := &f.acts[n]
	if e.Place = f.place(n); e.Place.Name == "" && a.word.category == "ASSAULT" {
		e.Place = placeOf(a.targets) // “shelled Orvel”
	}
	f.goOn(a, e)
	dated := e.Date
	if f.ahead(a, e); e.Date == "" && dated != "" && a.word.bare && a.voice == "noun" {
		return false // “a plan for elections in 2035”
	}
	if unknown(e.Date) {
		e.Date = ""
	}
	return true
}

// detail fills in how long it lasts, what it is about and what sort of event it is after all.
func (f *finder) detail(n int, e *stemma.Event) {
	a := &f.acts[n]
	f.lasting(n, e)
	if a.term > 0 {
		f.lasting(a.term, e)
	}
	f.about(a, e)
	f.measured(n, e)
	if f.befalls(a) {
		if e.Type = "NONE"; a.word.name == "kill" {
			e.Mode = "die"
		}
	}
	if e.Status == "happened" {
		e.ACLED = acled[e.Type+" "+e.Mode]
	}
	f.began(a, e)
	e.SaidBy = f.saidBy
}

// sealed gives an event its parties, its number and its evidence.
func (f *finder) sealed(a *act, e stemma.Event) stemma.Event {
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
	return e
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
