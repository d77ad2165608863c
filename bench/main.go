// Command bench measures how well Stemma reads: it scores readings against hand-made
// truth and writes the table SCORES.txt.
//
// It takes the annotated texts below gold/, texts of its own making in which the copies are
// known, and, where they are there, the development pages beside the project. It promises the same table for the same rules, so that a
// change of quality stands in the diff of a change. It tunes nothing and writes no
// truth; a set that is not there is left as it stands in the table.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	root := flag.String("root", ".", "the project's folder")
	write := flag.Bool("write", false, "write SCORES.txt instead of comparing with it")
	flag.Parse()
	if err := run(*root, *write); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// run scores all sets and writes the table, or says where it differs.
func run(root string, write bool) error {
	table, err := scores(root)
	if err != nil {
		return err
	}
	path := filepath.Join(root, "bench", "SCORES.txt")
	kept, err := os.ReadFile(path)
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	want := parseTable(string(kept))
	if write {
		for _, set := range want.sets { // sets that are not here keep their figures
			if table.rows[set] == nil {
				table.add(set, want.rows[set]...)
			}
		}
		return os.WriteFile(path, []byte(table.String()), 0o644)
	}
	fmt.Print(table.String())
	if diff := table.differ(want); diff != "" {
		return fmt.Errorf("the scores are not those of SCORES.txt; if that is meant, run “make bench” and commit it:\n%s", diff)
	}
	return nil
}

// scores measures every set that is there.
func scores(root string) (*table, error) {
	t := newTable()
	sets, err := filepath.Glob(filepath.Join(root, "bench", "gold", "*", "*.txtar"))
	if err != nil {
		return nil, err
	}
	if len(sets) == 0 {
		return nil, fmt.Errorf("no gold below %s", filepath.Join(root, "bench", "gold"))
	}
	if err := scoreGold(t, sets); err != nil {
		return nil, err
	}
	scoreCopies(t)
	seeds := filepath.Join(root, "..", "shared", "data", "seeds")
	if _, err := os.Stat(filepath.Join(seeds, "gold.jsonl")); err != nil {
		fmt.Fprintln(os.Stderr, "bench: the development pages are not here; their scores are not measured")
		return t, nil
	}
	return t, scoreSeeds(t, seeds)
}
