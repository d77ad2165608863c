package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"stemma"
)

// tally is how many copies of a kind there are and how many were found.
type tally struct {
	kind         string
	there, found int
}

// recall says of each kind of copy how many were found: a pair counts when the passages
// found hold at least half of the words that the one text has from the other, or when
// both are of one large family, whose pairs are not all listed.
func recall(p pile, copies []stemma.Copy, families []stemma.Family) []tally {
	shared := make(map[[2]stemma.ID]int, len(copies))
	text := make(map[stemma.ID]string, len(p.articles))
	for _, a := range p.articles {
		text[a.ID] = a.Text
	}
	for _, c := range copies {
		n := 0
		for _, passage := range c.Passages {
			n += len(strings.Fields(text[c.A][passage.A.Start:passage.A.End]))
		}
		shared[[2]stemma.ID{c.A, c.B}] = n
	}
	family := make(map[stemma.ID]stemma.ID)
	size := make(map[stemma.ID]int)
	for _, f := range families {
		for _, id := range f.Articles {
			family[id], size[id] = f.ID, len(f.Articles)
		}
	}
	byKind := make(map[string]*tally)
	for _, t := range p.truths {
		a, b := p.articles[t.from].ID, p.articles[t.to].ID
		k := byKind[t.kind]
		if k == nil {
			k = &tally{kind: t.kind}
			byKind[t.kind] = k
		}
		k.there++
		implied := family[a] != "" && family[a] == family[b] && size[a] > 200
		if 2*shared[[2]stemma.ID{min(a, b), max(a, b)}] >= len(t.words) || implied {
			k.found++
		}
	}
	var out []tally
	for _, k := range byKind {
		out = append(out, *k)
	}
	slices.SortFunc(out, func(a, b tally) int { return cmp.Compare(a.kind, b.kind) })
	return out
}

// wrong counts the pairs that were found to be copies and share nothing: no truth leads
// from the one to the other, over however many steps.
func wrong(p pile, copies []stemma.Copy) (pairs, joined int) {
	number := make(map[stemma.ID]int, len(p.articles))
	top := make([]int, len(p.articles))
	for i, a := range p.articles {
		number[a.ID], top[i] = i, i
	}
	find := func(i int) int {
		for top[i] != i {
			i = top[i]
		}
		return i
	}
	for _, t := range p.truths {
		if t.kind != form {
			a, b := find(t.from), find(t.to)
			top[max(a, b)] = min(a, b)
		}
	}
	for _, c := range copies {
		if find(number[c.A]) == find(number[c.B]) || c.Relation == stemma.SharedSite || c.Relation == stemma.SharedQuote {
			continue
		}
		pairs++
		if c.Relation != stemma.SharedWords {
			joined++
		}
	}
	return pairs, joined
}

func printRecall(w io.Writer, p pile, copies []stemma.Copy, families []stemma.Family) {
	for _, t := range recall(p, copies, families) {
		fmt.Fprintf(w, "recall  %-18s %.4f  n %d\n", t.kind, float64(t.found)/float64(t.there), t.there)
	}
	pairs, joined := wrong(p, copies)
	fmt.Fprintf(w, "wrong   shared words %d, copies %d, of %d pairs\n", pairs, joined, len(copies))
}
