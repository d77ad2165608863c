package goldentest

import (
	"testing"
	"unicode/utf8"

	"stemma"
	"stemma/lang"
)

// Read reads an article, as far as a package's tests need it.
type Read func(*stemma.Article) stemma.Reading

// Check holds a reading to what a package promises of it, whatever the text.
type Check func(*testing.T, *stemma.Article, *stemma.Reading)

// Promises checks the readings of sets of evaluation texts; see [Set].
func Promises(t *testing.T, shared string, sets []string, read Read, check Check) {
	t.Helper()
	for _, set := range sets {
		t.Run(set, func(t *testing.T) {
			for _, a := range Set(t, shared, set) {
				r := read(&a)
				check(t, &a, &r)
			}
		})
	}
}

// Fuzz checks the readings of texts that chance makes of the seeds, in every language.
func Fuzz(f *testing.F, seeds []string, read Read, check Check) {
	for _, s := range seeds {
		for _, code := range lang.Codes() {
			f.Add(s, code)
		}
	}
	f.Fuzz(func(t *testing.T, s, code string) {
		if lang.Load(code) == nil || !utf8.ValidString(s) {
			return
		}
		a := &stemma.Article{Text: s, Lang: code, Published: "2021-03-24"}
		r := read(a)
		check(t, a, &r)
	})
}
