package pipeline_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"stemma"
	"stemma/internal/intake"
	"stemma/internal/kin"
	"stemma/internal/store/mem"
)

// Copies are judged by all that is known of their texts, headlines too: a pile has the
// families and trees that its texts have when they are compared by themselves.
func TestCopiesAreJudgedByAllThatIsKnown(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		pages := copiesOf(rt)
		for i := range pages {
			pages[i].Page.Given.Title = rapid.SampledFrom([]string{"Harbour wall falls", "Storm takes harbour wall", ""}).Draw(rt, "title")
		}
		judged(t, rt, pages)
	})
	published := [...]string{"2021-03-03", "2021-03-03", "2021-03-03"}
	var pages []intake.Input
	for i, title := range [...]string{"Harbour wall falls", "Storm: Harbour wall falls", "Storm: Harbour wall falls"} {
		p := page(string(rune('a'+i)), published[i], "", prose(1, 60))
		p.Page.Given.Title = title
		pages = append(pages, p)
	}
	judged(t, t, pages)
}

// byID leaves the order of lists aside.
var byID = cmp.Options{
	cmpopts.SortSlices(func(a, b stemma.Copy) bool { return a.ID < b.ID }),
	cmpopts.SortSlices(func(a, b stemma.Family) bool { return a.ID < b.ID }),
}

// judged compares what a pile says of its copies with what package kin says of its texts.
func judged(t *testing.T, fail rapid.TB, pages []intake.Input) {
	pile := mem.New()
	add(t, pile, inputs(pages), 1)
	articles, err := pile.Articles(t.Context()) // without their texts
	if err != nil {
		t.Fatal(err)
	}
	for i := range articles {
		if articles[i], err = pile.Article(t.Context(), articles[i].ID); err != nil {
			t.Fatal(err)
		}
	}
	copies, families := kin.Families(articles)
	got, err := pile.Families(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(families, got, cmpopts.EquateEmpty(), byID); diff != "" {
		fail.Fatalf("-of the texts, +in the pile:\n%s", diff)
	}
	listed, err := pile.Copies(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(copies, listed, cmpopts.EquateEmpty(), byID); diff != "" {
		fail.Fatalf("-of the texts, +in the pile:\n%s", diff)
	}
}
