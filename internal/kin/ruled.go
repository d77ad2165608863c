package kin

import (
	"slices"

	"stemma"
)

// Ruled is what people have decided about texts; it goes before all that was found.
type Ruled struct {
	NotCopies []NotCopy
	First     []First // where two are of one family, the last holds
}

// NotCopy says that neither of two texts was made from the other.
type NotCopy struct {
	A, B stemma.ID
	Why  string // who decided it, and why
}

// First says that all other texts of its family come from a text.
type First struct {
	Article stemma.ID
	Why     string
}

// ruledWeight is more than all that can speak against it.
const ruledWeight = 100

// ruledFirst is a ruling that a text came first; of two the one with the higher rank holds.
type ruledFirst struct {
	why  string
	rank int // from 1
}

// bars are the pairs of texts that must not be joined, by number.
type bars [][2]int

// number gives the texts that the rulings are about: pairs that are no copies, and for
// each text that came first the reason.
func (r Ruled) number(texts lot) (bars, map[int]ruledFirst) {
	if len(r.NotCopies)+len(r.First) == 0 {
		return nil, nil
	}
	at := make(map[stemma.ID]int, texts.len())
	for i := range texts.len() {
		at[texts.id(i)] = i
	}
	var out bars
	for _, n := range r.NotCopies {
		a, knownA := at[n.A]
		b, knownB := at[n.B]
		if knownA && knownB {
			out = append(out, [2]int{a, b})
		}
	}
	first := make(map[int]ruledFirst)
	for n, f := range r.First {
		if i, known := at[f.Article]; known {
			first[i] = ruledFirst{f.Why, n + 1}
		}
	}
	return out, first
}

// apart makes pairs that were ruled to be no copies share words and no more.
func (r Ruled) apart(texts lot, pairs []pair) {
	if len(r.NotCopies) == 0 {
		return
	}
	why := make(map[[2]stemma.ID]string, len(r.NotCopies))
	for _, n := range r.NotCopies {
		why[[2]stemma.ID{min(n.A, n.B), max(n.A, n.B)}] = n.Why
	}
	for i := range pairs {
		p := &pairs[i]
		a, b := texts.id(p.a), texts.id(p.b)
		if w, ok := why[[2]stemma.ID{min(a, b), max(a, b)}]; ok {
			if joins(p.relation) {
				p.relation = stemma.SharedWords
			}
			p.version, p.whole, p.note = false, false, w
		}
	}
}

// forbids reports whether joining two sets would put a pair into one that must stay apart.
func (b bars) forbids(set sets, i, j int) bool {
	i, j = set.top(i), set.top(j)
	return slices.ContainsFunc(b, func(p [2]int) bool {
		x, y := set.top(p[0]), set.top(p[1])
		return x == i && y == j || x == j && y == i
	})
}

// firsts makes what was ruled to be first the earlier text of each of its pairs.
func firsts(pairs []pair, first map[int]ruledFirst) {
	if len(first) == 0 {
		return
	}
	for i := range pairs {
		p := &pairs[i]
		a, b := first[p.a], first[p.b]
		if a.rank == b.rank || !joins(p.relation) {
			continue
		}
		r := reason{weight: ruledWeight, why: a.why}
		if b.rank > a.rank {
			r = reason{weight: -ruledWeight, why: b.why}
		}
		v := weigh([]reason{r})
		p.verdict = &v
		p.verdict.told = r.weight
	}
}
