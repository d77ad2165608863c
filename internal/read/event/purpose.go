package event

import (
	"stemma"
	"stemma/internal/text"
)

// protests gives who protests by doing something else: “shut their stalls in protest at …”.
func (f *finder) protests(n int) {
	a := &f.acts[n]
	if a.first > a.group || !f.isPurpose(a) {
		return
	}
	if n > 0 && f.acts[n-1].voice != "noun" && f.oneClause(f.acts[n-1].end, a.first) {
		if o := &f.acts[n-1]; o.word.category != "REQUEST" {
			a.actors, a.status, a.alleged = o.actors, o.status, o.alleged
			if o.voice == "infinitive" && o.status == "planned" {
				a.status = ""
			}
		}
	}
	if len(a.actors) == 0 {
		if a.actors = f.subject(n); len(a.actors) == 0 {
			a.actors = f.opener(f.clauseStart(a.first), a.first)
		}
	}
	if a.targets = f.against(a.end); f.is(a.end-1, "against") {
		a.targets = f.partiesFrom(a.end)
	}
	a.targets = without(a.targets, a.actors)
}

// opener gives who stands first in a clause, and not behind a preposition: whose doings the
// clause tells of, whatever they are.
func (f *finder) opener(from, to int) []party {
	for i := range f.people {
		if p := &f.people[i]; p.first >= from && p.end < to && (!p.place || p.first <= from+1) && !f.governed(p.first) && p.named.Name != "" {
			return f.people[i : i+1 : i+1]
		}
	}
	return nil
}

// isPurpose reports whether an infinitive says what something is done for: behind a time, an
// act, a place or a comma, not “wanted to protest”, “urged the teachers to protest”.
func (f *finder) isPurpose(a *act) bool {
	if !f.is(a.first, "to") {
		return true
	}
	at := a.first
	if at == f.s.First || f.d.Norm(at-1) == "," || f.timeEnds(at) {
		return true
	}
	for i := range f.acts {
		if o := &f.acts[i]; o.end == at && (o.voice == "noun" || o.voice == "active") && !o.word.matter {
			return true
		}
	}
	for i := range f.people {
		if p := &f.people[i]; p.end == at {
			return p.place && f.located(p.first)
		}
	}
	return false
}

// oneClause reports whether no clause of its own begins between two tokens.
func (f *finder) oneClause(from, to int) bool {
	for i := from; i < to; i++ {
		if f.d.Norm(i) == ";" || f.is(i, "relative") || f.is(i, "turn") || f.d.Tokens[i].Kind == text.Mark {
			return false
		}
	}
	return true
}

// protested reports whether the sentence tells of a protest by an act of its own, so that a
// purpose adds none.
func (f *finder) protested() bool {
	for i := range f.out {
		if e := &f.out[len(f.out)-1-i]; e.Sentence != f.s.Span {
			return false
		} else if e.Type == "PROTEST" {
			return true
		}
	}
	return false
}

// purposeDay gives the day of what is done in protest: that of the act before it, in whose
// clause it stands; where that is none of the list, the nearest before it.
func (f *finder) purposeDay(n int) stemma.Date {
	if n > 0 && len(f.acts[n].actors) > 0 && len(f.acts[n-1].actors) > 0 && f.acts[n].actors[0].first == f.acts[n-1].actors[0].first {
		if t := f.date(n - 1); t != nil {
			return f.dayOf(n-1, t)
		}
		return ""
	}
	if t := f.date(n); t != nil && f.d.TokenAt(t.Span.Start) < f.acts[n].first {
		return f.dayOf(n, t)
	}
	return ""
}
