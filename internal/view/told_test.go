package view_test

import (
	"slices"
	"strconv"
	"testing"

	"stemma"
	"stemma/internal/view"
	"stemma/internal/view/viewtest"
)

// A happening that is told many times comes in pages, which together are all of it, in one
// order whether or not the whole pile was prepared.
func TestPagesOfAHappening(t *testing.T) {
	l := view.New(viewtest.Velmora())
	timeline, err := l.Timeline(t.Context(), view.Choice{})
	if err != nil {
		t.Fatal(err)
	}
	id := firstHappening(t, timeline)
	whole, err := l.Happening(t.Context(), id, view.Choice{})
	if err != nil {
		t.Fatal(err)
	}
	if whole.Told < 2 || whole.Told != len(whole.Cites) || whole.Next != "" {
		t.Fatalf("%d tellings, %d shown", whole.Told, len(whole.Cites))
	}
	for range 2 {
		var told []stemma.ID
		for next := "…"; next != ""; {
			page, err := l.Happening(t.Context(), id, view.Choice{Offset: len(told), Rows: 1})
			if err != nil {
				t.Fatal(err)
			}
			if len(page.Cites) != 1 || len(told) > whole.Told {
				t.Fatalf("%d tellings on page %d", len(page.Cites), len(told))
			}
			told, next = append(told, page.Cites[0].Finding), page.Next
		}
		if !slices.EqualFunc(told, whole.Cites, func(id stemma.ID, c view.Cite) bool { return id == c.Finding }) {
			t.Errorf("page by page %v, at once %v", told, whole.Cites)
		}
		if err := l.Prepare(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
}

// So does a story with its texts and its clashes, each by itself.
func TestPagesOfAStory(t *testing.T) {
	l := view.New(viewtest.Velmora())
	stories, err := l.Stories(t.Context(), view.Choice{})
	if err != nil || len(stories.Stories) == 0 {
		t.Fatalf("%v, %v", stories, err)
	}
	id := stories.Stories[0].ID
	whole, err := l.Story(t.Context(), id, view.Choice{})
	if err != nil {
		t.Fatal(err)
	}
	if len(whole.Groups) < 2 || whole.Disputed == 0 || whole.Disputed != len(whole.Clashes) || whole.Next+whole.ClashesNext != "" {
		t.Fatalf("%d families, %d clashes of %d", len(whole.Groups), len(whole.Clashes), whole.Disputed)
	}
	for i, g := range whole.Groups {
		page, err := l.Story(t.Context(), id, view.Choice{Offset: i, Rows: 1})
		if err != nil {
			t.Fatal(err)
		}
		if len(page.Groups) != 1 || page.Groups[0].Texts[0].ID != g.Texts[0].ID || (page.Next == "") != (i+1 == len(whole.Groups)) {
			t.Errorf("page %d: %+v", i, page.Groups)
		}
	}
	for i, c := range whole.Clashes {
		page, err := l.Story(t.Context(), id, view.Choice{Rows: 1, Fields: map[string]string{view.ClashesFrom: strconv.Itoa(i)}})
		if err != nil {
			t.Fatal(err)
		}
		if len(page.Clashes) != 1 || page.Clashes[0].ID != c.ID || (page.ClashesNext == "") != (i+1 == len(whole.Clashes)) {
			t.Errorf("clashes from %d: %+v", i, page.Clashes)
		}
	}
}
