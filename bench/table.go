package main

import (
	"fmt"
	"strings"

	"stemma/internal/score"
)

// table is SCORES.txt: sets in order, each with its rows.
type table struct {
	sets []string
	rows map[string][]string
}

func newTable() *table { return &table{rows: map[string][]string{}} }

const tableHead = `# How well Stemma reads: made by “make bench”, compared by the tests.
# P precision, R recall, F1; n is how many items the truth has. See bench/README.md.
`

func (t *table) add(set string, rows ...string) {
	if t.rows[set] == nil {
		t.sets = append(t.sets, set)
	}
	t.rows[set] = append(t.rows[set], rows...)
}

// count adds a row of precision, recall and F1.
func (t *table) count(set, what string, c score.Count) {
	t.add(set, fmt.Sprintf("%-34s P %.3f  R %.3f  F1 %.3f  n %d", what, c.Precision(), c.Recall(), c.F1(), c.Found+c.Missed))
}

// share adds a row that says how many of the items were right.
func (t *table) share(set, what string, right, of int) {
	part := 0.0
	if of > 0 {
		part = float64(right) / float64(of)
	}
	t.add(set, fmt.Sprintf("%-34s right %.3f  n %d", what, part, of))
}

// String gives the file.
func (t *table) String() string {
	var b strings.Builder
	b.WriteString(tableHead)
	for _, set := range t.sets {
		b.WriteString("\n[" + set + "]\n")
		for _, r := range t.rows[set] {
			b.WriteString(r + "\n")
		}
	}
	return b.String()
}

func parseTable(s string) *table {
	t := newTable()
	set := ""
	for line := range strings.Lines(s) {
		line = strings.TrimRight(line, "\n")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			set = strings.Trim(line, "[]")
		default:
			t.add(set, line)
		}
	}
	return t
}

// differ compares the sets that were measured with the ones that are kept: the lines
// that differ, "" when none does.
func (t *table) differ(kept *table) string {
	var b strings.Builder
	for _, set := range t.sets {
		got, want := strings.Join(t.rows[set], "\n"), strings.Join(kept.rows[set], "\n")
		if got != want {
			fmt.Fprintf(&b, "[%s]\n--- kept\n%s\n+++ measured\n%s\n", set, want, got)
		}
	}
	return b.String()
}
