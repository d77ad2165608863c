package name_test

import (
	"strings"
	"testing"

	"stemma"
	"stemma/internal/gazetteer"
	"stemma/internal/golden/goldentest"
	"stemma/internal/read/name"
	"stemma/internal/read/place"
	"stemma/internal/text"
	"stemma/lang"
)

// atlas is the invented country of the tests.
func atlas(t *testing.T) *gazetteer.Table {
	t.Helper()
	list, problems := gazetteer.ParseAdditions(`
Velmora|10|20|country|VM
Kelmora|10.5|20.5|city|VM|Coast
Borim|11|21|admin1|VM|Borim
Borim|11.2|21.3|city|VM|Borim
Tessel|9|19|admin1|VM|Tessel
`)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return gazetteer.Default().With(list)
}

func TestGolden(t *testing.T) {
	g := atlas(t)
	goldentest.Run(t, "testdata", func(a *stemma.Article) stemma.Reading {
		d := text.New(a, lang.Load(a.Lang))
		return stemma.Reading{Mentions: name.Find(d, place.Find(d, g))}
	}, "name")
}

// TestRules: every rule's example has a mention found by that rule. “¶” in an example
// ends a paragraph.
func TestRules(t *testing.T) {
	g := atlas(t)
	for _, code := range lang.Codes() {
		p := lang.Load(code)
		rules := append(append([]lang.Rule(nil), p.Rules("name")...), p.Rules("place")...)
		if len(rules) < 13 {
			t.Errorf("%s: %d rules", code, len(rules))
		}
		for _, r := range rules {
			for _, e := range r.Examples {
				d := text.New(&stemma.Article{Text: strings.ReplaceAll(e, " ¶ ", "\n")}, p)
				found := name.Find(d, place.Find(d, g))
				ok := false
				for _, m := range found {
					ok = ok || m.Rule == r.ID
				}
				if !ok {
					t.Errorf("%s: not in %q: %+v", r.ID, e, found)
				}
			}
		}
	}
}
