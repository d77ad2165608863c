package kin

import (
	"cmp"
	"slices"
	"strings"
)

// tongues are the pairs of languages between which translations are looked for. What
// is shared tells little between languages that are much closer than these, and was
// not tried on others.
var tongues = [...][2]string{{"en", "es"}}

// maxRivals is the number of texts of the other language with which a text is
// compared: those with which it shares the rarest names, numbers and words.
const maxRivals = 6

// foreigners gives the texts of the two languages, cut into sentences, each side in
// the order of texts. Texts with the same words are one; both sides are nil where one
// language has none.
func foreigners(texts []*text, of [2]string) [2][]*tongue {
	var sides [2][]int
	for i, t := range texts {
		code, _, _ := strings.Cut(strings.ToLower(t.article.Lang), "-")
		for side := range of {
			if code == of[side] && len(t.hash) > 0 {
				sides[side] = append(sides[side], i)
			}
		}
	}
	var out [2][]*tongue
	if len(sides[0]) == 0 || len(sides[1]) == 0 {
		return out
	}
	for side, ids := range sides {
		seen := make(map[uint64]*tongue, len(ids))
		for _, i := range ids {
			if f := seen[texts[i].sum]; f == nil {
				f = newTongue(i, texts[i])
				seen[texts[i].sum] = f
				out[side] = append(out[side], f)
			} else if len(f.same) < maxRivals {
				f.same = append(f.same, i)
			}
		}
	}
	return out
}

// match is two texts by their numbers in the two sides, with the weight of the rare
// keys that they share.
type match struct {
	x, y int32
	like float64
}

// matches gives the pairs of texts that may be translations: for each text, on either
// side, the few of the other that share the rarest keys with it; ordered.
func matches(sides [2][]*tongue) []match {
	s := &scales{}
	var at [2]map[uint64][]int32
	for side, ts := range sides {
		at[side] = make(map[uint64][]int32)
		for i, t := range ts {
			s.put(side, t.lookups)
			for _, k := range t.lookups {
				if l := at[side][k]; len(l) < maxPostings {
					at[side][k] = append(l, int32(i))
				}
			}
		}
	}
	var out []match
	for side, ts := range sides {
		sum := make([]float64, len(sides[1-side]))
		for i, t := range ts {
			for _, r := range rivals(t, at[1-side], s, sum) {
				if side == 0 {
					out = append(out, match{x: int32(i), y: r})
				} else {
					out = append(out, match{x: r, y: int32(i)})
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b match) int { return cmp.Or(cmp.Compare(a.x, b.x), cmp.Compare(a.y, b.y)) })
	return slices.Compact(out)
}

// rivals gives the texts of the other side that share most with t. sum is all zero,
// and is so again afterwards.
func rivals(t *tongue, at map[uint64][]int32, s *scales, sum []float64) []int32 {
	var met []int32
	for _, k := range t.lookups {
		ids := at[k]
		if len(ids) == 0 {
			continue
		}
		w := s.weigh(k)
		for _, id := range ids {
			if sum[id] == 0 {
				met = append(met, id)
			}
			sum[id] += w
		}
	}
	slices.SortFunc(met, func(a, b int32) int { return cmp.Or(cmp.Compare(sum[b], sum[a]), cmp.Compare(a, b)) })
	for _, id := range met {
		sum[id] = 0
	}
	return met[:min(len(met), maxRivals)]
}
