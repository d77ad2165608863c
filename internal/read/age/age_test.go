package age_test

import (
	"testing"

	"stemma"
	"stemma/internal/read/age"
	"stemma/internal/text"
	"stemma/lang"
)

func TestBefore(t *testing.T) {
	p := lang.Load("en")
	for words, want := range map[string]int{
		"the 17-year-old boy": 17, "a 34-year-old nurse": 34, "a 17-storey house": 0, "the boy": 0, "a 170-year-old house": 0,
	} {
		d := text.New(&stemma.Article{Text: words, Lang: "en"}, p)
		last := len(d.Tokens) - 1
		years, from := age.Before(d, p.List("ages"), 0, last)
		if years != want || (want > 0) != (from < last) {
			t.Errorf("%q: %d years, from token %d", words, years, from)
		}
	}
}

func TestYears(t *testing.T) {
	for norm, want := range map[string]int{"0": 0, "1": 1, "120": 120, "121": 0, "1,200": 0, "ten": 0, "": 0} {
		if got := age.Years(norm); got != want {
			t.Errorf("%q is %d years, want %d", norm, got, want)
		}
	}
}
