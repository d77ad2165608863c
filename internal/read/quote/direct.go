package quote

import (
	"stemma"
	"stemma/internal/text"
)

// attribute decides for all words in marks whether they quote somebody, whom, and in
// which form.
func (f *finder) attribute() {
	for n := range f.marked {
		m := &f.marked[n]
		if m.fixed {
			continue
		}
		if m.inner {
			m.kind, m.rule = stemma.ScareQuote, f.k.id("scare")
			continue
		}
		f.link(n)
		m.kind = f.kindOf(n)
		f.speakerOf(n)
	}
	f.join()
	for n := range f.marked {
		f.addMarked(n)
	}
}

// link finds the cue of marked words: one that leads straight to them, one that
// follows them, or one whose reported clause they stand in.
func (f *finder) link(n int) {
	m := &f.marked[n]
	li := f.lineOf(m.first)
	if li < 0 {
		return
	}
	l := &f.lines[li]
	governing, following, straight := -1, -1, -1
	for k := l.cues.first; k < l.cues.end; k++ {
		c := &f.cues[k]
		switch {
		case c.end <= m.first && c.content == "quote" && f.reaches(c.right, m.first):
			straight = k
		case c.end <= m.first && (c.right >= 0 && c.right <= m.first || c.content == "back" && !f.backClause(c).empty()) && !(c.comparing && c.content != "as"):
			if governing < 0 || f.outweighs(c, &f.cues[governing]) {
				governing = k
			}
		case c.first >= m.end && following < 0:
			following = k
		}
	}
	if straight >= 0 && governing >= 0 && has(f.cues[straight].value, "show") && !f.outweighs(&f.cues[straight], &f.cues[governing]) {
		straight = -1
	}
	if straight >= 0 {
		m.cue, m.tight = straight+1, f.cues[straight].right == m.first
		return
	}
	if following >= 0 && f.follows(&f.cues[following], m) {
		m.cue, m.tight = following+1, true
		return
	}
	if governing >= 0 {
		m.cue = governing + 1
		return
	}
	if following >= 0 && f.backOver(&f.cues[following], m.tokens) {
		m.cue = following + 1
	}
}

// outweighs reports whether the words behind both cues are more likely those of the
// later one: it is not, when it only tells what somebody wants or what a thing shows
// inside what the earlier one reports.
func (f *finder) outweighs(later, earlier *cue) bool {
	if later.subject.empty() && !later.dropped {
		return false
	}
	return later.shared || earlier.content == "thing" && !has(earlier.value, "say") || has(later.value, "say") && !has(later.value, "show")
}

// reaches reports whether only marked words and what lists them stand between the
// first marked words of a cue and those at token i.
func (f *finder) reaches(from, i int) bool {
	words := 0
	for j := from; j < i; j++ {
		if f.in[j] == 0 && f.d.Tokens[j].Kind == text.Word {
			words++
		}
	}
	return words <= 12
}

// follows reports whether the cue's clause stands right behind the marked words.
func (f *finder) follows(c *cue, m *marked) bool {
	if f.d.Tokens[m.content.end-1].Kind == text.Word && f.norm(m.end) != "," && !c.after {
		return false // the “Blue Plan” that she presented
	}
	if c.content == "source" {
		return c.first-m.end <= 2
	}
	first := c.first
	if !c.after {
		switch {
		case c.dropped:
		case c.subject.empty() || c.shared || c.subject.first < m.end:
			return false
		default:
			first = c.subject.first
		}
	}
	for i := m.end; i < first; i++ {
		if t := &f.d.Tokens[i]; t.Kind != text.Punct || t.Norm == ":" || t.Norm == "." && !c.after {
			if t.Kind != text.Word || first-m.end > 3 || f.is(i, isAs|isConj|isSub) {
				return false
			}
		}
	}
	if c.content == "quote" && c.right >= 0 && f.d.Norm(m.content.end-1) == "." && f.d.Norm(m.end) != "," {
		return false
	}
	return true
}

// backOver reports whether the cue closes a reported clause that holds the tokens:
// “The board is ‘blind’, she said.”
func (f *finder) backOver(c *cue, t tokens) bool {
	back := f.backClause(c)
	return back.first <= t.first && t.end <= back.end
}

