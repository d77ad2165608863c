package quote

import (
	"stemma"
	"stemma/internal/text"
)

// subjectBehind gives who speaks behind a verb: right there, or past when, where and to
// whom it was said, where the language lets the subject wait: “informó ayer a la agencia
// la policía del puerto”.
func (f *finder) subjectBehind(i, limit int) tokens {
	s := f.phraseAfter(i, limit)
	if !f.k.dropped {
		return s
	}
	if !s.empty() {
		if f.d.Tokens[s.first].Kind == text.Number && !f.maySpeak(s) || f.verbAt(s.first, limit) {
			return tokens{} // “pidieron 4 años”
		}
		return s
	}
	if f.is(i, isFrom) { // “señalan desde la junta”
		if s = f.phraseAfter(i+1, limit); f.maySpeak(s) {
			return s
		}
	}
	for range 3 {
		next := f.pastOne(i, limit)
		if next == i {
			return tokens{}
		}
		i = next
		if s = f.phraseAfter(i, limit); !s.empty() {
			if !f.maySpeak(s) {
				return tokens{}
			}
			return s
		}
	}
	return tokens{}
}

// pastOne steps over one time, or one preposition with its name or its article and noun.
func (f *finder) pastOne(i, limit int) int {
	if i >= limit || f.in[i] > 0 {
		return i
	}
	if f.norm(i) == "(" {
		for j := i + 1; j < limit && j < i+6; j++ {
			if f.norm(j) == ")" {
				return j + 1
			}
		}
		return i
	}
	if f.norm(i) == "," && i+2 < limit && f.is(i+1, isTime) && f.norm(i+2) == "," {
		return i + 3 // “hoy, martes, …”
	}
	if f.d.Tokens[i].Kind != text.Word {
		return i
	}
	if f.is(i, isTime|isAdverb) || f.is(i, isDet) && f.is(i+1, isTime) {
		for i < limit && f.is(i, isTime|isAdverb|isDet) && (f.is(i, isTime|isAdverb) || f.is(i+1, isTime)) {
			i++
		}
		return i
	}
	if !f.is(i, isPrep) || f.is(i, isSub) || f.name[i] > 0 {
		return i
	}
	at := i + 1
	for at < limit && f.is(at, isDet|isPossessive) {
		at++
	}
	switch {
	case at >= limit || f.in[at] > 0 || f.d.Tokens[at].Kind == text.Punct:
		return i
	case f.name[at] > 0:
		return f.nameEnd(at)
	case f.personAt(at+1) && f.behindTitles(at, limit) == at+1:
		return f.nameEnd(at + 1) // “con el periodista Luis Prado”
	}
	return at + 1
}

// pastHearer steps over a preposition and its phrase up to the comma: “a la prensa local,”.
func (f *finder) pastHearer(i, limit int) int {
	at := f.pastOne(i, limit)
	for at > i && at < limit && at-i < longestItem && f.bareWord(at) {
		at++
	}
	return at
}

// maySpeak reports whether a phrase is one that can say something: it has a name, or
// people, an office or a body in words.
func (f *finder) maySpeak(t tokens) bool {
	if f.mentionIn(t) != nil || f.byOffice(t) != nil {
		return true
	}
	for i := t.first; i < t.end; i++ {
		if w := &f.d.Tokens[i]; w.Has(f.k.people) || w.Has(f.k.titles) || w.Has(f.k.organisations) || w.Has(f.k.doers) {
			return true
		}
		if f.is(i, isPrep) {
			return false
		}
	}
	return false
}

// person reports whether a phrase means somebody: it names a person, or begins with a
// word for one. Behind a verb such words can only be its subject where the language marks
// people as objects: “denunció el director”, but “denunció al director”.
func (f *finder) person(t tokens) bool {
	if m := f.mentionIn(t); m != nil && m.Type == stemma.Person {
		return true
	}
	at := t.first
	for at < t.end && f.is(at, isDet) {
		at++
	}
	n, _ := f.d.Longest(f.k.people, at, t.end)
	m, _ := f.d.Longest(f.k.titles, at, t.end)
	return at > t.first && max(n, m) > 0
}

// notBare reports whether a phrase behind a verb can be its subject: a bare noun that means
// nobody is an object where the subject may be left out (“…, piden agua”).
func (f *finder) notBare(t tokens) bool {
	return !f.k.dropped || f.is(t.first, isDet|isPossessive) || f.d.Tokens[t.first].Case != text.Lower || f.maySpeak(t)
}

// mute reports whether a noun that can say nothing stands before a verb that would close
// what it says: “…, el agua avisó”.
func (f *finder) mute(c *cue) bool {
	s := c.subject
	return f.k.dropped && c.content == "back" && !c.after && !c.shared && s.end-s.first > 1 && f.norm(s.first-1) == "," &&
		f.d.Tokens[s.end-1].Case == text.Lower && !f.maySpeak(s)
}
