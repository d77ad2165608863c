package view_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"stemma"
	"stemma/internal/store"
	"stemma/internal/view"
	"stemma/internal/view/viewtest"
)

// A ruling of any kind whose words do not stand in the pile any more is shown as such; who and
// what narrow the log down.
func TestLostRulingsAreShown(t *testing.T) {
	pile := viewtest.Velmora()
	gone := stemma.Anchor{Page: "p-gone", Exact: "words that stand nowhere"}
	verdicts := []string{
		stemma.Accepted, stemma.Rejected, stemma.Mended, stemma.Made, stemma.Noted, stemma.SameOne, stemma.Apart, stemma.Renamed, stemma.Settled, stemma.NotACopy, stemma.CameFirst,
	}
	for i, verdict := range verdicts {
		r := stemma.Ruling{ID: stemma.ID("r-" + strconv.Itoa(i)), By: "Ida", Verdict: verdict, Kind: "figure", Anchor: gone, After: []stemma.Detail{{Name: "number", Value: "3"}}}
		if verdict == stemma.NotACopy || verdict == stemma.CameFirst {
			r.Kind = ""
		}
		if i%2 == 0 {
			r.By = "Bo"
		}
		if err := pile.(store.Writer).Rule(t.Context(), r); err != nil {
			t.Fatal(err)
		}
	}
	lib := view.New(pile)
	v, err := lib.Rulings(t.Context(), view.Choice{})
	if err != nil || len(v.Rulings) != len(verdicts) {
		t.Fatalf("%d rulings, %v", len(v.Rulings), err)
	}
	for _, r := range v.Rulings {
		if r.Holds || !strings.Contains(r.State, "no longer finds its place") {
			t.Errorf("%s: %s", r.Verdict, r.State)
		}
	}
	v, err = lib.Rulings(t.Context(), view.Choice{Fields: map[string]string{"by": "Bo", "verdict": stemma.Noted}})
	if err != nil || len(v.Rulings) != 1 || v.Rulings[0].Verdict != "note" {
		t.Errorf("%+v, %v", v.Rulings, err)
	}
	states := map[string]int{}
	err = lib.RulingRecords(t.Context(), view.Choice{}, func(r *view.RulingRecord) error { states[r.State]++; return nil })
	if err != nil || states["lost"] != len(verdicts) {
		t.Errorf("states %v, %v", states, err)
	}
}

// A clash that a person settled comes last; it is open again when a side comes that was not
// weighed.
func TestSettledClash(t *testing.T) {
	pile := viewtest.Velmora()
	list, err := view.New(pile).Clashes(t.Context(), view.Choice{})
	if err != nil || list.Total < 2 {
		t.Fatalf("%d clashes, %v", list.Total, err)
	}
	found, err := pile.Clashes(t.Context(), store.Query{IDs: []stemma.ID{list.Clashes[0].ID}})
	if err != nil || len(found) != 1 {
		t.Fatal(err)
	}
	c := found[0]
	anchor := func(id stemma.ID) (stemma.Anchor, string) {
		article, err := store.ArticleOf(t.Context(), pile, id)
		if err != nil {
			t.Fatal(err)
		}
		a, _ := pile.Article(t.Context(), article)
		p, _ := pile.Page(t.Context(), a.Page)
		r, _ := pile.Reading(t.Context(), article)
		for kind, x := range r.All() {
			if x.ID == id {
				return stemma.AnchorIn(&a, p.Text, x.Span), kind
			}
		}
		t.Fatalf("no finding %s", id)
		return stemma.Anchor{}, ""
	}
	settle := func(id stemma.ID, hour int, sides ...string) *view.Clash {
		r := stemma.Ruling{ID: id, By: "Ida", Why: "seen in print", At: time.Date(2026, 1, 2, hour, 0, 0, 0, time.UTC), Verdict: stemma.Settled}
		r.Anchor, r.Kind = anchor(c.Sides[1].Members[0])
		r.Other, _ = anchor(c.Sides[0].Members[0])
		for _, s := range sides {
			r.Before = append(r.Before, stemma.Detail{Name: "side", Value: s})
		}
		r.After = []stemma.Detail{{Name: "type", Value: c.Type}, {Name: "right", Value: c.Sides[1].Value}}
		if err := pile.(store.Writer).Rule(t.Context(), r); err != nil {
			t.Fatal(err)
		}
		v, err := view.New(pile).Clash(t.Context(), c.ID)
		if err != nil || v.Settled == nil {
			t.Fatalf("%+v, %v", v, err)
		}
		return v
	}
	if v := settle("r-1", 1, c.Sides[1].Value); v.Settled.Closed() {
		t.Errorf("a side was not weighed: %+v", v.Settled)
	}
	v := settle("r-2", 2, c.Sides[0].Value, c.Sides[1].Value)
	if !v.Settled.Closed() || v.Settled.Right != c.Sides[1].Value || len(v.Rulings) != 2 {
		t.Errorf("%+v, %d rulings", v.Settled, len(v.Rulings))
	}
	after, err := view.New(pile).Clashes(t.Context(), view.Choice{})
	if err != nil || after.Clashes[len(after.Clashes)-1].ID != c.ID {
		t.Errorf("the settled clash does not come last, %v", err)
	}
}
