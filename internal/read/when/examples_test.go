package when_test

import (
	"strings"
	"testing"

	"stemma"
	"stemma/internal/read/when"
	"stemma/internal/text"
	"stemma/lang"
)

// shared is where evaluation texts that the project may not hold lie, if they do.
const shared = "../../../../shared/data"

// TestExamples checks that every rule finds a time in its own example.
func TestExamples(t *testing.T) {
	for _, code := range lang.Codes() {
		p := lang.Load(code)
		for _, file := range []string{"when", "period"} {
			for _, r := range p.Rules(file) {
				if len(r.Examples) == 0 {
					t.Errorf("%s has no example", r.ID)
				}
				for _, e := range r.Examples {
					found := when.Find(text.New(&stemma.Article{Text: e, Lang: code, Published: "2022-12-15"}, p))
					var got []string
					for _, f := range found {
						got = append(got, f.Rule+" "+string(f.Value))
					}
					if s := strings.Join(got, ", "); !strings.Contains(s, r.ID) != (r.Set["make"] == "none") {
						t.Errorf("%s: %q: found %q", r.ID, e, s)
					}
				}
			}
		}
	}
}
