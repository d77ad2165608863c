package quote

import (
	"strings"

	"stemma"
	"stemma/internal/text"
)

// marked is a stretch of words in quotation marks.
type marked struct {
	tokens            // the marks included
	content    tokens // without them
	closed     bool   // false when the closing mark is missing
	paragraphs int    // how many it runs through

	// filled in while speakers are sought
	fixed   bool   // it is a finding already
	scare   string // the rule that says so
	kind    string
	cue     int    // 1 + the cue that introduces it
	tight   bool   // nothing but a comma, a colon or “that” stands between it and the cue
	verb    tokens // the cue, where it stands in the marks
	from    int    // 1 + the marked words that it goes on from
	inner   bool   // it lies in a block that is quoted without marks
	speaker stemma.Named
	rule    string
}

// quoteMarks are the marks that a closing or opening glyph can be; a straight one is
// either.
const (
	openers     = "“„«‟‘‚‹"
	closersOnly = "”»’›"
)

// pairMarks pairs opening and closing marks, paragraph by paragraph. A quotation whose
// paragraph ends without a closing mark goes on when the next paragraph opens with a
// mark; otherwise it ends with its sentence.
func (f *finder) pairMarks() {
	p := pairing{f: f, open: -1}
	for i := range f.d.Paragraphs {
		par := &f.d.Paragraphs[i]
		if f.d.Sentences[par.First].Hole {
			continue
		}
		p.paragraph(tokens{f.d.Sentences[par.First].First, f.d.Sentences[par.End-1].End})
	}
	p.giveUp()
	f.place()
}

// place notes for every token in which marked words it lies.
func (f *finder) place() {
	for n := range f.marked {
		for i := f.marked[n].first; i < f.marked[n].end; i++ {
			f.in[i] = n + 1
		}
	}
}

// pairing is the state between paragraphs: the quotation that is still open.
type pairing struct {
	f        *finder
	open     int // token of the opening mark, -1 when none is open
	depth    int
	last     int // the last closing mark inside, -1
	fallback int // token before which it ends when it is never closed
	pars     int
}

// most paragraphs that one quotation may run through; a statement printed in full
// rarely has more, and a lost closing mark must not swallow a page.
const mostParagraphs = 25

func (p *pairing) paragraph(in tokens) {
	d := p.f.d
	start := in.first
	if p.open >= 0 {
		if d.Tokens[start].Kind == text.Mark && opensHere(d, start, in) && p.pars < mostParagraphs {
			p.pars++
			start++
		} else {
			p.giveUp()
		}
	}
	for i := start; i < in.end; i++ {
		if d.Tokens[i].Kind == text.Mark {
			i = p.mark(i, in)
		}
	}
	p.paragraphEnds(in)
}

// nested reports whether the mark at token i only quotes inside angular marks, which are closed
// further on: “«Dijo: "Esos también". Lo entendí»”.
func (p *pairing) nested(i int, in tokens) bool {
	d := p.f.d
	if !glyph(d, p.open, "«") || glyph(d, i, "«»") {
		return false
	}
	for j := i + 1; j < in.reach(i); j++ {
		if glyph(d, j, "«»") {
			return glyph(d, j, "»")
		}
	}
	return false
}

// mark deals with the mark at token i and gives the last token dealt with.
func (p *pairing) mark(i int, in tokens) int {
	d := p.f.d
	single := d.Tokens[i].Norm != `"`
	if p.open >= 0 {
		if single != (d.Tokens[p.open].Norm != `"`) {
			return i // a quotation inside the other kind of marks is part of it
		}
		if p.nested(i, in) {
			return i
		}
		switch {
		case !opensHere(d, i, in) || p.spacedCloser(i, in) || p.gluedCloser(i, in) || glyph(d, i, closersOnly) && d.Tokens[i].Glued || straight(d, i) && !gluedAfter(d, i, in):
			p.depth--
			p.last = i
			if p.depth == 0 {
				p.close(i+1, true)
			}
		case d.SentenceOf(i) == d.SentenceOf(p.open):
			if !straight(d, i) {
				p.depth++
			}
		case straight(d, i) || !p.closesTwice(i, in):
			if p.reopens(i) {
				p.fallback = i
			}
			p.giveUp()
			p.begin(i, in)
		default:
			p.depth++
		}
		return i
	}
	if !opensHere(d, i, in) {
		return i
	}
	if single {
		end := singleEnd(d, i, in)
		if end < 0 {
			return i
		}
		p.begin(i, in)
		p.close(end+1, true)
		return end
	}
	p.begin(i, in)
	return i
}

