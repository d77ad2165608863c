package quote

import (
	"stemma/internal/text"
	"stemma/lang"
)

// forepart is what stands before a verb of saying in its line: where it ends, where it begins and
// what ends there.
type forepart struct {
	line  *line
	at    int  // the last token before the verb that is no adverb or helper
	first int  // the first one that may belong to its subject
	last  *cue // the cue before it in the line; nil without one
	ing   bool // the verb is a participle, right behind at
	comma bool
	marks bool // at lies in quotation marks
}

// forepartOf gives what stands before a cue.
func (f *finder) forepartOf(c *cue) forepart {
	l := &f.lines[c.line]
	b := forepart{line: l, first: l.first, last: f.lastCue(l)}
	if b.last != nil {
		b.first = b.last.end
	}
	i := f.skipBack(c.first-1, b.first)
	if f.k.dropped && i == c.first-1 && i > b.first && f.is(i, isThe) && f.bareWord(c.first) && !lang.Flag(c.value, "noun") {
		i = f.skipBack(i-1, b.first) // “Ruiz la llamó”
	}
	b.at = i
	b.ing = lang.Flag(c.value, "ing") && i == c.first-1
	b.marks = i >= l.first && f.in[i] != 0
	b.comma = f.norm(i) == "," || f.norm(i) == "—"
	return b
}

// behindQuote reports whether the forepart ends with a quotation, and its comma where it has one.
func (f *finder) behindQuote(b *forepart) bool {
	return b.marks || b.comma && f.in[max(b.at-1, 0)] != 0
}

// subjectOf finds who speaks: before the verb, behind it, or whoever spoke last in the
// line. It reports whether the cue can stand.
func (f *finder) subjectOf(c *cue) bool {
	l := &f.lines[c.line]
	if s, verb := f.invertedLead(l, max(c.right-1, l.first)); c.content == "quote" && verb == c.tokens && !s.empty() {
		c.subject = s
		return true
	}
	b := f.forepartOf(c)
	if stands, told := f.subjectBehindVerb(c, &b); told {
		return stands
	}
	if f.is(b.at, isConj|isInfinitive) {
		b.first = b.at + 1
	}
	if f.subjectBefore(c, &b) {
		return true
	}
	if (f.is(b.at, isConj|isInfinitive) || b.ing || b.comma || f.k.dropped && f.norm(b.at) == ":" && b.at > l.first) && f.shareSubject(c, b.last, b.at) {
		return true
	}
	if b.comma && b.at > l.first && c.content != "thing" && !b.ing {
		if s := f.subjectBehind(c.end, l.end); !s.empty() && f.notBare(s) {
			c.subject, c.after, c.content = s, true, "back"
			return true
		}
	}
	if b.ing { // “…, adding that”: a cue though nobody is named
		return true
	}
	c.dropped = f.dropsSubject(c, &b)
	return c.dropped
}

// subjectBehindVerb finds who speaks behind the verb, where what stands before it, or the kind of
// what is said, asks for that; told says that it is settled.
func (f *finder) subjectBehindVerb(c *cue, b *forepart) (stands, told bool) {
	l := b.line
	if !c.thatClause && (b.marks || b.comma && f.in[max(b.at-1, 0)] != 0 && b.at > l.first) {
		if s := f.subjectBehind(c.end, l.end); !s.empty() && !b.ing {
			c.subject, c.after, c.content = s, true, "back"
			return true, true
		}
	}
	if s := f.phraseAfter(c.end, l.end); c.content == "it" && f.mentionIn(s) != nil {
		c.subject, c.after = s, true
		return true, true
	}
	if s := f.subjectBehind(c.end, l.end); c.content == "so" {
		c.subject, c.after = s, true
		return !s.empty() && f.maySpeak(s), true
	}
	return true, b.comma && f.inverted(c, b.at, b.ing)
}

// subjectBefore finds who speaks right before the verb.
func (f *finder) subjectBefore(c *cue, b *forepart) bool {
	says := lang.Flag(c.value, "say") && c.content != "thing" || c.right >= 0 && f.in[c.right] > 0
	if b.ing && !(says && b.at >= b.first && f.d.Tokens[b.at].Kind == text.Word && !f.is(b.at, isConj|isPrep|isSub|isRelative)) {
		return false
	}
	s := f.phraseBefore(b.at, b.first)
	if b.last != nil && f.is(b.last.subject.first, isRelative) && s.end-s.first <= 1 && (s.empty() || f.name[s.first] == 0 && !f.is(s.first, isPronoun|isRelative)) && !b.comma {
		if who := f.phraseBefore(b.last.subject.first-1, b.line.first); !who.empty() {
			s = who // “a diver who swam ahead of them said”
		}
	}
	if s.empty() && b.comma && f.relativeCue(b.line) {
		s = f.phraseBefore(b.at, b.line.first)
	}
	if s.empty() {
		return false
	}
	if b.ing {
		s = f.lastPhrase(s)
	}
	if f.k.dropped && s.end-s.first == 1 && f.is(s.first, isRelative) && !(f.standsForSpeaker(s.first) && f.agrees(c, s.first)) {
		f.leftOut(c, b.last, s.first)
		return true
	}
	c.subject = s
	c.comparing = f.comparesFrom(s.first-1, b.line)
	return true
}

// dropsSubject reports whether the verb stands without its subject where the language drops it:
// at the head of its clause, and by no word that may be a noun.
func (f *finder) dropsSubject(c *cue, b *forepart) bool {
	if !f.k.dropped {
		return false
	}
	behind := f.behindQuote(b)
	free := c.content == "it" || !f.is(c.first-1, isClitic) || behind
	opens := b.at < b.first || f.d.Tokens[b.at].Kind != text.Word || f.is(b.at, isConj|isSub) && !f.is(b.at, isThat|isPrep|isAs) ||
		c.thatClause && f.is(b.line.first, isPrep) && c.first-b.line.first <= longestAntecedent
	return free && opens && (c.content == "it" || behind || !lang.Flag(c.value, "noun"))
}
