package name_test

import (
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
