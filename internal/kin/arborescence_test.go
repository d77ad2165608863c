package kin

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// The tree costs as little as the cheapest of all trees.
func TestArborescenceIsTheCheapest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 5).Draw(t, "texts")
		cost := make([][]float64, n)
		var ways []way
		for i := range n {
			cost[i] = make([]float64, n)
			for j := range n {
				if i != j {
					cost[i][j] = float64(rapid.IntRange(-3, 16).Draw(t, "cost"))
					ways = append(ways, way{from: i, to: j, cost: cost[i][j]})
				}
			}
		}
		root, parent := arborescence(n, ways)
		got, up := 0.0, make([]int, n)
		for k, p := range parent {
			up[k] = k
			if k != root {
				got += ways[p].cost
				up[k] = ways[p].from
			}
		}
		if !isTree(up) {
			t.Fatalf("no tree: %v", up)
		}
		if best := cheapestOfAll(cost, make([]int, n), 0); math.Abs(got-best) > 1e-9 {
			t.Fatalf("cost %v, the cheapest is %v", got, best)
		}
	})
}

// cheapestOfAll tries every choice of parents; a root is its own parent.
func cheapestOfAll(cost [][]float64, up []int, k int) float64 {
	if k == len(up) {
		if !isTree(up) {
			return math.Inf(1)
		}
		sum := 0.0
		for k, p := range up {
			sum += cost[p][k]
		}
		return sum
	}
	best := math.Inf(1)
	for p := range up {
		up[k] = p
		best = min(best, cheapestOfAll(cost, up, k+1))
	}
	return best
}

// isTree reports whether there is one root and everything leads to it.
func isTree(up []int) bool {
	roots := 0
	for k := range up {
		if up[k] == k {
			roots++
		}
		at := k
		for range up {
			at = up[at]
		}
		if up[at] != at {
			return false
		}
	}
	return roots == 1
}
