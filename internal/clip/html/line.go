package html

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"stemma"
)

// word adds a text node to the block under way.
func (b *builder) word(t *html.Node, c context) {
	before := len(b.line)
	b.inline(t.Data, c.pre)
	if n := len(b.line) - before; n > 0 {
		if strings.TrimSpace(t.Data) != "" {
			b.pieces = append(b.pieces, piece{t, len(b.blocks)})
		}
		if before == 0 {
			b.inside = c
		}
		if c.link {
			b.links += n
		}
		if c.timeOnly {
			if b.times == 0 {
				b.date = c.date
			}
			b.times += n
		}
	}
}

// inline adds text with runs of white space made one space; line breaks stay where
// the element keeps them.
func (b *builder) inline(s string, pre bool) {
	for len(s) > 0 {
		n := plainRun(s)
		if n > 0 {
			b.put(s[:n])
			s = s[n:]
			continue
		}
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case r == '\n' && pre:
			b.lineBreak()
		case r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f':
			b.space = true
		case r == '\u200B' || r == '\u00AD' || r == '\uFEFF' || r == 0: // not visible
		case r == utf8.RuneError:
			b.put("\uFFFD")
		default:
			b.put(s[:size])
		}
		s = s[size:]
	}
}

// plainRun gives how many bytes at the beginning of a text are ASCII without white space.
func plainRun(s string) int {
	for i := range len(s) {
		if s[i] <= ' ' || s[i] >= utf8.RuneSelf {
			return i
		}
	}
	return len(s)
}

// put adds a stretch without white space to the block under way.
func (b *builder) put(s string) {
	if b.space && len(b.line) > 0 && b.line[len(b.line)-1] != '\n' {
		b.line = append(b.line, ' ')
	}
	b.space = false
	b.line = append(b.line, s...)
}

func (b *builder) lineBreak() {
	if len(b.line) > 0 {
		b.line = append(b.line, '\n')
	}
	b.space = false
}

// flush ends the block under way.
func (b *builder) flush() {
	s := strings.Trim(string(b.line), " \n\u00A0")
	links, times, day, in := b.links, b.times, b.date, b.inside
	b.line = b.line[:0]
	b.links, b.times, b.date, b.space, b.inside = 0, 0, "", false, context{}
	if s == "" {
		for len(b.pieces) > 0 && b.pieces[len(b.pieces)-1].block == len(b.blocks) {
			b.pieces = b.pieces[:len(b.pieces)-1]
		}
		return
	}
	if b.text.Len() > 0 {
		b.text.WriteString("\n\n")
	}
	start := b.text.Len()
	b.text.WriteString(s)
	tag := in.tag
	if times*2 > len(s) {
		tag = "time"
	} else {
		day = ""
	}
	if tag == "" {
		tag = "p"
	}
	b.blocks = append(b.blocks, stemma.Block{
		Span: stemma.Span{Start: start, End: start + len(s)}, Tag: tag, Unit: in.unit, Link: links*2 > len(s), Date: day,
	})
	b.owners = append(b.owners, owner{node: in.owner, boiler: in.boiler, thread: in.thread})
}