// kindOf tells whole sentences, words inside a sentence, and marks that quote nobody
// apart.
func (f *finder) kindOf(n int) string {
	m := &f.marked[n]
	if m.scare != "" {
		return stemma.ScareQuote
	}
	words := f.words(m.content)
	whole := f.wholeSentence(m)
	switch {
	case whole && f.runsOn(m):
		return stemma.PartialQuote
	case m.tight && whole:
		return stemma.DirectQuote
	case m.tight && (m.first == f.cueRight(m) || words > 2 || f.d.Tokens[m.content.first].Case == text.Lower):
		return stemma.PartialQuote
	case f.capitals(m.content) && words <= 7:
		return stemma.ScareQuote
	case whole && (m.cue > 0 || f.opensLine(m)) && words > 2:
		return stemma.DirectQuote
	case m.cue > 0 || words > 2:
		return stemma.PartialQuote
	}
	return stemma.ScareQuote
}

func (f *finder) cueRight(m *marked) int {
	if m.cue == 0 {
		return -1
	}
	return f.cues[m.cue-1].right
}

// wholeSentence reports whether the marks hold one sentence or more: they begin with a
// capital or an inserted letter, or stand behind “that,” or a colon and end as a
// sentence does.
func (f *finder) wholeSentence(m *marked) bool {
	i := m.content.first
	for i < m.content.end && f.d.Tokens[i].Kind != text.Word && f.d.Tokens[i].Kind != text.Number {
		if f.norm(i) == "[" {
			return true
		}
		i++
	}
	if i >= m.content.end {
		return false
	}
	if f.d.Tokens[i].Case != text.Lower {
		return m.first == 0 || f.opensLine(m) || f.in[m.first-1] > 0 || f.d.Tokens[m.first-1].Kind != text.Word || m.tight
	}
	last := f.norm(m.content.end - 1)
	before := f.norm(m.first - 1)
	return (before == "," && f.is(m.first-2, isThat) || before == ":") && f.words(m.content) > 5 && (last == "." || last == "?" || last == "!")
}

// runsOn reports whether the sentence goes on behind the marks in the writer's words:
// He said “the bridge is safe” for lorries.
func (f *finder) runsOn(m *marked) bool {
	t := &f.d.Tokens[m.content.end-1]
	return m.closed && t.Kind != text.Punct && m.end < len(f.d.Tokens) && f.d.Tokens[m.end].Case == text.Lower &&
		(m.cue == 0 || f.cues[m.cue-1].first < m.first)
}

// opensLine reports whether the marked words stand where a sentence begins: at the
// beginning of their line, or behind a colon.
func (f *finder) opensLine(m *marked) bool {
	li := f.lineOf(m.first)
	return li >= 0 && (f.lines[li].first == m.first || f.norm(m.first-1) == ":")
}

func (f *finder) words(t tokens) (n int) {
	for i := t.first; i < t.end; i++ {
		if k := f.d.Tokens[i].Kind; k == text.Word || k == text.Number {
			n++
		}
	}
	return n
}

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
		if s := f.mainSubject(l); !s.empty() && s.end <= m.first {
			m.speaker, m.rule = f.named(s), f.k.id("colon")
			return
		}
	}
	if m.kind != stemma.DirectQuote {
		f.stillSpeaks(n, li)
		return
	}
	if s := f.signature(m, l); !s.empty() {
		m.speaker, m.rule = f.named(s), f.k.id("signed")
		return
	}
	f.goesOnFrom(n, li)
}

