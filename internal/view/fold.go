package view

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"stemma"
)

// fold gives a word as searches compare it: lower case, without accents.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(s))
}

// folded is a word of a text, with its place.
type folded struct {
	word string
	at   stemma.Span
}

// foldedWords cuts a stretch of text into words of letters and digits, as the full-
// text index does.
func foldedWords(text string, within stemma.Span) []folded {
	var list []folded
	start := -1
	end := func(i int) {
		if start >= 0 {
			at := stemma.Span{Start: start, End: i}
			list = append(list, folded{fold(at.Of(text)), at})
		}
		start = -1
	}
	for i := within.Start; i < within.End; {
		r, n := utf8.DecodeRuneInString(text[i:])
		if unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.M, r) {
			if start < 0 {
				start = i
			}
		} else {
			end(i)
		}
		i += n
	}
	end(within.End)
	return list
}

// hitMarks marks the words of a sentence that the terms of a query ask for.
func hitMarks(text string, within stemma.Span, terms []Term, label string) []Mark {
	if within.Start < 0 || within.End > len(text) {
		return nil
	}
	words := foldedWords(text, within)
	var marks []Mark
	for _, t := range terms {
		wanted := foldedWords(t.Words, stemma.Span{End: len(t.Words)})
		for i := 0; len(wanted) > 0 && i+len(wanted) <= len(words); i++ {
			if !begins(words[i:], wanted, t.Prefix) {
				continue
			}
			at := words[i].at.Join(words[i+len(wanted)-1].at)
			marks = append(marks, Mark{Kind: KindHit, Span: at, Label: label})
			i += len(wanted) - 1
		}
	}
	return marks
}

// begins reports whether the words begin with the wanted ones; with prefix the last
// may go on.
func begins(words, wanted []folded, prefix bool) bool {
	last := len(wanted) - 1
	for i, w := range wanted {
		if words[i].word != w.word && !(prefix && i == last && strings.HasPrefix(words[i].word, w.word)) {
			return false
		}
	}
	return true
}
