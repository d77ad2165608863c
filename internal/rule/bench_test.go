package rule

import (
	"strings"
	"testing"

	"stemma"
	"stemma/internal/text"
	"stemma/lang"
)

// BenchmarkAt looks up the rules for figures at every token of ordinary prose, with a
// number at every fifth.
func BenchmarkAt(b *testing.B) {
	p := lang.Load("en")
	set := MustSet(p, "figure")
	d := text.New(&stemma.Article{Text: strings.Repeat("the ministry said that 27 people were hurt near the port. ", 50), Lang: "en"}, p)
	m := marks{"n": {}}
	for i := range d.Tokens {
		if d.Tokens[i].Kind == text.Number {
			m["n"][i] = i + 1
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		scan := set.Over(d)
		for i := range d.Tokens {
			scan.At(i, len(d.Tokens), m)
		}
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
