package figure_test

import (
	"sort"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/golden/goldentest"
	"stemma/internal/read/figure"
	"stemma/internal/read/quote"
	"stemma/internal/read/when"
	"stemma/internal/text"
	"stemma/lang"
)

// atlas are the names of the invented country that the golden texts are about.
var atlas = []stemma.Mention{
	{Name: "Velmora", Type: stemma.Place, Geo: &stemma.Geo{Country: "XV", Precision: "country"}},
	{Name: "Port Ellin", Type: stemma.Place, Geo: &stemma.Geo{Country: "XV", Precision: "city"}},
	{Name: "Sarn", Type: stemma.Place, Geo: &stemma.Geo{Country: "XV", Precision: "admin1"}},
	{Name: "Tessa", Type: stemma.Place, Geo: &stemma.Geo{Country: "XV", Precision: "city"}},
	{Name: "Ministry of Health", Type: stemma.Organisation},
	{Name: "Arlen Institute", Type: stemma.Organisation},
	{Name: "Harbour Courier", Type: stemma.Organisation},
	{Name: "Ana Duarte", Type: stemma.Person, Gender: "f"},
	{Name: "Mara Denn", Type: stemma.Person, Gender: "f"},
}

// named finds the names of the atlas in a text.
func named(s string) []stemma.Mention {
	var all []stemma.Mention
	for _, m := range atlas {
		for at := 0; ; {
			i := strings.Index(s[at:], m.Name)
			if i < 0 {
				break
			}
			m.Span = stemma.Span{Start: at + i, End: at + i + len(m.Name)}
			all = append(all, m)
			at = m.Span.End
		}
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Span.Less(all[j].Span) })
	return all
}

func TestGolden(t *testing.T) {
	goldentest.Run(t, "testdata", func(a *stemma.Article) stemma.Reading {
		d := text.New(a, lang.Load(a.Lang))
		names := named(a.Text)
		return stemma.Reading{Figures: figure.Find(d, names, when.Find(d), quote.Find(d, names))}
	}, "figure")
}
