package kin

import (
	"testing"

	"stemma"
)

// The sample pages: two articles are one text, edited; the others share at most a
// third party's words.
func TestSeeds(t *testing.T) {
	recs := lines(t, "seeds/gold.jsonl")
	copies, families := Families(cut(t, "seeds", recs))
	if len(families) != 1 {
		t.Fatalf("%d families, want 1", len(families))
	}
	of := make(map[[2]stemma.ID]stemma.Copy)
	for _, c := range copies {
		of[[2]stemma.ID{c.A, c.B}] = c
	}
	for _, r := range recs {
		if r.Kind != "copy" {
			continue
		}
		c := of[[2]stemma.ID{stemma.ID(r.A), stemma.ID(r.B)}]
		if joins(r.Relation) != joins(c.Relation) {
			t.Errorf("%s and %s: %q, want %q", r.A, r.B, c.Relation, r.Relation)
		}
		if r.Earlier != "" && r.Earlier != c.Earlier {
			t.Errorf("%s and %s: earlier %q, want %q", r.A, r.B, c.Earlier, r.Earlier)
		}
	}
}
