package figure

import (
	"stemma"
	"stemma/internal/text"
)

// told steps over the verb between a word for a source and the source: “según informaron
// ayer a la agencia fuentes del puerto”.
func (f *finder) told(i, end int) int {
	at := i
	for at < end && f.is(at, "aux") {
		at++
	}
	n, value := f.d.Longest(f.k.speech, at, end)
	if n == 0 || !holds(value, "say") || holds(value, "ing") {
		return i
	}
	return f.hearers(at+n, end)
}

// hearers steps from behind a verb of saying over when and where it was said, and to whom,
// up to the subject: “dijo el lunes a los vecinos la alcaldesa”. It gives the token behind
// the verb where no subject follows, or where the language has it before its verb.
func (f *finder) hearers(i, end int) int {
	if !f.k.subjectBehind {
		return i
	}
	at := i
	for range 3 {
		next := f.pastOne(at, end)
		if next == at {
			break
		}
		at = next
	}
	if at >= end || f.d.Tokens[at].Kind != text.Word || f.is(at, "stop") && !f.is(at, "a") {
		return i
	}
	return at
}

// pastOne steps over one time, or one preposition with its name or its article and noun.
func (f *finder) pastOne(i, end int) int {
	if i >= end {
		return i
	}
	if past := f.aside(i, end); past > i {
		return past
	}
	if f.d.Tokens[i].Kind != text.Word {
		return i
	}
	if f.timeAt(i) || f.adverb(i) || f.is(i, "det") && i+1 < end && f.timeAt(i+1) {
		return i + 1
	}
	if class, _ := f.d.Value(f.k.clause, i); !holds(class, "prep") || f.is(i, "of") || f.is(i, "loc") && f.is(i, "the") {
		return i
	}
	at := i + 1
	for at < end && (f.is(at, "det") || f.is(at, "a")) {
		at++
	}
	if at >= end || f.d.Tokens[at].Kind != text.Word {
		return i
	}
	if m := f.nameAt(at); m != nil {
		_, past := f.d.Range(m.Span)
		return past
	}
	return at + 1
}

// inverted adds the report of a verb behind a comma whose subject follows it and ends the
// sentence or the clause: “…, arrasada por la riada, agregaron los guardas”.
func (f *finder) inverted(i int, s text.Sentence, k, after int, last stemma.Named) bool {
	for k > s.First && f.is(k-1, "aux") {
		k--
	}
	if !f.k.subjectBehind || k <= s.First+2 || f.d.Norm(k-1) != "," || after >= s.End {
		return false
	}
	at := f.hearers(after, s.End)
	if !f.is(at, "det") && !f.is(at, "a") && f.nameAt(at) == nil && !f.speaksBare(at) {
		return false
	}
	by, end := f.sourceAt(at, s.End, last)
	if !f.speaks(by) || end < s.End && f.d.Tokens[end].Kind == text.Word {
		return false
	}
	f.addReport(report{sentence: i, first: s.First, end: k, cue: k, by: by})
	return true
}

// speaksBare reports whether a word for those who speak stands at a token without an
// article: “indicaron fuentes policiales”.
func (f *finder) speaksBare(i int) bool {
	n, _ := f.d.Longest(f.k.people, i, len(f.d.Tokens))
	return n > 0 || f.d.Has(f.k.organisations, i) || f.d.Has(f.k.doers, i)
}
