package pipeline

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"stemma"
	"stemma/internal/store"
)

// maxSearchName bounds the name of a saved search, in characters.
const maxSearchName = 100

// KeepSearch keeps an entry of the book of saved searches: it gives the entry its ID, and one
// that answers another the name and the query of that. A search without a name, with the
// name of another one that stands, or an answer to none that stands is refused: the error
// wraps [stemma.ErrInvalid], [stemma.ErrConflict] or [stemma.ErrNotFound]. Looking at a search that
// finds what it found before writes nothing: the entry that said so last is given.
func KeepSearch(ctx context.Context, to store.Store, e stemma.SearchEntry) (stemma.SearchEntry, error) {
	e.Name, e.At = strings.Join(strings.Fields(e.Name), " "), e.At.UTC()
	book, err := to.SearchEntries(ctx)
	if err == nil {
		err = checkSearch(&e, stemma.SavedSearches(book))
	}
	if err != nil {
		return e, fmt.Errorf("saved search: %w", err)
	}
	if last := lastOf(stemma.SavedSearches(book), e); e.Act == stemma.SearchSeen && slices.Equal(last.Pages, e.Pages) {
		return last, nil // it finds what it found: there is nothing to note
	}
	parts := []string{e.Act, e.Name, e.Query, strconv.FormatBool(e.Independent), e.By, e.At.Format(time.RFC3339Nano), string(e.Answers)}
	for _, p := range e.Pages {
		parts = append(parts, string(p))
	}
	e.ID = stemma.NewID("s", parts...)
	return e, to.KeepSearch(ctx, e)
}

// lastOf gives the entry that last said what the search of an answer finds.
func lastOf(standing []stemma.SavedSearch, e stemma.SearchEntry) stemma.SearchEntry {
	i := slices.IndexFunc(standing, func(s stemma.SavedSearch) bool { return s.Kept.ID == e.Answers })
	if i < 0 {
		return stemma.SearchEntry{}
	}
	return standing[i].Last
}

// checkSearch checks an entry against the searches that stand, and fills in what an answer
// is about.
func checkSearch(e *stemma.SearchEntry, standing []stemma.SavedSearch) error {
	named := func(s stemma.SavedSearch) bool { return s.Kept.Name == e.Name }
	answered := func(s stemma.SavedSearch) bool { return s.Kept.ID == e.Answers }
	switch e.Act {
	case stemma.SearchKept:
		if n := utf8.RuneCountInString(e.Name); n == 0 || n > maxSearchName {
			return fmt.Errorf("its name has 1 to %d characters: %w", maxSearchName, stemma.ErrInvalid)
		}
		if strings.TrimSpace(e.Query) == "" {
			return fmt.Errorf("there is nothing to look for: %w", stemma.ErrInvalid)
		}
		if slices.ContainsFunc(standing, named) {
			return fmt.Errorf("there is one called %q; remove it first, or choose another name: %w", e.Name, stemma.ErrConflict)
		}
		e.Answers = ""
		return nil
	case stemma.SearchSeen, stemma.SearchRemoved:
		i := slices.IndexFunc(standing, answered)
		if i < 0 {
			return fmt.Errorf("%q: %w", e.Answers, stemma.ErrNotFound)
		}
		kept := standing[i].Kept
		e.Name, e.Query, e.Independent = kept.Name, kept.Query, kept.Independent
		return nil
	}
	return fmt.Errorf("there is no act %q: %w", e.Act, stemma.ErrInvalid)
}
