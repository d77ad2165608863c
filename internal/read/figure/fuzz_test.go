package figure_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"stemma"
	"stemma/internal/read/figure"
	"stemma/internal/read/quote"
	"stemma/internal/read/when"
	"stemma/internal/text"
	"stemma/lang"
)

// Figures lie in the text on rune borders, are measured by what the contract lists, and
// come out the same twice; parts name a total that is there.
func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"As of 8 May some 35 pickers had fallen ill in Velmora (9), Sarn (6).",
		"Six of ten; $20-30 million, 60 %, twenty-\nseven hundred thousand million billion (", "“1,2.3 to four—five” of of of them", "veintisiete mil y un 3,5 % de cada",
		"İ-one İfive-year half half a a dozen", "number number one one of one", "0815 - 12 / 5 : 3 #4 [5]",
	} {
		f.Add(s, false)
		f.Add(strings.ToUpper(s), true)
	}
	f.Fuzz(func(t *testing.T, s string, spanish bool) {
		s = strings.ToValidUTF8(s, "?")
		code := "en"
		if spanish {
			code = "es"
		}
		d := text.New(&stemma.Article{ID: "a", Text: s, Lang: code}, lang.Load(code))
		names, times := named(s), when.Find(d)
		all := figure.Find(d, names, times, quote.Find(d, names))
		ids := map[stemma.ID]bool{}
		for _, g := range all {
			ids[g.ID] = true
		}
		for i, g := range all {
			if !onRunes(s, g.Span) || g.Span.Empty() || !g.Sentence.Meets(g.Span) {
				t.Fatalf("span %v in %q", g.Span, s)
			}
			if !slices.Contains(stemma.Measures, g.Measure) || g.Rule == "" {
				t.Fatalf("%+v", g)
			}
			if g.PartOf != "" && !ids[g.PartOf] {
				t.Fatalf("part of %s, which is not there", g.PartOf)
			}
			if g.Value == nil && g.Min == nil && g.Max == nil {
				t.Fatalf("no number in %+v", g)
			}
			if i > 0 && g.Span.Less(all[i-1].Span) {
				t.Fatal("not in order")
			}
			for _, n := range []stemma.Named{g.Of, g.Place, g.SaidBy, g.About} {
				if !onRunes(s, n.Span) {
					t.Fatalf("%+v in %q", n, s)
				}
			}
		}
		again := figure.Find(d, names, times, quote.Find(d, names))
		if len(again) != len(all) {
			t.Fatal("not the same twice")
		}
		for i := range all {
			if all[i].ID != again[i].ID || all[i].Place != again[i].Place || all[i].SaidBy != again[i].SaidBy {
				t.Fatalf("%+v\n%+v", all[i], again[i])
			}
		}
	})
}

func onRunes(s string, p stemma.Span) bool {
	return p.Start >= 0 && p.End <= len(s) && p.Start <= p.End &&
		(p.Start == len(s) || utf8.RuneStart(s[p.Start])) && (p.End == len(s) || utf8.RuneStart(s[p.End]))
}
