package quote

import (
	"stemma"
	"stemma/internal/rule"
	"stemma/internal/text"
)

// Cues whose rule itself says who speaks.

// subjectByRule gives a cue the subject that its rule tells of: caught by it, that of a
// passive, or shared with the rest of the sentence. It reports whether the cue can stand,
// and whether the rule told anything.
func (f *finder) subjectByRule(c cue, li int, m *rule.Found) (_ cue, stands, told bool) {
	switch m.Rule.Set["subject"] {
	case "caught":
		who, ok := m.Get("who")
		c.subject = f.caught(tokens{who.First, who.End})
		c.after = c.content == "back" // “came a cry from the gallery”
		if m.First < c.first {        // “the Courier quoted Ruiz as saying”
			c.passedBy = f.phraseBefore(f.skipBack(m.First-1, f.lines[li].first), f.lines[li].first)
		}
		if s := c.subject; f.k.dropped && s.end-s.first == 1 && f.is(s.first, isPossessive) {
			c.dropped = true // “A su juicio, …”
			if m.First > f.lines[li].first+1 {
				return c, false, true
			}
		}
		if c.content == "for" {
			c.right = m.End
			return c, c.first == f.lines[li].first && f.person(c.subject) && !f.quotedBefore(li), true
		}
		return c, ok && !c.subject.empty(), true
	case "helped": // the subject is that of the verb before: “se limitó a decir”
		helped := c
		helped.first, helped.value = m.First, "say that past"
		stands = f.subjectOf(&helped)
		if c.content == "back" {
			c.first = m.First
		}
		c.subject, c.after, c.shared, c.dropped = helped.subject, helped.after, helped.shared, helped.dropped
		return c, stands && c.content == helped.content, true
	case "shared":
		c.waits = !f.shareSubject(&c, f.lastCue(&f.lines[li]), c.first-1)
		return c, true, true
	case "passive":
		c.subject = f.phraseBefore(f.skipBack(m.First-1, f.lines[li].first), f.lines[li].first)
		return c, !c.subject.empty(), true
	}
	return c, false, false
}

// most tokens before an infinitive of saying that opens a sentence: “Después de decir que”.
const mostBeforeInfinitive = 3

// caught gives the noun phrase with which the words begin that a rule caught as speaker.
func (f *finder) caught(t tokens) tokens {
	s := f.phraseAfter(t.first, t.end)
	if m := f.mentionIn(t); m != nil && m.Type == stemma.Person && !s.empty() && f.norm(s.end) == "," {
		return t // “the mayor, Ana Ruiz”
	}
	if s.empty() && f.is(t.first, isObject|isPronoun|isPossessive) {
		return tokens{t.first, t.first + 1}
	}
	return s
}

// quotedBefore reports whether words in marks stand before a line in its paragraph: what it
// tells of somebody may be told by whoever they quote.
func (f *finder) quotedBefore(li int) bool {
	for li--; li >= 0 && f.lines[li].paragraph == f.lines[li+1].paragraph; li-- {
		for i := f.lines[li].first; i < f.lines[li].end; i++ {
			if f.in[i] > 0 {
				return true
			}
		}
	}
	return false
}

// lastCue gives the cue that was found last in a line; nil before the first one.
func (f *finder) lastCue(l *line) *cue {
	if n := len(f.cues); n > l.cues.first {
		return &f.cues[n-1]
	}
	return nil
}

// ofNobody reads a verb behind the word that makes it one of nobody: “se advirtió: «…»” has
// no speaker, “más dura se mostró la alcaldesa: «…»” has hers behind it, and “se mostró
// convencido de que «…»” is no such verb.
func (f *finder) ofNobody(c cue) (cue, bool) {
	if s := f.subjectBehind(c.end, f.lines[c.line].end); !s.empty() && f.maySpeak(s) {
		c.subject, c.after = s, true
		return c, true
	}
	return c, f.d.Tokens[c.end].Kind != text.Word || f.is(c.end, isThat|isRelative|isPrep)
}
