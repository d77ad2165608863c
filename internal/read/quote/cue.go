package quote

import (
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
