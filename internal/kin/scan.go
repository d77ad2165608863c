package kin

import (
	"unicode"
	"unicode/utf8"
)

// scanner walks through a text and keeps in mind whether a quotation is open.
type scanner struct {
	text  *text
	src   string
	quote bool
}

// scan appends the words of src[from:until].
func (s *scanner) scan(from, until int) {
	for i := from; i < until; {
		c := s.src[i]
		switch {
		case plain[c] != 0:
			i = s.word(i, until)
		case c < utf8.RuneSelf:
			i = s.mark(i, until)
		default:
			r, n := utf8.DecodeRuneInString(s.src[i:until])
			if letter(r) {
				i = s.word(i, until)
				continue
			}
			s.sign(r, i, n)
			i += n
		}
	}
}

// word appends the word that begins at i and gives its end. A sign of a script
// that sets no spaces is a word of its own.
func (s *scanner) word(i, until int) int {
	h, start := uint32(2166136261), i
	var flag uint8
	if s.quote {
		flag = inQuote
	}
	switch c := s.src[i]; {
	case c >= '0' && c <= '9':
		flag |= isNumber
	case c >= 'A' && c <= 'Z':
		flag |= isName
	}
	for i < until {
		if c := plain[s.src[i]]; c != 0 {
			h = (h ^ uint32(c)) * 16777619
			i++
			continue
		}
		if s.src[i] < utf8.RuneSelf {
			break
		}
		r, n := utf8.DecodeRuneInString(s.src[i:until])
		if !letter(r) {
			break
		}
		if i == start && unicode.IsUpper(r) {
			flag |= isName
		}
		if solid := unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai); solid && i > start {
			break
		} else if solid {
			h, i = (h^uint32(r))*16777619, i+n
			break
		}
		if !unicode.Is(unicode.Mn, r) {
			h = (h ^ uint32(fold(r))) * 16777619
		}
		i += n
	}
	t := s.text
	if flag&isName != 0 && i > start+1 && s.src[start+1] >= 'A' && s.src[start+1] <= 'Z' {
		t.style.capitals++
	}
	if i > start+1 {
		t.style.words++
	}
	t.hash = append(t.hash, h)
	t.start = append(t.start, int32(start))
	t.end = append(t.end, int32(i))
	t.flag = append(t.flag, flag)
	return i
}

// mark takes in an ASCII sign between words and gives the place after it.
func (s *scanner) mark(i, until int) int {
	t := s.text
	switch s.src[i] {
	case '\n':
		t.style.breaks++
		if i > 0 && s.src[i-1] == '\n' {
			t.style.blank++
		}
		s.line(i)
	case '"':
		t.style.straight++
		s.quote = s.opens(i, i+1, until)
	case '\'':
		t.style.straight++
		if i+1 < until && s.src[i+1] == '\'' { // two single marks are a double one
			s.quote = s.opens(i, i+2, until)
			return i + 2
		}
	case '.', '!', '?':
		s.after(endsSaid)
	}
	return i + 1
}

// opens reports whether the quotation mark at src[i:end], which looks the same at
// both ends of a quotation, opens one: a word follows it and none stands before it.
func (s *scanner) opens(i, end, until int) bool {
	if end >= until || s.src[end] <= ' ' {
		return false
	}
	return i == 0 || s.src[i-1] <= ' ' || s.src[i-1] == '(' || s.src[i-1] == '[' || s.src[i-1] == '-' ||
		s.src[i-1] >= utf8.RuneSelf && !s.quote
}

// sign takes in a sign beyond ASCII.
func (s *scanner) sign(r rune, i, n int) {
	switch r {
	case '“', '„', '«':
		s.quote = true
		s.text.style.curly++
	case '”', '»':
		s.quote = false
		s.text.style.curly++
	case '‘', '’':
		s.text.style.curly++
	case '…':
		s.after(endsSaid)
	case '\u2028', '\u2029':
		s.line(i)
	}
}

// line takes in a line break. A quotation that was left open ends with its
// paragraph: at an empty line, or where a sentence ends with the line.
func (s *scanner) line(i int) {
	if n := len(s.text.flag); i > 0 && s.src[i-1] == '\n' || n > 0 && s.text.flag[n-1]&endsSaid != 0 {
		s.quote = false
	}
	s.after(endsLine)
}

// after notes what follows the last word.
func (s *scanner) after(flag uint8) {
	if n := len(s.text.flag); n > 0 {
		s.text.flag[n-1] |= flag
	}
}

// plain gives the folded form of ASCII letters and digits, 0 for all else.
var plain = func() (t [256]byte) {
	for c := '0'; c <= '9'; c++ {
		t[c] = byte(c)
	}
	for c := 'a'; c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = byte(c), byte(c)
	}
	return t
}()

// bases are the letters of U+00C0 to U+017F without their accents.
const bases = "aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo*ouuuuypy" +
	"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"

// fold takes accent and case from a letter.
func fold(r rune) rune {
	if r >= 0xC0 && r < 0xC0+rune(len(bases)) {
		return rune(bases[r-0xC0])
	}
	return unicode.ToLower(r)
}

// letter reports whether r is part of a word.
func letter(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r))
}
