package view

import (
	"fmt"
	"testing"

	"stemma"
	"stemma/internal/store"
	"stemma/internal/store/mem"
)

// TestCensusWhilePreparing: who searches while the whole pile is prepared does not wait for what
// many texts state to be counted.
func TestCensusWhilePreparing(t *testing.T) {
	ctx, lib := t.Context(), New(mem.New())
	s := &searcher{shelf: lib.shelf(), kin: &kinship{}}
	var hits []store.Hit
	for i := range countedLate + 1 {
		hits = append(hits, store.Hit{Article: stemma.ID(fmt.Sprint("a-", i))}, store.Hit{Article: stemma.ID(fmt.Sprint("a-", i)), Sentence: stemma.Span{Start: 1, End: 2}})
	}
	lib.held.preparing.Store(true)
	if p, err := s.censusOf(ctx, hits); p != nil || err != nil {
		t.Errorf("many texts are counted while the pile is prepared: %v", err)
	}
	if p, err := s.censusOf(ctx, nil); p == nil || err != nil {
		t.Errorf("few texts are not counted: %v", err)
	}
}
