package quote

import (
	"stemma"
	"stemma/internal/text"
	"stemma/lang"
)

// beforeInsertion gives the subject before an insertion that ends with the comma or
// dash at i: “Ana Ruiz, the mayor, said”.
func (f *finder) beforeInsertion(i, first int) tokens {
	sign := f.norm(i)
	for j := i - 1; j > first && i-j < 40; j-- {
		if f.norm(j) == ";" || f.norm(j) == ":" {
			return tokens{}
		}
		if f.norm(j) != sign || f.in[j] > 0 {
			continue
		}
		next := j + 1
		inserted := j+2 == i && sign == "," && (f.d.Tokens[next].Case == text.Lower || f.d.Tokens[next].Case == text.Title && f.name[j-1] == 0) || f.is(next, isDet|isPossessive|isRelative|isAdverb|isPrep|isParticiple) || f.d.Tokens[next].Kind == text.Number || f.pastAt(next) ||
			(f.name[j-1] > 0 || f.name[next] > 0) && !f.is(next, isConj|isAux|isPronoun)
		if !inserted || f.is(j-1, isPrep|isAdverb|isTime) {
			continue
		}
		s := f.phraseBefore(j-1, first)
		if s.empty() || s.first > first && f.is(s.first-1, isPrep|isConj) {
			continue
		}
		if m := f.mentionIn(s); m != nil && m.Type == stemma.Place && f.norm(s.first-1) == "," && s.first > first && f.name[s.first] > 0 {
			continue // one of a list of places: “…, Sella, Port Sella and Nzoli, accused”
		}
		next = f.behindRanks(f.behindTitles(next, i), i)
		if n := f.name[next]; n > 0 && f.names[n-1].Type == stemma.Person {
			switch m := f.mentionIn(s); {
			case m == nil || m.Type == stemma.Place && f.nameEnd(next) == i:
				return tokens{s.first, f.nameEnd(next)} // “the mayor, Ana Ruiz, said”
			case m.Type != stemma.Person && f.nameEnd(next) == i:
				return tokens{next, i} // “the head of the Harbour Board, Ana Ruiz, said”
			}
		}
		return f.headOf(s, first)
	}
	return tokens{}
}

// pastAt reports whether token i is a form for the past, of a verb of saying or any other:
// “a note, read by her aide, said”.
func (f *finder) pastAt(i int) bool {
	value, ok := f.d.Value(f.k.speech, i)
	return f.name[i] == 0 && (f.k.past(&f.d.Tokens[i]) || ok && lang.Flag(value, "past"))
}

// behindRanks steps over words with capitals, up to two, before a person's name that ends at
// token i: “the spokeswoman, DSP Ana Ruiz,”.
func (f *finder) behindRanks(at, i int) int {
	for next := at; next < i && next <= at+2; next++ {
		if f.personAt(next) && f.nameEnd(next) == i {
			return next
		}
		if f.d.Tokens[next].Case != text.Upper {
			break
		}
	}
	return at
}

// accuser gives the noun that a participle with a person behind it stands right behind:
// “a motion accusing her of”.
func (f *finder) accuser(c *cue, i int) tokens {
	if !lang.Flag(c.value, "ing") || !lang.Flag(c.value, "of") || i != c.first-1 || !f.is(c.end, isObject|isPossessive) || !f.bareWord(i) {
		return tokens{}
	}
	for j := i - 1; j >= f.lines[c.line].first && i-j <= longestAntecedent; j-- {
		if f.is(j, isDet|isPossessive) {
			return tokens{j, i + 1}
		}
	}
	return tokens{}
}

// relativeSince gives the relative word between token i and the comma before it.
func (f *finder) relativeSince(i, first int) tokens {
	for ; i > first && f.norm(i) != "," && f.in[i] == 0; i-- {
		if f.is(i, isRelative) && !f.is(i, isThat) {
			return tokens{i, i + 1}
		}
	}
	return tokens{}
}

// relativeCue reports whether a verb found before in a line stands in a relative clause that a
// comma sets off: “One clerk, who had begged for tea, …”.
func (f *finder) relativeCue(l *line) bool {
	last := f.lastCue(l)
	if last == nil {
		return false
	}
	if f.is(last.subject.first, isRelative) {
		return true
	}
	for i := last.first; i > l.first+1 && f.in[i] == 0; i-- {
		if f.is(i, isRelative) && f.norm(i-1) == "," {
			return true
		}
	}
	return false
}

// nameEnd gives the token behind the name that covers token i.
func (f *finder) nameEnd(i int) int {
	n := f.name[i]
	for i < len(f.name) && f.name[i] == n {
		i++
	}
	return i
}

// headOf gives the person whom the phrase only describes further: of “Ana Ruiz, a
// baker from Sella, …” the first part.
func (f *finder) headOf(s tokens, first int) tokens {
	i := s.first - 2
	if i < first || f.norm(s.first-1) != "," || f.name[i] == 0 || f.names[f.name[i]-1].Type != stemma.Person {
		return s
	}
	if n := f.name[s.end-1]; n > 0 && f.names[n-1].Type == stemma.Person && f.is(s.first, isDet|isPossessive) {
		return s
	}
	if head := f.phraseBefore(i, first); !head.empty() {
		return head
	}
	return s
}

// mainSubject gives the subject that a line begins with, or that stands behind an
// opening phrase and its comma: a pronoun, or a name with its title; empty when the
// line begins otherwise.
func (f *finder) mainSubject(l *line) tokens {
	i := f.behindDateline(l)
	for i < l.end && (f.is(i, isConj|isAdverb) && !f.is(i, isDet)) {
		i++
	}
	if i < l.end && !(f.is(i, isPrep|isSub) && f.name[i] == 0) {
		if s := f.subjectAt(i, l.end); !s.empty() {
			return s
		}
	}
	for ; i < l.end && f.in[i] == 0; i++ {
		if f.norm(i) == "," && i+1 < l.end {
			return f.subjectAt(i+1, l.end)
		}
	}
	return tokens{}
}

// most tokens of a dateline: “SELLA, Dec. 8 (Harbour Agency) —”.
const longestDateline = 14

// behindDateline gives the first token of a line behind its dateline.
func (f *finder) behindDateline(l *line) int {
	if n := f.name[l.first]; n == 0 || f.names[n-1].Type != stemma.Place || f.d.Tokens[l.first].Case != text.Upper {
		return l.first
	}
	for i := l.first; i+1 < l.end && i < l.first+longestDateline; i++ {
		if f.norm(i) == "—" {
			return i + 1
		}
	}
	return l.first
}

// subjectAt gives the pronoun, or the name with its title, that begins at token i.
func (f *finder) subjectAt(i, limit int) tokens {
	if f.is(i, isPronoun) && !f.is(i, isDet) {
		return tokens{i, i + 1}
	}
	for start := i; i < limit && i-start < longestPhrase && f.in[i] == 0; i++ {
		if n := f.name[i]; n > 0 {
			end := i
			for end < limit && f.name[end] == n {
				end++
			}
			office := f.names[n-1].Type == stemma.Place && end < limit && f.d.Tokens[end].Case == text.Title && f.d.Tokens[end].Kind == text.Word && f.in[end] == 0
			if f.norm(end) != "'s" && !office { // not “U.S. Secretary of State Ana Ruiz”
				return tokens{start, end}
			}
			i = end
			continue
		}
		if f.d.Tokens[i].Kind != text.Word || f.is(i, isAux|isSub|isRelative|isPrep|isConj|isParticiple) {
			break
		}
	}
	return tokens{}
}
