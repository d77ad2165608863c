package main

import (
	"stemma/bench/copies"
	"stemma/internal/kin"
)

// How many texts are made to see which copies are found, and how many of one viral text are
// among them.
const (
	madeTexts  = 6000
	viralTexts = 600
)

// scoreCopies says which copies are found in texts of our own making.
func scoreCopies(t *table) {
	const set = "copies made"
	p := copies.Generate(1, madeTexts, viralTexts)
	found, families := kin.Families(p.Articles)
	for _, f := range copies.Recall(p, found, families) {
		t.share(set, f.Kind, f.Found, f.There)
	}
	kinds, certainties := copies.Sources(p, families)
	for _, f := range kinds {
		t.share(set, f.Kind+": source", f.Found, f.There)
	}
	for _, f := range certainties {
		t.share(set, "source, certainty "+f.Kind, f.Found, f.There)
	}
	pairs, _ := copies.Wrong(p, found)
	t.share(set, "pairs that share something", len(found)-pairs, len(found))
}
