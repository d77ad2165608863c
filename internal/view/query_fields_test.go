package view_test

import (
	"testing"

	"stemma/internal/view"
	"stemma/internal/view/viewtest"
)

// TestFieldsInEveryLanguage: a field and its value may be named in any language of the interface.
func TestFieldsInEveryLanguage(t *testing.T) {
	for spanish, english := range map[string]string{
		`hablante:"Ines Corvane"`: `speaker:"Ines Corvane"`, "medio:post muelle": "outlet:post muelle", "FIRMA:mira": "byline:mira",
		"familia:fam-1": "family:fam-1", "fecha:2021-03": "date:2021-03", "lugar:sella -medida:muertes": "place:sella -measure:muertes",
	} {
		want, err := view.ParseQuery(english)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := view.ParseQuery(spanish); err != nil || got.String() != want.String() {
			t.Errorf("%s is read as %v, %v, not as %s", spanish, got, err, want)
		}
	}
	ctx, lib := t.Context(), view.New(viewtest.Velmora())
	for _, same := range [][]string{
		{"lang:es", "idioma:español", "lang:Spanish", "idioma:ES"},
		{"type:figure", "tipo:cifra", "tipo:cifras", "type:figures"},
		{"type:event", "tipo:hecho", "type:events"}, {"type:quote", "tipo:cita", "type:quotation"},
		{"measure:deaths", "medida:muertes", "measure:muertes"},
	} {
		want, err := lib.Search(ctx, view.SearchQuery{Text: same[0]})
		if err != nil || want.Total == 0 {
			t.Fatalf("%s: %d sentences, %v", same[0], want.Total, err)
		}
		for _, q := range same[1:] {
			if got, err := lib.Search(ctx, view.SearchQuery{Text: q}); err != nil || got.Total != want.Total {
				t.Errorf("%s finds %d sentences, %v; %s finds %d", q, got.Total, err, same[0], want.Total)
			}
		}
	}
}
