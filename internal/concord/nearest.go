package concord

import (
	"cmp"
	"container/heap"
	"slices"
)

// link says how near two numbered things are; a is less than b. Pairs without a link are
// not near at all.
type link struct {
	a, b int
	near float64
}

// byAverage groups n things so that the members of two groups of a result are less than
// least near on average, and of one group at least that (average linkage, Sokal and
// Michener 1958). The nearest are joined first, of equals those with the lowest numbers,
// so that the order of links does not show.
func byAverage(n int, links []link, least float64) [][]int {
	g := &grouping{union: newUnion(n), size: make([]int, n), sum: make([]map[int]float64, n)}
	for i := range n {
		g.size[i], g.sum[i] = 1, map[int]float64{}
	}
	for _, l := range links {
		g.sum[l.a][l.b], g.sum[l.b][l.a] = l.near, l.near
		if l.near >= least {
			g.queue = append(g.queue, l)
		}
	}
	heap.Init(&g.queue)
	for len(g.queue) > 0 {
		l := heap.Pop(&g.queue).(link)
		if g.sum[l.a] != nil && g.sum[l.b] != nil && g.average(l.a, l.b) == l.near {
			g.join(l.a, l.b, least)
		}
	}
	return g.union.groups(1)
}

// grouping is the state of byAverage: a group goes by its smallest member.
type grouping struct {
	union union
	size  []int
	sum   []map[int]float64 // group → other group → sum of the links between them; nil when joined to another
	queue nearestFirst
}

func (g *grouping) average(a, b int) float64 {
	return g.sum[a][b] / float64(g.size[a]*g.size[b])
}

// join makes one group of two, and queues it with those that are near enough.
func (g *grouping) join(a, b int, least float64) {
	g.union.join(a, b)
	g.size[a] += g.size[b]
	for k, near := range g.sum[b] {
		delete(g.sum[k], b)
		if k != a {
			g.sum[a][k] += near
			g.sum[k][a] = g.sum[a][k]
		}
	}
	g.sum[b] = nil
	for k := range g.sum[a] {
		if near := g.average(a, k); near >= least {
			heap.Push(&g.queue, link{min(a, k), max(a, k), near})
		}
	}
}

// nearestFirst is a heap of links.
type nearestFirst []link

func (q nearestFirst) Len() int      { return len(q) }
func (q nearestFirst) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *nearestFirst) Push(x any)   { *q = append(*q, x.(link)) }
func (q nearestFirst) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(q[j].near, q[i].near), cmp.Compare(q[i].a, q[j].a), cmp.Compare(q[i].b, q[j].b)) < 0
}

// Pop implements [heap.Interface].
func (q *nearestFirst) Pop() any {
	last := (*q)[len(*q)-1]
	*q = slices.Delete(*q, len(*q)-1, len(*q))
	return last
}
