package quote

import (
	"stemma/internal/rule"
	"stemma/internal/text"
	"stemma/lang"
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
	waits      bool // the subject is whoever the sentence goes on with, else whoever is in focus
	thatClause bool // “that” leads to the content
	hearer     tokens
	passedBy   tokens // who passed the words on: “the Courier quoted Ruiz as saying”
	right      int    // the first token of content to the right, -1 when there is none
}

// says reports whether words in marks may follow the verb.
func (c *cue) says() bool { return lang.Flag(c.value, "say") || lang.Flag(c.value, "inf") }

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

// tryRules adds the cue of the first rule that holds at token i, and gives the token
// behind it; 0 when none holds.
func (f *finder) tryRules(li, i int) int {
	l := &f.lines[li]
	for _, found := range f.rules.At(i, l.end, spots{f}) {
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
		case "nothing":
			return found.End
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
	if n, value := f.d.Longest(f.k.speech, c.first, c.end); c.value == "" && n == c.end-c.first {
		c.value = value // a rule that names its verbs
	}
	if k, ok := m.Get("content"); ok {
		c.right = k.First
	}
	c.thatClause = f.is(c.right-1, isThat) || f.norm(c.right-1) == "," && f.is(c.right-2, isThat)
	if c.thatClause && !f.k.dropped && f.is(c.right, isAux) && c.right-1 == c.end && f.norm(c.end) != "," {
		if lang.Flag(c.value, "ing") {
			return c, false // “the thinking that has led us here”
		}
		c.right, c.thatClause = c.right-1, false // “said that was all”
	}
	if c.thatClause && !f.k.dropped && f.is(c.right, isAux) && f.d.Tokens[c.right-2].Kind == text.Word && c.right-2 >= c.end {
		return c, false // “in a message that was broadcast”
	}
	if c.thatClause && c.right-1 > c.end && (f.k.dropped && f.is(c.right-2, isDet|isClitic) && f.name[c.right-2] == 0 && !f.is(c.right-2, isPossessive|isPronoun) || f.k.dropped && f.behindMarks(&c)) {
		return c, false // “insistió con lo que”; “‘…’, dijo de la carta que recibió”
	}
	if f.relativeThat(&c, m.Rule.Set["subject"] == "owner") {
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
		c.subject = f.owner(c.first-1, f.lines[li].first)
		c.after = c.content == "back" // “…” was Ruiz's verdict
		if c.after && !f.behindMarks(&cue{tokens: tokens{m.First, m.End}, line: li}) {
			return c, false
		}
		if s := c.subject; c.after && s.end-s.first == 1 && f.k.dropped && f.is(s.first, isPossessive) {
			c.dropped = true // “…”, fue su respuesta
		}
		return c, c.content == "clause" && !f.is(c.first-1, isPronoun|isInfinitive|isAux) || !c.subject.empty()
	}
	if c, stands, told := f.subjectByRule(c, li, m); told {
		return c, stands
	}
	if m.Rule.Set["subject"] == "after" {
		if f.is(c.first, isAs) && !f.comparesFrom(c.first, &f.lines[li]) {
			return c, false // “tan alto como dijo Ruiz”
		}
		c.after = true
		c.subject = f.subjectBehind(c.end, f.lines[li].end)
		if c.content == "source" {
			at := c.subject.end
			for range 2 {
				if f.k.dropped && !c.subject.empty() && c.end-c.first > 1 && f.is(at, isPrep) {
					at = f.pastHearer(at, f.lines[li].end) // “según dijo Ruiz a la prensa local, …”
				}
			}
			c.right = f.afterComma(at, li, c.first)
			if f.is(c.first-f.commas(c.first-1)-1, isConj) && f.norm(c.subject.end) == "," && c.subject.end+1 < f.lines[li].end {
				c.right, c.content = c.subject.end+1, "clause" // “…, and, according to the board, the road is shut”
			}
		}
		if c.subject.empty() && f.k.dropped && c.end-c.first > 1 && (c.end >= f.lines[li].end || f.d.Tokens[c.end].Kind == text.Punct) {
			c.dropped, c.subject = true, tokens{c.end, c.end} // “según dijo, …”
			c.right = f.afterComma(c.end, li, c.first)
			return c, true
		}
		return c, !c.subject.empty()
	}
	if c.content == "thing" && f.onlyHow(c.right, f.lines[li].end) {
		return c, false // “criticó duramente a Ruiz”
	}
	if c.content == "quote" && f.is(c.first-1, isSelf) {
		return f.ofNobody(c)
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

// behindMarks reports whether a verb stands right behind words in marks and their comma.
func (f *finder) behindMarks(c *cue) bool {
	i := c.first - 1
	return i > f.lines[c.line].first && f.in[i-f.commas(i)] > 0
}

// commas counts the comma at token i: 0 or 1.
func (f *finder) commas(i int) int {
	if f.norm(i) == "," {
		return 1
	}
	return 0
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
	describes := (f.name[at-1] > 0 || f.is(next, isDet)) && f.d.Tokens[next].Case == text.Lower && f.name[next] == 0 && f.in[next] == 0 &&
		(f.is(next, isDet) && !f.is(next, isSub) && f.is(next, isSingle) && !f.is(next, isThe) || f.class[next] == 0)
	for i := next; describes && i < l.end && i < next+14 && f.in[i] == 0 && !f.is(i, isAux); i++ {
		if f.norm(i) == "," && i+1 < l.end {
			return i + 1
		}
	}
	return next
}
