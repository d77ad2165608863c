package kin

import (
	"encoding/binary"

	"stemma"
)

// closed gives what kin asks of an article, but for its ID, as one string that takes little
// more room than its text.
func closed(a *stemma.Article) string {
	b := make([]byte, 0, len(a.Text)+len(a.TitleText)+128)
	number := func(ns ...int) {
		for _, n := range ns {
			b = binary.AppendVarint(b, int64(n))
		}
	}
	text := func(s string) {
		number(len(s))
		b = append(b, s...)
	}
	title, known := a.TitleText, 0
	if title == a.Title.Of(a.Text) {
		title, known = "", 1 // it is told by its place
	}
	for _, s := range []string{a.Text, string(a.Page), title, a.Outlet.Name, a.Credit.Name, string(a.Published), string(a.Reposted), a.Lang, a.URL} {
		text(s)
	}
	number(a.Title.Start, a.Title.End, a.Credit.Span.Start, a.Credit.Span.End, known, len(a.Byline))
	for _, by := range a.Byline {
		text(by.Name)
	}
	number(len(a.Holes))
	for _, h := range a.Holes {
		number(h.Span.Start, h.Span.End)
		text(h.Type)
	}
	return string(b)
}

// opened gives the article again, whose texts are parts of the string.
func opened(s string) *stemma.Article {
	number := func() int {
		var n uint64
		for i := 0; ; i++ {
			c := s[i]
			n |= uint64(c&0x7f) << (7 * i)
			if c < 0x80 {
				s = s[i+1:]
				return int(int64(n>>1) ^ -int64(n&1))
			}
		}
	}
	text := func() (part string) {
		n := number()
		part, s = s[:n], s[n:]
		return part
	}
	a := &stemma.Article{Text: text(), Page: stemma.ID(text()), TitleText: text()}
	a.Outlet.Name, a.Credit.Name = text(), text()
	a.Published, a.Reposted, a.Lang, a.URL = stemma.Date(text()), stemma.Date(text()), text(), text()
	a.Title.Start, a.Title.End, a.Credit.Span.Start, a.Credit.Span.End = number(), number(), number(), number()
	if known := number(); known == 1 {
		a.TitleText = a.Title.Of(a.Text)
	}
	if n := number(); n > 0 {
		a.Byline = make([]stemma.Named, n)
	}
	for i := range a.Byline {
		a.Byline[i].Name = text()
	}
	if n := number(); n > 0 {
		a.Holes = make([]stemma.Hole, n)
	}
	for i := range a.Holes {
		h := &a.Holes[i]
		h.Span.Start, h.Span.End, h.Type = number(), number(), text()
	}
	return a
}
