package kin

import "math"

// way is a possible edge of a tree.
type way struct {
	from, to int
	cost     float64
	sum      float64 // what speaks for this direction
	told     float64 // how much of it dates and credits make
	date     float64 // how much of it the dates make
	pair     *pair
	origin   int // its number among the ways first given
}

// arborescence gives the cheapest tree that reaches all n texts from one of them
// (Chu and Liu 1965, Edmonds 1967): its root, and for each other text the number of
// the way that leads to it, -1 for the root. All texts must hang together.
func arborescence(n int, ways []way) (int, []int) {
	high := 1.0
	for _, w := range ways {
		high += math.Abs(w.cost)
	}
	all := make([]way, 0, len(ways)+n)
	for i, w := range ways {
		w.origin = i
		all = append(all, w)
	}
	for i := range n { // from nowhere: the one that is taken leads to the root
		all = append(all, way{from: n, to: i, cost: high, origin: -1 - i})
	}
	parent := make([]int, n)
	root := 0
	for _, o := range cheapest(n+1, n, all) {
		if o < 0 {
			root = -1 - o
			parent[root] = -1
		} else {
			parent[ways[o].to] = o
		}
	}
	return root, parent
}

// cheapest gives the origins of the ways of the cheapest tree from root.
func cheapest(n, root int, ways []way) []int {
	best := make([]int, n)
	for i := range best {
		best[i] = -1
	}
	for i, w := range ways {
		if w.to != root && w.from != w.to && (best[w.to] < 0 || w.cost < ways[best[w.to]].cost) {
			best[w.to] = i
		}
	}
	group, groups, cyclic := cycles(n, root, best, ways)
	if groups == n {
		out := make([]int, 0, n)
		for i, b := range best {
			if i != root && b >= 0 {
				out = append(out, ways[b].origin)
			}
		}
		return out
	}
	less := make([]way, 0, len(ways))
	for i, w := range ways {
		if from, to := group[w.from], group[w.to]; from != to {
			cost := w.cost
			if cyclic[w.to] {
				cost -= ways[best[w.to]].cost
			}
			less = append(less, way{from: from, to: to, cost: cost, origin: i})
		}
	}
	inner := cheapest(groups, group[root], less)
	entered := make([]bool, n)
	out := make([]int, 0, n)
	for _, i := range inner {
		entered[ways[i].to] = true
		out = append(out, ways[i].origin)
	}
	for i, b := range best {
		if i != root && cyclic[i] && !entered[i] {
			out = append(out, ways[b].origin)
		}
	}
	return out
}

// cycles gives each text the number of its group: a ring of texts whose best ways
// lead round is one group, every other text one of its own.
func cycles(n, root int, best []int, ways []way) (group []int, groups int, cyclic []bool) {
	group, cyclic = make([]int, n), make([]bool, n)
	seen := make([]int, n)
	for i := range group {
		group[i] = -1
	}
	for i := range n {
		v := i
		for v != root && group[v] < 0 && seen[v] == 0 && best[v] >= 0 {
			seen[v] = i + 1
			v = ways[best[v]].from
		}
		if v == root || group[v] >= 0 || seen[v] != i+1 || best[v] < 0 {
			continue
		}
		for u := v; group[u] < 0; u = ways[best[u]].from {
			group[u], cyclic[u] = groups, true
		}
		groups++
	}
	for i := range group {
		if group[i] < 0 {
			group[i] = groups
			groups++
		}
	}
	return group, groups, cyclic
}
