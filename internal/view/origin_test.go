package view_test

import (
	"slices"
	"testing"

	"stemma"
	"stemma/internal/message"
	"stemma/internal/view"
	"stemma/internal/view/viewtest"
)

// Quotations and figures are narrowed down to the outlet, the credit and the language of their
// texts: every row is of such a text, the counts beside the list are those of its rows, and an
// export takes just these.
func TestStatementsOfAnOutlet(t *testing.T) {
	lib := view.New(viewtest.Velmora())
	texts, err := lib.Texts(t.Context(), view.Choice{})
	if err != nil {
		t.Fatal(err)
	}
	suits := map[string]func(view.TextRef, string) bool{
		"outlet": func(x view.TextRef, value string) bool { return x.Outlet == value },
		"credit": func(x view.TextRef, value string) bool { return x.Credit == value },
		"lang":   func(x view.TextRef, value string) bool { return x.Lang == value },
	}
	rows := map[string]int{}
	for _, g := range texts.Groups {
		for _, x := range g.Texts {
			for field, value := range map[string]string{"outlet": x.Outlet, "credit": x.Credit, "lang": x.Lang} {
				if value == "" {
					continue
				}
				c := view.Choice{Fields: map[string]string{field: value}}
				figures, err := lib.Figures(t.Context(), c)
				if err != nil {
					t.Fatal(err)
				}
				for _, row := range figures.Rows {
					if !suits[field](row.Cite.Text, value) {
						t.Errorf("%s %s: a figure of %+v", field, value, row.Cite.Text)
					}
				}
				quotes, err := lib.Quotes(t.Context(), c)
				if err != nil {
					t.Fatal(err)
				}
				for _, who := range quotes.Speakers {
					for _, said := range who.Said {
						if !suits[field](said.Cite.Text, value) {
							t.Errorf("%s %s: a quotation of %+v", field, value, said.Cite.Text)
						}
					}
				}
				exported(t, lib, view.Part{List: "figures", Fields: c.Fields}, "figure", figures.Total)
				exported(t, lib, view.Part{List: "quotes", Fields: c.Fields}, "quote", quotes.Total)
				rows[field] += figures.Total + quotes.Total
			}
		}
	}
	if len(rows) != 3 || slices.Contains([]int{rows["outlet"], rows["credit"], rows["lang"]}, 0) {
		t.Errorf("rows by field: %v", rows)
	}
}

func exported(t *testing.T, lib *view.Library, part view.Part, kind string, want int) {
	t.Helper()
	n := 0
	if err := lib.RecordsOf(t.Context(), part, []string{kind}, func(any) error { n++; return nil }); err != nil || n != want {
		t.Errorf("%v: %d are shown, %d exported, %v", part, want, n, err)
	}
}

// What is beside a list of quotations counts what the list shows: scare marks only once they are
// asked for. The heads are in the reader's language.
func TestCountsBesideQuotations(t *testing.T) {
	for lang, want := range map[string][]string{"en": {"Speaker", "Kind", "Outlet", "Credited to", "Language"}, "es": {"Hablante", "Tipo", "Medio", "Crédito", "Idioma"}} {
		lib := view.New(viewtest.Velmora()).In(message.In(lang))
		v, err := lib.Quotes(t.Context(), view.Choice{})
		if err != nil {
			t.Fatal(err)
		}
		var heads []string
		for i, f := range v.Facets {
			heads = append(heads, f.Name)
			sum := 0
			for _, value := range append(slices.Clone(f.Values), f.Rest...) {
				sum += value.Count
			}
			if i == 2 && sum != v.Total { // every text has an outlet
				t.Errorf("%s: %d by outlet, %d in the list", lang, sum, v.Total)
			}
		}
		if !slices.Equal(heads, want) {
			t.Errorf("%s: %q", lang, heads)
		}
	}
}

// Above the figures of an outlet stand the counts that one of its figures is in.
func TestCountsOfAnOutlet(t *testing.T) {
	lib := view.New(viewtest.Velmora())
	all, err := lib.Figures(t.Context(), view.Choice{})
	if err != nil {
		t.Fatal(err)
	}
	outlets := map[stemma.ID][]string{} // by tally
	err = lib.RecordsOf(t.Context(), view.Part{}, []string{"tally"}, func(r any) error {
		x := r.(*view.TallyRecord)
		cites, err := lib.Cites(t.Context(), x.Members)
		for _, c := range cites {
			outlets[x.ID] = append(outlets[x.ID], c.Text.Outlet)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	few := 0
	for _, v := range all.Facets[4].Values {
		of, err := lib.Figures(t.Context(), view.Choice{Fields: map[string]string{"outlet": v.Name}})
		if err != nil {
			t.Fatal(err)
		}
		for _, tally := range all.Tallies {
			shown := slices.ContainsFunc(of.Tallies, func(x view.TallyRef) bool { return x.ID == tally.ID })
			if has := slices.Contains(outlets[tally.ID], v.Name); has != shown {
				t.Errorf("%s has a part in %s: %v; it is shown: %v", v.Name, tally.Label, has, shown)
			}
		}
		if of.Counts < all.Counts {
			few++
		}
	}
	if all.Counts == 0 || few == 0 {
		t.Errorf("%d counts; of %d outlets fewer", all.Counts, few)
	}
}
