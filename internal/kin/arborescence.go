package kin

import "math"

// way is a possible edge of a tree.
type way struct {
	from, to int
	fit      float64 // how likely to was made of from: see pair.fit
	share    float64 // its probability, 0–1
	cost     float64 // what the tree is chosen by
	pair     *pair
}

// fitUnder is the fit when root is the family's first text. A state of a page is made of
// the one before it, and not rather of the first.
func (w *way) fitUnder(root int) float64 {
	if w.from == root && !w.pair.version {
		return w.fit + rootGain
	}
	return w.fit
}

// arborescence gives the cheapest tree that reaches all n texts from one of them
// (Chu and Liu 1965, Edmonds 1967, in the time of Gabow, Galil, Spencer and Tarjan 1986 but for
// their heap): its root, and for each other text the number of the way that leads to it, -1
// for the root. All texts must hang together. Of two ways that cost the same the first is taken.
func arborescence(n int, ways []way) (int, []int) {
	high := 1.0
	for _, w := range ways {
		high += math.Abs(w.cost)
	}
	all := make([]arc, 0, len(ways)+n)
	for i, w := range ways {
		all = append(all, arc{from: int32(w.from), to: int32(w.to), origin: int32(i), cost: w.cost})
	}
	for i := range n { // from nowhere: the one that is taken leads to the root
		all = append(all, arc{from: int32(n), to: int32(i), origin: int32(-1 - i), cost: high})
	}
	parent, root := make([]int, n), 0
	for k, a := range cheapest(n+1, n, all)[:n] {
		if parent[k] = int(all[a].origin); parent[k] < 0 {
			root, parent[k] = k, -1
		}
	}
	return root, parent
}

// arc is a way in short.
type arc struct {
	from, to, origin int32
	cost             float64
}

// cheapest gives the arcs of the cheapest tree from root, by what they lead to.
func cheapest(n, root int, arcs []arc) []int32 {
	h := newHeaps(n, arcs)
	whole := newMerging(n)
	seen := make([]int32, n) // by group: 0 not yet; the walk in which it was met
	seen[root] = -1
	entry := make([]int32, n)
	var rings []ring
	var path, taken []int32
	for start := range int32(n) {
		walk := start + 1
		path, taken = path[:0], taken[:0]
		for u := whole.top(start); seen[u] == 0; {
			a := h.pop(u)
			path, taken = append(path, u), append(taken, a)
			seen[u] = walk
			u = whole.top(arcs[a].from)
			if seen[u] != walk {
				continue
			}
			r := ring{before: whole.merged()} // the walk came round: one group, and on from there
			for done := false; !done; {
				last := len(path) - 1
				w := path[last]
				r.arcs = append(r.arcs, taken[last])
				path, taken = path[:last], taken[:last]
				done = w == u
				whole.unite(u, w, h)
			}
			u = whole.top(u)
			r.group = u
			seen[u] = 0
			rings = append(rings, r)
		}
		for _, a := range taken {
			entry[whole.top(arcs[a].to)] = a
		}
	}
	for k := len(rings) - 1; k >= 0; k-- { // each ring is opened where the tree comes in
		r := rings[k]
		in := entry[r.group]
		whole.undo(r.before)
		for _, a := range r.arcs {
			entry[whole.top(arcs[a].to)] = a
		}
		entry[whole.top(arcs[in].to)] = in
	}
	return entry
}

// ring is a group of groups whose cheapest arcs lead round.
type ring struct {
	group  int32
	before int     // how many groups had been merged
	arcs   []int32 // of the ring
}
