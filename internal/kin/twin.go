package kin

import "slices"

// twins puts texts with the same words together, so that exact reprints skip all
// comparing. It gives each set's texts, by number and in order, and its first text.
// A text of fewer than minRun words is alone: so few words are often the same by
// chance.
func twins(texts lot) ([][]int, lot) {
	var groups [][]int
	var heads []int
	set := make(map[uint64]int, texts.len())
	for i := range texts.len() {
		t := texts.knows(i)
		n, ok := set[t.sum]
		if ok && t.words >= minRun && slices.Equal(texts.at(heads[n]).hash, texts.at(i).hash) {
			groups[n] = append(groups[n], i)
			continue
		}
		if !ok {
			set[t.sum] = len(groups)
		}
		groups = append(groups, []int{i})
		heads = append(heads, i)
	}
	return groups, texts.some(heads)
}

// spread gives the pairs of texts that follow from the pairs of sets: within a set
// all words are shared, and what two sets share any two of their texts share. For
// large sets only the pairs with their first texts are given.
func spread(texts lot, groups [][]int, pairs []pair) []pair {
	out := make([]pair, 0, spreads(groups, pairs)) // so many that none should be copied as they grow
	for _, g := range groups {
		n := texts.knows(g[0]).words
		for k, b := range g {
			for _, a := range some(g[:k], len(g)) {
				out = append(out, pair{a: a, b: b, blocks: []block{{x: 0, xEnd: n, y: 0, yEnd: n, words: n}}})
			}
		}
	}
	for _, p := range pairs {
		ga, gb := groups[p.a], groups[p.b]
		if len(ga)+len(gb) <= maxMembers {
			for _, a := range ga {
				for _, b := range gb {
					out = append(out, p.between(a, b))
				}
			}
			continue
		}
		for _, a := range ga {
			out = append(out, p.between(a, gb[0]))
		}
		for _, b := range gb[1:] {
			out = append(out, p.between(ga[0], b))
		}
	}
	return out
}

// spreads gives how many pairs that makes.
func spreads(groups [][]int, pairs []pair) int {
	n := 0
	for _, g := range groups {
		for k := range g {
			n += len(some(g[:k], len(g)))
		}
	}
	for i := range pairs {
		a, b := len(groups[pairs[i].a]), len(groups[pairs[i].b])
		if a+b <= maxMembers {
			n += a * b
		} else {
			n += a + b - 1
		}
	}
	return n
}

// some gives all of g when the whole set is small, and else the first.
func some(g []int, size int) []int {
	if size > maxMembers && len(g) > 1 {
		return g[:1]
	}
	return g
}

// between gives the pair as one of two other texts with the same words.
func (p pair) between(a, b int) pair {
	p.a, p.b = a, b
	if a < b {
		return p
	}
	blocks := slices.Clone(p.blocks)
	for k := range blocks {
		blocks[k].flip()
	}
	slices.SortFunc(blocks, byPlace)
	p.a, p.b, p.blocks, p.shareA, p.shareB = b, a, blocks, p.shareB, p.shareA
	return p
}
