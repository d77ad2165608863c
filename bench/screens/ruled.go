package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"time"

	"stemma"
	"stemma/bench/measure"
	"stemma/internal/pipeline"
	"stemma/internal/store"
	"stemma/internal/view"
	"stemma/internal/web"
)

// ruled makes a ruling about a figure before each screen and tells what the first look at it costs
// when nobody prepares any more after it: the screen waits for what it needs, made anew. The rulings stay in the pile.
func ruled(ctx context.Context, s store.Store, counts store.Counts) error {
	said, err := s.Rulings(ctx) // of runs before this one; the same one again would be none
	if err != nil {
		return err
	}
	lib := view.New(s)
	if err := lib.Prepare(ctx); err != nil {
		return err
	}
	screens := web.New(lib, web.Options{})
	fmt.Printf("%-44s %9s %9s\n", "first look after a ruling", "ms", "ms of CPU")
	for i, screen := range starts {
		found, err := s.Figures(ctx, store.Query{Offset: counts.Figures * (i%40 + 1) / 41, Limit: 1})
		if err != nil || len(found) == 0 {
			return fmt.Errorf("nothing to rule about: %w", err)
		}
		decision := pipeline.Decision{By: "bench", At: time.Unix(int64(len(said)+i), 0), Verdict: stemma.Rejected, Finding: found[0].ID}
		if _, err := pipeline.Rule(ctx, s, decision); err != nil {
			return err
		}
		began, used := time.Now(), measure.CPU()
		w := httptest.NewRecorder()
		screens.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+screen, http.NoBody))
		if w.Code != http.StatusOK {
			return fmt.Errorf("%s: %d", screen, w.Code)
		}
		fmt.Printf("%-44s %9.0f %9.0f\n", screen, time.Since(began).Seconds()*1000, (measure.CPU()-used)*1000)
	}
	return nil
}
