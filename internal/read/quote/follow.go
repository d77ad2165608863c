package quote

import (
	"stemma"
	"stemma/internal/text"
	"stemma/lang"
)

// speakerOf names the speaker of marked words, from the cue, from the sentence that
// ends in a colon, or from what stands before.
func (f *finder) speakerOf(n int) {
	m := &f.marked[n]
	if m.kind == stemma.ScareQuote {
		m.cue = 0
		m.rule = m.scare
		if m.rule == "" {
			m.rule = f.k.id("scare")
		}
		return
	}
	if m.cue > 0 {
		c := &f.cues[m.cue-1]
		m.speaker, m.rule = f.speaks(c), c.rule
		return
	}
	m.rule = f.k.id("unattributed")
	li := f.lineOf(m.first)
	if li < 0 {
		return
	}
	l := &f.lines[li]
	if s, verb := f.verbInMarks(m, l); !s.empty() {
		m.speaker, m.verb, m.rule = f.named(s), verb, f.k.id("verb-in-marks")
		return
	}
	if f.norm(m.first-1) == ":" && m.first-1 >= l.first {
		if s, verb := f.invertedLead(l, m.first-1); !s.empty() {
			m.speaker, m.verb, m.rule = f.named(s), verb, f.k.id("colon")
			return
		}
		s := f.relativeBefore(m.first-1, l.first)
		if s.empty() {
			s = f.nameBefore(m.first-1, l.first)
		}
		if s.empty() {
			s = f.mainSubject(l)
		}
		if s.empty() {
			s = f.whoOpens(l, m.first)
		}
		if !s.empty() && s.end <= m.first {
			m.speaker, m.rule = f.named(s), f.k.id("colon")
			return
		}
	}
	if s := f.announced(m, l); !s.empty() {
		m.speaker, m.rule = f.named(s), f.k.id("announced")
		return
	}
	if m.kind != stemma.DirectQuote {
		if !f.sourceBefore(m, l) {
			f.stillSpeaks(n, li)
		}
		return
	}
	if s := f.signature(m, l); !s.empty() {
		m.speaker, m.rule = f.named(s), f.k.id("signed")
		return
	}
	f.goesOnFrom(n, li)
}

// sourceBefore gives marked words right behind an inserted source to it: “El puente es,
// según Ruiz, ‘una vergüenza’”.
func (f *finder) sourceBefore(m *marked, l *line) bool {
	for k := l.cues.first; k < l.cues.end; k++ {
		if c := &f.cues[k]; c.content == "source" && !c.subject.empty() && c.subject.end == m.first-1 && f.norm(m.first-1) == "," {
			m.speaker, m.rule, m.cue = f.speaks(c), c.rule, k+1
			return true
		}
	}
	return false
}

// verbInMarks gives the subject before marked words that begin with the reporting
// verb: She “warned of more floods”.
func (f *finder) verbInMarks(m *marked, l *line) (who, verb tokens) {
	n, value := f.d.Longest(f.k.speech, m.content.first, m.content.end)
	if n == 0 || !lang.Flag(value, "past") && !lang.Flag(value, "pres") || m.first == l.first || f.d.Tokens[m.first-1].Kind != text.Word {
		return tokens{}, tokens{}
	}
	if f.name[m.first-1] == 0 && !f.is(m.first-1, isPronoun) {
		return tokens{}, tokens{}
	}
	return f.phraseBefore(m.first-1, l.first), tokens{m.content.first, m.content.first + n}
}

// stillSpeaks gives words in marks inside a sentence that names no speaker to the one
// quoted in the sentence before, in the same paragraph.
func (f *finder) stillSpeaks(n, li int) {
	m := &f.marked[n]
	before := f.lastQuoted(n)
	if before < 0 || f.lines[li].cues.end > f.lines[li].cues.first {
		return
	}
	p := &f.marked[before]
	pl := f.lineOf(p.first)
	if pl >= 0 && li-pl <= 1 && f.lines[pl].paragraph == f.lines[li].paragraph && isKnown(p.speaker) {
		m.speaker, m.rule = p.speaker, f.k.id("same-speaker")
	}
}

