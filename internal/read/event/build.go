package event

import (
	"cmp"
	"strings"

	"stemma"
	"stemma/internal/text"
)

// findWhens gives the times of the sentence that can date an act: days, months, years
// and ranges of them; and those that say how long it holds, or until when.
func (f *finder) findWhens(times []stemma.Time) {
	f.whens, f.spans = f.whens[:0], f.spans[:0]
	for i := range times {
		t := &times[i]
		if t.Type != stemma.TimeDate && t.Type != stemma.TimeRange || strings.Contains(string(t.Value), "_") || strings.HasPrefix(string(t.Value), "P") || strings.HasPrefix(string(t.Value), "../") {
			if t.Type == stemma.TimeDuration || t.Type == stemma.TimeRange {
				first, end := f.d.Range(t.Span)
				f.spans = append(f.spans, when{first, end, t})
			}
			continue
		}
		first, end := f.d.Range(t.Span)
		f.whens = append(f.whens, when{first, end, t})
	}
}

// date gives the time that dates an act: the nearest one with no other act between, or
// the one that opens the sentence.
func (f *finder) date(n int) *stemma.Time {
	a := &f.acts[n]
	var best *stemma.Time
	nearest := 40
	for i := range f.whens {
		w := &f.whens[i]
		gap := w.first - a.end
		if w.end <= a.first {
			gap = a.first - w.end + 2 // a time behind its verb is the rule
		}
		opens := w.first-f.s.First <= 2
		if a.voice == "noun" && (gap > 8 || w.end <= a.first && f.is(w.end-1, "prep")) || f.taken(n, w) {
			continue
		}
		if a.voice == "reduced" && gap > 9 {
			continue
		}
		if gap >= nearest || !opens && f.parted(n, w) {
			continue
		}
		best, nearest = w.time, gap
	}
	return best
}

// jointDate gives the date of the verb that this one is joined to by “and”: “three people
// died and 19 were hurt on Monday”.
func (f *finder) jointDate(n int) stemma.Date {
	a := &f.acts[n]
	if n+1 >= len(f.acts) || a.voice == "noun" || f.acts[n+1].voice != a.voice && a.voice != "active" || f.acts[n+1].status != a.status {
		return ""
	}
	o, joined := &f.acts[n+1], false
	if o.voice != "active" && o.voice != "passive" {
		return ""
	}
	for i := a.end; i < o.group; i++ {
		if f.is(i, "sub") && !f.is(i, "prep") || f.is(i, "relative") || f.is(i, "have") || f.d.Tokens[i].Kind == text.Mark {
			return ""
		}
		joined = joined || f.is(i, "and")
	}
	if t := f.date(n + 1); joined && t != nil {
		return f.dayOf(n+1, t)
	}
	return ""
}

// dayOf gives the date of a time: its day, and where what happened is told of it (“since
// 1988, when a dyke burst”), its begin alone.
func (f *finder) dayOf(n int, t *stemma.Time) stemma.Date {
	v := string(t.Value)
	if day, _, clock := strings.Cut(v, "T"); clock && len(day) == len("2006-01-02") && !strings.Contains(v, "/") {
		v = day
	}
	_, end := f.d.Range(t.Span)
	if f.d.Norm(end) == "," {
		end++
	}
	if begin, open := strings.CutSuffix(v, "/.."); open && f.is(end, "sub") && !f.is(end, "prep") && f.acts[n].first > end {
		v = begin
	}
	return stemma.Date(v)
}

// taken reports whether a time belongs to something else: to the noun right behind it
// (“the 7 May coup”), to a report (“officials said on Monday”), to a count (“as of”).
func (f *finder) taken(n int, w *when) bool {
	for i := range f.acts {
		if i != n && f.acts[i].voice == "noun" && f.acts[i].first == w.end {
			return true
		}
	}
	if a := &f.acts[n]; f.d.Norm(w.end) == "'s" && (a.first < w.end || a.first > w.end+3) {
		return true // “last week's dam failure”
	}
	for i := w.first - 1; i >= w.first-2 && i >= f.s.First; i-- {
		if v, ok := f.k.speech.Value(f.d.Tokens[i].Norm); ok && !has(v, "noun") && !(f.acts[n].first <= i && i < f.acts[n].end) {
			return true
		}
	}
	if w.first-2 < f.s.First {
		return false
	}
	words, class := f.d.Longest(f.k.small, w.first-2, w.first)
	return words == 2 && has(class, "asof")
}

