package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/gazetteer"
	"stemma/internal/golden"
	"stemma/internal/read"
	"stemma/internal/score"
)

// label is a finding of either side with all its attributes.
type label struct {
	score.Item
	finding golden.Finding
}

// tallied is one question's counts by kind, such as speakers that were right.
type tallied struct{ right, of int }

// setScore gathers the counts of one set.
type setScore struct {
	counts map[string]score.Count
	shares map[string]tallied
}

// scoreGold reads every annotated text and compares by kind.
func scoreGold(t *table, files []string) error {
	sets := map[string]*setScore{}
	var order []string
	for _, path := range files {
		set := "gold/" + filepath.Base(filepath.Dir(path))
		if sets[set] == nil {
			sets[set] = &setScore{map[string]score.Count{}, map[string]tallied{}}
			order = append(order, set)
		}
		if err := scoreFile(sets[set], path); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	for _, set := range order {
		s := sets[set]
		for _, what := range keysOf(s.counts) {
			t.count(set, what, s.counts[what])
		}
		for _, what := range keysOf(s.shares) {
			t.share(set, what, s.shares[what].right, s.shares[what].of)
		}
	}
	return nil
}

func keysOf[V any](m map[string]V) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func scoreFile(s *setScore, path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	c, err := golden.Parse(data)
	if err != nil {
		return err
	}
	reading := read.Read(&c.Article, gazetteer.Default())
	gold, err := labels(&c.Article, c.Want)
	if err != nil {
		return err
	}
	got, err := labels(&c.Article, golden.Of(&c.Article, &reading))
	if err != nil {
		return err
	}
	for _, q := range questions {
		if len(pick(gold, q.kind, "")) == 0 {
			continue // a kind without any label in a text is not judged there
		}
		q.ask(s, pick(gold, q.kind, q.types), pick(got, q.kind, q.types))
	}
	return nil
}

// labels gives findings with their places; truth has them as anchors.
func labels(a *stemma.Article, fs []golden.Finding) ([]label, error) {
	var out []label
	for _, f := range fs {
		at := f.Span
		if at.Empty() {
			var err error
			if at, err = golden.Resolve(a.Text, f.Anchor); err != nil {
				return nil, err
			}
		}
		l := label{score.Item{Start: at.Start, End: at.End, Optional: f.Attr("optional") == "yes"}, f}
		if len(f.Fields) > 0 {
			l.Type = f.Fields[0]
			l.Values = append(l.Values, f.Fields[len(f.Fields)-1])
		}
		for _, x := range f.Attrs {
			if x.Key == "also" {
				l.Values = append(l.Values, x.Value)
			}
		}
		out = append(out, l)
	}
	return out, nil
}

// pick gives the labels of a kind, of the types if any are named.
func pick(all []label, kind string, types string) []label {
	var out []label
	for _, l := range all {
		if l.finding.Kind == kind && (types == "" || slices.Contains(strings.Fields(types), l.Type)) {
			out = append(out, l)
		}
	}
	return out
}

func items(ls []label) []score.Item {
	out := make([]score.Item, len(ls))
	for i, l := range ls {
		out[i] = l.Item
	}
	return out
}
