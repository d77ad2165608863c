package kin

import (
	"slices"
	"testing"

	"stemma"
)

// A text that says it is from an outlet whose text is not in the family tells of a lost copy;
// an agency's mark in the dateline does not.
func TestLostCopies(t *testing.T) {
	body := sentence(words(1, 120))
	credited := func(id stemma.ID, outlet, credit string, holes ...stemma.Hole) stemma.Article {
		return stemma.Article{ID: id, Text: "SELLA (TNS) " + body, Outlet: stemma.Named{Name: outlet}, Holes: holes,
			Credit: stemma.Named{Name: credit, Span: stemma.Span{Start: 7, End: 10}}}
	}
	dateline := stemma.Hole{Span: stemma.Span{End: 11}, Type: "dateline"}
	_, families := Families([]stemma.Article{
		credited("a", "Harbour Post", ""), credited("b", "Ellery Standard", "Harbour Post"), credited("c", "Inland Courier", "Tarvo Lantern"),
		credited("d", "Hill Post", "tarvo lantern"), credited("e", "Shore Post", "TNS", dateline),
	})
	if len(families) != 1 || !slices.Equal(families[0].Lost, []string{"Tarvo Lantern"}) {
		t.Errorf("%+v", families)
	}

	// A text that was ruled to be no copy is there all the same.
	post, standard, third := credited("a", "Harbour Post", ""), credited("b", "Ellery Standard", "Harbour Post"), credited("c", "Inland Courier", "Harbour Post")
	_, families = Ruled{NotCopies: []NotCopy{{A: "a", B: "b"}, {A: "a", B: "c"}}}.Families([]stemma.Article{post, standard, third})
	if len(families) != 1 || len(families[0].Articles) != 2 || len(families[0].Lost) > 0 {
		t.Errorf("ruled apart: %+v", families)
	}
}