// parted reports whether another act, or the end of the clause, stands between an act
// and a time.
func (f *finder) parted(n int, w *when) bool {
	a := &f.acts[n]
	from, to := a.end, w.first
	if w.end <= a.first {
		from, to = w.end, a.group
	}
	for i := range f.acts {
		o := &f.acts[i]
		if i != n && o.voice == "reduced" && o.end <= w.first && w.end < a.group && f.d.Norm(w.end) == "," {
			return true // “the curfew, declared on 9 March, was extended”
		}
		if i != n && o.voice != "noun" && o.voice != "reduced" && from <= o.first && o.first < to {
			return true
		}
	}
	for i := from; i < to; i++ {
		if s := f.d.Norm(i); s == ";" || s == ":" || s == "—" || f.is(i, "relative") {
			return true
		}
	}
	return false
}

// place gives where it happened: the nearest place behind a preposition of place.
func (f *finder) place(n int) stemma.Named {
	a := &f.acts[n]
	var best stemma.Named
	nearest := 25
	for _, p := range f.people {
		if !p.place || !f.located(p.first) {
			continue
		}
		gap := p.first - a.end
		if gap < 0 {
			gap = 2 * (a.first - p.end)
		}
		if gap < nearest {
			best, nearest = p.named, gap
		}
	}
	return best
}

func (f *finder) located(first int) bool {
	for i := first - 1; i >= f.s.First && first-i < 6; i-- {
		switch {
		case f.is(i, "in"):
			return true
		case f.is(i, "det"), f.is(i, "of"), f.d.Tokens[i].Kind == text.Word && !f.smallWord(i) && !f.actAt(i):
		default:
			return false
		}
	}
	return false
}

// emit adds an act as an event, if enough is known of it, and notes when and where.
func (f *finder) emit(n int, now *told) {
	a := &f.acts[n]
	if a.dropped || a.word.only || a.word.object {
		return
	}
	e := stemma.Event{Type: a.word.category, Mode: a.word.name, Status: "happened", Place: f.place(n)}
	if t := f.date(n); t != nil {
		e.Date = f.dayOf(n, t)
	} else if a.verb != nil {
		e.Date = f.verbDate(a)
	} else {
		e.Date = f.jointDate(n)
	}
	f.retype(a, &e)
	if a.word.undergo {
		f.goOn(a, &e)
	}
	if !f.enough(a, &e) {
		return
	}
	f.goOn(a, &e)
	claim := f.claimed(n)
	switch {
	case claim != "":
		e.Status = claim
	case a.status != "":
		e.Status = a.status
	case a.alleged:
		e.Status = "alleged"
	default:
		now.date = cmp.Or(e.Date, now.date)
	}
	if e.Place.Name != "" {
		now.place = stemma.Named{Name: e.Place.Name, Entity: e.Place.Entity}
	}
	f.lasting(n, &e)
	e.Matter = f.office(a)
	if a.word.matter && e.Matter.Name == "" {
		e.Matter = f.matter(a)
	}
	if e.Status == "happened" {
		e.ACLED = acled[e.Type+" "+e.Mode]
	}
	e.SaidBy = f.saidBy
	for _, p := range a.actors {
		e.Actors = append(e.Actors, p.named)
	}
	for _, p := range a.targets {
		e.Targets = append(e.Targets, p.named)
	}
	span := f.d.Span(a.first, a.end)
	e.ID = stemma.FindingID("event", f.d.Article.ID, span, e.Type)
	e.Evidence = stemma.Evidence{Article: f.d.Article.ID, Span: span, Rule: a.rule.ID}
	e.Sentence = f.s.Span
	f.out = append(f.out, e)
}