// signature gives whoever stands right behind whole marked words: under a dash that
// signs them (“…” — Ana Ruiz), or before a verb that is not in the list of reporting
// verbs (“…,” Ruiz began).
func (f *finder) signature(m *marked, l *line) tokens {
	i, limit := m.end, l.end
	if f.norm(i) == "." && i+1 == limit {
		i++
	}
	if n := f.lineOf(i); i == l.end && n >= 0 && f.lines[n].paragraph == l.paragraph {
		limit = f.lines[n].end
	} else if i == l.end && n >= 0 && f.lines[n].paragraph == l.paragraph+1 && (f.norm(i) == "—" || f.norm(i) == "-") {
		return f.signedBelow(tokens{i + 1, f.paragraphEnd(n)})
	}
	if f.norm(i) == "—" && i < limit {
		if s := f.phraseAfter(i+1, limit); !s.empty() && f.name[s.first] > 0 && (s.end == limit || f.d.Tokens[s.end].Kind == text.Punct) {
			return s
		}
		return tokens{}
	}
	if s := f.unknownVerb(m, l); !s.empty() {
		return s
	}
	last := f.norm(m.content.end - 1)
	if i >= l.end || last != "," && last != "?" && last != "!" || f.d.Tokens[i].Kind != text.Word {
		return tokens{}
	}
	if f.is(i, isPronoun) && !f.is(i, isDet) {
		return tokens{i, i + 1}
	}
	s := f.phraseAfter(i, l.end)
	for j := s.first; j < s.end; j++ {
		if n := f.name[j]; n > 0 && f.names[n-1].Type == stemma.Person {
			for s.end = j + 1; s.end < l.end && f.name[s.end] == n; {
				s.end++
			}
			return s
		}
	}
	return tokens{}
}

// unknownVerb gives who speaks behind a verb for the past that no list has, right behind
// marked words and their comma: “«…», terció el alcalde”.
func (f *finder) unknownVerb(m *marked, l *line) tokens {
	i := m.end + 1
	if !f.k.dropped || f.norm(m.end) != "," || i >= l.end || f.in[i] > 0 || f.name[i] > 0 || !f.k.past(&f.d.Tokens[i]) {
		return tokens{}
	}
	if s := f.phraseAfter(i+1, l.end); s.first == i+1 && f.maySpeak(s) {
		m.verb = tokens{i, i + 1}
		return s
	}
	return tokens{}
}

// signedBelow gives whoever signs marked words in a paragraph of its own, behind a dash:
// “— Ana Ruiz, mayor of Sella”.
func (f *finder) signedBelow(t tokens) tokens {
	s := f.phraseAfter(t.first, t.end)
	if s.empty() || s.first != t.first || f.name[s.first] == 0 || t.end-t.first > longestPhrase || s.end < t.end && f.norm(s.end) != "," && f.norm(s.end) != "." {
		return tokens{}
	}
	return s
}

// goesOnFrom gives a quotation without any cue of its own to the speaker before: of
// the words in marks just before it, or of the sentence that leads to it.
func (f *finder) goesOnFrom(n, li int) {
	m := &f.marked[n]
	l := &f.lines[li]
	if l.title {
		return
	}
	if before := f.lastQuoted(n); before >= 0 {
		p := &f.marked[before]
		pl := f.lineOf(p.first)
		near := pl >= 0 && (f.lines[pl].paragraph == l.paragraph && (li-pl <= 1 || p.end == m.first && !p.closed) || l.paragraph-f.lines[pl].paragraph == 1 && li-pl <= 1)
		if near && p.kind != stemma.ScareQuote && isKnown(p.speaker) {
			m.from, m.speaker, m.rule = before+1, p.speaker, f.k.id("same-speaker")
			return
		}
	}
	if li == 0 {
		return
	}
	before := &f.lines[li-1]
	if before.title || l.paragraph-before.paragraph > 1 {
		return
	}
	if s, verb := f.invertedLead(before, before.end-1); !s.empty() {
		m.speaker, m.verb, m.rule = f.named(s), verb, f.k.id("leading-sentence")
		return
	}
	if f.norm(before.end-1) == ":" && before.cues.end == before.cues.first {
		if lead, ok := f.leadOf(before); ok && lead.more && isKnown(lead.speaker) {
			m.speaker, m.verb, m.rule = lead.speaker, lead.cue, f.k.id("leading-sentence")
			return
		}
	}
	if before.cues.end == before.cues.first {
		s := f.mainSubject(before)
		if p := f.mentionIn(s); (before.paragraph == l.paragraph || f.norm(before.end-1) == ":" && s.first-before.first <= longestItem) && !s.empty() && (p == nil && f.is(s.first, isMale|isFemale) || p != nil && p.Type == stemma.Person) {
			m.speaker, m.rule = f.named(s), f.k.id("leading-sentence")
		}
		return
	}
	c := &f.cues[before.cues.end-1]
	if !c.subject.empty() || c.dropped {
		m.speaker, m.rule = f.speaks(c), f.k.id("leading-sentence")
		m.cue = before.cues.end
	}
}

// isKnown reports whether a speaker has a name or a place.
func isKnown(n stemma.Named) bool { return n.Name != "" || !n.Span.Empty() }

// mostScare is how many words in marks that quote nobody may stand between two quotations of one
// speaker.
const mostScare = 30

// lastQuoted gives the last marked words before the n-th that quote somebody; -1 when
// there are none near.
func (f *finder) lastQuoted(n int) int {
	least := n - 1 - mostScare
	for n--; n >= max(0, least); n-- {
		if f.marked[n].kind != stemma.ScareQuote {
			return n
		}
	}
	return -1
}
