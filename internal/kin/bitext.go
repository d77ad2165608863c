package kin

import "math"

const (
	// maxSentences bounds the sentences of a text that is aligned with one of another
	// language.
	maxSentences = 800
	// sameSentence is the likeness from which two sentences may be the same in two
	// languages: the cosine of their weighed keys.
	sameSentence = 0.16
	// maxStretch is how much longer, in words, a sentence may be than its translation.
	maxStretch = 2.0
)

// bead is a stretch of one or two sentences that stands for one or two of the other
// text (Gale and Church 1993; by cognates as Simard, Foster and Isabelle 1992).
type bead struct {
	x, y, m, n int // m sentences from x, n from y
	like       float64
}

// align pairs the sentences of two texts in their order: the row of beads that are
// together the likest. Names and words that stand everywhere in the texts weigh little,
// so that two reports of one event hardly align.
func align(a, b *tongue) []bead {
	m, n := len(a.sentences), len(b.sentences)
	if m == 0 || n == 0 || m > maxSentences || n > maxSentences {
		return nil
	}
	g := newGrid(a, b)
	best := make([]float64, (m+1)*(n+1))
	at := func(i, j int) int { return i*(n+1) + j }
	moves := [...][2]int{{1, 1}, {1, 2}, {2, 1}}
	for i := m - 1; i >= 0; i-- {
		for j := n - 1; j >= 0; j-- {
			top := max(best[at(i+1, j)], best[at(i, j+1)])
			for _, mv := range moves {
				if i+mv[0] <= m && j+mv[1] <= n {
					top = max(top, g.gain(i, j, mv[0], mv[1])+best[at(i+mv[0], j+mv[1])])
				}
			}
			best[at(i, j)] = top
		}
	}
	var out []bead
	for i, j := 0, 0; i < m && j < n; {
		moved := false
		for _, mv := range moves {
			if i+mv[0] > m || j+mv[1] > n || moved {
				continue
			}
			gain := g.gain(i, j, mv[0], mv[1])
			if gain > 0 && best[at(i, j)] == gain+best[at(i+mv[0], j+mv[1])] {
				out = append(out, bead{i, j, mv[0], mv[1], g.like(i, j, mv[0], mv[1])})
				i, j, moved = i+mv[0], j+mv[1], true
			}
		}
		switch {
		case moved:
		case best[at(i, j)] == best[at(i+1, j)]:
			i++
		default:
			j++
		}
	}
	return out
}

// grid holds how like each sentence of one text is to each of another.
type grid struct {
	a, b   *tongue
	both   []float64 // the weight of the common keys, row by row
	na, nb []float64 // the weight of all keys
}

func newGrid(a, b *tongue) *grid {
	m, n := len(a.sentences), len(b.sentences)
	g := &grid{a: a, b: b, both: make([]float64, m*n), na: make([]float64, m), nb: make([]float64, n)}
	inB := places(a.all, b.all)
	at := make([][]int, len(b.all))
	for j, keys := range b.keys {
		for _, k := range keys {
			at[k] = append(at[k], j)
		}
	}
	weight := make([]float64, len(b.all))
	for k := range weight {
		weight[k] = rarity(0, m, b.count[k], n)
	}
	for i, keys := range a.keys {
		for _, k := range keys {
			other := inB[k]
			if other < 0 {
				g.na[i] += rarity(a.count[k], m, 0, n)
				continue
			}
			w := rarity(a.count[k], m, b.count[other], n)
			weight[other] = w
			g.na[i] += w
			for _, j := range at[other] {
				g.both[i*n+j] += w
			}
		}
	}
	for j, keys := range b.keys {
		for _, k := range keys {
			g.nb[j] += weight[k]
		}
	}
	return g
}

// places gives, for each key of a, its place in b, or -1; both are ordered.
func places(a, b []uint64) []int {
	out := make([]int, len(a))
	j := 0
	for i, k := range a {
		for j < len(b) && b[j] < k {
			j++
		}
		out[i] = -1
		if j < len(b) && b[j] == k {
			out[i] = j
		}
	}
	return out
}

// like is the likeness of m sentences from i and n from j, 0–1; 0 where one side is
// far too long.
func (g *grid) like(i, j, m, n int) float64 {
	x, y := g.words(i, j, m, n)
	if x > maxStretch*y || y > maxStretch*x {
		return 0
	}
	var both, na, nb float64
	for p := i; p < i+m; p++ {
		na += g.na[p]
		for q := j; q < j+n; q++ {
			both += g.both[p*len(g.nb)+q]
		}
	}
	for q := j; q < j+n; q++ {
		nb += g.nb[q]
	}
	if both == 0 {
		return 0
	}
	return both / math.Sqrt(na*nb)
}

// words counts the words of both sides.
func (g *grid) words(i, j, m, n int) (x, y float64) {
	return float64(g.a.sentences[i+m-1].y - g.a.sentences[i].x), float64(g.b.sentences[j+n-1].y - g.b.sentences[j].x)
}

// gain is what a bead adds to a row.
func (g *grid) gain(i, j, m, n int) float64 {
	l := g.like(i, j, m, n)
	if l < sameSentence {
		return 0
	}
	x, y := g.words(i, j, m, n)
	return float64((l - sameSentence/2) * (x + y)) // the conversion keeps it the same wherever it is computed
}
