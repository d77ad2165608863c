package view_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/view"
	"stemma/internal/view/viewtest"
)

// shownTexts gives the outlets of the texts of a choice, and what the list says of their number.
func shownTexts(t *testing.T, lib *view.Library, fields map[string]string) (outlets []string, v *view.Texts) {
	t.Helper()
	v, err := lib.Texts(t.Context(), view.Choice{Fields: fields})
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range v.Groups {
		for _, row := range g.Texts {
			outlets = append(outlets, row.Outlet)
		}
	}
	return outlets, v
}

// Of a family, the list shows the texts that were chosen, and an export takes just these.
func TestTextsOfAChoice(t *testing.T) {
	lib := view.New(viewtest.Velmora())
	for _, c := range []struct {
		fields   map[string]string
		outlets  string
		families int
	}{
		{map[string]string{"copies": "first"}, "Harbour Post", 1},
		{map[string]string{"copies": "copy"}, "Ellery Standard", 1},
		{map[string]string{"lang": "es"}, "El Faro de Dunmar", 1},
		{map[string]string{"outlet": "Inland Courier"}, "Inland Courier", 1},
		{map[string]string{"from": "2021-03-06", "until": "2021-03-07"}, "Ellery Standard, Inland Courier, Velmora Bulletin", 3},
		{map[string]string{"copies": "copy", "lang": "es"}, "", 0},
	} {
		outlets, v := shownTexts(t, lib, c.fields)
		slices.Sort(outlets)
		if got := strings.Join(outlets, ", "); got != c.outlets || v.Total != len(outlets) || v.Families != c.families {
			t.Errorf("%v: %s, %d texts, %d independent", c.fields, got, v.Total, v.Families)
		}
		taken := 0
		err := lib.RecordsOf(t.Context(), view.Part{List: "texts", Fields: c.fields}, []string{"article"}, func(any) error { taken++; return nil })
		if err != nil || taken != v.Total {
			t.Errorf("%v: %d texts are shown, %d exported, %v", c.fields, v.Total, taken, err)
		}
	}
	if _, err := lib.Texts(t.Context(), view.Choice{Fields: map[string]string{"from": "yesterday"}}); !errors.Is(err, stemma.ErrInvalid) {
		t.Errorf("a day that is none: %v", err)
	}
}

// Of a family of very many texts a list shows the first ones, and says how many more there are.
func TestTextsOfALargeFamily(t *testing.T) {
	lib := view.New(viewtest.Copies(33))
	outlets, v := shownTexts(t, lib, nil)
	if len(v.Groups) != 1 || len(outlets) != 20 || v.Groups[0].More != 13 || !v.Groups[0].Texts[0].First {
		t.Errorf("%d groups, %d texts, and more: %+v", len(v.Groups), len(outlets), v.Groups)
	}
	var b strings.Builder
	if err := v.Text(&b); err != nil || !strings.Contains(b.String(), "… and 13 more texts of this family") {
		t.Errorf("%v: %s", err, b.String())
	}
	outlets, v = shownTexts(t, lib, map[string]string{"outlet": "Paper 7"})
	if len(outlets) != 1 || v.Groups[0].More != 0 {
		t.Errorf("one outlet: %v, %d more", outlets, v.Groups[0].More)
	}
}
