package clip

import (
	"iter"
	"strings"

	"stemma"
)

// forwarded is what the head of a letter says that another letter hands on.
type forwarded struct {
	sender string
	sent   stemma.Date
}

// maxSignature and maxLetterHead are how many lines a signature and a letter's head have at most.
const maxSignature, maxLetterHead = 10, 24

// letter sets apart what a letter has besides its text: what it quotes of others, the heads
// of those that it hands on, its signature.
func (l *layout) letter() {
	for i := 0; i < len(l.ps); i++ {
		p := &l.ps[i]
		switch {
		case strings.HasPrefix(p.text, ">"), l.saysWrote(p), l.handsOn(p):
			p.kind, p.info, p.split = kNav, nil, 0
		case p.text == "--" || p.text == "-- ":
			l.signature(i + 1)
		default:
			i = max(i, l.letterHead(i)-1)
		}
	}
}

// label gives the kind of the label that a line of a letter's head begins with: “Date: ”.
func (l *layout) label(p *para) string {
	ph := l.letters.at(p.words, 0, nil)
	if n := len(ph.words); n > 0 && p.words[0].start <= 1 && strings.HasPrefix(strings.TrimLeft(p.text[p.words[n-1].end:], "* "), ":") {
		return ph.kind
	}
	return ""
}

// headLines gives the lines of a letter's head that begins at a line, each with the kind of its
// label: so many at most, and where they must stand together none behind an empty line.
func (l *layout) headLines(from, most int, together bool) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for i := from; i < min(from+most, len(l.ps)); i++ {
			if together && i > from && l.ps[i].gap > 0 {
				return
			}
			kind := l.label(&l.ps[i])
			if kind != "head" && kind != "from" && kind != "day" && kind != "subject" || !yield(i, kind) {
				return
			}
		}
	}
}

// letterHead sets the head of a letter apart that begins at a line, and gives where it
// ends: two lines at least, one of them the sender's. What the first one says is kept.
func (l *layout) letterHead(from int) (end int) {
	var f forwarded
	known := false
	end = from
	for i, kind := range l.headLines(from, maxLetterHead, false) {
		end = i + 1
		p := &l.ps[i]
		_, value, _ := strings.Cut(p.text, ":")
		if ds := l.datesIn(p.text, p.words); len(ds) > 0 && kind == "day" && ds[0].day > 0 && f.sent == "" {
			f.sent = ds[0].date(l.order)
		}
		if kind == "from" {
			name, _, _ := strings.Cut(value, "<")
			f.sender, known = strings.Trim(name, " *\"\u00A0"), true
		}
	}
	if !known || end < from+2 {
		return from
	}
	for i := from; i < end; i++ {
		l.ps[i].kind, l.ps[i].info, l.ps[i].split = kNav, nil, 0
	}
	if l.handed == (forwarded{}) && l.wordsBefore(from) < minUntitled {
		l.handed = f
	}
	return end
}

// wordsBefore counts the words of a letter above a line, but for its subject, as far as it
// takes to know that they are a text.
func (l *layout) wordsBefore(to int) int {
	n := 0
	for i := 1; i < to && n < minUntitled; i++ {
		if l.ps[i].kind != kNav {
			n += l.ps[i].n
		}
	}
	return n
}

// saysWrote reports whether a line leads to a quoted letter: “On 3 May 2022, Ida wrote:”.
func (l *layout) saysWrote(p *para) bool {
	if p.n < 3 || p.n > 30 || !strings.HasSuffix(p.text, ":") {
		return false
	}
	kind, _ := l.letters.kindAt(p.words, p.n-1)
	return kind == "wrote" && (len(l.datesIn(p.text, p.words)) > 0 || strings.Contains(p.text, "@"))
}

// handsOn reports whether a line says that another letter follows, between dashes or before
// a colon.
func (l *layout) handsOn(p *para) bool {
	kind, n := l.letters.kindAt(p.words, 0)
	return kind == "forwarded" && p.n <= n+3 && (strings.HasPrefix(p.text, "-") || strings.HasSuffix(p.text, ":"))
}

// signature sets apart the short lines behind a signature's mark.
func (l *layout) signature(from int) {
	for i := from; i < len(l.ps) && i < from+maxSignature && l.ps[i].n <= 12 && !sentenceEnd(l.ps[i].text); i++ {
		l.ps[i].kind, l.ps[i].info, l.ps[i].split = kNav, nil, 0
	}
}
