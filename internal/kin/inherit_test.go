package kin

import (
	"fmt"
	"slices"
	"testing"

	"stemma"
)

// A copy of a copy that keeps its credit line was made of the copy, and not of the text that
// is credited.
func TestCreditIsInherited(t *testing.T) {
	body := words(5, 200)
	made := func(id string, own []string, outlet, credit string, day int) stemma.Article {
		a := stemma.Article{
			ID: stemma.NewID(id), Page: stemma.NewID(id), Lang: "en", Text: sentence(own),
			Outlet: stemma.Named{Name: outlet}, Published: stemma.Date(fmt.Sprintf("2019-05-%02d", day)),
		}
		if credit != "" {
			from := len(a.Text) + len("\n\nThis article first appeared in ")
			a.Text += "\n\nThis article first appeared in " + credit + "."
			a.Credit = stemma.Named{Name: credit, Span: stemma.Span{Start: from, End: from + len(credit)}}
		}
		return a
	}
	edited := slices.Clone(body)
	for n := range 5 {
		edited[20+35*n] = words(900+n, 1)[0]
	}
	articles := []stemma.Article{
		made("first", body, "Ambry Lantern", "", 1),
		made("copy", edited, "Tessel Herald", "Ambry Lantern", 2),
		made("copy of the copy", edited, "Orrin Post", "Ambry Lantern", 3),
	}
	for i := range 4 { // of most texts most copies are made of the first
		own := slices.Clone(body)
		own[50+20*i] = words(700+i, 1)[0]
		articles = append(articles, made(fmt.Sprint(i), own, fmt.Sprintf("Courier %d", i), "", 2))
	}
	_, families := Families(articles)
	if len(families) != 1 {
		t.Fatalf("%d families", len(families))
	}
	for _, e := range families[0].Edges {
		if e.To == articles[2].ID && e.From != articles[1].ID {
			t.Errorf("the copy of the copy stands below %s, and not below %s", e.From, articles[1].ID)
		}
	}
}
