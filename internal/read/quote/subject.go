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
		inserted := j+2 == i && sign == "," && f.d.Tokens[next].Case == text.Lower || f.is(next, isDet|isPossessive|isRelative|isAdverb|isPrep|isParticiple) || f.d.Tokens[next].Kind == text.Number ||
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
		next = f.behindTitles(next, i)
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

// invertedLead gives who speaks, and the verb, where a line up to the colon is no more
// than a reporting verb and its subject: “Added the minister, Luis Prado:”, “Declaró
// Hale:”. Who it is must be known: “Dijo la verdad:” has no speaker.
func (f *finder) invertedLead(l *line, colon int) (who, verb tokens) {
	i := l.first
	for i < colon && f.is(i, isConj|isAdverb) {
		i++
	}
	n, value := f.d.Longest(f.k.speech, i, colon)
	if n == 0 || f.norm(colon) != ":" || !lang.Flag(value, "say") || !lang.Flag(value, "past") {
		return tokens{}, tokens{}
	}
	s := f.phraseAfter(i+n, colon)
	if s.empty() || s.end != colon || f.mentionIn(s) == nil && f.byOffice(s) == nil {
		return tokens{}, tokens{}
	}
	return s, tokens{i, i + n}
}

// mainSubject gives the subject that a line begins with, or that stands behind an
// opening phrase and its comma: a pronoun, or a name with its title; empty when the
// line begins otherwise.
func (f *finder) mainSubject(l *line) tokens {
	i := l.first
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
