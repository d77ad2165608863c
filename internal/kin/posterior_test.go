package kin

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// The probability of an edge is the weight of the trees that have it among all trees.
func TestPosteriorCountsTrees(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 5).Draw(t, "texts")
		fit := make([][]float64, n)
		var ways []way
		doubt := make([]float64, n)
		for i := range n {
			fit[i] = make([]float64, n)
			doubt[i] = float64(rapid.IntRange(0, 2).Draw(t, "doubt"))
			for j := range n {
				if i != j {
					fit[i][j] = float64(rapid.IntRange(-6, 2).Draw(t, "fit")) / 2
					ways = append(ways, way{from: i, to: j, fit: fit[i][j], pair: &pair{}})
				}
			}
		}
		want, sum := weighTrees(fit, doubt)
		for i, got := range posterior(n, ways, -1, rooted, func(r int) ([]way, float64) { return ways, doubt[r] }) {
			if w := ways[i]; math.Abs(got-want[w.from][w.to]/sum) > 1e-6 {
				t.Fatalf("%d → %d: %v, want %v", w.from, w.to, got, want[w.from][w.to]/sum)
			}
		}
	})
}

// weighTrees tries every choice of parents, and sums the weights of the trees, in all and
// for each edge.
func weighTrees(fit [][]float64, doubt []float64) (edges [][]float64, sum float64) {
	n := len(fit)
	edges = make([][]float64, n)
	for i := range edges {
		edges[i] = make([]float64, n)
	}
	up := make([]int, n)
	var try func(k int)
	try = func(k int) {
		if k < n {
			for up[k] = range n {
				try(k + 1)
			}
			return
		}
		if !isTree(up) {
			return
		}
		log := 0.0
		for k, p := range up {
			switch {
			case p == k:
				log -= doubt[k]
			case up[p] == p:
				log += fit[p][k] + rootGain
			default:
				log += fit[p][k]
			}
		}
		sum += math.Exp(log)
		for k, p := range up {
			if p != k {
				edges[p][k] += math.Exp(log)
			}
		}
	}
	try(0)
	return edges, sum
}
