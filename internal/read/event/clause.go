package event

import (
	"strings"

	"stemma/internal/text"
	"stemma/lang"
)

// toldWithin reports whether the act stands in a clause of its own behind a verb that the
// time at the head of the sentence belongs to: what is to come (“on Friday he said that
// they would leave”), or what someone named there did (“the group, which backed …”).
func (f *finder) toldWithin(n int, w *when) bool {
	a := &f.acts[n]
	verb := false
	for i := w.end; i < a.group; i++ {
		v, said := f.d.Value(f.k.speech, i)
		verb = verb || said && lang.Flag(v, "past") && !lang.Flag(v, "noun") || f.finiteAt(i, n)
		if verb && f.is(i, "relative") {
			return a.status == "planned" || i == a.group-1 && f.d.Norm(i-1) == ","
		}
	}
	return false
}

// finiteAt reports whether an act before act n that says what happened begins at the token.
func (f *finder) finiteAt(i, n int) bool {
	for k := range n {
		if o := &f.acts[k]; o.first == i && o.voice != "noun" && o.voice != "reduced" && o.status == "" {
			return true
		}
	}
	return false
}

// anotherClause reports whether a time says only what it counts from (“the day before the
// mayor was ousted”), or stands with a plan between (“to move the vote up to 2033”), or in a
// phrase before the noun's own clause.
func (f *finder) anotherClause(n int, w *when) bool {
	a := &f.acts[n]
	switch {
	case f.ofAnotherTurn(a, w), f.qualifiesNoun(a, w), (a.voice == "noun" || a.voice == "reduced") && w.end <= a.first && w.first-f.s.First > 2 && f.joins(w.end, a.first):
		return true
	case a.voice != "noun" && w.end <= a.group && w.first-f.s.First > 2 && f.clauseOpens(w, a.group):
		return true // “dined on 4 March, the day before the abbot resigned”
	case w.end <= a.first && f.is(w.end-1, "sub") && f.is(w.end-1, "prep") && w.end-1 > w.first && f.d.Norm(w.end) != ",",
		w.end < a.first && f.is(w.end, "sub") && f.is(w.end, "prep") && !f.is(w.end-1, "prep"):
		return a.voice != "noun" && !f.is(w.end, "after")
	case a.voice == "noun" && w.end <= a.first && w.first-f.s.First > 2 && f.d.Norm(w.first-1) != "," && !(f.is(w.first-1, "prep") && f.d.Norm(w.first-2) == ","):
		for i := w.end; i < a.first; i++ {
			if f.d.Norm(i) == "," {
				return true
			}
		}
	case w.first >= a.end && len(w.time.Value) == len("2006"):
		for i := a.end; i+1 < w.first; i++ {
			if f.is(i, "to") && f.plain(i+1) && f.d.Tokens[i+1].Case == text.Lower {
				return true
			}
		}
	}
	return false
}

// clauseOpens reports whether a word that opens a clause, with no time right behind it,
// stands between a time and a token. What comes “after” it was, as a rule, the same day,
// unless it says how long after.
func (f *finder) clauseOpens(w *when, to int) bool {
	for i := w.end; i < to; i++ {
		if f.is(i, "sub") && f.is(i, "prep") && !f.timeAt(i+1) && (!f.is(i, "after") || f.lengthBefore(w, i) || strings.Contains(string(w.time.Value), "/")) {
			return true
		}
	}
	return false
}

// lengthBefore reports whether another time than w, or a length, ends right before the token.
func (f *finder) lengthBefore(w *when, at int) bool {
	for _, list := range [][]when{f.whens, f.spans} {
		for i := range list {
			if o := &list[i]; o.first != w.first && (o.end == at || o.end == at+1) {
				return true
			}
		}
	}
	return false
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
		if i != n && o.voice != "noun" && o.end <= w.first && w.end <= a.group && f.d.Norm(w.end) == "," && f.related(o.group) && !f.joins(o.end, w.first) {
			return true // “Voss, who took office in January, ordered …”
		}
		if i != n && o.voice == "active" && !o.word.bare && o.end <= w.first && w.end == a.group && f.is(o.group-1, "relative") && f.d.Norm(o.group-2) != "," && !f.auxiliaryBefore(w.first) {
			return true // “the judge who looks into the crash of 2031 has summoned …”
		}
		if i != n && o.voice != "noun" && o.voice != "reduced" && from <= o.first && o.first < to {
			return true
		}
	}
	for i := from; i < to; i++ {
		if s := f.d.Norm(i); s == ";" || s == ":" || s == "—" || f.is(i, "relative") || w.first >= a.end && f.saysOn(i) {
			return true
		}
	}
	return a.voice != "noun" && w.first >= a.end && f.aside(from, to)
}

