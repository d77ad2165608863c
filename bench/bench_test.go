package main

import (
	"strings"
	"testing"

	"stemma/internal/score"
)

// The scores are golden: a change of quality must be meant. Run “make bench” and read
// the difference before it is committed.
func TestScores(t *testing.T) {
	if testing.Short() {
		t.Skip("reading all gold takes a while; run without -short")
	}
	if err := run("..", false); err != nil {
		t.Error(err)
	}
}

func TestTable(t *testing.T) {
	a := newTable()
	a.count("one", "quotes", score.Count{Found: 1, False: 1, Missed: 2})
	a.share("two", "speaker", 1, 2)
	b := parseTable(a.String())
	if a.String() != b.String() || a.differ(b) != "" {
		t.Errorf("a table does not survive its own form:\n%s", a)
	}
	b.rows["two"][0] = strings.Replace(b.rows["two"][0], "0.500", "0.501", 1)
	if a.differ(b) == "" {
		t.Error("a changed figure goes unnoticed")
	}
}
