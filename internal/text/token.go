package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/lang"
)

// Kind says what sort of token it is.
type Kind uint8

// The kinds of token.
const (
	Word   Kind = iota // letters, with inner apostrophes, hyphens and the stops of abbreviations
	Number             // digits, with inner separators, and an ordinal's letters (“1,200”, “3.5”, “21st”, “1990s”)
	Mark               // a quotation mark of any form; Norm is `"` for double ones, the mark itself for single ones
	Punct              // any other sign; Norm is the sign

	Kinds = iota // how many there are
)

// Case says how a word is written.
type Case uint8

// The cases of a word.
const (
	NoCase Case = iota // no letters, or letters without case
	Lower              // all small
	Title              // a capital, then small letters, or a single capital
	Upper              // two or more capitals, no small letters
	Mixed              // anything else (“iPhone”)

	Cases = iota // how many there are
)

// Token is a word, number or sign.
type Token struct {
	Span  stemma.Span
	Norm  string     // folded with lang.Fold, so that it can be looked up in a word list
	Known *lang.Word // what the packs know of Norm
	Kind  Kind
	Case  Case
	Glued bool // no white space stands between it and the token before
	Stop  bool // it ends in the full stop of an abbreviation or initial
}

// Has reports whether a word list has the token alone.
func (t *Token) Has(l *lang.List) bool {
	_, ok := t.Value(l)
	return ok
}

// Value gives what a word list says of the token alone; false when it does not have it.
func (t *Token) Value(l *lang.List) (string, bool) {
	if b := l.Begin(t.Known); b != nil {
		return l.Says(b)
	}
	return "", false
}

// tokens appends the tokens in a span.
func tokens(out []Token, text string, in stemma.Span, p *lang.Pack, abbreviations *lang.List) []Token {
	glued := false
	for at := in.Start; at < in.End; {
		r, size := utf8.DecodeRuneInString(text[at:in.End])
		if blank(r) {
			at += size
			glued = false
			continue
		}
		t := next(text[:in.End], at, r, size, abbreviations)
		t.Glued = glued
		at, glued = t.Span.End, true
		cut := 0
		switch t.Kind {
		case Word:
			cut = possessive(text, t.Span)
			t.Span.End -= cut
			t.Case = caseOf(t.Span.Of(text))
			t.Norm, t.Known = p.Read(t.Span.Of(text))
		case Number:
			t.Norm, t.Known = p.Read(t.Span.Of(text))
		default:
			t.Known = p.Word(t.Norm)
		}
		out = append(out, t)
		if cut > 0 {
			out = append(out, Token{Span: stemma.Span{Start: at - cut, End: at}, Norm: "'s", Known: p.Word("'s"), Kind: Word, Case: Lower, Glued: true})
		}
	}
	return out
}

func blank(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u00ad' || (unicode.IsControl(r) && r != utf8.RuneError)
}

// next reads the token that begins at at with the rune r; of words and numbers only where
// they end, of signs also the form.
func next(text string, at int, r rune, size int, abbreviations *lang.List) Token {
	switch {
	case unicode.IsDigit(r):
		end := numberEnd(text, at)
		return Token{Span: stemma.Span{Start: at, End: end}, Kind: Number}
	case unicode.IsLetter(r) || ((r == '#' || r == '@') && letterAt(text, at+size)):
		end, stop := wordEnd(text, at+size, abbreviations, at)
		return Token{Span: stemma.Span{Start: at, End: end}, Kind: Word, Stop: stop}
	}
	kind, norm := Punct, text[at:at+size]
	switch r {
	case '"', '“', '”', '„', '‟', '«', '»', '＂':
		kind, norm = Mark, `"`
	case '\'', '‘', '’', '‚', '‹', '›', '`':
		kind = Mark
		if r != '‚' && r != '‹' && r != '›' && strings.HasPrefix(text[at+size:], text[at:at+size]) { // “''” is one double mark
			size, norm = 2*size, `"`
		}
	case '.':
		for at+size < len(text) && text[at+size] == '.' { // “...” is one sign
			size++
		}
		if size >= 3 {
			norm = "…"
		}
	case '–', '—', '―':
		norm = "—"
		for strings.HasPrefix(text[at+size:], "—") {
			size += len("—")
		}
	case '-':
		for at+size < len(text) && text[at+size] == '-' {
			size++
			norm = "—"
		}
	}
	return Token{Span: stemma.Span{Start: at, End: at + size}, Norm: norm, Kind: kind}
}

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }

// possessive gives the number of bytes of a “’s” at the end of the word, 0 if none.
func possessive(text string, s stemma.Span) int {
	w := s.Of(text)
	for _, tail := range [...]string{"'s", "’s"} {
		if len(w) > len(tail) && strings.HasSuffix(w, tail) {
			return len(tail)
		}
	}
	return 0
}

func caseOf(s string) Case {
	capitals, smalls, first := 0, 0, false
	for i, r := range s {
		switch {
		case unicode.IsUpper(r):
			capitals++
			first = first || i == 0
		case unicode.IsLower(r):
			smalls++
		}
	}
	switch {
	case capitals+smalls == 0:
		return NoCase
	case capitals == 0:
		return Lower
	case smalls == 0 && capitals > 1:
		return Upper
	case first && (capitals == 1 || strings.ContainsAny(s, "-'’")):
		return Title
	case first && capitals+smalls > 3 && capitals <= 2:
		return Title // “McArthur”
	default:
		return Mixed
	}
}
