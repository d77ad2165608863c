package quote

import (
	"stemma"
	"stemma/lang"
)

// byOffice gives whom a phrase without a name means: the one person of the text who
// holds the office (“the minister”), or for “the same source” whoever is in focus.
func (f *finder) byOffice(t tokens) *stemma.Mention {
	n := t.end - t.first
	if n < 2 || n > longestOffice || !f.is(t.first, isThe) {
		return nil
	}
	if f.is(t.first+1, isSame) {
		return f.lastSource(t.first)
	}
	var held *stemma.Mention
	for i := range f.names {
		m := &f.names[i]
		if m.Type != stemma.Person || m.Former || m.Role.Span.Empty() || !f.holds(m, tokens{t.first + 1, t.end}) {
			continue
		}
		if held != nil && held.Entity != m.Entity {
			return nil
		}
		held = m
	}
	if held == nil {
		held = f.bodyCalled(tokens{t.first + 1, t.end})
	}
	if held == nil && (n == 2 || n == 3 && f.d.Has(f.k.former, t.first+1)) {
		held = f.takenUp(t)
	}
	return held
}

// takenUp gives whom a word means that stands for whoever was spoken of: “the official”.
func (f *finder) takenUp(t tokens) *stemma.Mention {
	value, ok := f.d.Value(f.k.titles, t.end-1)
	if !ok || !lang.Flag(value, "again") {
		return nil
	}
	c := isMale | isFemale
	switch {
	case lang.Flag(value, "m"):
		c = isMale
	case lang.Flag(value, "f"):
		c = isFemale
	}
	if f.unnamedSpoke(t.first) {
		return nil // “one of the clerks said …; the clerk added”
	}
	return f.seekReferent(t.first, c)
}

// unnamedSpoke reports whether whoever spoke last before token i, in its paragraph or the one
// before, is told by words without a name.
func (f *finder) unnamedSpoke(i int) bool {
	at := f.lineOf(i)
	for li := at; li >= 0 && f.lines[at].paragraph-f.lines[li].paragraph <= 1 && !f.lines[li].title; li-- {
		for k := min(f.lines[li].cues.end, len(f.cues)) - 1; k >= f.lines[li].cues.first; k-- {
			s := f.cues[k].subject
			if s.empty() || s.first >= i || f.cues[k].content == "source" {
				continue
			}
			return s.end-s.first > 1 && f.mentionIn(s) == nil && !f.is(s.first, isThe)
		}
	}
	return false
}

// bodyCalled gives the one body of the text whose name begins or ends with the words:
// “the authority” for the Harbour Authority, “la oficina” for the Oficina del Puerto.
func (f *finder) bodyCalled(t tokens) (only *stemma.Mention) {
	n := t.end - t.first
	for i := range f.names {
		m := &f.names[i]
		if m.Type != stemma.Organisation || m.Span.Start > f.d.Tokens[t.first].Span.Start {
			continue
		}
		first, end := f.d.Range(m.Span)
		if end-first <= n || !f.sameWords(first, t) && !f.sameWords(end-n, t) {
			continue
		}
		if only != nil && only.Entity != m.Entity {
			return nil
		}
		only = m
	}
	return only
}

// sameWords reports whether the words from token i on are those of the phrase.
func (f *finder) sameWords(i int, phrase tokens) bool {
	for j := phrase.first; j < phrase.end; j++ {
		if f.norm(i+j-phrase.first) != f.norm(j) {
			return false
		}
	}
	return true
}

// longest phrase, in tokens, that is looked up as an office: “the deputy prime minister”.
const longestOffice = 4

// holds reports whether a phrase is the office of a person, or its end: “the minister”
// of a health minister, but not “the president” of a vice president.
func (f *finder) holds(m *stemma.Mention, office tokens) bool {
	first, end := f.d.Range(m.Role.Span)
	for i := first; i < end; i++ {
		if f.is(i, isPrep|isJoin) {
			end = i // “minister of health”
		}
	}
	start := end - (office.end - office.first)
	if start < first || start > first && f.is(start-1, isLower) {
		return false
	}
	return f.sameWords(start, office)
}
