package figure_test

import (
	"strings"
	"testing"

	"stemma"
	"stemma/internal/read/figure"
	"stemma/internal/text"
	"stemma/lang"
)

// BenchmarkFind reads an ordinary report; words/s are those of the text.
func BenchmarkFind(b *testing.B) {
	s := strings.Repeat(`As of 22 March, according to the health office, at least 31 marchers have been killed and 58 more have been injured in Velmora.
The government did not answer questions about the decision to send soldiers to the southern provinces, where the roads have been closed for three weeks.
Ana Duarte, who leads the union of harbour workers, said that the talks would go on until the ministers agree to release everyone who was arrested in the capital.
Nobody in the town believes that the promises made before the winter will be kept, and the shops along the main street stay closed.
`, 20)
	benchmark(b, s)
}

// BenchmarkHostile reads a text made to match the longest rules everywhere.
func BenchmarkHostile(b *testing.B) {
	benchmark(b, strings.Repeat("number of people killed, 5 of them in Sarn (9), said 60 % of 3 votes ", 300))
}

func benchmark(b *testing.B, s string) {
	a := &stemma.Article{ID: "a", Text: s, Lang: "en"}
	d := text.New(a, lang.Load("en"))
	names := named(s)
	figure.Find(d, names, nil, nil)
	for b.Loop() {
		figure.Find(d, names, nil, nil)
	}
	words := float64(len(strings.Fields(s)))
	b.ReportMetric(words*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