// spacedCloser reports whether an opening glyph closes what is open, in spite of its
// form: a comma or stop is glued to it.
func (p *pairing) spacedCloser(i int, in tokens) bool {
	d := p.f.d
	return gluedAfter(d, i, in) && d.Tokens[i+1].Kind == text.Punct && strings.Contains(",.;:!?", d.Tokens[i+1].Norm) &&
		(straight(d, i) || d.Tokens[i+1].Norm == "," || d.SentenceOf(i) == d.SentenceOf(p.open))
}

// gluedCloser reports whether a straight mark closes what is open though it is glued to the
// word behind it: “"The road is shut, "Ruiz said. "It …”. What comes next opens again.
func (p *pairing) gluedCloser(i int, in tokens) bool {
	d := p.f.d
	if !straight(d, i) || d.Tokens[i].Norm != `"` || i-1 <= p.open || d.SentenceOf(i) != d.SentenceOf(p.open) && !stops(d, i-1) {
		return false
	}
	next, left := -1, 0
	for j := i + 1; j < in.reach(i); j++ {
		if d.Tokens[j].Kind == text.Mark && d.Tokens[j].Norm == `"` {
			if left++; next < 0 {
				next = j
			}
		}
	}
	if next >= 0 {
		return opensHere(d, next, in) && (left%2 == 0 || stops(d, i-1))
	}
	return d.Tokens[i-1].Norm == "," || d.Tokens[i-1].Kind == text.Word
}

// stops reports whether token i ends words in marks: a comma or a sentence's end.
func stops(d *text.Doc, i int) bool {
	return d.Tokens[i].Kind == text.Punct && strings.Contains(",.?!", d.Tokens[i].Norm)
}

// closesTwice reports whether two closing marks follow token i before a third opening
// one: then the mark at i opens a quotation inside the open one.
func (p *pairing) closesTwice(i int, in tokens) bool {
	d, n := p.f.d, 0
	for j := i + 1; j < in.reach(i) && n < 2; j++ {
		if d.Tokens[j].Kind == text.Mark && d.Tokens[j].Norm == `"` {
			if opensHere(d, j, in) && !glyph(d, j, closersOnly) {
				return false
			}
			n++
		}
	}
	return n == 2
}

func (p *pairing) begin(i int, in tokens) {
	d := p.f.d
	p.open, p.depth, p.last, p.pars = i, 1, -1, 1
	p.fallback = min(in.end, d.Sentences[d.SentenceOf(i)].End)
	if i == in.first { // a paragraph that is all quotation
		p.fallback = in.end
	}
}

func (p *pairing) close(end int, closed bool) {
	content := tokens{p.open + 1, end}
	if closed {
		content.end--
	}
	if !content.empty() && hasWord(p.f.d, content) {
		p.f.marked = append(p.f.marked, marked{tokens: tokens{p.open, end}, content: content, closed: closed, paragraphs: p.pars})
	}
	p.open = -1
}

func (p *pairing) paragraphEnds(in tokens) {
	if p.open < 0 {
		return
	}
	if p.last > p.open { // opened twice and closed once
		p.close(p.last+1, true)
		return
	}
	if p.pars > 1 {
		p.fallback = in.end
	}
	p.depth = 1
}

// giveUp ends an open quotation that has no closing mark.
func (p *pairing) giveUp() {
	if p.open >= 0 {
		p.close(p.fallback, false)
	}
}
