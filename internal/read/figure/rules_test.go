package figure

import (
	"testing"

	"stemma"
	"stemma/internal/text"
	"stemma/lang"
)

// Every rule has an example, and is the one that decides about a number in it.
func TestRuleExamples(t *testing.T) {
	for _, code := range lang.Codes() {
		p := lang.Load(code)
		for _, r := range p.Rules("figure") {
			if len(r.Examples) == 0 {
				t.Errorf("%s has no example", r.ID)
			}
			for _, e := range r.Examples {
				d := text.New(&stemma.Article{Text: e, Lang: code}, p)
				f := newFinder(d, nil, nil)
				hit := false
				for i, s := range d.Sentences {
					found := f.scan(s.First, s.End)
					for _, c := range found {
						c.sentence = i
					}
					f.phrases(found, s.End)
					f.measure(found, s)
					for _, c := range found {
						hit = hit || c.rule == r.ID || c.baseBy == r.ID || c.elided == r.ID || c.saidRule == r.ID
						if c.rule != r.ID {
							t.Logf("%q: %q is %s by %s", e, c.span.Of(e), c.measure, c.rule)
						}
					}
				}
				if !hit {
					t.Errorf("%s does not decide about any number in %q", r.ID, e)
				}
			}
		}
	}
}
