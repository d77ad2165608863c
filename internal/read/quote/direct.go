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
		if m.inner {
			m.kind = stemma.ScareQuote
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
		case c.end <= m.first && c.right >= 0 && c.right <= m.first:
			governing = k
		case c.first >= m.end && following < 0:
			following = k
		}
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
	if c.content == "source" {
		return c.first-m.end <= 2
	}
	first := c.first
	if !c.after {
		if c.subject.empty() || c.shared || c.subject.first < m.end {
			return false
		}
		first = c.subject.first
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
		return m.first == 0 || f.in[m.first-1] > 0 || f.d.Tokens[m.first-1].Kind != text.Word || m.tight
	}
	last := f.norm(m.content.end - 1)
	before := f.norm(m.first - 1)
	return (before == "," && f.is(m.first-2, isThat) || before == ":") && f.words(m.content) > 5 && (last == "." || last == "?" || last == "!")
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
		m.speaker, m.rule = f.named(c.subject), c.rule
		return
	}
	m.rule = f.k.id("unattributed")
	li := f.lineOf(m.first)
	if li < 0 {
		return
	}
	l := &f.lines[li]
	if f.norm(m.first-1) == ":" && m.first-1 >= l.first {
		if s := f.mainSubject(l); !s.empty() && s.end <= m.first {
			m.speaker, m.rule = f.named(s), f.k.id("colon")
			return
		}
	}
	if m.kind != stemma.DirectQuote {
		return
	}
	if s := f.signature(m, l); !s.empty() {
		m.speaker, m.rule = f.named(s), f.k.id("signed")
		return
	}
	f.goesOnFrom(n, li)
}

// signature gives whoever stands right behind whole marked words: under a dash that
// signs them (“…” — Ana Ruiz), or before a verb that is not in the list of reporting
// verbs (“…,” Ruiz began).
func (f *finder) signature(m *marked, l *line) tokens {
	i := m.end
	if f.norm(i) == "—" {
		if s := f.phraseAfter(i+1, l.end); !s.empty() && f.name[s.first] > 0 && (s.end == l.end || f.d.Tokens[s.end].Kind == text.Punct) {
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
	if n > 0 {
		p := &f.marked[n-1]
		pl := f.lineOf(p.first)
		near := pl >= 0 && (f.lines[pl].paragraph == l.paragraph && li-pl <= 1 || l.paragraph-f.lines[pl].paragraph == 1 && li-pl <= 1)
		if near && p.kind != stemma.ScareQuote && !p.speaker.Span.Empty() {
			m.from, m.speaker, m.rule = n, p.speaker, f.k.id("same-speaker")
			return
		}
	}
	if li == 0 {
		return
	}
	before := &f.lines[li-1]
	if before.title || l.paragraph-before.paragraph > 1 || before.cues.end == before.cues.first {
		return
	}
	c := &f.cues[before.cues.end-1]
	if !c.subject.empty() {
		m.speaker, m.rule = f.named(c.subject), f.k.id("leading-sentence")
		m.cue = before.cues.end
	}
}

// join makes one quotation of marked words that share a cue, or that follow, in the
// same paragraph, the sentence in which a cue interrupts.
func (f *finder) join() {
	for n := 1; n < len(f.marked); n++ {
		m, p := &f.marked[n], &f.marked[n-1]
		if m.kind != stemma.DirectQuote && !(m.kind == stemma.PartialQuote && m.cue > 0 && m.cue == p.cue) || p.kind != stemma.DirectQuote || m.inner {
			continue
		}
		lm, lp := f.lineOf(m.first), f.lineOf(p.first)
		if lm < 0 || lp < 0 || f.lines[lm].paragraph != f.lines[f.lineOf(p.end-1)].paragraph {
			continue
		}
		switch {
		case lm == lp && m.cue > 0 && m.cue == p.cue && f.cues[m.cue-1].first > p.first && f.cues[m.cue-1].first < m.first:
			m.from = n
		case lm == lp+1 && m.from == n && f.lines[lm].first == m.first && f.interrupted(p):
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

// interrupted reports whether a cue stands behind the marked words in their line.
func (f *finder) interrupted(p *marked) bool {
	return p.cue > 0 && f.cues[p.cue-1].first >= p.end || p.from > 0
}

// addMarked makes the finding, with the pieces that later marked words add.
func (f *finder) addMarked(n int) {
	m := &f.marked[n]
	if m.from > 0 {
		return
	}
	q := finding{kind: m.kind, whole: m.tokens, content: []tokens{m.content}, speaker: m.speaker, rule: m.rule}
	if m.cue > 0 {
		q.cue = f.cues[m.cue-1].tokens
	}
	for j := n + 1; j < len(f.marked) && f.marked[j].from == j; j++ {
		q.whole.end = f.marked[j].end
		q.content = append(q.content, f.marked[j].content)
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
