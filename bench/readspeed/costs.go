package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"stemma"
	"stemma/bench/measure"
	"stemma/internal/gazetteer"
	"stemma/internal/read"
)

// costs is what reading took.
type costs struct {
	texts, words int
	steps        []step
}

// step is a group of rules and the seconds of CPU it took.
type step struct {
	name    string
	seconds float64
}

// readAll reads the texts again and again until that many words are read.
func readAll(texts []stemma.Article, words int) costs {
	var c costs
	at := map[string]int{}
	for c.words < words {
		for i := range texts {
			clock := measure.CPU()
			read.InSteps(&texts[i], gazetteer.Default(), func(name string) {
				now := measure.CPU()
				if _, met := at[name]; !met {
					at[name] = len(c.steps)
					c.steps = append(c.steps, step{name: name})
				}
				c.steps[at[name]].seconds += now - clock
				clock = now
			})
			c.texts++
			c.words += len(strings.Fields(texts[i].Text))
		}
	}
	return c
}

// table gives the costs, dearest group first.
func (c costs) table() string {
	var all float64
	for _, s := range c.steps {
		all += s.seconds
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%d texts, %d words, %.2f s of CPU: %.0f words a second and core\n", c.texts, c.words, all, float64(c.words)/all)
	fmt.Fprintf(&b, "%-10s %8s %12s\n", "group", "share", "ns a word")
	steps := slices.Clone(c.steps)
	slices.SortStableFunc(steps, func(a, b step) int { return cmp.Compare(b.seconds, a.seconds) })
	for _, s := range steps {
		fmt.Fprintf(&b, "%-10s %7.1f%% %12.0f\n", s.name, 100*s.seconds/all, 1e9*s.seconds/float64(c.words))
	}
	return b.String()
}
