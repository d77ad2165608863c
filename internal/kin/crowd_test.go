package kin

import (
	"fmt"
	"slices"
	"testing"

	"stemma"
)

// spreadOf gives a text and copies of it, each with two words changed. Every tenth copy is
// dated long before the text.
func spreadOf(copies int) (articles []stemma.Article, first stemma.ID) {
	body := words(5, 300)
	for i := range copies + 1 {
		own := slices.Clone(body)
		for n := range 2 {
			if i > 0 {
				own[mix(uint64(2*i+n))%300] = words(9000+2*i+n, 1)[0]
			}
		}
		a := stemma.Article{ID: stemma.NewID("a", fmt.Sprint(i)), Lang: "en", Text: sentence(own), Published: "2019-05-02"}
		switch {
		case i == 0:
			first = a.ID
		case i%10 == 3:
			a.Published = "2004-11-20"
		default:
			a.Published = "2019-05-03"
		}
		articles = append(articles, a)
	}
	return articles, first
}

// The pairs that are compared for a copy are as many in a family of many as in one of few.
func TestPairsOfACrowd(t *testing.T) {
	for _, k := range []int{300, 1200} {
		articles, _ := spreadOf(k)
		texts, _ := layOut(inTurn(articles), roomWords)
		pairs := compared(texts)
		if most := 6 * k; len(pairs) > most {
			t.Errorf("%d copies: %d pairs, at most %d were to be compared", k, len(pairs), most)
		}
	}
}

// What very many texts were made of is found, though false dates make others come before it.
func TestSourceOfACrowd(t *testing.T) {
	articles, first := spreadOf(400)
	_, families := Families(articles)
	if len(families) != 1 {
		t.Fatalf("%d families", len(families))
	}
	right := 0
	for _, e := range families[0].Edges {
		if e.From == first {
			right++
		}
	}
	if right < 380 {
		t.Errorf("%d of 400 copies stand below the text that they were made of", right)
	}
}
