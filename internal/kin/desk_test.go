package kin

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"stemma"
)

// What is found does not hang on how many texts lie open at a time.
func TestClosedTextsAreAsTheyWere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pile := pile(t)
		room := rapid.IntRange(0, 2000).Draw(t, "room")
		all, _ := layOut(inTurn(pile), roomWords)
		few, _ := layOut(inTurn(pile), room)
		copies, families := Ruled{}.judge(all)
		again, others := Ruled{}.judge(few)
		if diff := cmp.Diff(copies, again); diff != "" {
			t.Errorf("copies (-all open, +room for %d words):\n%s", room, diff)
		}
		if diff := cmp.Diff(families, others); diff != "" {
			t.Errorf("families (-all open, +room for %d words):\n%s", room, diff)
		}
	})
}

// A desk holds no more open than there is room for, but for the text that was asked for last.
func TestDeskKeepsToItsRoom(t *testing.T) {
	var pile []stemma.Article
	for i := range 50 {
		pile = append(pile, stemma.Article{ID: stemma.ID(rune('A' + i)), Text: sentence(words(i+1, 30))})
	}
	const room = 5 * (30 + perText)
	texts, _ := layOut(inTurn(pile), room)
	for _, i := range []int{3, 1, 40, 1, 7, 8, 9, 10, 1, 11, 12, 3, 1} {
		if got := texts.at(i).article; got.ID != pile[i].ID || got.Text != pile[i].Text {
			t.Fatalf("text %d is %+v", i, got)
		}
		if texts.words > room {
			t.Fatalf("%d words lie open", texts.words)
		}
	}
	open := slices.DeleteFunc(slices.Clone(texts.open), func(t *text) bool { return t == nil })
	if len(open) != 5 || texts.open[1] == nil {
		t.Errorf("%d texts lie open, that asked for often: %t", len(open), texts.open[1] != nil)
	}
}

// A closed article has all that kin asks for.
func TestOpenedAgain(t *testing.T) {
	a := stemma.Article{
		Page: "p1", Text: "Ford at Ellan\nThe ford is shut.", Title: stemma.Span{Start: 0, End: 13}, TitleText: "Ford at Ellan",
		Byline: []stemma.Named{{Name: "Ida Morn"}, {}}, Outlet: stemma.Named{Name: "Ellan Post"}, Credit: stemma.Named{Name: "Wire", Span: stemma.Span{Start: 300, End: 70_000}},
		Published: "2021-03-04", Reposted: "2021-03-05", Lang: "en", URL: "https://post.example/ford", Holes: []stemma.Hole{{Span: stemma.Span{Start: 1, End: 2}, Type: "teaser"}},
	}
	for _, want := range []stemma.Article{a, {}} {
		if diff := cmp.Diff(&want, opened(closed(&want))); diff != "" {
			t.Error(diff)
		}
	}
}
