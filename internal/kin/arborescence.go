package kin

import (
	"cmp"
	"container/heap"
	"math"
)

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
// (Chu and Liu 1965, Edmonds 1967): its root, and for each other text the number of
// the way that leads to it, -1 for the root. All texts must hang together. It is for
// some hundred texts at most; see [grown].
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
	parent := make([]int, n)
	root := 0
	for _, o := range cheapest(n+1, n, all) {
		if o < 0 {
			root = int(-1 - o)
			parent[root] = -1
		} else {
			parent[ways[o].to] = int(o)
		}
	}
	return root, parent
}

// arc is a way in short.
type arc struct {
	from, to, origin int32
	cost             float64
}

// cheapest gives the origins of the arcs of the cheapest tree from root.
func cheapest(n, root int, arcs []arc) []int32 {
	best := make([]int32, n)
	for i := range best {
		best[i] = -1
	}
	for i, a := range arcs {
		if int(a.to) != root && a.from != a.to && (best[a.to] < 0 || a.cost < arcs[best[a.to]].cost) {
			best[a.to] = int32(i)
		}
	}
	group, groups, cyclic := cycles(n, root, best, arcs)
	out := make([]int32, 0, n)
	if groups == n {
		for i, b := range best {
			if i != root && b >= 0 {
				out = append(out, arcs[b].origin)
			}
		}
		return out
	}
	entered := make([]bool, n)
	for _, i := range cheapest(groups, int(group[root]), contract(arcs, best, group, groups, cyclic)) {
		entered[arcs[i].to] = true
		out = append(out, arcs[i].origin)
	}
	for i, b := range best {
		if i != root && cyclic[i] && !entered[i] {
			out = append(out, arcs[b].origin)
		}
	}
	return out
}

// contract gives the arcs between groups, the cheapest of each two. An arc into a
// ring costs what it costs more than the ring's own.
func contract(arcs []arc, best, group []int32, groups int, cyclic []bool) []arc {
	out := make([]arc, 0, min(len(arcs), groups*groups))
	place := make([]int32, groups*groups) // in out, + 1
	for i, a := range arcs {
		from, to := group[a.from], group[a.to]
		if from == to {
			continue
		}
		cost := a.cost
		if cyclic[a.to] {
			cost -= arcs[best[a.to]].cost
		}
		p := &place[int(from)*groups+int(to)]
		switch {
		case *p == 0:
			out = append(out, arc{from: from, to: to, origin: int32(i), cost: cost})
			*p = int32(len(out))
		case cost < out[*p-1].cost:
			out[*p-1].cost, out[*p-1].origin = cost, int32(i)
		}
	}
	return out
}

// cycles gives each text the number of its group: a ring of texts whose best arcs
// lead round is one group, every other text one of its own.
func cycles(n, root int, best []int32, arcs []arc) (group []int32, groups int, cyclic []bool) {
	group, cyclic = make([]int32, n), make([]bool, n)
	seen := make([]int, n)
	for i := range group {
		group[i] = -1
	}
	for i := range n {
		v := i
		for v != root && group[v] < 0 && seen[v] == 0 && best[v] >= 0 {
			seen[v] = i + 1
			v = int(arcs[best[v]].from)
		}
		if v == root || group[v] >= 0 || seen[v] != i+1 || best[v] < 0 {
			continue
		}
		for u := v; group[u] < 0; u = int(arcs[best[u]].from) {
			group[u], cyclic[u] = int32(groups), true
		}
		groups++
	}
	for i := range group {
		if group[i] < 0 {
			group[i] = int32(groups)
			groups++
		}
	}
	return group, groups, cyclic
}

// grown gives a good tree of many texts, as arborescence does the best one: it grows
// from the root, always by the cheapest way (Prim 1957, with directions).
func grown(n, root int, ways []way) []int {
	out := make([][]int, n)
	for i, w := range ways {
		out[w.from] = append(out[w.from], i)
	}
	parent := make([]int, n)
	for i := range parent {
		parent[i] = -1
	}
	done := make([]bool, n)
	q := &queue{ways: ways}
	for at := root; ; {
		done[at] = true
		for _, i := range out[at] {
			if !done[ways[i].to] {
				heap.Push(q, i)
			}
		}
		next := -1
		for q.Len() > 0 && next < 0 {
			if i := heap.Pop(q).(int); !done[ways[i].to] {
				next = i
			}
		}
		if next < 0 {
			return parent
		}
		at = ways[next].to
		parent[at] = next
	}
}

// queue holds numbers of ways, the cheapest first.
type queue struct {
	ways []way
	nums []int
}

func (q *queue) Len() int      { return len(q.nums) }
func (q *queue) Swap(i, j int) { q.nums[i], q.nums[j] = q.nums[j], q.nums[i] }
func (q *queue) Push(x any)    { q.nums = append(q.nums, x.(int)) }
func (q *queue) Less(i, j int) bool {
	a, b := q.nums[i], q.nums[j]
	return cmp.Or(cmp.Compare(q.ways[a].cost, q.ways[b].cost), cmp.Compare(a, b)) < 0
}
func (q *queue) Pop() any {
	n := len(q.nums) - 1
	x := q.nums[n]
	q.nums = q.nums[:n]
	return x
}
