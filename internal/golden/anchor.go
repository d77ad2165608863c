package golden

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
)

// Resolve gives the place of an anchor in a text. An anchor that stands nowhere, or in
// several places without saying which, is an error that wraps [stemma.ErrNotFound] or
// [stemma.ErrInvalid].
func Resolve(text, anchor string) (stemma.Span, error) {
	words, nth := anchor, 0
	if i := strings.LastIndexByte(anchor, '#'); i > 0 {
		if n, err := strconv.Atoi(anchor[i+1:]); err == nil && n > 0 {
			words, nth = anchor[:i], n
		}
	}
	all := places(text, words)
	switch {
	case len(all) == 0:
		return stemma.Span{}, fmt.Errorf("%q does not stand in the article: %w", words, stemma.ErrNotFound)
	case nth > len(all):
		return stemma.Span{}, fmt.Errorf("%q stands in the article %d times, not %d: %w", words, len(all), nth, stemma.ErrNotFound)
	case nth > 0:
		return all[nth-1], nil
	case len(all) > 1:
		return stemma.Span{}, fmt.Errorf("%q stands in the article %d times; say which with #1 … #%d: %w", words, len(all), len(all), stemma.ErrInvalid)
	}
	return all[0], nil
}

// places gives all places of an anchor's words that do not cut a word in two.
func places(text, words string) []stemma.Span {
	head, tail, skips := strings.Cut(words, " … ")
	if !skips || head == "" || tail == "" {
		return whole(text, words)
	}
	var all []stemma.Span
	for _, s := range whole(text, head) {
		rest := whole(text[s.End:], tail)
		if len(rest) > 0 {
			all = append(all, stemma.Span{Start: s.Start, End: s.End + rest[0].End})
		}
	}
	return all
}

func whole(text, words string) []stemma.Span {
	var all []stemma.Span
	if words == "" {
		return nil
	}
	for at := 0; ; {
		i := strings.Index(text[at:], words)
		if i < 0 {
			return all
		}
		s := stemma.Span{Start: at + i, End: at + i + len(words)}
		if onBorders(text, s) {
			all = append(all, s)
		}
		at = s.Start + 1
		for at < len(text) && !utf8.RuneStart(text[at]) {
			at++
		}
	}
}

// onBorders reports whether a span does not begin or end inside a word or number.
func onBorders(text string, s stemma.Span) bool {
	inner := func(at int) bool {
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at:])
		return wordRune(before) && wordRune(after)
	}
	return !inner(s.Start) && !inner(s.End)
}

func wordRune(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

// Anchor gives an anchor that leads to the span: its words, or its first and last ones
// when there are many, and which of several places it is.
func Anchor(text string, s stemma.Span) string {
	words := s.Of(text)
	if strings.ContainsAny(words, "\n\r") || len(words) > 60 {
		words = ends(words)
	}
	all := places(text, words)
	for i, p := range all {
		if p == s {
			if len(all) == 1 {
				return words
			}
			return words + "#" + strconv.Itoa(i+1)
		}
	}
	return s.Of(text) // a span that cuts a word: shown as it is, it will not resolve
}

// ends gives the first three and the last three words, with “ … ” between.
func ends(words string) string {
	f := strings.Fields(words)
	if len(f) < 7 {
		return words
	}
	first := strings.Index(words, f[2]) + len(f[2])
	if head := words[:first]; strings.Count(head, " ") == 2 && !strings.ContainsAny(head, "\n\r") {
		last := len(words)
		for range 3 {
			last = strings.LastIndexAny(words[:last], " \n\t")
		}
		if tail := words[last+1:]; !strings.ContainsAny(tail, "\n\r") {
			return head + " … " + tail
		}
	}
	return f[0] + " … " + f[len(f)-1]
}
