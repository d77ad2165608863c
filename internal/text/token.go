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

func letterAt(text string, at int) bool {
	if at >= len(text) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[at:])
	return unicode.IsLetter(r)
}

func digitAt(text string, at int) bool {
	return at >= 0 && at < len(text) && text[at] >= '0' && text[at] <= '9'
}

// numberEnd gives the end of the number that begins at at: digits, with “.” “,” “’”
// or a narrow space between digits where three follow, and an ordinal's letters.
func numberEnd(text string, at int) int {
	i := at
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsDigit(r):
			i += size
			continue
		case (r == '.' || r == ',') && digitAt(text, i+1):
			i++
			continue
		case (r == '\u202f' || r == '\u2009') && digitAt(text, i+size) && digitAt(text, i+size+1) && digitAt(text, i+size+2):
			i += size
			continue
		}
		break
	}
	for _, tail := range [...]string{"st", "nd", "rd", "th", "s", "º", "ª", "er", "ra", "ro", "do", "da", "to", "ta", "mo", "ma"} {
		if strings.HasPrefix(text[i:], tail) && !letterAt(text, i+len(tail)) && !digitAt(text, i+len(tail)) {
			return i + len(tail)
		}
	}
	return i
}

// wordEnd gives the end of the word that began before at, and whether it takes in a
// full stop.
func wordEnd(text string, at int, abbreviations *lang.List, start int) (end int, stop bool) {
	i := at
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r) || (unicode.IsDigit(r) && i > start):
			i += size
			continue
		case (r == '\'' || r == '’' || r == '-' || r == '_' || r == '\u2011') && letterAt(text, i+size):
			i += size
			continue
		case r == '.':
			if e, ok := stopEnd(text, start, i, abbreviations); ok {
				return e, true
			} else if e > i { // an inner stop, as in “stemma.example”
				i = e
				continue
			}
		}
		break
	}
	return i, false
}

// stopEnd decides on the full stop at i behind the word text[start:i]: the end of the
// token with the stop in it, and whether the token ends there. An end beyond i
// without true means that the word goes on behind the stop.
func stopEnd(text string, start, i int, abbreviations *lang.List) (int, bool) {
	word := text[start:i]
	if letters := utf8.RuneCountInString(word); letters <= 2 && letterAt(text, i+1) {
		// “U.S.”, “a.m.”, “EE.UU.”: groups of one or two letters with stops
		end := i + 1
		for {
			n, size := 0, 0
			for letterAt(text, end+size) && n < 3 {
				_, w := utf8.DecodeRuneInString(text[end+size:])
				n, size = n+1, size+w
			}
			if n == 0 || n > 2 || end+size >= len(text) || text[end+size] != '.' {
				if n == letters && n > 0 && n <= 2 && !letterAt(text, end+size) && end > i+1 {
					return end + size, false // “U.S.A” without the last stop
				}
				if end > i+1 {
					return end, true
				}
				break
			}
			end += size + 1
		}
		if n := initialism(text, start, i); n > 0 {
			return n, false
		}
	}
	folded := lang.Fold(text[start : i+1])
	value, known := abbreviations.Value(folded)
	initial := utf8.RuneCountInString(word) == 1 && unicode.IsUpper(firstRune(word)) && !digitAt(text, start-1) // no “B” of “2B.”
	switch {
	case known && value == "number" && !initial && !digitAfter(text, i+1):
		return i, false
	case known || initial:
		return i + 1, true // sentenceEnd decides whether a sentence ends here
	case innerStop(text, i):
		return i + 1, false
	}
	return i, false
}

// initialism gives the end of “U.S” or “P.M” written without the last stop; 0 if it is none.
func initialism(text string, start, i int) int {
	if utf8.RuneCountInString(text[start:i]) != 1 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(text[i+1:])
	if letterAt(text, i+1+size) {
		return 0
	}
	return i + 1 + size
}

// innerStop reports whether the stop at i stands inside a host or file name: small
// letters on both sides.
func innerStop(text string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i+1:])
	return unicode.IsLower(before) && unicode.IsLower(after)
}

func digitAfter(text string, at int) bool {
	for at < len(text) && (text[at] == ' ' || strings.HasPrefix(text[at:], "\u00a0")) {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return digitAt(text, at)
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
