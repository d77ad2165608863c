package view

import (
	"slices"
	"testing"
	"time"

	"stemma"
)

// A timeline's zoom leads to the periods around and beside its own, as far as there are
// events, and to the stretches in which events begin.
func TestZoom(t *testing.T) {
	var all acts
	all.ledger = *newLedger("type", "place", "who", "status")
	var chosen []int32
	for i, d := range []stemma.Date{"2021-11-30", "2022-03-04", "2022-03-04", "2022-03-09", "2022-05"} {
		begins, dated := onset(d)
		all.list = append(all.list, deed{date: d, begins: begins, dated: dated})
		chosen = append(chosen, int32(i))
	}
	all.first, all.last = all.list[0].begins, all.list[4].begins
	whole := all.zoom(english, chosen, Choice{})
	if len(whole.Around) != 0 || len(whole.Parts) != 3 || whole.Parts[1] != (PeriodLink{"March 2022", 3, 100, "/timeline?from=2022-03&until=2022-03"}) {
		t.Errorf("all of the time: %+v", whole)
	}
	month := all.zoom(english, chosen[1:4], Choice{}.during("2022-03"))
	var around []string
	for _, l := range month.Around {
		around = append(around, l.Words)
	}
	if want := []string{"All dates", "2022", "March 2022"}; !slices.Equal(around, want) || month.Prev.Words != "February 2022" || month.Next.Words != "April 2022" {
		t.Errorf("a month: %+v", month)
	}
	if len(month.Parts) != 2 || month.Parts[0].Words != "4 March 2022" || month.Parts[1].Share != 50 {
		t.Errorf("its days: %+v", month.Parts)
	}
	if whole.Focus != nil {
		t.Errorf("five events have a focus: %+v", whole.Focus)
	}
	for i := range 40 {
		begins := time.Date(2022, 3, 1+i%20, 0, 0, 0, 0, time.UTC)
		all.list = append(all.list, deed{begins: begins, dated: true})
		chosen = append(chosen, int32(5+i))
	}
	slices.SortFunc(chosen, func(a, b int32) int { return all.list[a].begins.Compare(all.list[b].begins) })
	if f := all.zoom(english, chosen, Choice{}).Focus; f == nil || *f != (Focus{"2022-03-01", "2022-03-31", "March 2022", 2}) {
		t.Errorf("focus %+v", f)
	}
	if last := all.zoom(english, nil, Choice{}.during("2022-05")); last.Next != nil || last.Prev == nil {
		t.Errorf("the last month: %+v", last)
	}
}

// Events without a date are in the list and in no picture, and it is told how many they are.
func TestUndatedEventsAreCounted(t *testing.T) {
	var all acts
	for _, d := range []stemma.Date{"2022-03-04", "", "PAST_REF"} {
		begins, dated := onset(d)
		all.list = append(all.list, deed{date: d, begins: begins, dated: dated})
	}
	if n := all.undated([]int32{0, 1, 2}); n != 2 {
		t.Errorf("%d of a dated and two undated events have no date", n)
	}
}
