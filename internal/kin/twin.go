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
// all words are shared, and what two sets share any two of their texts share. Of a
// large set only the pairs with its leaders are given.
func spread(texts lot, groups [][]int, pairs []pair) []pair {
	out := make([]pair, 0, spreads(groups, pairs)) // so many that none should be copied as they grow
	lead := make([][]int, len(groups))
	for i, g := range groups {
		lead[i] = g
		n := texts.knows(g[0]).words
		same := func(a, b int) {
			out = append(out, pair{a: min(a, b), b: max(a, b), blocks: []block{{x: 0, xEnd: n, y: 0, yEnd: n, words: n}}})
		}
		if len(g) > maxMembers {
			lead[i] = leadersOf(texts, g)
			for k, a := range lead[i] {
				for _, b := range g {
					if !slices.Contains(lead[i][:k+1], b) {
						same(a, b)
					}
				}
			}
			continue
		}
		for k, b := range g {
			for _, a := range g[:k] {
				same(a, b)
			}
		}
	}
	for _, p := range pairs {
		ga, gb := groups[p.a], groups[p.b]
		if len(ga)+len(gb) > maxMembers { // the others are tied to their own set's leaders
			ga, gb = lead[p.a][:min(len(lead[p.a]), fewTwins)], lead[p.b][:min(len(lead[p.b]), fewTwins)]
		}
		for _, a := range ga {
			for _, b := range gb {
				out = append(out, p.between(a, b))
			}
		}
	}
	return out
}

// spreads gives how many pairs that makes, or a few more.
func spreads(groups [][]int, pairs []pair) int {
	n := 0
	for _, g := range groups {
		if k := len(g); k > maxMembers {
			n += 2 * k
		} else {
			n += k * (k - 1) / 2
		}
	}
	for i := range pairs {
		a, b := len(groups[pairs[i].a]), len(groups[pairs[i].b])
		if a+b > maxMembers {
			a, b = min(a, fewTwins), min(b, fewTwins)
		}
		n += a * b
	}
	return n
}

// fewTwins is how many texts stand for a set of the same words where it meets a large one.
const fewTwins = 8

// leadersOf is leaders for a set of texts with the same words.
func leadersOf(texts lot, g []int) []int {
	some := make([]int32, len(g))
	for k, n := range g {
		some[k] = int32(n)
	}
	var out []int
	for _, n := range leaders(texts, some, some) {
		out = append(out, int(n))
	}
	return out
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
