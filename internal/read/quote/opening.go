package quote

import (
	"stemma"
	"stemma/internal/text"
)

// What stands before a cue: a clause that it reports, or only what opens one.

// clauseAround gives the first token of the reported clause that a source opens: “Ruiz says
// that, according to the board, …”; 0 where it opens none.
func (f *finder) clauseAround(c *cue) (first int) {
	for k := f.lines[c.line].cues.first; k < f.lines[c.line].cues.end; k++ {
		if o := &f.cues[k]; o.thatClause && o.right == c.first {
			first = o.right
		}
	}
	return first
}

// inApposition reports whether what stands before a person and a verb is the person's own
// office, and no clause: “The coroner, Dr Ana Ruiz, reminded the jurors”.
func (f *finder) inApposition(t tokens, c *cue) bool {
	if c.after || c.shared && c.subject.first != t.end+1 || c.content == "source" || !f.is(t.first, isDet) || t.end-t.first > longestItem+2 || f.norm(t.end) != "," || f.isVerbIn(t) {
		return false
	}
	at := f.behindTitles(t.end+1, c.first)
	if !f.personAt(at) && f.d.Tokens[at].Case == text.Title {
		at++ // “Dr”
	}
	return f.personAt(at) && (c.subject.first <= at && at < c.subject.end || c.subject.first == t.first)
}

// doubtful reports whether what stands before a verb may be no more than when or where
// it happened: “On Monday, as it rained, Ruiz responded with a letter.”
func (f *finder) doubtful(c *cue) bool {
	l := &f.lines[c.line]
	if c.after || c.end >= l.end || f.in[c.end] > 0 || f.d.Tokens[c.end].Kind != text.Word {
		return false
	}
	return f.is(l.first, isPrep|isTime|isSub|isAdverb|isParticiple) && f.is(c.end, isPrep|isParticiple|isInfinitive) && !f.is(c.end+1, isTime)
}

// closesInsertion reports whether the comma before token i closes the insertion that a cue stands
// in: the sentence goes on with its own verb there.
func (f *finder) closesInsertion(c *cue, l *line, i int) bool {
	if f.is(i, isSelf|isClitic) {
		i++
	}
	if i >= l.end || f.in[i] > 0 || !f.is(i, isAux) && !f.pastAt(i) || f.is(i, isDet) {
		return false
	}
	for j := c.first; j > l.first+1 && c.first-j < longestAddition && f.in[j] == 0; j-- {
		switch {
		case f.norm(j) == ",":
			return false
		case f.is(j, isRelative):
			for j > l.first+1 && c.first-j < longestAddition && f.norm(j) != "," {
				j--
			}
			return f.norm(j) == "," && f.in[j] == 0 && f.name[j-1] > 0
		}
	}
	return false
}

// speaksOwn reports whether somebody speaks for himself at token i or further on in a line.
func (f *finder) speaksOwn(l *line, i int) bool {
	for k := l.cues.first; k < l.cues.end; k++ {
		if c := &f.cues[k]; c.subject.first == i && !c.subject.empty() && c.first > i && !c.shared && !c.after && c.content != "source" && f.mentionIn(c.subject) != nil {
			return true
		}
	}
	return false
}

// anyCue reports whether a cue of a line stands between the tokens.
func (f *finder) anyCue(l *line, first, end int) bool {
	for k := l.cues.first; k < l.cues.end; k++ {
		if c := &f.cues[k]; c.first >= first && c.first < end {
			return true
		}
	}
	return false
}

// most tokens of what opens a clause: “Over a long career as …,”.
const longestOpening = 24

// onlyOpening reports whether the tokens are no clause but what opens one: “However”,
// “In a toast last spring”.
func (f *finder) onlyOpening(t tokens) bool {
	for !t.empty() && f.is(t.first, isConj) {
		t.first++
	}
	if t.end-t.first <= 3 && f.is(t.first, isAdverb) {
		return true
	}
	if t.empty() || !f.is(t.first, isPrep|isTime) || t.end-t.first > longestOpening {
		return false
	}
	for i := t.first; i < t.end; i++ {
		if f.is(i, isAux) || f.in[i] > 0 || f.norm(i) == "," && i+1 < t.end {
			return false
		}
	}
	return true
}

// leading gives the words before “according to …,” that belong to the report.
func (f *finder) leading(c *cue) tokens {
	l := &f.lines[c.line]
	first := l.first
	for first < c.first && f.is(first, isConj) {
		first++
	}
	return f.trimClause(tokens{first, c.first})
}

// announced gives a person whose name and office are all that stands in a line before the marks:
// “- Borim mayor Ana Ruiz “We are ready.””.
func (f *finder) announced(m *marked, l *line) tokens {
	i := l.first
	if f.d.Tokens[m.content.first].Case == text.Lower {
		return tokens{} // “Mayor Ana ‘the Fox’ Ruiz”
	}
	for i < m.first && f.d.Tokens[i].Kind == text.Punct {
		i++
	}
	for at := i; at < m.first; {
		if n := f.name[at]; n > 0 {
			end := f.nameEnd(at)
			if end == m.first && f.names[n-1].Type == stemma.Person {
				return tokens{i, end}
			}
			at = end
			continue
		}
		n, _ := f.d.Longest(f.k.titles, at, m.first)
		if n == 0 && f.norm(at) != "'s" {
			break
		}
		at += max(n, 1)
	}
	return tokens{}
}
