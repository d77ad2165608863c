package view

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// width is how many characters a line of terminal output holds at most.
const width = 88

// printer writes lines and keeps the first error.
type printer struct {
	w   io.Writer
	err error
}

// line writes one line; trailing spaces are dropped, control characters shown as
// blanks, so that a page cannot drive the terminal.
func (p *printer) line(format string, args ...any) {
	if p.err != nil {
		return
	}
	s := strings.TrimRight(plain(fmt.Sprintf(format, args...)), " ")
	_, p.err = io.WriteString(p.w, s+"\n")
}

// heading writes a blank line and an underlined heading.
func (p *printer) heading(s string) {
	p.line("")
	p.line("%s", s)
	p.line("%s", strings.Repeat("-", utf8.RuneCountInString(plain(s))))
}

// wrap writes text in lines of at most [width] characters after the indent; where
// that holds a bullet, further lines are set below the text.
func (p *printer) wrap(indent, text string) {
	p.fill(indent, strings.Map(blank, indent), text)
}

func blank(rune) rune { return ' ' }

// fill writes text in lines, the first one after indent, the others after further.
func (p *printer) fill(indent, further, text string) {
	room := width - utf8.RuneCountInString(indent)
	line, n := "", 0
	for _, word := range strings.Fields(text) {
		k := utf8.RuneCountInString(word)
		if n > 0 && n+1+k > room {
			p.line("%s%s", indent, line)
			indent, line, n = further, "", 0
		}
		if n > 0 {
			line, n = line+" ", n+1
		}
		line, n = line+word, n+k
	}
	if n > 0 {
		p.line("%s%s", indent, line)
	}
}

// plain replaces what could move a cursor or change colours.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || (r >= 0x7f && r < 0xa0) || (r >= 0x202a && r <= 0x202e) || (r >= 0x2066 && r <= 0x2069) {
			return ' '
		}
		return r
	}, s)
}

// short cuts text to about n characters at a word's end and closes up white space.
func short(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	cut, count := 0, 0
	for i, r := range s {
		if count >= n {
			break
		}
		if r == ' ' {
			cut = i
		}
		count++
	}
	if cut == 0 {
		cut = len(string([]rune(s)[:n]))
	}
	return s[:cut] + " …"
}

// more says how to see the rows behind those shown.
func (p *printer) more(shown, offset int) {
	p.line("")
	p.line("Shown: %d from number %d on; --offset %d shows more.", shown, offset+1, offset+shown)
}