// verbInMarks gives the subject before marked words that begin with the reporting
// verb: She “warned of more floods”.
func (f *finder) verbInMarks(m *marked, l *line) (who, verb tokens) {
	n, value := f.d.Longest(f.k.speech, m.content.first, m.content.end)
	if n == 0 || !has(value, "past") && !has(value, "pres") || m.first == l.first || f.d.Tokens[m.first-1].Kind != text.Word {
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
	if pl >= 0 && li-pl <= 1 && f.lines[pl].paragraph == f.lines[li].paragraph && !p.speaker.Span.Empty() {
		m.speaker, m.rule = p.speaker, f.k.id("same-speaker")
	}
}

// signature gives whoever stands right behind whole marked words: under a dash that
// signs them (“…” — Ana Ruiz), or before a verb that is not in the list of reporting
// verbs (“…,” Ruiz began).
func (f *finder) signature(m *marked, l *line) tokens {
	i, limit := m.end, l.end
	if n := f.lineOf(i); i == l.end && n >= 0 && f.lines[n].paragraph == l.paragraph {
		limit = f.lines[n].end
	}
	if f.norm(i) == "—" && i < limit {
		if s := f.phraseAfter(i+1, limit); !s.empty() && f.name[s.first] > 0 && (s.end == limit || f.d.Tokens[s.end].Kind == text.Punct) {
			return s
		}
		return tokens{}
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
		near := pl >= 0 && (f.lines[pl].paragraph == l.paragraph && li-pl <= 1 || l.paragraph-f.lines[pl].paragraph == 1 && li-pl <= 1)
		if near && p.kind != stemma.ScareQuote && !p.speaker.Span.Empty() {
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
	if before.cues.end == before.cues.first {
		s := f.mainSubject(before)
		if p := f.mentionIn(s); before.paragraph == l.paragraph && !s.empty() && (p == nil && f.is(s.first, isMale|isFemale) || p != nil && p.Type == stemma.Person) {
			m.speaker, m.rule = f.named(s), f.k.id("leading-sentence")
		}
		return
	}
	c := &f.cues[before.cues.end-1]
	if !c.subject.empty() {
		m.speaker, m.rule = f.speaks(c), f.k.id("leading-sentence")
		m.cue = before.cues.end
	}
}

// join makes one quotation of marked words that share a cue, or that follow, in the
// same paragraph, the sentence in which a cue interrupts.
func (f *finder) join() {
	for n := 1; n < len(f.marked); n++ {
		m, before := &f.marked[n], f.lastQuoted(n)
		if before < 0 {
			m.from = 0
			continue
		}
		p := &f.marked[before]
		if m.kind != stemma.DirectQuote && !(m.kind == stemma.PartialQuote && m.cue > 0 && m.cue == p.cue) || p.kind != stemma.DirectQuote || m.inner {
			m.from = 0
			continue
		}
		lm, lp := f.lineOf(m.first), f.lineOf(p.first)
		if lm < 0 || lp < 0 || f.lines[lm].paragraph != f.lines[f.lineOf(p.end-1)].paragraph {
			m.from = 0
			continue
		}
		switch {
		case lm == lp && m.cue > 0 && m.cue == p.cue && f.cues[m.cue-1].first > p.first && f.cues[m.cue-1].first < m.first:
			m.from = before + 1
		case lm == lp+1 && m.from == before+1 && f.lines[lm].first == m.first && f.interrupted(p):
		default:
			m.from = 0
		}
	}
	for n := range f.marked {
		if m := &f.marked[n]; m.from > 0 {
			p := &f.marked[m.from-1]
			if f.lineOf(m.first) < 0 || f.lines[f.lineOf(m.first)].paragraph != f.lines[f.lineOf(p.first)].paragraph {
				m.from = 0
			}
		}
	}
}

// lastQuoted gives the last marked words before the n-th that quote somebody; -1 when
// there are none.
func (f *finder) lastQuoted(n int) int {
	for n--; n >= 0; n-- {
		if f.marked[n].kind != stemma.ScareQuote {
			return n
		}
	}
	return -1
}

// interrupted reports whether a cue stands behind the marked words in their line.
func (f *finder) interrupted(p *marked) bool {
	return p.cue > 0 && f.cues[p.cue-1].first >= p.end || p.from > 0
}

// addMarked makes the finding, with the pieces that later marked words add.
func (f *finder) addMarked(n int) {
	m := &f.marked[n]
	if m.from > 0 || m.fixed {
		return
	}
	q := finding{kind: m.kind, whole: m.tokens, content: []tokens{m.content}, speaker: m.speaker, rule: m.rule}
	q.cue = m.verb
	if m.cue > 0 {
		q.cue = f.cues[m.cue-1].tokens
	}
	for j, last := n+1, n; j < len(f.marked); j++ {
		if f.marked[j].from == last+1 {
			q.whole.end = f.marked[j].end
			q.content = append(q.content, f.marked[j].content)
			last = j
		} else if f.marked[j].kind != stemma.ScareQuote {
			break
		}
	}
	f.circumstances(&q, m)
	f.found = append(f.found, q)
}

// circumstances adds to whom and where the words were said.
func (f *finder) circumstances(q *finding, m *marked) {
	if m.cue == 0 {
		return
	}
	c := &f.cues[m.cue-1]
	l := &f.lines[c.line]
	for i := c.end; i < l.end && i < c.end+12 && f.in[i] == 0; i++ {
		if f.norm(i) == "." {
			break
		}
		for _, found := range f.k.rules.At(f.d, i, l.end, spots{f}) {
			if found.Rule.Set["content"] != "occasion" {
				continue
			}
			if w, ok := found.Get("where"); ok {
				q.occasion = stemma.Named{Span: f.d.Span(w.First, w.End)}
				return
			}
		}
	}
}
