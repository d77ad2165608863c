package quote

import (
	"stemma"
	"stemma/internal/text"
	"stemma/lang"
)

// owner gives whoever owns the noun behind token i: “Ruiz's”, “her”.
func (f *finder) owner(i, first int) tokens {
	for n := 0; n < 2 && i > first && f.class[i] == 0 && f.d.Tokens[i].Case == text.Lower && f.norm(i) != "'s"; n++ {
		i-- // an adjective: “Ruiz's latest claim”
	}
	switch {
	case i <= first:
		if i == first && f.is(i, isPossessive) {
			return tokens{i, i + 1}
		}
	case f.norm(i) == "'s":
		return f.lastName(f.phraseBefore(i-1, first))
	case f.is(i, isPossessive):
		return tokens{i, i + 1}
	}
	return tokens{}
}

// lastName cuts an owner down to the name at its end with its titles.
func (f *finder) lastName(t tokens) tokens {
	for i := t.end - 1; i > t.first; i-- {
		if f.name[i] == 0 && f.is(i-1, isPrep|isConj) {
			return tokens{i, t.end}
		}
	}
	return t
}

// inverted reports whether the speaker stands behind the verb and a whole clause
// before its comma, and sets that subject: “…, of whom two are ill, said Ana Ruiz, the
// mayor.”
func (f *finder) inverted(c *cue, comma int, ing bool) bool {
	l := &f.lines[c.line]
	if ing || c.thatClause || !lang.Flag(c.value, "say") || lang.Flag(c.value, "noun") || f.norm(comma) != "," || c.end >= l.end {
		return false
	}
	s := f.subjectBehind(c.end, l.end)
	past := !s.empty() && s.first > c.end // who speaks waits behind when, where and to whom
	if m := f.mentionIn(s); !past && f.name[c.end] == 0 && !f.is(c.end, isDet) && f.d.Tokens[c.end].Case == text.Lower && (m == nil || m.Type != stemma.Person) {
		return false
	}
	if s.empty() || s.end < l.end && f.d.Tokens[s.end].Kind != text.Punct && !(f.k.dropped && f.is(s.end, isPrep) && f.person(s)) || f.mentionIn(s) == nil && !f.is(s.first, isDet) && f.name[s.first] == 0 && !past {
		return false
	}
	clause := past && f.maySpeak(s) || f.k.dropped && s.first == c.end && (f.person(s) || f.maySpeak(s) && f.isVerbIn(tokens{l.first, comma}))
	for i := l.first; i < comma && !clause; i++ {
		clause = f.is(i, isAux) && f.in[i] == 0
	}
	if !clause {
		return false
	}
	c.subject, c.after, c.content, c.right = s, true, "back", -1
	return true
}

// shareSubject gives a verb the subject of the verb before it in the line, or the one
// that the line begins with: “Ruiz thanked the crew and promised a bridge.”
func (f *finder) shareSubject(c, last *cue, i int) bool {
	l := &f.lines[c.line]
	s := f.mainSubject(l)
	ing := lang.Flag(c.value, "ing")
	if o := f.opener(l, c.first); !o.empty() && (last == nil || last.subject.empty()) {
		s = o
	}
	switch who := f.accuser(c, i); {
	case !who.empty():
		s = who
	case ing && f.is(i, isPrep) && !f.relativeSince(i, l.first).empty():
		s = f.relativeSince(i, l.first) // “the winner, who drew laughter for saying”
	case last != nil && ing && f.norm(i) == "," && (f.is(last.subject.first, isRelative) || f.is(last.subject.end, isRelative)) && !s.empty() && s.end <= last.first && !f.k.dropped:
		// “Ruiz paid the man who said he was cheated, saying”
	case last != nil && !last.subject.empty():
		s = last.subject
		for k := len(f.cues) - 1; k >= l.cues.first && f.k.dropped; k-- { // the last one of as many speakers
			if o := &f.cues[k]; !o.subject.empty() && lang.Flag(o.value, "many") == lang.Flag(c.value, "many") && lang.Flag(o.value, "part") == lang.Flag(c.value, "part") {
				s = o.subject
				break
			}
		}
	case !s.empty() && s.end <= c.first:
	case f.is(i, isInfinitive):
		s = f.beforeAux(i, l.first)
	default:
		s = tokens{}
	}
	if s.empty() {
		return false
	}
	c.subject, c.shared = s, true
	return true
}

// opener gives the noun phrase without a name that a line begins with, right before its
// verb: “The strikers blocked the road, alleging …”.
func (f *finder) opener(l *line, limit int) tokens {
	i := l.first
	if !f.is(i, isDet|isPossessive) && (f.class[i] != 0 || f.d.Tokens[i].Kind != text.Word || f.name[i] > 0) {
		return tokens{}
	}
	for end := i + 1; end < limit && end-i <= longestItem && f.in[end] == 0; end++ {
		switch {
		case end > i+1 && f.is(end, isAux), f.k.past(&f.d.Tokens[end]) && f.name[end] == 0 && (end > i+1 || !f.is(i, isDet|isPossessive)):
			if t := (tokens{i, end}); f.maySpeak(t) {
				return t
			}
			return tokens{}
		case f.name[end] > 0 || f.class[end] != 0 || f.d.Tokens[end].Kind != text.Word || f.d.Tokens[end].Case != text.Lower && !f.bareWord(end+1):
			return tokens{}
		}
	}
	return tokens{}
}

// lendSubject gives a participle that opens a sentence the subject that follows: “In a
// statement urging calm, Ruiz said …”.
func (f *finder) lendSubject(l *line) {
	for k := l.cues.first; k < l.cues.end; k++ {
		c := &f.cues[k]
		if !c.subject.empty() || c.dropped || !lang.Flag(c.value, "ing") && !c.waits {
			continue
		}
		for j := k + 1; j < l.cues.end; j++ {
			if s := f.cues[j].subject; s.first > c.end && f.commaBefore(s.first) && !f.cues[j].after {
				c.subject, c.shared = s, true
				break
			}
		}
		if s := f.mainSubject(l); c.subject.empty() && (c.first == l.first || c.waits && c.first <= l.first+mostBeforeInfinitive) && s.first > c.end && f.commaBefore(s.first) {
			c.subject, c.shared = s, true // “Denying he was there, Ruiz would …”
		}
		if c.subject.empty() && f.k.dropped && c.thatClause {
			c.dropped = true // “Tras señalar que …, criticó”
		}
	}
}

// commaBefore reports whether a comma stands before token i, in or outside marks.
func (f *finder) commaBefore(i int) bool {
	if i > 0 && f.in[i-1] > 0 {
		return f.norm(f.marked[f.in[i-1]-1].content.end-1) == ","
	}
	return f.norm(i-1) == ","
}
