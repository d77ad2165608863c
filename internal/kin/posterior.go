package kin

import (
	"cmp"
	"math"
	"slices"
)

// From which probability an edge is told to be sure, or likely: as it was measured, such
// edges are right as often (bench/README.md).
const (
	sureShare   = 0.995
	likelyShare = 0.8
)

// certainty is that of the edge: how likely this source is, and never more than how sure it
// is that it is the earlier text.
func (w *way) certainty() string {
	earlier := w.pair.certainty()
	switch {
	case w.pair.verdict.side() == "" || earlier == "low" || w.share < likelyShare:
		return "low"
	case earlier == "medium" || w.share < sureShare:
		return "medium"
	}
	return "high"
}

// maxRoots bounds the texts of a family that are tried as its root. In one of very many none is
// tried of which fewer may have been made than the given part of those of the likeliest.
const (
	maxRoots = 8
	fewMade  = 0.125
)

// faint is the least share that a way gets of the likeliest into the same text: so that
// each text can be reached.
const faint = 1e-12

// posterior gives each way its probability: the weight of the trees that hold it among all
// trees over n texts, a tree weighing exp of the sum of its ways' fit. Unless weigh is
// apart, trees are summed by determinants (Tutte 1948), once for each likely root, since most copies are made of
// the family's first text: see rootGain. For each root start gives the ways where it is the
// first text, and how seldom such a text is, as a logarithm. Only text ruled is the root when
// that is not below zero. It takes maxRoots times as long as weigh, which is rooted or apart.
func posterior(n int, ways []way, ruled int, weigh weighing, start func(root int) ([]way, float64)) []float64 {
	roots := []int{ruled}
	if ruled < 0 {
		roots = likelyRoots(n, ways)
	}
	all := make([][]float64, len(roots))
	logs := make([]float64, len(roots))
	for k, r := range roots {
		from, seldom := start(r)
		all[k], logs[k] = weigh(n, from, r)
		logs[k] -= seldom
	}
	most, sum := slices.Max(logs), 0.0
	for k := range logs {
		logs[k] = math.Exp(logs[k] - most)
		sum += logs[k]
	}
	out := make([]float64, len(ways))
	for k, shares := range all {
		for i, s := range shares {
			out[i] += s * logs[k] / sum
		}
	}
	return out
}

// weighing gives the probabilities of the ways among the trees from one root, and the
// logarithm of these trees' weight.
type weighing func(n int, ways []way, root int) ([]float64, float64)

// apart is the weighing of very many texts: each text's sources are weighed alone, though some
// choices lead round and make no tree. Texts that others stand for are weighed with them.
func apart(n int, ways []way, root int, all []marks) ([]float64, float64) {
	high, sum := highest(n, ways, root), make([]float64, n)
	out, log := make([]float64, len(ways)), 0.0
	for i, w := range ways {
		if w.to != root {
			out[i] = math.Exp(w.fitUnder(root) - high[w.to])
			sum[w.to] += out[i]
			if t := all[w.from].twinned; t != (twinned{}) { // of those dated later half are later than the text, too
				sum[w.to] += (float64(t.undated) + float64(t.later)/2) * math.Exp(w.fit-high[w.to])
			}
		}
	}
	for k, s := range sum {
		if k != root {
			log += high[k] + math.Log(s)
		}
	}
	alike := 1.0
	if root >= 0 {
		alike += float64(all[root].undated)
	}
	for i, w := range ways {
		switch {
		case w.to == root:
			continue
		case w.from == root:
			out[i] /= alike
		}
		out[i] /= sum[w.to]
	}
	return out, log + math.Log(alike)
}

// likelyRoots gives the texts from which most others may have been made, each other text
// counted by the shares that its possible sources have in it.
func likelyRoots(n int, ways []way) []int {
	made := make([]float64, n)
	each, _ := apart(n, ways, -1, make([]marks, n))
	for i, s := range each {
		made[ways[i].from] += s
	}
	roots := make([]int, n)
	for i := range roots {
		roots[i] = i
	}
	slices.SortFunc(roots, func(a, b int) int { return cmp.Or(cmp.Compare(made[b], made[a]), cmp.Compare(a, b)) })
	roots = roots[:min(n, maxRoots)]
	for n > maxMembers && made[roots[len(roots)-1]] < fewMade*made[roots[0]] {
		roots = roots[:len(roots)-1]
	}
	return roots
}

// highest gives the best fit of the ways into each text, when root is the root.
func highest(n int, ways []way, root int) []float64 {
	high := make([]float64, n)
	for i := range high {
		high[i] = math.Inf(-1)
	}
	for _, w := range ways {
		high[w.to] = max(high[w.to], w.fitUnder(root))
	}
	return high
}

// rooted is the weighing by determinants, of n³ steps.
func rooted(n int, ways []way, root int) ([]float64, float64) {
	high := highest(n, ways, root)
	weight := make([]float64, len(ways))
	m := make([][]float64, n) // the Laplacian; the root's row and column stand for nothing
	cells := make([]float64, n*n)
	for i := range m {
		m[i] = cells[i*n : (i+1)*n]
	}
	m[root][root] = 1
	for i, w := range ways {
		if w.to == root {
			continue
		}
		weight[i] = max(faint, math.Exp(w.fitUnder(root)-high[w.to]))
		m[w.to][w.to] += weight[i]
		if w.from != root {
			m[w.to][w.from] -= weight[i]
		}
	}
	log := invert(m)
	for i, h := range high {
		if i != root {
			log += h
		}
	}
	for i, w := range ways {
		if w.to == root {
			continue
		}
		share := m[w.to][w.to]
		if w.from != root {
			share -= m[w.from][w.to]
		}
		weight[i] *= max(0, share)
	}
	return weight, log
}

// invert puts the inverse of a matrix in its place and gives the logarithm of its
// determinant. No row's sum may be below zero and nothing beside the diagonal above it, as
// in a Laplacian without its root: then the diagonal always serves (Gauss and Jordan).
func invert(m [][]float64) float64 {
	log := 0.0
	for k, row := range m {
		d := row[k]
		log += math.Log(d)
		row[k] = 1
		for j := range row {
			row[j] /= d
		}
		for i, other := range m {
			f := other[k]
			if i == k || f == 0 {
				continue
			}
			other[k] = 0
			for j, x := range row {
				other[j] -= f * x
			}
		}
	}
	return log
}
