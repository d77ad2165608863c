package view_test

import (
	"slices"
	"testing"

	"stemma"
	"stemma/internal/store"
	"stemma/internal/view"
	"stemma/internal/view/viewtest"
)

// TestMentionByAnyForm: who is shown under a longer name is still found under a shorter one,
// if nobody else is called so.
func TestMentionByAnyForm(t *testing.T) {
	pile := viewtest.Velmora()
	actors, err := pile.Actors(t.Context(), store.Query{})
	if err != nil {
		t.Fatal(err)
	}
	bearers := map[string][]stemma.Actor{}
	for _, a := range actors {
		for form := range a.Forms {
			bearers[form] = append(bearers[form], a)
		}
	}
	tried := 0
	for form, all := range bearers {
		if len(all) != 1 || form == all[0].Name || slices.ContainsFunc(actors, func(a stemma.Actor) bool { return a.Name == form }) {
			continue
		}
		tried++
		if id, err := view.New(pile).Mention(t.Context(), form); err != nil || id != all[0].Members[0] {
			t.Errorf("%s: %s, %v; it is a form of %s", form, id, err, all[0].Name)
		}
	}
	if tried == 0 {
		t.Error("nobody has a second form")
	}
}
