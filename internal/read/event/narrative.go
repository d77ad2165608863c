package event

import (
	"strings"

	"stemma"
	"stemma/internal/text"
	"stemma/lang"
)

// capitals reports whether the headline writes its words with capitals, so that these
// tell nothing.
func (f *finder) capitals() bool {
	capitals, small := 0, 0
	for i := f.s.First + 1; i < f.s.End; i++ {
		switch t := &f.d.Tokens[i]; {
		case t.Kind != text.Word || f.smallWord(i) || f.inName(i):
		case t.Case == text.Title:
			capitals++
		default:
			small++
		}
	}
	return capitals > small
}

// headline reads an act as headlines mean it, where its rule says so: a bare participle
// with no object behind is a passive (“Two held in Ostrel”), an infinitive right behind
// who acts is planned (“Duarte to visit Ostrel”).
func (f *finder) headline(a *act, value string) {
	switch a.rule.Set["headline"] {
	case "passive":
		next := a.end
		bare := next >= f.s.End || f.d.Tokens[next].Kind == text.Punct || f.is(next, "prep") || f.is(next, "by") || f.timeAt(next)
		if bare && lang.Flag(value, "part") && !a.word.self {
			a.voice = "passive"
		}
	case "planned":
		if p := f.ending(a.group); p != nil && (p[0].first == f.s.First || f.d.Tokens[p[0].first-1].Kind == text.Punct) {
			a.voice = "active"
		}
	}
}

// dateHeadlines gives acts of the headline the date and place of the first act of their
// kind in the text: a headline tells what the text tells.
func (f *finder) dateHeadlines() {
	for i := range f.out[:f.heads] {
		h := &f.out[i]
		for j := f.heads; h.Date == "" && j < len(f.out); j++ {
			e := &f.out[j]
			if e.Type == h.Type && e.Mode == h.Mode && e.Status == h.Status {
				h.Date = e.Date
				break
			}
		}
	}
}

// goOn gives an act without a time or place of its own those of the sentence before, in
// the same paragraph, where the text tells on: a finite verb of the past.
func (f *finder) goOn(a *act, e *stemma.Event) {
	if f.told.paragraph != f.s.Paragraph || f.s.Title || a.word.name == "hold" || a.status != "" || a.alleged || a.voice == "present" || a.voice == "progressive" {
		return
	}
	if a.voice != "active" && a.voice != "passive" && a.voice != "impersonal" {
		return
	}
	if !f.told.scene || !f.ofScene(a) || f.is(a.group-1, "relative") && f.d.Norm(a.group-2) != "," {
		return // what is said about it, which may be later; “the man who was sent home by mistake”
	}
	for i := a.group; i < a.first; i++ {
		if f.is(i, "have") {
			return // “had fled”: earlier than what was told
		}
	}
	if e.Date == "" && len(f.whens) == 0 && !f.elapsed() && len(f.told.date) >= len("2006-01-02") {
		e.Date = f.told.date
	}
	if e.Place.Name == "" && e.Date != "" && e.Date == f.told.date {
		e.Place = f.told.place
	}
}

// ofScene reports whether an act is one of a scene that a text tells step by step: shots, marches,
// arrests by those who stand there. What is decided or told of somebody by name may be of any day.
func (f *finder) ofScene(a *act) bool {
	switch a.word.category {
	case "ASSAULT", "PROTEST":
		return true
	case "COERCE":
		return a.voice != "passive" || f.nameless(a.targets)
	}
	return a.word.undergo || a.word.whole || a.word.name == "begin" && a.word.bare
}

// elapsed reports whether a length of time stands in the sentence that no preposition makes
// one of how long it lasted: “a week later”.
func (f *finder) elapsed() bool {
	for i := range f.spans {
		if w := &f.spans[i]; w.time.Type == stemma.TimeDuration && !f.is(w.first-1, "prep") && !f.is(w.first-1, "by") && f.is(w.end, "adverb") {
			return true
		}
	}
	return false
}

// lasting gives how long it holds, or until when, if that stands behind the act.
func (f *finder) lasting(n int, e *stemma.Event) {
	a := &f.acts[n]
	for i := range f.spans {
		w := &f.spans[i]
		if w.first < a.end || w.first > a.end+14 || f.parted(n, w) {
			continue
		}
		v := string(w.time.Value)
		switch {
		case strings.HasPrefix(v, "../"):
			e.Until = stemma.Date(v[3:])
		case f.is(w.first-1, "prep") && e.Duration == "" && !strings.Contains(v, "X"):
			e.Duration = w.time.Value
		}
	}
}
