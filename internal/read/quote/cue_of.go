package quote

import (
	"stemma/internal/rule"
	"stemma/internal/text"
	"stemma/lang"
)

// cueOf makes a cue of a match, unless the verb is no finite verb here or nobody is
// its subject.
func (f *finder) cueOf(li int, m *rule.Found) (cue, bool) {
	c, ok := f.newCue(li, m)
	if !ok || !f.clauseFits(&c) || f.relativeThat(&c, m.Rule.Set["subject"] == "owner") {
		return c, false
	}
	if c.content == "quote" {
		q := &f.marked[f.in[m.End-1]-1]
		c.right = q.first
		if m.Rule.Set["plain"] == "yes" && f.capitals(q.content) {
			return c, false // a name: what they call “The Blue Lantern”
		}
	}
	if h, ok := m.Get("hearer"); ok {
		c.hearer = tokens{h.First, h.End}
	}
	if m.Rule.Set["subject"] == "owner" {
		return f.owned(c, m)
	}
	if c, stands, told := f.subjectByRule(c, li, m); told {
		return c, stands
	}
	if m.Rule.Set["subject"] == "after" {
		return f.subjectAfter(c)
	}
	return f.subjectFound(c, m)
}

// newCue is a match as a cue, with what its rule and the list of verbs say of it and nobody as
// its subject.
func (f *finder) newCue(li int, m *rule.Found) (cue, bool) {
	verb, ok := m.Get("cue")
	if !ok {
		return cue{}, false
	}
	c := cue{tokens: tokens{verb.First, verb.End}, line: li, rule: m.Rule.ID, content: m.Rule.Set["content"], value: verb.Value, right: -1}
	if n, value := f.d.Longest(f.k.speech, c.first, c.end); c.value == "" && n == c.end-c.first {
		c.value = value // a rule that names its verbs
	}
	if k, ok := m.Get("content"); ok {
		c.right = k.First
	}
	c.thatClause = f.is(c.right-1, isThat) || f.norm(c.right-1) == "," && f.is(c.right-2, isThat)
	return c, true
}

// clauseFits reports whether “that” behind a cue opens what is said, and gives it back to what is
// said where it is its subject.
func (f *finder) clauseFits(c *cue) bool {
	if c.thatClause && !f.k.dropped && f.is(c.right, isAux) && c.right-1 == c.end && f.norm(c.end) != "," {
		if lang.Flag(c.value, "ing") {
			return false // “the thinking that has led us here”
		}
		c.right, c.thatClause = c.right-1, false // “said that was all”
	}
	if c.thatClause && !f.k.dropped && f.is(c.right, isAux) && f.d.Tokens[c.right-2].Kind == text.Word && c.right-2 >= c.end {
		return false // “in a message that was broadcast”
	}
	if !c.thatClause || !f.k.dropped || c.right-1 <= c.end {
		return true
	}
	article := f.is(c.right-2, isDet|isClitic) && f.name[c.right-2] == 0 && !f.is(c.right-2, isPossessive|isPronoun)
	return !article && !f.behindMarks(c) // “insistió con lo que”; “‘…’, dijo de la carta que recibió”
}

// owned is a cue that somebody owns: “Ruiz's warning that …”.
func (f *finder) owned(c cue, m *rule.Found) (cue, bool) {
	c.subject = f.owner(c.first-1, f.lines[c.line].first)
	c.after = c.content == "back" // “…” was Ruiz's verdict
	if c.after && !f.behindMarks(&cue{tokens: tokens{m.First, m.End}, line: c.line}) {
		return c, false
	}
	if s := c.subject; c.after && s.end-s.first == 1 && f.k.dropped && f.is(s.first, isPossessive) {
		c.dropped = true // “…”, fue su respuesta
	}
	return c, c.content == "clause" && !f.is(c.first-1, isPronoun|isInfinitive|isAux) || !c.subject.empty()
}

// subjectAfter gives a cue that by its rule has who speaks behind it: “according to Ruiz”.
func (f *finder) subjectAfter(c cue) (cue, bool) {
	l := &f.lines[c.line]
	if f.is(c.first, isAs) && !f.comparesFrom(c.first, l) {
		return c, false // “tan alto como dijo Ruiz”
	}
	c.after = true
	c.subject = f.subjectBehind(c.end, l.end)
	if c.content == "source" {
		f.behindSource(&c)
	}
	if c.subject.empty() && f.k.dropped && c.end-c.first > 1 && (c.end >= l.end || f.d.Tokens[c.end].Kind == text.Punct) {
		c.dropped, c.subject = true, tokens{c.end, c.end} // “según dijo, …”
		c.right = f.afterComma(c.end, c.line, c.first)
		return c, true
	}
	return c, !c.subject.empty()
}

// behindSource finds what is said behind a source that stands before it.
func (f *finder) behindSource(c *cue) {
	l := &f.lines[c.line]
	at := c.subject.end
	for range 2 {
		if f.k.dropped && !c.subject.empty() && c.end-c.first > 1 && f.is(at, isPrep) {
			at = f.pastHearer(at, l.end) // “según dijo Ruiz a la prensa local, …”
		}
	}
	c.right = f.afterComma(at, c.line, c.first)
	if f.is(c.first-f.commas(c.first-1)-1, isConj) && f.norm(c.subject.end) == "," && c.subject.end+1 < l.end {
		c.right, c.content = c.subject.end+1, "clause" // “…, and, according to the board, the road is shut”
	}
}

// subjectFound gives a cue whose subject is found by the words around it.
func (f *finder) subjectFound(c cue, m *rule.Found) (cue, bool) {
	switch {
	case c.content == "thing" && f.onlyHow(c.right, f.lines[c.line].end):
		return c, false // “criticó duramente a Ruiz”
	case c.content == "quote" && f.is(c.first-1, isSelf):
		return f.ofNobody(c)
	case !f.finite(&c) || !f.subjectOf(&c):
		return c, false
	case c.content == "as":
		c.right = m.End
		return c, c.comparing && c.right < f.lines[c.line].end && !c.after
	case c.content == "back" && !c.after && f.is(c.subject.first, isRelative) && f.norm(c.subject.first-1) == "," && f.norm(c.end) != ",":
		return c, false // “Ruiz, who warned in May”
	}
	return c, !f.likelyNoun(&c) && (c.content != "back" || c.after || f.closes(&c))
}
