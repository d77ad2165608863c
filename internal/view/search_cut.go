package view

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// searchable reports whether an index can hold any of it; what it cannot hold is
// ignored.
func searchable(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
}

// cutField cuts “outlet:” from the front.
func cutField(s string) (field, rest string, ok bool) {
	field, rest, ok = strings.Cut(s, ":")
	if field = searchFields()[fold(field)]; !ok || field == "" {
		return "", s, false
	}
	return field, rest, true
}

// cutWords cuts a phrase or a word from the front.
func cutWords(s string) (kind byte, text, rest string, err error) {
	for _, marks := range [][2]string{{`"`, `"`}, {"“", "”"}} {
		body, ok := strings.CutPrefix(s, marks[0])
		if !ok {
			continue
		}
		text, rest, ok = strings.Cut(body, marks[1])
		if !ok {
			return 0, "", "", fmt.Errorf("a quotation mark is not closed")
		}
		return 'p', text, rest, nil
	}
	end := strings.IndexFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(`()"“*~`, r) })
	if end < 0 {
		end = len(s)
	}
	if end == 0 { // a “*” or “~” with nothing before it, or a stray mark
		_, n := utf8.DecodeRuneInString(s)
		return 'w', "", s[n:], nil
	}
	return 'w', s[:end], s[end:], nil
}
