package quote

import (
	"stemma"
	"stemma/internal/text"
	"stemma/lang"
)

// before gives whoever is in focus where a cue leaves its subject out: who spoke or
// acted last, sentence by sentence backwards. A sentence about someone without a name
// ends the search.
func (f *finder) before(c *cue) *stemma.Mention {
	l := &f.lines[c.line]
	for k := l.cues.first; k < l.cues.end && f.cues[k].first < c.first; k++ {
		if o := &f.cues[k]; !o.subject.empty() && o.content != "source" {
			if m := f.actor(o); m != nil {
				return m
			}
		}
	}
	if f.is(c.first-1, isSub) && !f.is(c.first-1, isThat|isPrep) && !f.is(c.first-2, isPrep) {
		if m := f.onlyNamed(tokens{l.first, c.first}, true); m != nil {
			return m // “Ruiz colgó una nota donde aseguró que”
		}
	}
	for li := c.line - 1; li >= 0 && l.paragraph-f.lines[li].paragraph <= 1 && !f.lines[li].title; li-- {
		if m, settled := f.inFocus(&f.lines[li]); settled {
			return m
		}
	}
	return nil
}

// phraseInFocus gives the words for whoever spoke last, where a cue leaves its subject out
// and no name is known: “Empleados del puerto …. Después precisaron que”.
func (f *finder) phraseInFocus(c *cue) tokens {
	l := &f.lines[c.line]
	for li := c.line; li >= 0 && l.paragraph-f.lines[li].paragraph <= 1 && !f.lines[li].title; li-- {
		for k := f.lines[li].cues.end - 1; k >= f.lines[li].cues.first; k-- {
			o := &f.cues[k]
			if o.first >= c.first || o.content == "source" || o.subject.empty() {
				continue
			}
			if lang.Flag(o.value, "many") != lang.Flag(c.value, "many") || o.subject.end-o.subject.first == 1 && f.class[o.subject.first] != 0 || !f.maySpeak(o.subject) {
				return tokens{}
			}
			return o.subject
		}
	}
	return tokens{}
}

// actor gives who the subject of a cue is.
func (f *finder) actor(c *cue) *stemma.Mention {
	if c.dropped {
		return f.before(c)
	}
	if m := f.mentionIn(c.subject); m != nil {
		return m
	}
	if c.subject.end-c.subject.first == 1 && f.is(c.subject.first, isPronoun) {
		return f.referent(c.subject.first)
	}
	return f.byOffice(c.subject)
}

// inFocus gives whom a sentence leaves in focus: its last speaker, else its subject,
// else the one person it names. It settles nothing when it has none of them.
func (f *finder) inFocus(l *line) (m *stemma.Mention, settled bool) {
	for k := l.cues.end - 1; k >= l.cues.first; k-- {
		c := &f.cues[k]
		switch {
		case c.content == "source" || lang.Flag(c.value, "matter") || f.is(c.subject.first, isRelative) && !c.subject.empty():
		case !c.subject.empty() || c.dropped:
			m = f.actor(c)
			return m, m != nil || !f.k.dropped || !c.dropped
		}
	}
	if s := f.mainSubject(l); !s.empty() {
		if m := f.mentionIn(s); m != nil && m.Type == stemma.Person {
			return m, true
		}
		if s.end-s.first == 1 && f.is(s.first, isPronoun) {
			if m := f.referent(s.first); m != nil {
				return m, true
			}
		}
	}
	m = f.onlyNamed(tokens{l.first, l.end}, true)
	if m != nil && f.k.dropped && f.belongs(m) {
		return nil, false // “un asesor de Ruiz”
	}
	return m, m != nil
}

// belongs reports whether a name only tells whose or from whom something is: it stands
// behind a preposition inside a noun phrase.
func (f *finder) belongs(m *stemma.Mention) bool {
	i, _ := f.d.Range(m.Span)
	for i > 0 && f.d.Has(f.k.titles, i-1) {
		i--
	}
	return f.is(i-1, isJoin) && f.is(i-1, isPrep) && f.bareWord(i-2)
}

// writer gives whoever is in focus before a sentence that lets a text speak.
func (f *finder) writer(l *line) *stemma.Mention {
	for li := f.lineOf(l.first) - 1; li >= 0 && f.lines[li].paragraph == l.paragraph && !f.lines[li].title; li-- {
		if m, settled := f.inFocus(&f.lines[li]); settled {
			return m
		}
	}
	return nil
}

// onlyNamed gives the one person, or the one person or body, that the words name
// outside marks; nil when there are several or none.
func (f *finder) onlyNamed(t tokens, persons bool) (only *stemma.Mention) {
	for i := t.first; i < t.end; i++ {
		n := f.name[i]
		if n == 0 || f.in[i] > 0 || f.names[n-1].Type == stemma.Place || persons && f.names[n-1].Type != stemma.Person {
			continue
		}
		if only != nil && only.Entity != f.names[n-1].Entity {
			return nil
		}
		only = &f.names[n-1]
	}
	return only
}

// lastSource gives the speaker or subject in the sentences before token i, a body as
// well as a person.
func (f *finder) lastSource(i int) *stemma.Mention {
	at := f.lineOf(i)
	for li := at - 1; li >= 0 && f.lines[at].paragraph == f.lines[li].paragraph && !f.lines[li].title; li-- {
		l := &f.lines[li]
		if l.cues.end > l.cues.first {
			return f.actor(&f.cues[l.cues.end-1])
		}
		if s := f.mainSubject(l); !s.empty() {
			return f.mentionIn(s)
		}
	}
	return nil
}

// most tokens of a noun phrase before a relative pronoun that is taken for a speaker.
const longestAntecedent = 4

// whomRelative gives the nearest noun phrase before a relative pronoun: “residents who
// said”, “a diver, who said”.
func (f *finder) whomRelative(i int) tokens {
	li := f.lineOf(i)
	if li < 0 {
		return tokens{}
	}
	end := i
	if f.norm(i-1) == "," {
		end--
	}
	if end > f.lines[li].first && f.name[end-1] > 0 {
		return f.farAntecedent(end, f.lines[li].first)
	}
	for j := end - 1; j >= f.lines[li].first && end-j <= longestAntecedent+1; j-- {
		if f.is(j, isJoin) && f.is(j, isPrep) && f.k.dropped && f.bareWord(j-1) {
			continue // “unas vecinas del pozo, que”
		}
		if f.is(j, isDet|isPossessive) {
			return tokens{j, end}
		}
		if f.in[j] > 0 || f.name[j] > 0 || f.d.Tokens[j].Kind != text.Word || f.class[j]&^(isInf|isLower|isSame) != 0 {
			if end-j-1 == 1 { // one word: “by residents”
				return tokens{j + 1, end}
			}
			break
		}
	}
	return tokens{}
}

// farAntecedent gives the noun phrase that ends in a place before a relative pronoun:
// “sources at the works in Sella who”. It begins behind the verb before it.
func (f *finder) farAntecedent(end, first int) tokens {
	t := f.phraseBefore(end-1, first)
	for k := t.first; k < t.end; k++ {
		if n, value := f.d.Longest(f.k.speech, k, t.end); n > 0 && !lang.Flag(value, "noun") {
			t.first = k + n
		}
	}
	if t.end-t.first > longestOffice*2 {
		return tokens{}
	}
	return t
}
