package kin

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"stemma"
)

// tongues are the pairs of languages between which translations are looked for. What
// is shared tells little between languages that are much closer than these, and was
// not tried on others.
var tongues = [...][2]string{{"en", "es"}}

// maxRivals is the number of texts of the other language with which a text is
// compared: those with which it shares the rarest names, numbers and words.
const maxRivals = 6

// leastLike is the likeness below which two texts are no translations, longLike that
// for long texts, which say enough to be told by it.
const leastLike, longLike = 0.05, 0.1

// Foreign reports whether translations may be found among the articles: whether texts in
// both of two languages are there. Without, what [Families] says of a text hangs only on
// those that it shares words with, over however many steps.
func Foreign(articles []stemma.Article) bool {
	for _, of := range tongues {
		var there [2]bool
		for i := range articles {
			code, _, _ := strings.Cut(strings.ToLower(articles[i].Lang), "-")
			there[0], there[1] = there[0] || code == of[0], there[1] || code == of[1]
		}
		if there[0] && there[1] {
			return true
		}
	}
	return false
}

// foreigners gives the texts of the two languages, each side in
// the order of texts. Texts with the same words are one; both sides are nil where one
// language has none.
func foreigners(texts lot, of [2]string) [2][]*tongue {
	var sides [2][]int
	for i := range texts.len() {
		t := texts.at(i)
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
			if f := seen[texts.at(i).sum]; f == nil {
				f = &tongue{same: []int{i}, text: texts.at(i)}
				seen[texts.at(i).sum] = f
				out[side] = append(out[side], f)
			} else if len(f.same) < maxRivals {
				f.same = append(f.same, i)
			}
		}
	}
	return out
}

// match is two texts by their numbers in the two sides, and how like they are: the
// cosine of their weighed keys, 0–1.
type match struct {
	x, y int32
	like float64
}

// matches gives the pairs of texts that may be translations: for each text, on either
// side, the few of the other that share the rarest keys with it; ordered.
func matches(sides [2][]*tongue) []match {
	d := newDirectory(sides)
	var out []match
	for side, ts := range sides {
		sum := make([]float64, len(sides[1-side]))
		for i := range ts {
			for _, m := range d.rivals(side, int32(i), sum) {
				if side == 1 {
					m.x, m.y = m.y, m.x
				}
				out = append(out, m)
			}
		}
	}
	slices.SortFunc(out, func(a, b match) int { return cmp.Or(cmp.Compare(a.x, b.x), cmp.Compare(a.y, b.y)) })
	return slices.CompactFunc(out, func(a, b match) bool { return a.x == b.x && a.y == b.y })
}

// directory leads from keys to the texts that have them.
type directory struct {
	sides  [2][]*tongue
	at     [2][][]int32 // by key: the first texts of the side that have it
	weight []float64    // by key
	total  [2][]float64 // by text: the weight of its keys
}

// newDirectory numbers the keys and notes where they stand.
// A key that leads to very many texts leads only to the first.
func newDirectory(sides [2][]*tongue) *directory {
	d := &directory{sides: sides}
	n := &numbering{words: make(map[uint32]int32), keys: make(map[uint64]int32)}
	var count [2][]int
	var last []*tongue // by key: the last text that had it
	for side, ts := range sides {
		for i, t := range ts {
			for w := range t.text.hash {
				k := n.of(t.text, w)
				if k < 0 {
					continue
				}
				if int(k) == len(last) {
					last = append(last, nil)
					for s := range sides {
						count[s], d.at[s] = append(count[s], 0), append(d.at[s], nil)
					}
				}
				if last[k] == t {
					continue
				}
				last[k] = t
				count[side][k]++
				t.lookups = append(t.lookups, k)
				if l := d.at[side][k]; len(l) < maxPostings {
					d.at[side][k] = append(l, int32(i))
				}
			}
		}
	}
	d.weight = make([]float64, len(last))
	for n := range d.weight {
		d.weight[n] = rarity(count[0][n], len(sides[0]), count[1][n], len(sides[1]))
	}
	for side, ts := range sides {
		d.total[side] = make([]float64, len(ts))
		for i, t := range ts {
			for _, n := range t.lookups {
				d.total[side][i] += d.weight[n]
			}
		}
	}
	return d
}

// numbering gives the keys by which texts are looked up small numbers.
type numbering struct {
	words map[uint32]int32 // by the hash of a word: the number of its key, -1 without one
	keys  map[uint64]int32
}

// of gives the number of a word's key, the next one for a new key, or -1.
func (n *numbering) of(t *text, word int) int32 {
	if k, ok := n.words[t.hash[word]]; ok {
		return k
	}
	k := int32(-1)
	if key := t.lookup(word); key != 0 {
		var ok bool
		if k, ok = n.keys[key]; !ok {
			k = int32(len(n.keys))
			n.keys[key] = k
		}
	}
	n.words[t.hash[word]] = k
	return k
}

// rivals gives the texts of the other side that are likest to text i of the side, as
// y. sum is all zero, and is so again afterwards.
func (d *directory) rivals(side int, i int32, sum []float64) []match {
	var met []match
	for _, k := range d.sides[side][i].lookups {
		for _, id := range d.at[1-side][k] {
			if sum[id] == 0 {
				met = append(met, match{x: i, y: id})
			}
			sum[id] += d.weight[k]
		}
	}
	kept := met[:0]
	for _, m := range met {
		m.like = sum[m.y] / math.Sqrt(d.total[side][i]*d.total[1-side][m.y])
		sum[m.y] = 0
		if m.like >= leastLike {
			kept = append(kept, m)
		}
	}
	slices.SortFunc(kept, func(a, b match) int { return cmp.Or(cmp.Compare(b.like, a.like), cmp.Compare(a.y, b.y)) })
	return kept[:min(len(kept), maxRivals)]
}
