package event

import (
	"stemma"
	"stemma/internal/text"
	"stemma/lang"
)

// place gives where it happened: the nearest place behind a preposition of place; of a
// visit, the place visited.
func (f *finder) place(n int) stemma.Named { return f.nearest(n, true) }

// nearest gives that place; not only own, also one that belongs to something else near it.
func (f *finder) nearest(n int, own bool) stemma.Named {
	a := &f.acts[n]
	if a.word.name == "visit" {
		for i := range f.people {
			p := &f.people[i]
			if p.place && (p.first == a.end || p.first == a.end+1 && (f.is(a.end, "to") || f.is(a.end, "a"))) {
				return p.named
			}
		}
	}
	var best stemma.Named
	nearest := 25
	for i := range f.people {
		p := &f.people[i]
		gap := p.first - a.end
		if gap < 0 {
			gap = 2 * (a.first - p.end)
		}
		if p.place && gap < nearest && f.located(p.first) && !(own && (f.elsewhere(a, p) || f.adjective(p))) {
			best, nearest = p.named, gap
		}
	}
	return best
}

// placeOf gives the place among parties, if they are just one place.
func placeOf(parties []party) stemma.Named {
	if len(parties) == 1 && parties[0].place {
		return parties[0].named
	}
	return stemma.Named{}
}

// located reports whether a preposition of place stands before the token, with nothing but
// words of its phrase between.
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

// elsewhere reports whether a place belongs to something else than the act: to what a clause
// of its own tells, to what somebody is charged with, or to what is only spoken of.
func (f *finder) elsewhere(a *act, p *party) bool {
	if p.end <= a.group {
		from := p.end
		if f.d.Norm(from) == "," {
			from++ // “in Orvel, where 200 marched”
		}
		if f.is(from, "where") {
			from++
		} else {
			from = p.end
		}
		return !f.opensSentence(p.first) && (f.turns(from, a.group) || a.voice == "noun" && (a.first-p.end > 5 || f.joins(p.end, a.first)) || spokenOf(a.word) && a.voice != "gerund" && !f.crowdAt(p.first))
	}
	if p.first < a.end {
		return false
	}
	if a.voice == "purpose" {
		return true // “in protest at the shooting in Orvel”
	}
	if (spokenOf(a.word) || a.word.name == "rule" || a.word.name == "announce") && !f.onlyTimes(a.end, p.first) {
		return true // “condemned the killings in Orvel”
	}
	clause := false
	for i := a.end; i < p.first; i++ {
		if f.d.Norm(i) == ";" {
			return true
		}
		clause = clause || f.is(i, "relative") || f.is(i, "turn")
		if (a.word.name == "charge" || a.word.name == "convict") && f.is(i, "charge") && !f.is(i, "of") {
			return true // “jailed for spreading lies from his house in Orvel”
		}
	}
	for i := range f.acts {
		o := &f.acts[i]
		if o.group < a.end || o.end > p.first || o == a.verb {
			continue
		}
		if (clause || a.voice == "noun") && o.voice != "noun" && o.voice != "reduced" || o.voice == "noun" && f.chargeOf(o) {
			return true // “expelled five men who were questioned in Orvel”, “held over the attack in Orvel”
		}
	}
	return false
}

// spokenOf reports whether an act says something of what stands behind them,
// which may be anywhere.
func spokenOf(w word) bool {
	switch w.name {
	case "charge", "convict", "investigate":
		return false // courts and inquiries sit where they are said to sit
	}
	switch w.category {
	case "ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN", "AGREE":
		return true
	}
	return false
}

// adjective reports whether a place only says whose a thing is: “outside the Dorvian embassy”
// may be anywhere.
func (f *finder) adjective(p *party) bool {
	return f.k.compounds && f.is(p.first-1, "det") && f.plain(p.end) && f.d.Tokens[p.end].Case == text.Lower &&
		f.d.Has(f.k.bodies, p.end)
}

// crowdAt reports whether the phrase of place at the token says where people without a name
// are: “Teachers in Orvel demanded …”, not “the head of the mission in Orvel”.
func (f *finder) crowdAt(first int) bool {
	for i := range f.people {
		p := &f.people[i]
		v, _ := f.d.Value(f.k.doers, p.head)
		if p.end == first-1 && !p.name && !lang.Flag(v, "body") && !f.is(p.first-1, "of") && f.is(p.end, "in") {
			return true
		}
	}
	return false
}

// opensSentence reports whether the phrase that holds the token is the first of the sentence.
func (f *finder) opensSentence(at int) bool {
	first, comma := at, false
	for i := at - 1; i >= f.s.First && !f.actAt(i) && f.d.Norm(i) != ","; i-- {
		first = i
	}
	for i := at; i < f.s.End && i < at+12 && !comma; i++ {
		comma = f.d.Norm(i) == ","
	}
	return first-f.s.First <= 1 && comma && (f.is(f.s.First, "prep") || f.is(f.s.First, "in"))
}

// turns reports whether a clause of its own or another matter begins between two tokens.
func (f *finder) turns(from, to int) bool {
	for i := from; i < to; i++ {
		if f.is(i, "turn") || f.is(i, "sub") && !f.is(i, "prep") || f.d.Norm(i) == ";" {
			return true
		}
	}
	return false
}

// onlyTimes reports whether nothing but times, adverbs and words of a phrase of place stands
// between two tokens.
func (f *finder) onlyTimes(from, to int) bool {
	for i := from; i < to; i++ {
		if !f.timeAt(i) && !f.is(i, "prep") && !f.is(i, "det") && !f.is(i, "adverb") && f.d.Norm(i) != "," {
			return false
		}
	}
	return true
}

// chargeOf reports whether a noun is what an act is about and not when it was: “over the
// attack”, “in connection with the bombing”, not “after the march”.
func (f *finder) chargeOf(o *act) bool {
	i := o.first - 1
	for n := 0; n < 3 && (f.is(i, "det") || f.is(i, "possessive") || f.plain(i) && !f.timeAt(i)); n++ {
		i--
	}
	return f.is(i, "prep") && !f.is(i, "in") && !f.is(i, "to") && !f.is(i, "after") && !f.is(i, "sub") || f.is(i, "charge") || f.is(i, "with")
}
