package quote

import (
	"stemma"
	"stemma/internal/text"
)

// antecedent gives the person or body named just before a relative pronoun.
func (f *finder) antecedent(i int) *stemma.Mention {
	j := i - 1
	if f.norm(j) == "," {
		if m := f.setOff(j); m != nil {
			return m
		}
		j--
	}
	if j >= 0 && f.name[j] > 0 && f.names[f.name[j]-1].Type != stemma.Place {
		return &f.names[f.name[j]-1]
	}
	return nil
}

// setOff gives the person whom the words describe that end at the comma at token i: “Ana
// Ruiz, adviser to the Harbour Board, who said”.
func (f *finder) setOff(i int) *stemma.Mention {
	for j := i - 1; j > 0 && i-j < longestAddition && f.in[j] == 0; j-- {
		switch {
		case f.is(j, isAux|isSub|isRelative):
			return nil
		case f.norm(j) != ",":
		case f.name[j-1] == 0 || f.names[f.name[j-1]-1].Type != stemma.Person || f.name[j+1] > 0 || f.d.Tokens[j+1].Case != text.Lower:
			return nil
		case f.class[j+1] == 0 || f.is(j+1, isDet) && !f.is(j+1, isPrep):
			return &f.names[f.name[j-1]-1]
		}
	}
	return nil
}

// how far back a pronoun may look, in paragraphs before its own.
const farBack = 2

// referent gives whom a pronoun means: of the people named shortly before it, whose
// gender does not speak against it, the subject of the nearest sentence.
func (f *finder) referent(i int) *stemma.Mention {
	if n, ok := f.referents[i]; ok {
		return n
	}
	m := f.seekReferent(i, f.class[i])
	f.referents[i] = m
	return m
}

// seekReferent gives the person nearest before token i that a word of class c can mean.
func (f *finder) seekReferent(i int, c class) *stemma.Mention {
	if c&(isMale|isFemale|isThing) == 0 {
		return nil
	}
	li := f.lineOf(i)
	if li < 0 {
		return nil
	}
	if p := f.lines[li].first; p < i && f.is(p, isPronoun) && f.class[p]&c&(isMale|isFemale) != 0 {
		return f.referent(p) // “He hoped Ruiz would stay, he added”
	}
	if o := f.opener(&f.lines[li], i); c&isThing != 0 && !o.empty() {
		return f.byOffice(o) // “The department backed down when it argued”
	}
	for back := li; back >= 0 && f.lines[li].paragraph-f.lines[back].paragraph <= farBack; back-- {
		l := &f.lines[back]
		if l.title && back != li {
			break
		}
		if m, settled := f.bestIn(l, min(l.end, i), c, back == li); settled {
			return m
		}
	}
	return nil
}

// bestIn gives the mention of a line that a pronoun of class c means best: who speaks
// in it, else who is named first. Where an earlier pronoun of that class stands, what
// that one means settles it, even when it is unknown.
func (f *finder) bestIn(l *line, limit int, c class, same bool) (m *stemma.Mention, settled bool) {
	for k := l.cues.first; k < l.cues.end && !same && k < len(f.cues); k++ {
		s := f.cues[k].subject
		if s.empty() {
			continue
		}
		if m := f.mentionIn(s); m != nil && f.fits(m, c) {
			return m, true
		}
		if c&(isMale|isFemale) != 0 && f.unnamed(s) {
			return nil, true // “One clerk said …. He added”
		}
		if s.end-s.first == 1 && f.is(s.first, isPronoun) && f.class[s.first]&c&(isMale|isFemale) != 0 && s.first < limit {
			return f.referent(s.first), true
		}
	}
	var unsure *stemma.Mention
	for i := l.first; i < limit; i++ {
		if f.in[i] > 0 {
			continue
		}
		if !same && f.is(i, isPronoun) && f.class[i]&c&(isMale|isFemale) != 0 {
			return f.referent(i), true
		}
		n := f.name[i]
		if n == 0 || i > 0 && f.name[i-1] == n {
			continue
		}
		m := &f.names[n-1]
		if !f.fits(m, c) {
			continue
		}
		if m.Gender != "" || c&isThing != 0 {
			return m, true
		}
		if unsure == nil {
			unsure = m
		}
	}
	return unsure, unsure != nil
}

// unnamed reports whether a phrase means one person whom the text does not name.
func (f *finder) unnamed(t tokens) bool {
	if t.end-t.first < 2 || f.mentionIn(t) != nil || f.is(t.first, isThe|isPossessive) || !f.is(t.first, isSingle) || f.byOffice(t) != nil {
		return false
	}
	n, _ := f.d.Longest(f.k.people, t.end-1, t.end)
	m, _ := f.d.Longest(f.k.titles, t.end-1, t.end)
	return max(n, m) > 0
}

func (f *finder) fits(m *stemma.Mention, c class) bool {
	if c&isThing != 0 {
		return m.Type == stemma.Organisation
	}
	return m.Type == stemma.Person && (m.Gender == "" || m.Gender == "f" && c&isFemale != 0 || m.Gender == "m" && c&isMale != 0)
}

// unclosed gives the person whom a phrase describes that only a comma before it sets off:
// “Ana Ruiz, editor of the Sella Courier told the council”.
func (f *finder) unclosed(t tokens, first int) tokens {
	at := t.first - 2
	if t.empty() || at < first || f.norm(t.first-1) != "," || f.class[t.first] != 0 || f.name[t.first] > 0 || f.d.Tokens[t.first].Case != text.Lower || f.name[at] == 0 {
		return tokens{}
	}
	n := f.name[at]
	start := at
	for start > first && f.name[start-1] == n {
		start--
	}
	if f.names[n-1].Type != stemma.Person || start > first && f.in[start-1] == 0 && f.d.Tokens[start-1].Kind == text.Word {
		return tokens{}
	}
	return tokens{start, at + 1}
}
