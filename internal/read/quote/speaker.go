package quote

import (
	"stemma"
	"stemma/internal/text"
)

// named gives the speaker that stands in a range of tokens: with the full name where a
// mention tells it, else the place alone.
func (f *finder) named(t tokens) stemma.Named {
	if t.empty() {
		return stemma.Named{}
	}
	n := stemma.Named{Span: f.span(t)}
	m := f.mentionIn(t)
	if m == nil && t.end-t.first == 1 {
		switch {
		case f.is(t.first, isRelative):
			m = f.antecedent(t.first)
		case f.is(t.first, isPronoun|isPossessive):
			m = f.referent(t.first)
		}
	}
	if m != nil {
		n.Name, n.Entity = m.Name, m.Entity
	}
	return n
}

// speaks names the speaker of a cue. A subject that is left out (“…”, explicó) is
// known only from context: the name without a place.
func (f *finder) speaks(c *cue) stemma.Named {
	if !c.dropped {
		n := f.named(c.subject)
		if past := f.described(c); past > c.subject.end && n.Name != "" {
			n.Span = f.span(tokens{c.subject.first, past})
		}
		return n
	}
	if m := f.before(c); m != nil {
		return stemma.Named{Name: m.Name, Entity: m.Entity}
	}
	return stemma.Named{}
}

// most tokens of what a text adds to a speaker's name.
const longestAddition = 18

// described gives the token behind what a text adds to a speaker's name between commas
// or before the full stop: “Ana Ruiz, a baker from Sella,”. The place of a speaker
// tells who that is; the name alone does not.
func (f *finder) described(c *cue) int {
	l, i := &f.lines[c.line], c.subject.end
	if c.shared || i+2 >= l.end || f.norm(i) != "," || f.in[i] > 0 {
		return c.subject.end
	}
	if !f.is(i+1, isDet|isPossessive) && (f.class[i+1] != 0 || f.d.Tokens[i+1].Case != text.Lower) || f.is(i+1, isSub) {
		return c.subject.end
	}
	for j := i + 1; j < l.end && j-i < longestAddition && f.in[j] == 0; j++ {
		switch n := f.norm(j); {
		case n == "," || n == "." && j+1 == l.end:
			return j
		case f.is(j, isAux) || j >= c.first && j < c.end:
			return c.subject.end
		}
	}
	return c.subject.end
}

// before gives whoever spoke or acted in the lines before a cue whose subject is left
// out.
func (f *finder) before(c *cue) *stemma.Mention {
	l := &f.lines[c.line]
	for k := l.cues.first - 1; k >= 0; k-- {
		o := &f.cues[k]
		if l.paragraph-f.lines[o.line].paragraph > farBack || f.lines[o.line].title {
			break
		}
		if o.dropped {
			return f.before(o)
		}
		if m := f.mentionIn(o.subject); m != nil {
			return m
		}
		if !o.subject.empty() && c.line-o.line <= 1 {
			return nil // someone without a name
		}
	}
	for li := c.line - 1; li >= 0 && l.paragraph-f.lines[li].paragraph <= 1 && !f.lines[li].title; li-- {
		if s := f.mainSubject(&f.lines[li]); !s.empty() {
			return f.mentionIn(s)
		}
	}
	return nil
}

// mentionIn gives the mention that names the whole phrase: the one at its end with
// nothing but titles before it, or the one at its head.
func (f *finder) mentionIn(t tokens) *stemma.Mention {
	var best *stemma.Mention
	joined := false // a preposition or possessive stands between the head and here
	for i := t.first; i < t.end; i++ {
		n := f.name[i]
		if n == 0 {
			if f.is(i, isJoin|isPrep) && !f.is(i, isConj) {
				joined = true
			}
			continue
		}
		end := i
		for end < t.end && f.name[end] == n {
			end++
		}
		m := &f.names[n-1]
		possessed := f.norm(end) == "'s" && end < t.end
		switch {
		case end < t.end && f.name[end] == 0 && f.d.Tokens[end].Case == text.Lower && !f.is(end, isJoin|isConj|isRelative|isPrep) && !possessed: // “former Ruiz adviser”
		case m.Type == stemma.Person && !possessed && (!joined || end == t.end && !f.is(i-1, isPrep|isJoin)):
			return m
		case possessed:
		case end == t.end && !joined, !joined && best == nil && end < t.end && f.is(end, isJoin|isConj):
			best = m
		}
		i = end - 1
	}
	return best
}

// antecedent gives the person or body named just before a relative pronoun.
func (f *finder) antecedent(i int) *stemma.Mention {
	j := i - 1
	if f.norm(j) == "," {
		j--
	}
	if j >= 0 && f.name[j] > 0 && f.names[f.name[j]-1].Type != stemma.Place {
		return &f.names[f.name[j]-1]
	}
	return nil
}

// how far back a pronoun may look, in paragraphs before its own.
const farBack = 2

// referent gives whom a pronoun means: of the people named shortly before it, whose
// gender does not speak against it, the subject of the nearest sentence.
func (f *finder) referent(i int) *stemma.Mention {
	if n, ok := f.referents[i]; ok {
		return n
	}
	m := f.seekReferent(i)
	f.referents[i] = m
	return m
}

func (f *finder) seekReferent(i int) *stemma.Mention {
	c := f.class[i]
	if c&(isMale|isFemale|isThing) == 0 {
		return nil
	}
	li := f.lineOf(i)
	if li < 0 {
		return nil
	}
	for back := li; back >= 0 && f.lines[li].paragraph-f.lines[back].paragraph <= farBack; back-- {
		l := &f.lines[back]
		if l.title && back != li {
			break
		}
		if m, settled := f.bestIn(l, min(l.end, i), c, back == li); settled {
			return m
		}
	}
	return nil
}

// bestIn gives the mention of a line that a pronoun of class c means best: who speaks
// in it, else who is named first. Where an earlier pronoun of that class stands, what
// that one means settles it, even when it is unknown.
func (f *finder) bestIn(l *line, limit int, c class, same bool) (m *stemma.Mention, settled bool) {
	for k := l.cues.first; k < l.cues.end && !same && k < len(f.cues); k++ {
		s := f.cues[k].subject
		if s.empty() {
			continue
		}
		if m := f.mentionIn(s); m != nil && f.fits(m, c) {
			return m, true
		}
		if s.end-s.first == 1 && f.is(s.first, isPronoun) && f.class[s.first]&c&(isMale|isFemale) != 0 && s.first < limit {
			return f.referent(s.first), true
		}
	}
	var unsure *stemma.Mention
	for i := l.first; i < limit; i++ {
		if f.in[i] > 0 {
			continue
		}
		if !same && f.is(i, isPronoun) && f.class[i]&c&(isMale|isFemale) != 0 {
			return f.referent(i), true
		}
		n := f.name[i]
		if n == 0 || i > 0 && f.name[i-1] == n {
			continue
		}
		m := &f.names[n-1]
		if !f.fits(m, c) {
			continue
		}
		if m.Gender != "" || c&isThing != 0 {
			return m, true
		}
		if unsure == nil {
			unsure = m
		}
	}
	return unsure, unsure != nil
}

func (f *finder) fits(m *stemma.Mention, c class) bool {
	if c&isThing != 0 {
		return m.Type == stemma.Organisation
	}
	return m.Type == stemma.Person && (m.Gender == "" || m.Gender == "f" && c&isFemale != 0 || m.Gender == "m" && c&isMale != 0)
}
