package stemma

import "testing"

// A search stands until an entry takes it away; what it was when last looked at is the last
// entry about it.
func TestSavedSearches(t *testing.T) {
	kept := SearchEntry{ID: "s-1", Act: SearchKept, Name: "dam", Pages: []ID{"p-1"}}
	other := SearchEntry{ID: "s-2", Act: SearchKept, Name: "mayor"}
	seen := SearchEntry{ID: "s-3", Act: SearchSeen, Answers: "s-1", Pages: []ID{"p-1", "p-2"}}
	removed := SearchEntry{ID: "s-4", Act: SearchRemoved, Answers: "s-2"}
	stranger := SearchEntry{ID: "s-5", Act: SearchSeen, Answers: "s-9"}
	got := SavedSearches([]SearchEntry{kept, other, seen, removed, stranger})
	if len(got) != 1 || !got[0].Kept.Same(kept) || !got[0].Last.Same(seen) {
		t.Errorf("%+v", got)
	}
	if kept.Same(seen) || kept.Same(SearchEntry{ID: "s-1", Act: SearchKept, Name: "dam"}) {
		t.Error("entries that differ are the same")
	}
}
