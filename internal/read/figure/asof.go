package figure

import (
	"strings"

	"stemma"
	"stemma/internal/text"
)

// most words that say a count stood then: “al cierre de la jornada de”.
const longestAsOf = 6

// asOf reports whether a time says when a count stood, and which time it is; due, whether of
// what is to come it says when it is to be so.
func (f *finder) asOf(t *stemma.Time, first int) (at stemma.Date, due, ok bool) {
	if until, ok := strings.CutPrefix(string(t.Value), "../"); ok {
		return stemma.Date(until), true, true
	}
	s := f.d.SentenceOf(first)
	first = f.hourBefore(first)
	till := first
	if f.is(first, "of") || f.is(first, "the") { // “al cierre [del lunes]”
		till++
	}
	for n := longestAsOf; n > 0; n-- {
		if at := first - n; at >= 0 && at >= f.d.Sentences[s].First {
			if m, value := f.d.Longest(f.k.outlook, at, till); m >= n && holds(value, "asof") {
				return t.Value, holds(value, "due"), true
			}
		}
	}
	if n, value := f.d.Longest(f.k.outlook, first, f.d.Sentences[s].End); n > 0 && holds(value, "asof") {
		return t.Value, holds(value, "due"), true
	}
	return "", false, false
}

// hourBefore steps back from a day over the time of day before it: “con corte a [las 18h00 de] ayer”.
func (f *finder) hourBefore(first int) int {
	for at := first - 1; at > 0 && at >= first-5; at-- {
		if f.d.Tokens[at].Kind == text.Number && f.is(at-1, "det") && f.is(first-1, "of") {
			return at - 1
		}
	}
	return first
}