// auxiliaryBefore reports whether “were” or “has” stands right before a time: “were on Friday
// charged”.
func (f *finder) auxiliaryBefore(at int) bool {
	if f.is(at-1, "prep") {
		at--
	}
	return f.is(at-1, "be") || f.is(at-1, "have")
}

// joins reports whether “and” stands between two tokens.
func (f *finder) joins(from, to int) bool {
	for i := from; i < to; i++ {
		if f.is(i, "and") {
			return true
		}
	}
	return false
}

// related reports whether a relative word stands right before a verb, or before who acts in
// its clause.
func (f *finder) related(group int) bool {
	for i := group - 1; i > group-4 && i > f.s.First; i-- {
		if f.is(i, "relative") || f.is(i, "possessive") && f.d.Norm(i-1) == "," && !f.is(i, "det") {
			return true
		}
	}
	return false
}

// saysOn reports whether a clause of its own begins at the token without a word that opens it, right
// behind a noun: “the yard she co-founded in 2031”.
func (f *finder) saysOn(i int) bool {
	return f.k.compounds && f.is(i, "pronoun") && !f.is(i, "thing") && f.d.Tokens[i-1].Kind == text.Word && !f.smallWord(i-1) && !f.timeAt(i-1) && !f.actAt(i-1) && !f.reports(i-1) &&
		(f.plain(i+1) && !f.timeAt(i+1) || f.is(i+1, "have") || f.is(i+1, "be"))
}

// aside reports whether a dash or a bracket opens between two tokens, and does not close there:
// “rejected the claim – filed in 2031”.
func (f *finder) aside(from, to int) bool {
	dashes, brackets := 0, 0
	for i := from; i < to; i++ {
		switch s := f.d.Norm(i); {
		case (s == "-" || s == "–") && !f.d.Tokens[i].Glued:
			dashes++
		case s == "(":
			brackets++
		case s == ")":
			brackets--
		}
	}
	return dashes%2 == 1 || brackets > 0
}

// spokenBetween reports whether a verb that speaks of what act n names stands between a time
// and that noun: “Dorvia on Saturday condemned the flogging”.
func (f *finder) spokenBetween(n int, w *when) bool {
	for i := range n {
		if o := &f.acts[i]; f.acts[n].voice == "noun" && o.voice != "noun" && spokenOf(o.word) && w.end <= o.first {
			return true
		}
	}
	return false
}

// ofAnotherTurn reports whether a time stands in a clause that a word for another matter opens,
// and the act behind it: “Although Renn asked on Monday for a vote, the council …”.
func (f *finder) ofAnotherTurn(a *act, w *when) bool {
	if w.end > a.group {
		return false
	}
	comma := false
	for i := w.end; i < a.group; i++ {
		comma = comma || f.d.Norm(i) == ","
	}
	for i := w.first - 1; comma && i >= f.s.First && f.d.Norm(i) != ","; i-- {
		if f.is(i, "turn") && f.is(i, "sub") {
			return true
		}
	}
	return false
}

// qualifiesNoun reports whether a month only says which thing is meant, as the first
// part of a compound: “demanding their June and July wages”.
func (f *finder) qualifiesNoun(a *act, w *when) bool {
	v := string(w.time.Value)
	if strings.HasSuffix(v, "X") && !strings.HasPrefix(v, "X") && f.k.compounds && f.plain(w.end) && !f.partyAt(w.end) {
		return true // “a 17th century lute”
	}
	if f.k.compounds && len(v) == len("2006") && (f.is(w.first-1, "det") || f.is(w.first-1, "possessive")) && f.plain(w.end) && f.d.Tokens[w.end].Case == text.Lower {
		return a.word.name != "begin" && (a.voice != "noun" || a.first < w.end || a.first > w.end+3) // “the 2031 campaign”, not “the 2031 council vote”
	}
	if !f.k.compounds || len(v) != len("2006-01") || f.is(w.first-1, "prep") || f.is(w.first-1, "in") || w.first == f.s.First {
		return false
	}
	at := w.end
	for f.is(at, "and") && f.timeAt(at+1) {
		for at++; f.timeAt(at); at++ {
		}
	}
	return f.plain(at) && f.d.Norm(at) != "'s" && f.d.Tokens[at].Case == text.Lower && !f.partyAt(at) && !f.manner(at)
}

// onlyParties reports whether nothing but parties and small words stands between two tokens.
func (f *finder) onlyParties(from, to int) bool {
	for i := from; i < to; i++ {
		if !f.partyAt(i) && !f.smallWord(i) {
			return false
		}
	}
	return from < to
}
