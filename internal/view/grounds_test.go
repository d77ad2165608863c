package view

import (
	"testing"

	"stemma"
	"stemma/internal/store/mem"
)

// TestGroundsStand: what hangs by texts and names alone is not made anew after a ruling about a
// figure, and is after one about a name.
func TestGroundsStand(t *testing.T) {
	ctx, pile := t.Context(), mem.New()
	lib := New(pile)
	look := func() (*kinship, *figures) {
		s := lib.shelf()
		k, err := s.kinship(ctx)
		if err != nil {
			t.Fatal(err)
		}
		f, err := s.figures(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return k, f
	}
	k, f := look()
	if err := pile.Rule(ctx, stemma.Ruling{ID: "r-1", By: "Ida", Verdict: stemma.Rejected, Kind: KindFigure}); err != nil {
		t.Fatal(err)
	}
	k2, f2 := look()
	if k2 != k || f2 == f {
		t.Errorf("after a ruling about a figure: families made anew %v, figures %v", k2 != k, f2 != f)
	}
	if err := pile.Rule(ctx, stemma.Ruling{ID: "r-2", By: "Ida", Verdict: stemma.Rejected, Kind: "name"}); err != nil {
		t.Fatal(err)
	}
	if k3, _ := look(); k3 == k2 {
		t.Error("after a ruling about a name nothing is made anew")
	}
}
