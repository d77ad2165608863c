package view_test

import (
	"testing"

	"stemma"
	"stemma/internal/message"
	"stemma/internal/store"
	"stemma/internal/store/mem"
	"stemma/internal/store/storetest"
	"stemma/internal/view"
)

// The list of texts is narrowed down to those of pages that came after one; an export takes just
// these, and nothing came after a page that is not there.
func TestTextsThatCameLater(t *testing.T) {
	pile := mem.New()
	names := []string{"b.txt", "c.txt", "a.txt", "d.txt"}
	var pages []stemma.ID
	for _, name := range names {
		e := storetest.Text(name, "The tariff of "+name+" fell.")
		pages = append(pages, e.Page.ID)
		if err := pile.Put(t.Context(), []store.Entry{e}, nil, nil); err != nil {
			t.Fatal(err)
		}
	}
	lib := view.New(pile).In(message.In("es"))
	for n, page := range pages {
		c := view.Choice{Fields: map[string]string{"after": string(page)}}
		v, err := lib.Texts(t.Context(), c)
		if err != nil {
			t.Fatal(err)
		}
		if v.Total != len(pages)-1-n || v.Facets[0].Name != "Llegados" || v.Facets[0].Values[0].Href != "/texts" {
			t.Errorf("after %s: %d texts, %+v", names[n], v.Total, v.Facets[0])
		}
		exported(t, lib, view.Part{List: "texts", Fields: c.Fields}, "article", v.Total)
	}
	if v, err := lib.Texts(t.Context(), view.Choice{Fields: map[string]string{"after": "p-none"}}); err != nil || v.Total > 0 {
		t.Errorf("after a page that is not there: %d texts, %v", v.Total, err)
	}
}
