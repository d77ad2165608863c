package quote

import (
	"stemma/internal/rule"
	"stemma/internal/text"
)

// cue is a reporting verb or phrase with what stands around it.
type cue struct {
	tokens     // the verb or phrase
	line       int
	rule       string
	content    string // what a rule says of its content: quote, clause, thing, back, source
	value      string // what speech.txt says of it
	subject    tokens // who speaks; empty when unknown
	after      bool   // the subject stands behind the verb
	shared     bool   // the subject is that of an earlier verb
	comparing  bool   // “as … says”
	negated    bool
	dropped    bool // the subject is left out
	thatClause bool // “that” leads to the content
	hearer     tokens
	right      int // the first token of content to the right, -1 when there is none
	used       bool
}

// spots are the marks that rules may ask for: words in quotation marks, and names.
type spots struct{ f *finder }

func (s spots) At(name string, i int) (int, string, bool) {
	if i >= len(s.f.in) {
		return 0, "", false
	}
	switch name {
	case "quote":
		if n := s.f.in[i]; n > 0 && s.f.marked[n-1].first == i {
			return s.f.marked[n-1].end, "", true
		}
	case "name":
		if n := s.f.name[i]; n > 0 && (i == 0 || s.f.name[i-1] != n) {
			end := i + 1
			for end < len(s.f.name) && s.f.name[end] == n {
				end++
			}
			return end, s.f.names[n-1].Type, true
		}
	}
	return 0, "", false
}

// most cues of one line that are looked at: a real sentence has a handful, and the work
// grows with their square.
const mostCues = 60

// findCues tries the rules on every token outside marks, line by line.
func (f *finder) findCues() {
	for li := range f.lines {
		l := &f.lines[li]
		l.cues.first = len(f.cues)
		for i := l.first; i < l.end; i++ {
			if n := f.in[i]; n > 0 {
				i = f.marked[n-1].end - 1
				continue
			}
			if f.name[i] > 0 || !l.title && i > l.first && f.d.Tokens[i].Case != text.Lower {
				continue
			}
			if len(f.cues)-l.cues.first >= mostCues {
				break
			}
			if end := f.tryRules(li, i); end > i {
				i = end - 1
			}
		}
		l.cues.end = len(f.cues)
		f.lendSubject(l)
	}
}

