package kin

import (
	"cmp"
	"math"
	"slices"

	"stemma"
)

const (
	// briefLike is the likeness from which two short texts may be a translation, and
	// briefLead how much liker they must be than either is to any other text.
	briefLike, briefLead = 0.13, 1.2
	// briefWords is the fewest words and numbers that they must have in common, and
	// briefStretch how much longer, in words, one of them may be.
	briefWords, briefStretch = 2, 1.7
	// sureLike is the likeness at which no lead is asked for.
	sureLike = 0.3
)

const briefNote = "perhaps a translation: names, numbers and related words of two short texts agree"

// briefly finds the translations among short texts: the likest first, each text once,
// and only where no other text is nearly as like.
func briefly(sides [2][]*tongue, pairs []match, witness sets) []pair {
	if len(pairs) == 0 {
		return nil
	}
	s := &scales{}
	norm := [2][]float64{}
	for side, ts := range sides {
		for _, t := range ts {
			if t.text.own < 2*longWords {
				t.read()
				s.put(side, t.all)
			}
		}
		norm[side] = make([]float64, len(ts))
	}
	weight := func(side int, i int32) float64 {
		if norm[side][i] == 0 {
			norm[side][i] = max(s.total(sides[side][i].all), 1e-9)
		}
		return norm[side][i]
	}
	for k, m := range pairs {
		x, y := sides[0][m.x], sides[1][m.y]
		pairs[k].like = 0
		long, short := max(x.text.own, y.text.own), min(x.text.own, y.text.own)
		if w, words := s.common(x.all, y.all); words >= briefWords && float64(long) <= briefStretch*float64(short) {
			pairs[k].like = w / math.Sqrt(weight(0, m.x)*weight(1, m.y))
		}
	}
	slices.SortFunc(pairs, func(a, b match) int {
		return cmp.Or(cmp.Compare(b.like, a.like), cmp.Compare(a.x, b.x), cmp.Compare(a.y, b.y))
	})
	return lead(sides, pairs, witness)
}

// lead takes the pairs that no other pair with one of their texts comes near to.
// Texts that are one witness are no rivals of each other.
func lead(sides [2][]*tongue, pairs []match, witness sets) []pair {
	of := func(side int, i int32) int { return witness.top(sides[side][i].same[0]) }
	rival := [2]map[int32][]match{{}, {}}
	for _, m := range pairs {
		rival[0][m.x] = append(rival[0][m.x], m)
		rival[1][m.y] = append(rival[1][m.y], m)
	}
	taken := [2]map[int]int{{}, {}} // by witness: the witness on the other side
	var out []pair
	for _, m := range pairs {
		if m.like < briefLike {
			break
		}
		x, y := of(0, m.x), of(1, m.y)
		if to, ok := taken[0][x]; ok && to != y {
			continue
		}
		if to, ok := taken[1][y]; ok && to != x {
			continue
		}
		next := 0.0
		for _, r := range rival[0][m.x] {
			if o := of(1, r.y); o != y && !has(taken[1], o) {
				next = r.like
				break
			}
		}
		for _, r := range rival[1][m.y] {
			if o := of(0, r.x); o != x && !has(taken[0], o) {
				next = max(next, r.like)
				break
			}
		}
		if m.like < sureLike && m.like < briefLead*next {
			continue
		}
		taken[0][x], taken[1][y] = y, x
		out = append(out, brief(sides[0][m.x], sides[1][m.y]))
	}
	return out
}

func has(m map[int]int, k int) bool { _, ok := m[k]; return ok }

// brief makes a pair of two short texts, which share all that they say.
func brief(x, y *tongue) pair {
	n, m := int32(len(x.text.hash)), int32(len(y.text.hash))
	p := pair{relation: stemma.Translation, note: briefNote}
	p.blocks = []block{{x: 0, xEnd: n, y: 0, yEnd: m, words: min(n, m)}}
	p.measure(x.text, y.text)
	return p.between(x.same[0], y.same[0])
}
