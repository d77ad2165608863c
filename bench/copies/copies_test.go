package copies

import (
	"reflect"
	"testing"

	"stemma"
	"stemma/internal/kin"
)

func TestGenerateIsTheSame(t *testing.T) {
	p, q := Generate(3, 400, 50), Generate(3, 400, 50)
	if !reflect.DeepEqual(p, q) {
		t.Error("the same seed gives other texts")
	}
	if reflect.DeepEqual(p, Generate(4, 400, 50)) {
		t.Error("another seed gives the same texts")
	}
	kinds := map[string]bool{}
	for _, truth := range Generate(3, 3000, 50).Truths {
		kinds[truth.Kind] = true
	}
	if len(kinds) != 14 {
		t.Errorf("%d kinds of copy: %v", len(kinds), kinds)
	}
}

// What is measured can fail: without what was found nothing counts as found, and a copy
// between strangers counts as wrong.
func TestRecallAndWrong(t *testing.T) {
	p := Generate(3, 600, 0)
	found, families := kin.Families(p.Articles)
	there, hit := 0, 0
	for _, f := range Recall(p, found, families) {
		if f.Kind != form {
			there, hit = there+f.There, hit+f.Found
		}
	}
	if there < 150 || hit < there*99/100 {
		t.Errorf("%d of %d copies found", hit, there)
	}
	for _, f := range Recall(p, nil, nil) {
		if f.Found > 0 && f.Kind != form {
			t.Errorf("nothing was found, and yet %d of kind %s", f.Found, f.Kind)
		}
	}
	false1 := found[0]
	false1.A, false1.B, false1.Relation = p.Articles[0].ID, p.Articles[1].ID, stemma.Edited
	if pairs, joined := Wrong(p, append(found[:0:0], false1)); pairs != 1 || joined > 1 {
		t.Errorf("a false pair counts as %d wrong, %d joined", pairs, joined)
	}
}
