package main

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"stemma"
	"stemma/bench/copies"
	"stemma/internal/kin"
)

// viral is families of so many copies of one text each, with what comparing them took each time.
type viral struct {
	copies.Pile
	size     int
	took     []float64
	found    []stemma.Copy
	families []stemma.Family
}

// ofOne measures what one more copy of a text costs where there are so many. The piles are of as
// many texts, in smaller or larger families: in a larger pile any text costs more, since the
// processor's own memory has room for a few hundred. All sizes are measured in turns, so that a
// busy hour of the machine is one for all, and the ratio of the largest to the second is
// told.
func ofOne(w io.Writer, sizes string, runs int) error {
	var of []int
	for _, s := range strings.Split(sizes, ",") {
		k, err := strconv.Atoi(strings.TrimSpace(s))
		if err != nil || k < 2 {
			return fmt.Errorf("-viral %s: give how many copies, at least two, with commas between", sizes)
		}
		of = append(of, k)
	}
	var all []*viral
	for _, k := range of {
		all = append(all, newViral(k, slices.Max(of)/k))
	}
	for range runs {
		for _, v := range all {
			v.took = append(v.took, cpu(func() { v.found, v.families = kin.Families(v.Articles) }))
		}
	}
	for _, v := range all {
		v.print(w)
	}
	if n := len(all); n > 2 {
		few, most := all[1], all[n-1]
		fmt.Fprintf(w, "viral   a copy among %d costs %.2f × what it costs among %d\n", most.size, most.each()/few.each(), few.size)
	}
	return nil
}

// newViral makes some families of so many texts.
func newViral(size, families int) *viral {
	v := &viral{size: size}
	for n := range families {
		p := copies.Generate(uint64(n+1), size, size)
		for i := range p.Articles {
			a := &p.Articles[i]
			a.ID, a.Page = stemma.NewID("a", fmt.Sprint(n, i)), stemma.NewID("p", fmt.Sprint(n, i))
		}
		for _, t := range p.Truths {
			t.From, t.To = t.From+len(v.Articles), t.To+len(v.Articles)
			v.Truths = append(v.Truths, t)
		}
		v.Articles = append(v.Articles, p.Articles...)
	}
	return v
}

// each gives the median cost of a copy, in µs.
func (v *viral) each() float64 {
	slices.Sort(v.took)
	return 1e6 * v.took[len(v.took)/2] / float64(len(v.Articles))
}

func (v *viral) print(w io.Writer) {
	n := float64(len(v.Articles))
	kinds, certainties := copies.Sources(v.Pile, v.families)
	right, there := 0, 0
	for _, f := range kinds {
		right, there = right+f.Found, there+f.There
	}
	fmt.Fprintf(w, "viral   %5d copies of one text: %6.0f µs of CPU a copy, %.1f pairs listed, the source of %.3f right", v.size, v.each(), float64(len(v.found))/n, float64(right)/float64(there))
	for _, c := range certainties {
		fmt.Fprintf(w, "; %s: %.3f of %d", c.Kind, float64(c.Found)/float64(c.There), c.There)
	}
	fmt.Fprintln(w)
}
