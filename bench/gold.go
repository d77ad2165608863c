package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"stemma/internal/eval"
	"stemma/internal/gazetteer"
	"stemma/internal/golden"
	"stemma/internal/read"
)

// scoreGold reads every annotated text and compares by kind.
func scoreGold(t *table, files []string) error {
	sets := map[string]*eval.Scores{}
	var order []string
	for _, path := range files {
		set := "gold/" + filepath.Base(filepath.Dir(path))
		if sets[set] == nil {
			sets[set] = &eval.Scores{}
			order = append(order, set)
		}
		c, err := annotated(path)
		if err != nil {
			return err
		}
		r := read.Read(&c.Article, gazetteer.Default())
		if err := sets[set].Add(c, &r); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	for _, set := range order {
		s := sets[set]
		for _, what := range keysOf(s.Counts) {
			t.count(set, what, s.Counts[what])
		}
		for _, what := range keysOf(s.Shares) {
			t.share(set, what, s.Shares[what].Right, s.Shares[what].Of)
		}
	}
	return nil
}

// annotated gives the text of a file with its labels.
func annotated(path string) (*golden.Case, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	c, err := golden.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return c, nil
}

func keysOf[V any](m map[string]V) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
