package view_test

import (
	"strings"
	"testing"
	"time"

	"stemma"
	"stemma/internal/message"
	"stemma/internal/store"
	"stemma/internal/view"
	"stemma/internal/view/viewtest"
)

// Saved searches are told to each reader in the reader's language, whoever looked first.
func TestSavedInLanguages(t *testing.T) {
	pile := viewtest.Velmora().(store.Store)
	at := time.Date(2026, 3, 4, 9, 0, 0, 0, time.UTC)
	if err := pile.KeepSearch(t.Context(), stemma.SearchEntry{ID: "s-1", Act: stemma.SearchKept, Name: "texts", Query: "lang:en", By: "Ana", At: at}); err != nil {
		t.Fatal(err)
	}
	lib := view.New(pile)
	for lang, want := range map[string]string{"es": "marzo", "en": "March"} {
		v, err := lib.In(message.In(lang)).Saved(t.Context())
		if err != nil || len(v.Searches) != 1 || len(v.Searches[0].News) == 0 {
			t.Fatalf("%s: %+v, %v", lang, v, err)
		}
		if when := v.Searches[0].News[0].When; !strings.Contains(when, want) {
			t.Errorf("%s: the text is of %q", lang, when)
		}
	}
}

// A search for a measure finds the same in every language, by the measure's name and by its words.
func TestMeasureAskedFor(t *testing.T) {
	lib := view.New(viewtest.Velmora())
	for _, lang := range message.Languages() {
		for _, q := range []string{"measure:deaths", "measure:muertes", "measure:Muertes"} {
			v, err := lib.In(message.In(lang)).Search(t.Context(), view.SearchQuery{Text: q})
			if err != nil || v.Total == 0 {
				t.Errorf("%s: %s finds %d, %v", lang, q, v.Total, err)
			}
		}
	}
}
