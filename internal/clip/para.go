package clip

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
)

// para is a paragraph of a page: a line, the lines that a wrapped paragraph was
// broken into, or a block of an HTML page.
type para struct {
	span  stemma.Span // in the page's text, without white space at its ends
	text  string
	words []word // the first of them
	n     int    // number of words, as far as counted
	gap   int    // empty lines before it
	tag   string // of the HTML block; "" for plain text
	unit  int
	date  stemma.Date // what a time element states for machines
	main  bool        // HTML: belongs to the main text; plain text: always
	link  bool
	kind  kind
	mark  string // what the furniture list says of it
	info  *info  // what a line about author, outlet and date says
	split int    // where a headline ends and “/ By X” begins; 0 when it does not
	lead  int    // where a headline begins behind its day, number or label; 0 when it begins the line
}

// maxWords is how many words of a paragraph are looked at.
const maxWords = 160

func newPara(page string, s stemma.Span) para {
	p := para{span: s, text: s.Of(page), main: true}
	p.words = wordsOf(p.text, maxWords)
	p.n = len(p.words)
	return p
}

// isSpace includes the marks that saved pages have around lines.
func isSpace(r rune) bool { return unicode.IsSpace(r) || r == '\uFEFF' || r == '\u200B' }

// trimmed shrinks a span by white space at its ends.
func trimmed(page string, s stemma.Span) stemma.Span {
	t := s.Of(page)
	left := strings.TrimLeftFunc(t, isSpace)
	s.Start += len(t) - len(left)
	s.End = s.Start + len(strings.TrimRightFunc(left, isSpace))
	return s
}

// paras splits a plain text into paragraphs.
func (c *Cutter) paras(page string) []para {
	var lines []stemma.Span
	var gaps []int
	gap := 0
	for at := 0; at < len(page); {
		end := strings.IndexByte(page[at:], '\n')
		if end < 0 {
			end = len(page) - at
		}
		s := trimmed(page, stemma.Span{Start: at, End: at + end})
		if s.Empty() {
			gap++
		} else {
			lines, gaps = append(lines, s), append(gaps, gap)
			gap = 0
		}
		at += end + 1
	}
	width := wrapWidth(page, lines, gaps)
	var ps []para
	for i := 0; i < len(lines); i++ {
		s, first := lines[i], i
		for width > 0 && i+1 < len(lines) && gaps[i+1] == 0 && full(page, lines[i], lines[i+1], width) && !c.breaksOff(page, lines[i], lines[i+1]) {
			i++
			s.End = lines[i].End
		}
		if i+1 < len(lines) && gaps[i+1] == 0 && c.labelAlone(page, s, lines[i+1]) {
			i++
			s.End = lines[i].End
		}
		p := newPara(page, s)
		p.gap = gaps[first]
		ps = append(ps, p)
	}
	return ps
}

// full reports whether a line was broken because the next one's first word would
// have gone over the width.
func full(page string, line, next stemma.Span, width int) bool {
	word := next.Of(page)
	if i := strings.IndexFunc(word, isSpace); i >= 0 {
		word = word[:i]
	}
	n := utf8.RuneCountInString(line.Of(page))
	return n <= width && n+1+utf8.RuneCountInString(word) > width
}

// labelAlone reports whether a line has only a word for “by” or “published on”, and the next
// one the name or day.
func (c *Cutter) labelAlone(page string, line, next stemma.Span) bool {
	if line.End-line.Start > 24 || next.End-next.Start > 60 {
		return false
	}
	ws, below := wordsOf(line.Of(page), 4), wordsOf(next.Of(page), 8)
	if len(ws) == 0 || len(below) == 0 || len(below) > 6 {
		return false
	}
	if kind, n := c.bylines.kindAt(ws, 0); kind == "author" && n == len(ws) {
		return unicode.IsUpper(firstRune(next.Of(page)))
	}
	kind, n := c.furniture.kindAt(ws, 0)
	return (kind == "published" || kind == "posted_by") && n == len(ws) && len(c.datesIn(next.Of(page), below)) > 0
}

// breaksOff reports whether a sentence ends with a full line and the next line is
// furniture: it only looks like the paragraph's next.
func (c *Cutter) breaksOff(page string, line, next stemma.Span) bool {
	if !sentenceEnd(line.Of(page)) {
		return false
	}
	p := newPara(page, next)
	_, _, ok := c.furnitureKind(&p)
	return ok
}

// Bounds of the widths that texts are wrapped to, in characters.
const minWidth, maxWidth = 50, 100

// wrapWidth gives the width that a page's lines were wrapped to, 0 when they were
// not: when a line stands for a paragraph.
func wrapWidth(page string, lines []stemma.Span, gaps []int) int {
	var lengths []int
	long := 0
	for i := 0; i+1 < len(lines); i++ {
		n := utf8.RuneCountInString(lines[i].Of(page))
		switch {
		case n > maxWidth:
			long++
		case gaps[i+1] == 0 && n >= minWidth:
			lengths = append(lengths, n)
		}
	}
	if len(lengths) < 5 || long*5 > len(lengths) {
		return 0
	}
	sort.Ints(lengths)
	width := lengths[len(lengths)*95/100]
	pairs, broken := 0, 0
	for i := 0; i+1 < len(lines); i++ {
		if gaps[i+1] == 0 && utf8.RuneCountInString(lines[i].Of(page)) >= minWidth {
			pairs++
			if full(page, lines[i], lines[i+1], width) {
				broken++
			}
		}
	}
	if broken*2 < pairs {
		return 0
	}
	return width
}

// blockParas makes paragraphs of an HTML page's blocks.
func blockParas(p stemma.Page) []para {
	var ps []para
	for _, b := range p.Blocks {
		for at := b.Span.Start; at < b.Span.End; {
			end := strings.IndexByte(p.Text[at:b.Span.End], '\n')
			if end < 0 {
				end = b.Span.End - at
			}
			if s := trimmed(p.Text, stemma.Span{Start: at, End: at + end}); !s.Empty() {
				q := newPara(p.Text, s)
				q.tag, q.unit, q.main, q.link, q.date = b.Tag, b.Unit, b.Main, b.Link, b.Date
				if at == b.Span.Start {
					q.gap = 1
				}
				ps = append(ps, q)
			}
			at += end + 1
		}
	}
	return ps
}

// heading gives the level of a paragraph that HTML marks as a heading, else 0.
func (p *para) heading() int {
	if len(p.tag) == 2 && p.tag[0] == 'h' && p.tag[1] >= '1' && p.tag[1] <= '6' {
		return int(p.tag[1] - '0')
	}
	return 0
}
