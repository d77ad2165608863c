package kin

// heaps holds, for each group of texts, the arcs that lead into it, the cheapest on top: skew
// heaps (Sleator and Tarjan 1986), which are melded, and in which all costs are lowered at
// once.
type heaps struct {
	arcs        []arc
	top         []int32   // by group: an arc + 1, 0 without one
	left, right []int32   // by arc: an arc + 1
	cost        []float64 // by arc, without what those above it in the heap are lowered by
	lower       []float64 // by arc: by how much it and all below it must still be lowered
	above       []int32   // what the rest is put below; kept for its room
}

func newHeaps(n int, arcs []arc) *heaps {
	m := len(arcs)
	h := &heaps{arcs: arcs, top: make([]int32, n), left: make([]int32, m), right: make([]int32, m), cost: make([]float64, m), lower: make([]float64, m)}
	for i, a := range arcs {
		h.cost[i] = a.cost
		h.top[a.to] = h.meld(h.top[a.to], int32(i+1))
	}
	return h
}

// settle lowers the costs of an arc, and leaves to those below what they must be lowered by.
func (h *heaps) settle(a int32) {
	by := h.lower[a-1]
	if by == 0 {
		return
	}
	h.lower[a-1] = 0
	h.cost[a-1] -= by
	for _, b := range [...]int32{h.left[a-1], h.right[a-1]} {
		if b != 0 {
			h.lower[b-1] += by
		}
	}
}

// meld makes one heap of two.
func (h *heaps) meld(a, b int32) int32 {
	h.above = h.above[:0]
	for a != 0 && b != 0 {
		h.settle(a)
		h.settle(b)
		if h.cost[b-1] < h.cost[a-1] || h.cost[b-1] == h.cost[a-1] && b < a {
			a, b = b, a
		}
		h.above = append(h.above, a)
		a = h.right[a-1]
	}
	rest := a + b // one of them is 0
	for i := len(h.above) - 1; i >= 0; i-- {
		x := h.above[i] - 1
		h.left[x], h.right[x] = rest, h.left[x]
		rest = h.above[i]
	}
	return rest
}

// pop takes the cheapest arc into a group out and lowers the others by its cost.
func (h *heaps) pop(group int32) int32 {
	a := h.top[group]
	h.settle(a)
	rest := h.meld(h.left[a-1], h.right[a-1])
	if rest != 0 {
		h.lower[rest-1] += h.cost[a-1]
	}
	h.top[group] = rest
	return a - 1
}

// merging are groups that are merged, and parted again in the reverse order.
type merging struct {
	above []int32 // below zero: minus the group's size
	done  [][2]int32
}

func newMerging(n int) *merging {
	m := &merging{above: make([]int32, n)}
	for i := range m.above {
		m.above[i] = -1
	}
	return m
}

func (m *merging) top(i int32) int32 {
	for m.above[i] >= 0 {
		i = m.above[i]
	}
	return i
}

func (m *merging) merged() int { return len(m.done) }

// unite makes one group of two and of their heaps.
func (m *merging) unite(i, j int32, h *heaps) {
	i, j = m.top(i), m.top(j)
	if i == j {
		return
	}
	if m.above[i] > m.above[j] {
		i, j = j, i
	}
	m.done = append(m.done, [2]int32{j, m.above[j]})
	m.above[i] += m.above[j]
	m.above[j] = i
	h.top[i] = h.meld(h.top[i], h.top[j])
}

// undo parts what was merged since so many mergings.
func (m *merging) undo(before int) {
	for len(m.done) > before {
		last := m.done[len(m.done)-1]
		m.done = m.done[:len(m.done)-1]
		i := m.above[last[0]]
		m.above[last[0]] = last[1]
		m.above[i] -= last[1]
	}
}
