package view

import (
	"maps"
	"slices"
	"testing"

	"stemma"
	"stemma/internal/store"
)

func TestSources(t *testing.T) {
	pages := []stemma.Page{
		{ID: "p1", Root: "north", Path: "a.txt", SHA256: "1111111111"},
		{ID: "p2", Root: "south", Path: "a.txt", SHA256: "2222222222"},
		{ID: "p3", Root: "north", Path: "b/c.txt", SHA256: "3333333333"},
		{ID: "p4", Root: "", Path: "alone.txt", SHA256: "4444444444"},
		{ID: "p5", Root: "", Path: "alone.txt", SHA256: "5555555555"},
		{ID: "p6", Root: "north", Path: "feed.xml", Member: "3", SHA256: "6666666666"},
		{ID: "p7", Root: "north", Path: "x.jsonl", Member: "rec-1", Format: "jsonl", SHA256: "7777777777"},
		{ID: "p8", Root: "north", Path: "y.jsonl", Member: "rec-2", Format: "jsonl", SHA256: "8888888888"},
		{ID: "p9", Root: "south", Path: "y2.jsonl", Member: "rec-2", Format: "jsonl", SHA256: "9999999999"},
		{ID: "pa", Root: "same", Path: "d.txt", SHA256: "aaaaaaaaaa"},
		{ID: "pb", Root: "same", Path: "d.txt", SHA256: "bbbbbbbbbb"},
	}
	places := []store.Place{
		{Page: "p3", Root: "south", Path: "b/z.txt"},
		{Page: "p3", Root: "south", Path: "b/c.txt"},
		{Page: "gone", Root: "south", Path: "b/c.txt"},
	}
	want := map[stemma.ID]string{
		"p1": "north/a.txt", "p2": "south/a.txt",
		"p3": "b/c.txt",
		"p4": "alone.txt~44444444", "p5": "alone.txt~55555555",
		"p6": "feed.xml#3",
		"p7": "rec-1", "p8": "y.jsonl#rec-2", "p9": "y2.jsonl#rec-2",
		"pa": "same/d.txt~aaaaaaaa", "pb": "same/d.txt~bbbbbbbb",
	}
	got := Sources(pages, places)
	for _, id := range sortedKeys(want) {
		if got[id] != want[id] {
			t.Errorf("%s is called %q, want %q", id, got[id], want[id])
		}
	}
}

// TestSourcesInAnyOrder: the place that was added first does not matter.
func TestSourcesInAnyOrder(t *testing.T) {
	one := []stemma.Page{{ID: "p1", Root: "b", Path: "x.txt"}, {ID: "p2", Root: "a", Path: "y.txt"}}
	two := []stemma.Page{{ID: "p2", Root: "a", Path: "y.txt"}, {ID: "p1", Root: "a", Path: "w.txt"}}
	places := []store.Place{{Page: "p1", Root: "b", Path: "x.txt"}, {Page: "p1", Root: "a", Path: "w.txt"}, {Page: "p2", Root: "a", Path: "y.txt"}}
	first := Sources(one, places)
	slices.Reverse(places)
	if second := Sources(two, places); !maps.Equal(first, second) {
		t.Errorf("%v and %v", first, second)
	}
}
