package event

import (
	"strings"

	"stemma"
	"stemma/lang"
)

// ruling is the last measure in force that was found, and the sentence that may tell on of it.
type ruling struct{ event, sentence int }

// toldOn gives a measure what the sentence behind it says of it: its hours, its term, the
// rights that it suspends. “A curfew was declared. It will run from 22:00 to 05:00.”
func (f *finder) toldOn(sentence int) {
	if f.ruled.sentence != sentence || sentence == 0 || f.ruled.event >= len(f.out) {
		return
	}
	e := &f.out[f.ruled.event]
	for i := f.ruled.event + 1; i < len(f.out); i++ {
		if f.out[i].Mode == e.Mode && f.out[i].Sentence == f.s.Span {
			return // a measure of its own
		}
	}
	holds := false
	for i := range f.acts {
		a := &f.acts[i]
		holds = holds || a.word.name == "hold" && a.word.matter && a.word.only
	}
	if rights := f.rightsBehind(f.suspends()); len(rights) > 0 && len(e.Rights) == 0 {
		e.Rights, holds = rights, true
	}
	if !holds {
		return
	}
	for i := range f.whens {
		f.termOf(e, &f.whens[i])
	}
	for i := range f.spans {
		w := &f.spans[i]
		v := string(w.time.Value)
		switch {
		case strings.HasPrefix(v, "../") && e.Until == "":
			e.Until = stemma.Date(v[3:])
		case strings.HasPrefix(v, "P") && f.is(w.first-1, "prep") && e.Duration == "":
			e.Duration = w.time.Value
		}
	}
}

// termOf gives a measure the hours, or the days from and until which it holds, that a time tells.
func (f *finder) termOf(e *stemma.Event, w *when) {
	from, until, isRange := strings.Cut(string(w.time.Value), "/")
	switch {
	case isRange && strings.Contains(from, "T") && strings.Contains(until, "T"):
		if e.Hours == "" {
			e.Hours = stemma.Date(clock(from) + "/" + clock(until))
		}
	case e.Starts != "":
	case isRange && until == "..":
		e.Starts = stemma.Date(from)
	case isRange:
		e.Starts, e.Until = stemma.Date(from), stemma.Date(until)
	case f.is(w.first-1, "start"):
		e.Starts = w.time.Value
	}
}

// note keeps the last event, if it is a measure and stands in that sentence.
func (f *finder) note(sentence int) {
	if n := len(f.out) - 1; n >= 0 && (f.out[n].Mode == "curfew" || f.out[n].Mode == "ban") && f.out[n].Sentence == f.s.Span {
		f.ruled = ruling{n, sentence + 1}
	}
}

// suspends reports whether the sentence says of rights that they are suspended.
func (f *finder) suspends() bool {
	for i := f.s.First; i < f.s.End; i++ {
		if _, v := f.d.Longest(f.k.rights, i, f.s.End); lang.Flag(v, "suspend") {
			return true
		}
	}
	return false
}
