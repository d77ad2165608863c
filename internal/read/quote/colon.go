package quote

import (
	"stemma"
	"stemma/lang"
)

// Who speaks in a line that leads to words in marks with a colon.

// nameBefore gives the person whose name ends right before the colon at token i, unless a
// preposition other than “from” stands before it: “The cut surprised Ana Ruiz: ‘…’”.
func (f *finder) nameBefore(i, first int) tokens {
	if i <= first || f.name[i-1] == 0 || f.names[f.name[i-1]-1].Type != stemma.Person {
		return tokens{}
	}
	start := f.nameStart(i)
	for start-2 >= first && f.is(start-1, isConj) && f.name[start-2] > 0 {
		start = f.nameStart(start - 1) // “Ana Ruiz and Luis Prado: ‘…’”
	}
	if start <= first || f.is(start-1, isPrep) && !f.is(start-1, isFrom) {
		return tokens{}
	}
	return tokens{start, i}
}

// whoOpens gives somebody without a name whom a line begins with, up to a verb or a comma:
// “The coroner, for his part, was blunt: ‘…’”.
func (f *finder) whoOpens(l *line, limit int) tokens {
	if o := f.opener(l, limit); !o.empty() {
		return o
	}
	if s := f.phraseAfter(l.first, limit); f.is(l.first, isDet|isPossessive) && f.norm(s.end) == "," && f.maySpeak(s) {
		return s
	}
	return tokens{}
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

// relativeBefore gives the person whom a relative clause describes that runs up to
// token i: “…, Ana Ruiz, who put it in one sentence: ‘…’”.
func (f *finder) relativeBefore(i, first int) tokens {
	for j := i - 1; j > first+1 && i-j < longestAddition && f.in[j] == 0 && f.norm(j) != ","; j-- {
		if !f.is(j, isRelative) || f.norm(j-1) != "," {
			continue
		}
		if n := f.name[j-2]; n > 0 && f.names[n-1].Type == stemma.Person {
			start := j - 2
			for start > first && f.name[start-1] == n {
				start--
			}
			return tokens{start, j - 1}
		}
	}
	return tokens{}
}