// enough reports whether what is known makes an event. A date does, for a word that is
// not weak, or with someone in it; without one, someone known who acts, or someone acted
// upon at a place. Infinitives, gerunds and what goes on (“were marching”) need a date.
func (f *finder) enough(a *act, e *stemma.Event) bool {
	actors, targets := len(a.actors) > 0, len(a.targets) > 0
	none, retyped := e.Type == "NONE", e.Type != a.word.category
	switch {
	case a.word.whom && !targets, a.word.undergo && !targets && !a.word.bare, a.word.category == "AID" && a.voice == "active" && !actors:
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
	case a.voice == "active" && definite(a.actors) && definite(a.targets):
		return true
	case a.voice == "progressive" && !a.word.dated:
		return known(a.actors) && e.Place.Name != ""
	case retyped && (a.voice == "active" || a.voice == "passive" || a.voice == "impersonal"):
		return actors || targets || e.Place.Name != ""
	case a.word.dated, a.voice == "infinitive", a.voice == "gerund", a.voice == "progressive":
		return a.word.bare && a.voice == "active" && e.Place.Name != ""
	case a.voice == "noun":
		return (actors || targets) && e.Place.Name != "" || (known(a.actors) || e.Date != "" && !none) && a.verb != nil || f.isAfter(a) && (definite(a.targets) || definite(a.actors))
	case a.voice == "passive" && !none && !f.is(a.group-1, "relative"):
		return targets
	case a.voice == "reduced" || a.voice == "active" && !a.word.undergo:
		return f.saysEnough(a) || known(a.targets) && (actors && a.word.category == "AID" || e.Place.Name != "")
	}
	return known(a.actors) || known(a.targets)
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
		if o := &f.acts[i]; o.voice != "noun" && last.end <= o.first && o.end <= a.group {
			return false
		}
	}
	switch a.word.category {
	case "REQUEST", "ACCUSE", "REJECT", "SUPPORT", "AGREE":
		return last.name || a.word.name == "deny"
	}
	return true
}

// definite reports whether any of the parties is a name.
func definite(parties []party) bool {
	for _, p := range parties {
		if p.name && !p.place {
			return true
		}
	}
	return false
}

// known reports whether any of the parties is more than a pronoun.
func known(parties []party) bool {
	for _, p := range parties {
		if p.named.Name != "" {
			return true
		}
	}
	return false
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

// matter gives the words behind the verb that say what is decided, demanded, announced:
// up to the next sign or time, at most 14 words.
func (f *finder) matter(a *act) stemma.Named {
	for i := a.first + 1; i < a.end; i++ { // “declared a state of emergency”
		if n, v := f.d.Longest(f.k.acts, i, a.end); n > 0 && has(v, "object") {
			span := f.d.Span(i, i+n)
			return stemma.Named{Span: span, Name: span.Of(f.d.Text)}
		}
	}
	from := a.end
	for _, list := range [][]when{f.whens, f.spans} {
		for i := range list {
			if w := &list[i]; w.first == from || w.first == from+1 && (f.is(from, "prep") || f.is(from, "det")) {
				from = w.end // “extended on Monday until 22 April the curfew”
			}
		}
	}
	if (a.voice == "passive" || a.voice == "reduced") && (f.is(from, "by") || f.is(from, "prep")) {
		return stemma.Named{}
	}
	end := from
	for end < f.s.End && end < from+14 {
		t := &f.d.Tokens[end]
		if t.Kind == text.Mark || t.Kind == text.Punct && t.Norm != "-" && t.Norm != "%" && t.Norm != "$" || f.timeAt(end) || f.lasts(end) {
			break
		}
		end++
	}
	for end > from && f.smallWord(end-1) {
		end--
	}
	if end <= from {
		return stemma.Named{}
	}
	span := f.d.Span(from, end)
	return stemma.Named{Span: span, Name: span.Of(f.d.Text)}
}
