package quote_test

import (
	"strings"
	"testing"

	"stemma"
	"stemma/internal/read/quote"
	"stemma/internal/text"
	"stemma/lang"
)

// Every rule finds something in its own example; “/” stands for a new paragraph.
func TestExamples(t *testing.T) {
	helpers := map[string]bool{"lead": true, "occasion": true, "translated": true, "dropped": true, "it": true, "nothing": true}
	for _, code := range lang.Codes() {
		for _, r := range lang.Load(code).Rules("quote") {
			if helpers[r.Set["content"]] {
				continue // they add to what other rules find
			}
			for _, example := range r.Examples {
				a := &stemma.Article{Text: strings.ReplaceAll(example, " / ", "\n\n"), Lang: code}
				d := text.New(a, lang.Load(code))
				var got []string
				for _, q := range quote.Find(d, castIn(d)) {
					got = append(got, q.Rule)
				}
				if !strings.Contains(" "+strings.Join(got, " ")+" ", " "+r.ID+" ") {
					t.Errorf("%s: %q was read by %v", r.ID, example, got)
				}
			}
		}
	}
}
