package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/lang"
)

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
	for _, tail := range [...]string{"st", "nd", "rd", "th", "ST", "ND", "RD", "TH", "s", "º", "ª", "er", "ra", "ro", "do", "da", "to", "ta", "mo", "ma"} {
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
	if start > 1 && text[start-1] == '&' && !letterAt(text, i+1) && utf8.RuneCountInString(word) == 1 {
		return i, false // “AT&T.” ends a sentence
	}
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
