package quote

import (
	"strings"

	"stemma"
	"stemma/internal/text"
)

// longest subject, in tokens; longer ones are clauses that were misread.
const longestPhrase = 18

// phraseBefore gives the subject whose last token is i: a pronoun, a name with its
// title, or a noun phrase; tokens before first are out of reach.
func (f *finder) phraseBefore(i, first int) tokens {
	if i < first {
		return tokens{}
	}
	switch f.norm(i) {
	case ")":
		if j := f.bracketOf(i, first); j > first {
			return f.phraseBefore(j-1, first)
		}
		return tokens{}
	case ",", "—", "-":
		if j := f.bracketOf(i-1, first); j > first && f.name[j-1] > 0 && f.names[f.name[j-1]-1].Type == stemma.Person {
			return f.phraseBefore(j-1, first) // “Ana Ruiz (D-Sella), said”
		}
		return f.beforeInsertion(i, first)
	case `"`:
		if n := f.in[i]; n > 0 && f.norm(f.marked[n-1].content.end-1) == "," {
			return f.beforeInsertion(f.marked[n-1].content.end-1, first)
		}
	}
	if f.is(i, isPronoun) {
		if i > first && f.is(i-1, isPrep) && !f.is(i-1, isSub|isConj) {
			return tokens{} // “En él”
		}
		return tokens{i, i + 1}
	}
	if f.is(i, isRelative) {
		return tokens{i, i + 1}
	}
	if f.name[i] == 0 && f.is(i, isConj|isPrep|isSub) && !f.is(i, isTime) {
		return tokens{}
	}
	start := i + 1
	for start > first && i+1-start < longestPhrase && f.inPhrase(start-1, i) {
		start--
		if n := f.in[start]; n > 0 { // a name in marks: “Blue Lantern”
			start = f.marked[n-1].first
		}
		if f.k.dropped && f.is(start, isThe) && !f.is(start+1, isTime) && start > first && f.class[start-1] == 0 && f.name[start-1] == 0 && f.d.Tokens[start-1].Case == text.Lower {
			break // “en cuya orilla el barquero dijo”
		}
	}
	t := f.trimPhrase(tokens{start, i + 1})
	if who := f.unclosed(t, first); !who.empty() {
		return who
	}
	if !t.empty() && t.first-2 >= first && f.is(t.first-1, isRelative) && f.name[t.first] == 0 && t.end-t.first > 1 && (f.k.past(&f.d.Tokens[t.first]) || !f.k.dropped && f.bareWord(t.first)) {
		return f.phraseBefore(t.first-2, first) // “A diver who saw the wreck told the council”
	}
	if !t.empty() && t.first > first && f.is(t.first-1, isAux) && f.bareWord(t.first) && f.lastPhrase(t) == t {
		return tokens{} // “will start talks”, “are suffering”
	}
	return f.wholeList(t, first)
}

// bareWord reports whether token i is a plain word in small letters.
func (f *finder) bareWord(i int) bool {
	return f.name[i] == 0 && f.in[i] == 0 && f.class[i]&^isParticiple == 0 && f.d.Tokens[i].Kind == text.Word && f.d.Tokens[i].Case == text.Lower
}

// most tokens of one of several that speak together.
const longestItem = 5

// wholeList adds to the last of several who speak together the ones before it: “Friends,
// neighbours and old rivals”. The list must reach back to where its clause begins.
func (f *finder) wholeList(t tokens, first int) tokens {
	joined := false
	for i := t.first + 1; i < t.end; i++ {
		joined = joined || f.is(i, isConj)
	}
	start := t.first
	for joined && start-2 >= first && f.norm(start-1) == "," && f.in[start-1] == 0 {
		i := start - 2
		for i >= first && start-i <= longestItem && f.norm(i) != "," && f.in[i] == 0 && (f.name[i] > 0 || f.class[i]&^(isDet|isPossessive|isSingle|isThe|isInf|isLower) == 0 && f.d.Tokens[i].Kind == text.Word && !f.k.past(&f.d.Tokens[i])) {
			i--
		}
		switch {
		case i+1 >= start-1:
			return t
		case i < first:
			if f.is(i+1, isConj) {
				return t
			}
			return tokens{i + 1, t.end}
		case f.norm(i) != ",":
			return t
		}
		start = i + 1
	}
	return t
}

// bracketOf gives the bracket that the one at token i closes; -1 where none is closed there.
func (f *finder) bracketOf(i, first int) int {
	if i <= first || f.norm(i) != ")" {
		return -1
	}
	for j := i; j > first && i-j < longestPhrase; j-- {
		if f.norm(j) == "(" {
			return j
		}
	}
	return -1
}

