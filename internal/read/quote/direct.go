package quote

import (
	"stemma"
	"stemma/internal/text"
	"stemma/lang"
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
		case c.end <= m.first && (c.right >= 0 && c.right <= m.first || c.content == "back" && (!f.backClause(c).empty() || len(f.split(c)) > 0)) && !(c.comparing && c.content != "as"):
			if governing < 0 || f.outweighs(c, &f.cues[governing]) {
				governing = k
			}
		case c.first >= m.end && following < 0:
			following = k
		}
	}
	if straight >= 0 && governing >= 0 && lang.Flag(f.cues[straight].value, "show") && !f.outweighs(&f.cues[straight], &f.cues[governing]) {
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
	if f.is(earlier.subject.first, isRelative) && !later.subject.empty() && later.subject.first < earlier.first {
		return true // “one clerk, who asked for tea, says ‘…’”
	}
	return later.shared || earlier.content == "thing" && !earlier.says() || later.says() && !lang.Flag(later.value, "show")
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
	if c.after && c.subject.first >= m.end {
		first = min(first, c.subject.first) // “…” is how Ruiz puts it
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
		case m.rule == f.k.id("same-speaker") && p.cue > 0 && f.cues[p.cue-1].first >= p.end && lm-lp <= 1:
			m.from = before + 1 // “…,” she said. “…”: the sentence behind the cue has none of its own
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
	for j, last := n+1, n; j < len(f.marked) && j <= last+1+mostScare; j++ {
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
	q.relayed = f.relay(c)
	if !c.passedBy.empty() {
		q.relayed = f.named(c.passedBy)
	}
	for i := c.end; i < l.end && i < c.end+12 && f.in[i] == 0; i++ {
		if f.norm(i) == "." {
			break
		}
		for _, found := range f.rules.At(i, l.end, spots{f}) {
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

// relay gives who passed the words on: the body they were told to (“told the Harbour
// Review”), or the source that the writer names for them (“she said, according to …”).
func (f *finder) relay(c *cue) stemma.Named {
	at := c.end
	for f.is(at, isDet) && !f.is(at, isPronoun) {
		at++
	}
	if at < len(f.name) && lang.Flag(c.value, "tell") && f.name[at] > 0 && f.names[f.name[at]-1].Type == stemma.Organisation {
		return f.named(tokens{at, f.nameEnd(at)})
	}
	l := &f.lines[c.line]
	for k := l.cues.first; k < l.cues.end; k++ {
		if o := &f.cues[k]; o.content == "source" && o.first >= c.end && c.content != "source" {
			return f.named(o.subject)
		}
	}
	return stemma.Named{}
}
