package event

import (
	"stemma"
	"stemma/internal/text"
)

// join ties a noun to the light verb that it is the object or subject of: “miners held a
// march” tells of a march by miners, “a march was held on Friday” of one on Friday.
func (f *finder) join(n int) {
	a := &f.acts[n]
	if a.voice != "noun" || a.word.object {
		return
	}
	if n > 0 {
		v := &f.acts[n-1]
		if v.word.category == "REQUEST" && v.voice == "active" && (a.first-v.end <= 8 && f.oneStretch(v.end, a.first) || f.askedToo(a, v)) {
			a.dropped = true // “asked for nine months of pre-trial detention”: what is only asked for
			return
		}
		if v.word.name == "ban" && v.voice != "noun" && f.adjoins(v.end, a.first) {
			a.dropped = true // “banned marches”: what is banned is not said to have happened
			return
		}
		if v.word.metes && a.word.whom && !a.word.undergo && v.voice == "active" && f.adjoins(v.end, a.first) {
			f.tie(a, v) // “ordered on Monday pre-trial detention for …”
			return
		}
		if v.word.light && !v.dropped && v.voice != "passive" && f.adjoins(v.end, a.first) {
			f.tie(a, v)
			return
		}
	}
	for i := n + 1; i < len(f.acts) && i <= n+2; i++ {
		v := &f.acts[i]
		if v.word.light && !v.dropped && (v.voice == "passive" || v.voice == "impersonal" || v.voice == "reduced") && v.group-a.end <= 6 {
			f.tie(a, v)
			return
		}
		if v.word.bare && v.word.light && v.voice == "active" && len(v.actors) == 0 && (v.group-a.end <= 8 || v.group-a.end <= 14 && !f.is(v.group-1, "relative")) && f.intransitive(a, v) {
			f.tie(a, v) // “a battle between smugglers and guards broke out in …”
			return
		}
	}
}

// askedToo reports whether a noun is one more thing that is asked for: “called for talks and for
// a march”.
func (f *finder) askedToo(a, v *act) bool {
	i := a.first - 1
	for i > v.end && (f.is(i, "det") || f.is(i, "possessive") || f.plain(i)) {
		i--
	}
	return i > v.end && f.is(i-1, "and") && f.d.Norm(i) == f.d.Norm(v.end-1)
}

// intransitive reports whether a noun can be the subject of a verb of beginning: nothing but
// its own phrase stands between.
func (f *finder) intransitive(a, v *act) bool {
	for i := a.end; i < v.group; i++ {
		if t := &f.d.Tokens[i]; t.Kind == text.Punct || t.Kind == text.Mark || f.is(i, "relative") && i != v.group-1 || f.is(i, "sub") && !f.is(i, "prep") || f.verbAt(i) {
			return false
		}
	}
	first := a.first
	for n := 0; n < 3 && f.plain(first-1); n++ {
		first--
	}
	return !f.is(first-1, "of") && !f.governed(first)
}

// oneStretch reports whether no sign and no clause stands between two tokens.
func (f *finder) oneStretch(from, to int) bool {
	for i := from; i < to; i++ {
		if f.d.Tokens[i].Kind == text.Punct || f.is(i, "relative") || f.is(i, "sub") || f.is(i, "and") {
			return false
		}
	}
	return true
}

func (f *finder) tie(a, v *act) {
	a.verb, v.dropped = v, true
	if len(a.actors) == 0 && v.voice != "passive" && v.voice != "reduced" {
		a.actors = without(v.actors, a.targets)
	}
	if len(a.actors) == 0 && a.word.self {
		a.actors = v.actors // “a strike called by the miners' union”
	}
	switch {
	case v.status != "":
		a.status = v.status
	case v.word.ahead:
		a.status = "planned"
	}
	a.alleged = a.alleged || v.alleged
}

// adjoins reports whether nothing but articles, adjectives, numbers and times stands
// between a verb and its object.
func (f *finder) adjoins(from, to int) bool {
	if to-from > 8 {
		return false
	}
	for i := from; i < to; i++ {
		t := &f.d.Tokens[i]
		ok := f.timeAt(i) || f.is(i, "of") && i > from && f.plain(i-1) && !f.spanEnds(i) || f.is(i, "det") || f.is(i, "possessive") || f.is(i, "a") || t.Kind == text.Number || f.timeAt(i+1) ||
			t.Kind == text.Word && !f.smallWord(i) && !f.inName(i)
		if !ok {
			return false
		}
	}
	return true
}

// verbDate gives the time that dates the light verb of a noun.
func (f *finder) verbDate(a *act) stemma.Date {
	for i := range f.acts {
		if &f.acts[i] == a.verb {
			if t := f.date(i); t != nil {
				return t.Value
			}
		}
	}
	return ""
}

// helps reports whether a verb of beginning only helps another verb: “began moving”,
// “comenzaron a llegar”.
func (f *finder) helps(a *act) bool {
	if a.word.only && a.word.light && f.is(a.end, "to") && f.plain(a.end+1) {
		return true // “continued to search”
	}
	if !a.word.bare || !a.word.light || a.voice != "active" {
		return false
	}
	return f.plain(a.end) && !f.timeAt(a.end) && !f.partyAt(a.end) || f.is(a.end, "a") && f.plain(a.end+1) && !f.partyAt(a.end+1)
}

func (f *finder) partyAt(i int) bool {
	for n := range f.people {
		if f.people[n].first <= i && i < f.people[n].end {
			return true
		}
	}
	return false
}

// spanEnds reports whether a length of time ends at the token: “ten years of”.
func (f *finder) spanEnds(at int) bool {
	for i := range f.spans {
		if f.spans[i].end == at {
			return true
		}
	}
	return false
}
