package pipeline_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"stemma"
	"stemma/internal/intake"
	"stemma/internal/pipeline"
	"stemma/internal/store"
	"stemma/internal/store/mem"
	"stemma/internal/view"
)

// asked counts how often the rulings of a pile are asked for.
type asked struct {
	*mem.Store
	rulings int
}

func (a *asked) Rulings(ctx context.Context) ([]stemma.Ruling, error) {
	a.rulings++
	return a.Store.Rulings(ctx)
}

// A ruling that goes to all copies of a text works out what rulings come to as often as one
// for a single text: not once for each copy.
func TestRulingCopiesAsksOnce(t *testing.T) {
	ask := func(copies int) int {
		files := fstest.MapFS{}
		for i := range copies {
			files[fmt.Sprintf("%d.txt", i)] = &fstest.MapFile{Data: []byte(strings.Replace(tellingOfSella, "ferry", fmt.Sprintf("ferry %d", i), 1))}
		}
		s := &asked{Store: mem.New()}
		add(t, s.Store, intake.Pages(files, "pile"), 1)
		d := pipeline.Decision{By: "Ana", Verdict: stemma.Rejected, Finding: deathsOf(t, s.Store)[0].ID, Copies: true}
		if _, err := pipeline.Rule(t.Context(), s, d); err != nil {
			t.Fatal(err)
		}
		if kept, err := s.Store.Rulings(t.Context()); err != nil || len(kept) != copies {
			t.Fatalf("%d rulings for %d copies, %v", len(kept), copies, err)
		}
		return s.rulings
	}
	if few, many := ask(2), ask(9); many != few {
		t.Errorf("asked %d times for two copies, %d times for nine", few, many)
	}
}

const tellingOfSella = "The toll\n\nPORT SELLA, 6 March 2021 — As of 6 March 2021, 46 people had been killed in Port Sella, the harbour board said. " +
	"The ferry did not sail that night, and nobody on the quay could say when it would sail again or who would pay for the berth.\n"

// TestOneUndoForAllCopies: what was decided on all copies at one stroke is taken back at one
// stroke; a ruling of the same person on the same words at another time stays, and so does all of
// it when only one copy is meant.
func TestOneUndoForAllCopies(t *testing.T) {
	ctx, s := t.Context(), mem.New()
	files := fstest.MapFS{}
	for i := range 4 {
		files[fmt.Sprintf("%d.txt", i)] = &fstest.MapFile{Data: []byte(strings.Replace(tellingOfSella, "ferry", fmt.Sprintf("ferry %d", i), 1))}
	}
	add(t, s, intake.Pages(files, "pile"), 1)
	found := deathsOf(t, s)
	at := time.Date(2021, 3, 7, 9, 0, 0, 0, time.UTC)
	rule := func(d pipeline.Decision) stemma.Ruling {
		t.Helper()
		at = at.Add(time.Hour)
		d.By, d.At = "Ana", at
		r, err := pipeline.Rule(ctx, s, d)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	holding := func() (n int) {
		all, err := s.Rulings(ctx)
		if err != nil {
			t.Fatal(err)
		}
		for _, holds := range stemma.Standing(all) {
			if holds {
				n++
			}
		}
		return n
	}
	left := func() int {
		figures, err := store.Upheld(s).Figures(ctx, store.Query{})
		if err != nil {
			t.Fatal(err)
		}
		return len(figures)
	}
	rejected := rule(pipeline.Decision{Verdict: stemma.Rejected, Finding: found[0].ID, Copies: true})
	if holding() != 4 || left() != 0 {
		t.Fatalf("%d rulings hold, %d figures are left", holding(), left())
	}
	rule(pipeline.Decision{Verdict: stemma.Noted, Finding: found[0].ID, Why: "two boats?"})
	rule(pipeline.Decision{Verdict: stemma.TakenBack, Answers: rejected.ID})
	if holding() != 4 || left() != 1 {
		t.Errorf("one copy taken back: %d rulings hold, %d figures are back", holding(), left())
	}
	rule(pipeline.Decision{Verdict: stemma.TakenBack, Answers: rejected.ID, Copies: true})
	if holding() != 1 || left() != 4 {
		t.Errorf("all taken back: %d rulings hold, %d figures are back", holding(), left())
	}
	v, err := view.New(s).Rulings(ctx, view.Choice{})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range v.Rulings {
		if r.Holds && r.Together > 1 {
			t.Errorf("%s is said to be one of %d", r.ID, r.Together)
		}
	}
}

// TestLookingWritesOnce: looking at a saved search that finds what it found adds nothing to the
// book; one that finds more is noted.
func TestLookingWritesOnce(t *testing.T) {
	ctx, s := t.Context(), mem.New()
	keep := func(e stemma.SearchEntry) stemma.SearchEntry {
		t.Helper()
		e.By, e.At = "Ana", time.Date(2021, 3, 7, 9, 0, 0, 0, time.UTC)
		e, err := pipeline.KeepSearch(ctx, s, e)
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	kept := keep(stemma.SearchEntry{Act: stemma.SearchKept, Name: "quay", Query: "quay", Pages: []stemma.ID{"p-1"}})
	for _, pages := range [][]stemma.ID{{"p-1"}, {"p-1"}, {"p-1", "p-2"}, {"p-1", "p-2"}} {
		keep(stemma.SearchEntry{Act: stemma.SearchSeen, Answers: kept.ID, Pages: pages})
	}
	if book, err := s.SearchEntries(ctx); err != nil || len(book) != 2 {
		t.Errorf("%d entries, %v", len(book), err)
	}
}
