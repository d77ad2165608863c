package kin

import (
	"fmt"
	"testing"

	"stemma"
)

// Of very many texts with the same words the one with the earliest date that can be trusted is
// taken for the source, and none is said to be surely the source: any that is dated before a
// text, or has no date, may be it.
func TestSourceOfManyReprints(t *testing.T) {
	body := sentence(words(5, 200))
	var articles []stemma.Article
	for i := range 600 {
		a := stemma.Article{ID: stemma.NewID("a", fmt.Sprint(i)), Lang: "en", Text: body, Published: stemma.Date(fmt.Sprintf("2019-05-%02d", 3+i%20))}
		switch {
		case i == 0:
			a.Published = "2019-05-02"
		case i%10 == 3:
			a.Published = "2004-11-20"
		case i%10 == 7:
			a.Published = ""
		}
		articles = append(articles, a)
	}
	copies, families := Families(articles)
	if most := 4 * len(articles); len(copies) > most || len(families) != 1 {
		t.Fatalf("%d pairs, at most %d were to be listed; %d families", len(copies), most, len(families))
	}
	right := 0
	for _, e := range families[0].Edges {
		if e.From == articles[0].ID {
			right++
		}
		if e.Certainty != "low" {
			t.Fatalf("%s is said to be the source with certainty %s: %q", e.From, e.Certainty, e.Why)
		}
	}
	if right < 590 {
		t.Errorf("%d of 599 stand below the text with the earliest date", right)
	}
}

// Edits of a text that very many reprint are not paired with each of the reprints.
func TestPairsOfEditsWithManyReprints(t *testing.T) {
	articles, _ := spreadOf(400)
	for i := range 400 {
		a := articles[0]
		a.ID, a.Published = stemma.NewID("r", fmt.Sprint(i)), "2019-05-04"
		articles = append(articles, a)
	}
	copies, _ := Families(articles)
	if most := 8 * len(articles); len(copies) > most {
		t.Errorf("%d pairs of %d texts, at most %d were to be listed", len(copies), len(articles), most)
	}
}

// A note that the first text ends with, and that all its copies leave out, does not make a copy
// without it the likelier source.
func TestNoteThatAllLeaveOut(t *testing.T) {
	articles, first := spreadOf(400)
	twin := articles[0]
	twin.ID, twin.Published = stemma.NewID("twin"), ""
	articles[0].Text += "\n\n" + sentence(words(77, 30))
	articles = append(articles, twin)
	_, families := Families(articles)
	right := 0
	for _, e := range families[0].Edges {
		if e.From == first {
			right++
		}
	}
	if right < 380 {
		t.Errorf("%d of 401 copies stand below the text that they were made of", right)
	}
}
