package concord

import (
	"cmp"
	"container/heap"
	"slices"
)

// link says how near two numbered things are; a is less than b. Pairs without a link are
// not near at all.
type link struct {
	a, b int32
	near float64
}

// byAverage groups n things so that the members of two groups of a result are less than
// least near on average, and of one group at least that (average linkage, Sokal and
// Michener 1958). The nearest are joined first, of equals those with the lowest numbers,
// so that the order of links does not show.
//
// Two groups that are least near on average have a pair that is at least so near: what hangs
// together by such pairs is grouped alone. Inside are the links within it, all those within
// groups among them; they take the place of the links that were given.
func byAverage(n int, links [][]link, least float64) (groups [][]int, inside []link) {
	hang := newUnion(n)
	for _, part := range links {
		for _, l := range part {
			if l.near >= least {
				hang.join(int(l.a), int(l.b))
			}
		}
	}
	inside = within(links, hang)
	slices.SortStableFunc(inside, func(x, y link) int { return cmp.Compare(hang.of(int(x.a)), hang.of(int(y.a))) })
	g := &grouping{union: newUnion(n), size: make([]int32, n), sum: make([]map[int32]float64, n), least: least}
	for from, end := 0, 0; from < len(inside); from = end {
		top := hang.of(int(inside[from].a))
		for end = from + 1; end < len(inside) && hang.of(int(inside[end].a)) == top; end++ {
		}
		g.group(inside[from:end])
	}
	return g.union.groups(1), inside
}

// within gives the links within groups, and forgets the others: of a large pile they take more
// room than all else that stories are made of.
func within(links [][]link, groups union) []link {
	n := 0
	for i := range links {
		links[i] = slices.DeleteFunc(links[i], func(l link) bool { return groups.of(int(l.a)) != groups.of(int(l.b)) })
		n += len(links[i])
	}
	out := make([]link, 0, n)
	for i := range links {
		out = append(out, links[i]...)
		links[i] = nil
	}
	return out
}

// grouping is the state of byAverage: a group goes by its smallest member.
type grouping struct {
	union union
	size  []int32
	sum   []map[int32]float64 // group → other group → sum of the links between them; nil when joined to another
	queue nearestFirst
	least float64
}

// group groups what these links hold together.
func (g *grouping) group(links []link) {
	for _, l := range links {
		for _, i := range [2]int32{l.a, l.b} {
			if g.sum[i] == nil {
				g.size[i], g.sum[i] = 1, map[int32]float64{}
			}
		}
		g.sum[l.a][l.b], g.sum[l.b][l.a] = l.near, l.near
		if l.near >= g.least {
			g.queue = append(g.queue, l)
		}
	}
	heap.Init(&g.queue)
	for len(g.queue) > 0 {
		l := heap.Pop(&g.queue).(link)
		if g.sum[l.a] != nil && g.sum[l.b] != nil && g.average(l.a, l.b) == l.near {
			g.join(l.a, l.b)
		}
	}
	for _, l := range links {
		g.sum[l.a], g.sum[l.b] = nil, nil
	}
}

func (g *grouping) average(a, b int32) float64 {
	return g.sum[a][b] / float64(int(g.size[a])*int(g.size[b]))
}

// join makes one group of two, and queues it with those that are near enough.
func (g *grouping) join(a, b int32) {
	g.union.join(int(a), int(b))
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
		if near := g.average(a, k); near >= g.least {
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
