package quote

import (
	"stemma"
	"stemma/internal/text"
	"stemma/lang"
)

// paragraphEnd gives the token behind the paragraph of a line.
func (f *finder) paragraphEnd(li int) int {
	end := f.lines[li].end
	for j := li + 1; j < len(f.lines) && f.lines[j].paragraph == f.lines[li].paragraph; j++ {
		end = f.lines[j].end
	}
	return end
}

// addBlock adds words quoted without marks; marks inside them quote nobody else.
func (f *finder) addBlock(t tokens, speaker stemma.Named, cue tokens, rule string) {
	for i := t.first; i < t.end; i++ {
		if n := f.in[i]; n > 0 {
			f.marked[n-1].inner = true
		}
	}
	if t.empty() {
		return
	}
	f.found = append(f.found, finding{kind: stemma.BlockQuote, whole: t, content: []tokens{t}, speaker: speaker, cue: cue, rule: rule})
}

// blocks finds paragraphs that a sentence with a reporting verb or noun and a colon at
// its end leads to.
func (f *finder) blocks() {
	for li := 0; li+1 < len(f.lines); li++ {
		l := &f.lines[li]
		if l.title || f.norm(l.end-1) != ":" || f.lines[li+1].paragraph == l.paragraph {
			continue
		}
		lead, ok := f.leadOf(l)
		if !ok {
			continue
		}
		next := li + 1
		for n := 0; next < len(f.lines) && n < mostBlocks; n++ {
			if !f.canQuote(next, n, lead) {
				break
			}
			end := f.paragraphEnd(next)
			first := f.lines[next].first
			if lead.topics {
				first = f.behindTopic(&f.lines[next])
			}
			f.addBlock(tokens{first, end}, lead.speaker, lead.cue, f.k.id("block"))
			for next < len(f.lines) && f.lines[next].first < end {
				next++
			}
		}
	}
}

// most paragraphs that one lead may introduce.
const mostBlocks = 8

// lead is a sentence that introduces words quoted without marks.
type lead struct {
	speaker stemma.Named
	cue     tokens
	more    bool // it announces a longer text: a message, a statement, excerpts
	topics  bool // each paragraph opens with its topic: “On the strike: …”
}

// leadOf reads a sentence that ends with a colon.
func (f *finder) leadOf(l *line) (lead, bool) {
	var r lead
	if s, verb := f.invertedLead(l, l.end-1); !s.empty() {
		return lead{speaker: f.named(s), cue: verb}, true
	}
	for i := l.first; i < l.end; i++ {
		for _, found := range f.rules.At(i, l.end, spots{f}) {
			if found.Rule.Set["content"] != "lead" {
				continue
			}
			c, _ := found.Get("cue")
			r.cue = tokens{c.First, c.End}
			r.more = r.more || found.Rule.Set["more"] == "yes"
			if w, ok := found.Get("who"); ok {
				r.speaker = f.named(tokens{w.First, w.End})
			}
		}
	}
	var s tokens
	for k := l.cues.first; k < l.cues.end; k++ {
		c := &f.cues[k]
		if lang.Flag(c.value, "say") || c.content == "source" {
			s = c.subject
			if r.cue.empty() {
				r.cue = c.tokens
			}
		}
	}
	if r.cue.empty() {
		return r, false
	}
	if s.empty() {
		s = f.mainSubject(l)
	}
	if r.speaker.Span.Empty() && !s.empty() {
		r.speaker = f.named(s)
	}
	if s.empty() && r.more {
		if m := f.onlyNamed(tokens{l.first, l.end}, false); m != nil { // “A report by the Harbour Board came to this assessment:”
			first, end := f.d.Range(m.Span)
			r.speaker, s = f.named(tokens{first, end}), tokens{first, end}
		}
	}
	if s.empty() || s.end-s.first == 1 && f.is(s.first, isThing) {
		if m := f.writer(l); m != nil { // “It ends:”, of somebody's letter
			r.speaker = stemma.Named{Name: m.Name, Entity: m.Entity}
		}
	}
	if li := f.lineOf(l.first); li+1 < len(f.lines) && r.more {
		r.topics = f.behindTopic(&f.lines[li+1]) > f.lines[li+1].first
	}
	return r, true
}

// canQuote reports whether the paragraph that begins with the line can be the n-th
// that a lead introduces: it has no marks at its beginning, is no list, and from the
// second one on, nothing shows that the writer speaks again.
func (f *finder) canQuote(li, n int, lead lead) bool {
	l := &f.lines[li]
	if f.d.Tokens[l.first].Kind != text.Word && f.d.Tokens[l.first].Kind != text.Number && f.norm(l.first) != "[" && f.norm(l.first) != "…" || l.title {
		return false
	}
	if n == 0 {
		return true
	}
	if !lead.more {
		return false
	}
	if lead.topics {
		return f.behindTopic(l) > l.first
	}
	for i := l.first; i < f.paragraphEnd(li); i++ {
		if f.in[i] > 0 {
			return false
		}
		if n := f.name[i]; n > 0 && f.names[n-1].Type == stemma.Person {
			return false
		}
	}
	return true
}

// behindTopic gives the token behind a topic that opens a paragraph (“On the strike:”,
// “How did it begin?”); the line's first token when there is none.
func (f *finder) behindTopic(l *line) int {
	for i := l.first; i < l.end && i < l.first+10 && f.in[i] == 0; i++ {
		if n := f.norm(i); (n == ":" || n == "?") && i > l.first && (i+1 < l.end || n == "?") {
			return i + 1
		}
	}
	return l.first
}