// lendSubject gives a participle that opens a sentence the subject that follows: “In a
// statement urging calm, Ruiz said …”.
func (f *finder) lendSubject(l *line) {
	for k := l.cues.first; k < l.cues.end; k++ {
		c := &f.cues[k]
		if !c.subject.empty() || c.dropped || !has(c.value, "ing") {
			continue
		}
		for j := k + 1; j < l.cues.end; j++ {
			if s := f.cues[j].subject; s.first > c.end && f.commaBefore(s.first) && !f.cues[j].after {
				c.subject, c.shared = s, true
				break
			}
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

// tryRules adds the cue of the first rule that holds at token i, and gives the token
// behind it; 0 when none holds.
func (f *finder) tryRules(li, i int) int {
	l := &f.lines[li]
	for _, found := range f.k.rules.At(f.d, i, l.end, spots{f}) {
		switch found.Rule.Set["content"] {
		case "scare":
			if n := f.in[found.End-1]; n > 0 {
				f.marked[n-1].scare = found.Rule.ID
			}
			continue
		case "translated":
			f.translated = true
			continue
		case "lead", "occasion":
			continue
		}
		if c, ok := f.cueOf(li, &found); ok {
			f.cues = append(f.cues, c)
			return c.end
		}
	}
	return 0
}

// cueOf makes a cue of a match, unless the verb is no finite verb here or nobody is
// its subject.
func (f *finder) cueOf(li int, m *rule.Found) (cue, bool) {
	verb, ok := m.Get("cue")
	if !ok {
		return cue{}, false
	}
	c := cue{tokens: tokens{verb.First, verb.End}, line: li, rule: m.Rule.ID, content: m.Rule.Set["content"], value: verb.Value, right: -1}
	if k, ok := m.Get("content"); ok {
		c.right = k.First
	}
	c.thatClause = f.is(c.right-1, isThat) || f.norm(c.right-1) == "," && f.is(c.right-2, isThat)
	if c.thatClause && !f.k.dropped && f.is(c.right, isAux) && f.d.Tokens[c.right-2].Kind == text.Word && c.right-2 >= c.end {
		return c, false // “in a message that was broadcast”
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
		c.subject = f.owner(c.first-1, f.lines[li].first)
		return c, c.content == "clause" && !f.is(c.first-1, isPronoun|isInfinitive|isAux) || !c.subject.empty()
	}
	if m.Rule.Set["subject"] == "after" {
		c.after = true
		c.subject = f.phraseAfter(c.end, f.lines[li].end)
		if c.content == "source" {
			c.right = f.afterComma(c.subject.end, li, c.first)
		}
		return c, !c.subject.empty()
	}
	if !f.finite(&c) || !f.subjectOf(&c) {
		return c, false
	}
	if c.content == "as" {
		c.right = m.End
		return c, c.comparing && c.right < f.lines[li].end && !c.after
	}
	if c.content == "back" && !c.after && f.is(c.subject.first, isRelative) && f.norm(c.subject.first-1) == "," && f.norm(c.end) != "," {
		return c, false // “Ruiz, who warned in May”
	}
	return c, !f.likelyNoun(&c) && (c.content != "back" || c.after || f.closes(&c))
}

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

// afterComma gives the token behind the comma that follows a source at the beginning
// of a line (“According to the board, …”), -1 when the source stands elsewhere. Words
// that only say who the source is are passed over: “According to Ruiz, a baker, …”.
func (f *finder) afterComma(at, li, first int) int {
	l := &f.lines[li]
	if f.norm(at) != "," || at+1 >= l.end {
		return -1
	}
	for i := l.first; i < first; i++ {
		if !f.is(i, isConj|isAdverb) && f.d.Tokens[i].Kind == text.Word {
			return -1
		}
	}
	next := at + 1
	describes := f.d.Tokens[next].Case == text.Lower && f.name[next] == 0 && f.in[next] == 0 &&
		(f.is(next, isDet) && !f.is(next, isSub) && f.is(next, isSingle) && !f.is(next, isThe) || f.class[next] == 0)
	for i := next; describes && i < l.end && i < next+14 && f.in[i] == 0 && !f.is(i, isAux); i++ {
		if f.norm(i) == "," && i+1 < l.end {
			return i + 1
		}
	}
	return next
}

// subjectOf finds who speaks: before the verb, behind it, or whoever spoke last in the
// line. It reports whether the cue can stand.
func (f *finder) subjectOf(c *cue) bool {
	l := &f.lines[c.line]
	first := l.first
	var last *cue
	if n := len(f.cues); n > l.cues.first {
		last = &f.cues[n-1]
		first = last.end
	}
	i := f.skipBack(c.first-1, first)
	ing := has(c.value, "ing") && i == c.first-1
	behindMarks := i >= l.first && f.in[i] != 0
	comma := f.norm(i) == "," || f.norm(i) == "—"
	if !c.thatClause && (behindMarks || comma && f.in[max(i-1, 0)] != 0 && i > l.first) {
		if s := f.phraseAfter(c.end, l.end); !s.empty() && !ing {
			c.subject, c.after, c.content = s, true, "back"
			return true
		}
	}
	if s := f.phraseAfter(c.end, l.end); c.content == "it" && f.mentionIn(s) != nil {
		c.subject, c.after = s, true
		return true
	}
	if comma && f.inverted(c, i, ing) {
		return true
	}
	if f.is(i, isConj|isInfinitive) {
		first = i + 1
	}
	if !ing || (has(c.value, "say") && c.content != "thing" || c.right >= 0 && f.in[c.right] > 0) && i >= first && f.d.Tokens[i].Kind == text.Word && !f.is(i, isConj|isPrep|isSub|isRelative) {
		s := f.phraseBefore(i, first)
		if last != nil && f.is(last.subject.first, isRelative) && s.end-s.first <= 1 && (s.empty() || f.name[s.first] == 0 && !f.is(s.first, isPronoun|isRelative)) && !comma {
			if who := f.phraseBefore(last.subject.first-1, l.first); !who.empty() {
				s = who // “a diver who asked not to be named said”
			}
		}
		if s.empty() && comma && last != nil && f.is(last.subject.first, isRelative) {
			s = f.phraseBefore(i, l.first)
		}
		if !s.empty() {
			if ing {
				s = f.lastPhrase(s)
			}
			c.subject = s
			c.comparing = f.comparesFrom(s.first-1, l)
			return true
		}
	}
	if (f.is(i, isConj|isInfinitive) || ing || comma) && f.shareSubject(c, last, i) {
		return true
	}
	if comma && i > l.first && c.content != "thing" {
		if s := f.phraseAfter(c.end, l.end); !s.empty() {
			c.subject, c.after, c.content = s, true, "back"
			return true
		}
	}
	if ing { // “…, adding that”: a cue though nobody is named
		return true
	}
	c.dropped = f.k.dropped && (c.content == "it" || !f.is(c.first-1, isClitic)) && (i < first || f.d.Tokens[i].Kind != text.Word || f.is(i, isConj) || c.thatClause && f.is(l.first, isPrep) && c.first-l.first <= longestAntecedent) && (c.content == "it" || !has(c.value, "noun"))
	return c.dropped
}

// inverted reports whether the speaker stands behind the verb and a whole clause
// before its comma, and sets that subject: “…, of whom two are ill, said Ana Ruiz, the
// mayor.”
func (f *finder) inverted(c *cue, comma int, ing bool) bool {
	l := &f.lines[c.line]
	if ing || c.thatClause || !has(c.value, "say") || has(c.value, "noun") || f.norm(comma) != "," || c.end >= l.end {
		return false
	}
	if f.name[c.end] == 0 && !f.is(c.end, isDet) && f.d.Tokens[c.end].Case == text.Lower {
		return false
	}
	s := f.phraseAfter(c.end, l.end)
	if s.empty() || s.end < l.end && f.d.Tokens[s.end].Kind != text.Punct || f.mentionIn(s) == nil && !f.is(s.first, isDet) {
		return false
	}
	clause := false
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
	switch {
	case last != nil && !last.subject.empty():
		s = last.subject
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
