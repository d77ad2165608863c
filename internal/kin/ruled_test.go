package kin

import (
	"slices"
	"strings"
	"testing"

	"stemma"
)

// Three texts are one family until someone says that two of them are no copies of each
// other; then nothing ties these two, and whoever is ruled to be first is.
func TestRulingsGoFirst(t *testing.T) {
	body := sentence(words(1, 200))
	articles := []stemma.Article{
		{ID: "a", Text: body, Published: "2021-03-02"},
		{ID: "b", Text: body + " Kora vema.", Published: "2021-03-03"},
		{ID: "c", Text: body + " Tuno zila.", Published: "2021-03-04"},
	}
	_, families := Families(articles)
	if len(families) != 1 || families[0].First != "a" {
		t.Fatalf("before any ruling: %+v", families)
	}
	const why = "ruled by Ana: it was dictated from here"
	copies, families := Ruled{First: []First{{Article: "c", Why: why}}}.Families(articles)
	if len(families) != 1 || families[0].First != "c" {
		t.Errorf("first by ruling: %+v", families)
	}
	for _, e := range families[0].Edges {
		if e.From == "c" && (e.Certainty != "high" || !slices.Contains(e.Why, why)) {
			t.Errorf("an edge from the first says %+v", e)
		}
	}
	for _, c := range copies {
		if c.B == "c" && c.Earlier != "b" {
			t.Errorf("%s and %s: earlier %q", c.A, c.B, c.Earlier)
		}
	}
	copies, families = Ruled{NotCopies: []NotCopy{{A: "b", B: "a", Why: "ruled by Ana"}}}.Families(articles)
	for _, f := range families {
		if slices.Contains(f.Articles, "a") && slices.Contains(f.Articles, "b") {
			t.Errorf("a and b are of one family: %+v", f)
		}
	}
	for _, c := range copies {
		if c.A == "a" && c.B == "b" && (c.Relation != stemma.SharedWords || !strings.Contains(c.Why[0], "Ana")) {
			t.Errorf("a and b: %+v", c)
		}
	}
	_, unknown := Ruled{NotCopies: []NotCopy{{A: "x", B: "a"}}, First: []First{{Article: "y"}}}.Families(articles)
	if len(unknown) != 1 || unknown[0].First != "a" {
		t.Errorf("rulings about texts that are not there change %+v", unknown)
	}
}
