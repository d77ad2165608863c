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

// The simulated pile: nearly all reprints and revisions are found, hardly any pair is
// false. A pair within a family counts as found, as in the contract.
func TestSimulatedPile(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	recs := lines(t, "copies-simulated/gold.jsonl.gz")
	articles := append(given(lines(t, "copies-simulated/articles.jsonl.gz")), cut(t, "copies-simulated", recs)...)
	_, families := Families(articles)
	family := make(map[stemma.ID]int)
	for i, f := range families {
		for _, a := range f.Articles {
			family[a] = i + 1
		}
	}
	found, all := 0, 0
	home := make(map[stemma.ID]string)
	for _, r := range recs {
		switch {
		case r.Kind == "copy" && (r.Relation == stemma.Reprint || r.Relation == stemma.Edited):
			all++
			if f := family[stemma.ID(r.A)]; f != 0 && f == family[stemma.ID(r.B)] {
				found++
			}
		case r.Kind == "family":
			for _, a := range r.Articles {
				home[stemma.ID(a)] = r.ID
			}
		}
	}
	if found < all*97/100 {
		t.Errorf("%d of %d pairs are in one family", found, all)
	}
	mixed := 0
	for _, f := range families {
		for _, a := range f.Articles[1:] {
			if home[a] == "" || home[a] != home[f.Articles[0]] {
				mixed++
			}
		}
	}
	if mixed > len(articles)/100 {
		t.Errorf("%d texts stand in a strange family", mixed)
	}
}