// inPhrase reports whether token i can belong to a noun phrase that ends at last.
func (f *finder) inPhrase(i, last int) bool {
	if n := f.in[i]; n > 0 {
		return f.nameInMarks(&f.marked[n-1])
	}
	if f.name[i] > 0 {
		return true
	}
	t := &f.d.Tokens[i]
	switch {
	case t.Kind == text.Mark:
		return false
	case t.Kind == text.Punct:
		return strings.Contains("-&'/%$#@", t.Norm) || t.Norm == "—" && f.in[min(i+1, len(f.in)-1)] > 0
	case f.is(i, isPrep) && !f.is(i, isJoin) && f.is(i-1, isConj) && f.is(i-2, isPrep), f.is(i, isConj) && f.is(i+1, isPrep) && f.is(i-1, isPrep):
		return i < last && i > 2 // “in and around Sella”
	case f.is(i, isConj):
		return f.is(i, isJoin) && i > 0 && (f.name[i-1] > 0 || i+1 <= last && f.d.Tokens[i+1].Case == text.Lower && !f.is(i+1, isDet|isPossessive))
	case f.is(i, isDet) && !f.is(i, isSub):
		return true
	case f.is(i, isJoin):
		return true
	}
	return !f.is(i, isSub|isRelative|isAux|isPronoun|isPrep)
}

// nameInMarks reports whether marked words are part of a name: the “Blue Lantern”
// party, Ana “Chispa” Ruiz.
func (f *finder) nameInMarks(m *marked) bool {
	return m.content.end-m.content.first <= 4 && f.capitals(m.content) && m.first > 0 && f.in[m.first-1] == 0 &&
		f.d.SentenceOf(m.first) == f.d.SentenceOf(m.first-1) && f.d.Tokens[m.first-1].Norm != "," &&
		f.d.Tokens[m.content.end-1].Kind == text.Word
}

// trimPhrase takes away what stands before a subject: “In April the board” → “the
// board”; empty when nothing is left that can speak.
func (f *finder) trimPhrase(t tokens) tokens {
	for !t.empty() && (f.is(t.first, isConj|isAdverb) && !f.is(t.first, isDet) || f.d.Tokens[t.first].Kind == text.Punct) {
		t.first++
	}
	if !t.empty() && (f.is(t.first, isPrep) || f.is(t.first, isTime) && f.name[t.first] == 0) {
		start := -1
		for i := t.first + 1; i < t.end && start < 0; i++ {
			opens := f.is(i, isDet|isPossessive) || f.name[i] > 0 && f.name[i] != f.name[i-1]
			if opens && !f.is(i-1, isPrep|isDet|isPossessive|isConj) && !f.is(i, isTime) {
				start = i
			}
		}
		if start < 0 {
			start = t.end - 1
			if !f.is(start-1, isTime) && f.name[max(start-1, 0)] == 0 {
				return tokens{} // “In the famous letter”: nobody
			}
		}
		t.first = start
	}
	if t.empty() {
		return t
	}
	last := t.end - 1
	if f.name[last] == 0 && f.in[last] == 0 &&
		(f.d.Tokens[last].Kind != text.Word && f.d.Tokens[last].Kind != text.Number || f.is(last, isDet|isPrep|isConj|isTime|isPossessive|isObject|isAdverb|isParticiple) && t.end-t.first < 2 ||
			f.is(last, isPrep|isConj|isObject|isTime|isDet|isPossessive)) && !(f.is(last, isPronoun) && t.end-t.first == 1) &&
		!(f.is(last, isObject) && f.is(last-1, isJoin) && f.is(t.first, isDet|isPossessive)) { // “the mother of one of them”
		return tokens{}
	}
	return t
}

// lastPhrase cuts a stretch down to its last noun phrase: “for review a map” → “a
// map”; to nothing where that is a day: “marcharon el lunes por Sella”.
func (f *finder) lastPhrase(t tokens) tokens {
	for i := t.end - 1; i > t.first; i-- {
		if f.is(i, isDet|isPossessive) && !f.is(i-1, isJoin) {
			if f.is(i+1, isTime) && f.name[i+1] == 0 {
				return tokens{}
			}
			return tokens{i, t.end}
		}
	}
	return t
}

// capitals reports whether all words that are no function words have a capital.
func (f *finder) capitals(t tokens) bool {
	n := 0
	for i := t.first; i < t.end; i++ {
		tok := &f.d.Tokens[i]
		if tok.Kind != text.Word || f.is(i, isPrep|isConj|isDet|isPossessive|isSub) && n > 0 || tok.Norm == "'s" {
			continue
		}
		if tok.Case == text.Lower {
			return false
		}
		n++
	}
	return n > 0
}
