package view

import (
	"strings"
	"testing"

	"stemma"
)

// TestAnswerWords: an answer is told in the words behind its number, up to a sign or the next
// number, with those before it where they are few.
func TestAnswerWords(t *testing.T) {
	for _, c := range []struct{ lang, text, number, other, want string }{
		{"en", "Some 67 percent believe that the mayor knew of the leak, the survey found.", "67", "", "… believe that the mayor knew of the leak"},
		{"en", "Mr. Orrin leads Sen. Kelm with 31% of voters.", "31%", "", "Mr. Orrin leads Sen. Kelm with … of voters"},
		{"en", "Of them 40 per cent want a new bridge soon and 55 per cent want none at all.", "40", "55", "… want a new bridge soon and"},
		{"en", "Kelm scored 19.", "19", "", "Kelm scored …"},
		{"es", "El 41 por ciento votaría hoy por la alcaldesa Vera Osuna.", "41", "", "… votaría hoy por la alcaldesa Vera Osuna"},
		{"en", "19", "19", "", ""},
	} {
		at := func(words string) stemma.Span {
			i := strings.Index(c.text, words)
			return stemma.Span{Start: i, End: i + len(words)}
		}
		f := &stemma.Figure{Evidence: stemma.Evidence{Span: at(c.number)}, Sentence: stemma.Span{End: len(c.text)}}
		var others []stemma.Span
		if c.other != "" {
			others = append(others, at(c.other))
		}
		if got := answerWords(f, &stemma.Article{Lang: c.lang, Text: c.text}, others); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// TestPronounsNameNobody: who is “it” a list does not say.
func TestPronounsNameNobody(t *testing.T) {
	a := &stemma.Article{Lang: "en", Text: "It banned the ferry"}
	if got := wordsOf(stemma.Named{Span: stemma.Span{End: 2}}, a); got != "" {
		t.Errorf("somebody is called %q", got)
	}
	if got := wordsOf(stemma.Named{Span: stemma.Span{Start: 10, End: 19}}, a); got != "the ferry" {
		t.Errorf("the ferry is called %q", got)
	}
}
