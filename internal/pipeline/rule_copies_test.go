package pipeline_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"stemma"
	"stemma/internal/intake"
	"stemma/internal/pipeline"
	"stemma/internal/store/mem"
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
