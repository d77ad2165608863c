package stemma

import (
	"slices"
	"time"
)

// SearchEntry is an entry of the book of saved searches: a search was kept, looked at again,
// or taken away. Entries are ground state, as rulings are: they are never rewritten or
// deleted, only answered by later ones.
type SearchEntry struct {
	ID          ID
	Act         string // one of those below
	Name, Query string
	Independent bool // one text per family
	By          string
	At          time.Time
	Answers     ID // the entry that kept the search; "" for that itself
	// Pages are those on which it found something then, ordered by ID: what is found on
	// others is new. IDs of pages stay when their texts are cut and read anew.
	Pages []ID
}

// Acts of a [SearchEntry].
const (
	SearchKept    = "keep"
	SearchSeen    = "seen"
	SearchRemoved = "remove"
)

// SavedSearch is a search that was kept and not taken away.
type SavedSearch struct {
	Kept SearchEntry
	Last SearchEntry // that kept it, or says that it was looked at, the last one
}

// SavedSearches gives the searches that stand, in the order in which they were kept.
func SavedSearches(entries []SearchEntry) []SavedSearch {
	var list []SavedSearch
	for _, e := range entries {
		if e.Act == SearchKept {
			list = append(list, SavedSearch{e, e})
			continue
		}
		i := slices.IndexFunc(list, func(s SavedSearch) bool { return s.Kept.ID == e.Answers })
		switch {
		case i < 0:
		case e.Act == SearchRemoved:
			list = slices.Delete(list, i, i+1)
		default:
			list[i].Last = e
		}
	}
	return list
}

// Same reports whether two entries say the same.
func (e SearchEntry) Same(o SearchEntry) bool {
	return e.ID == o.ID && e.Act == o.Act && e.Name == o.Name && e.Query == o.Query && e.Independent == o.Independent &&
		e.By == o.By && e.At.Equal(o.At) && e.Answers == o.Answers && slices.Equal(e.Pages, o.Pages)
}
