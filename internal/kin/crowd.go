package kin

import (
	"cmp"
	"slices"
)

// centres is how many texts of a very large group are compared with all others, beside its
// head.
const centres = 3

// crowds are the groups of very many texts that were compared with their head and with the
// texts that are most as the others are. Copies that have an edit in common meet at a head
// of their own; what is done with is not done there anew, else the time for a copy would
// grow with the number of such heads.
type crowds struct {
	texts lot
	of    []int32 // by text: its crowd's number, 0 without one
	size  []int   // by number
}

func newCrowds(texts lot) *crowds {
	return &crowds{texts: texts, of: make([]int32, texts.len()), size: make([]int, 1)}
}

// repeated gives the crowd of which most meet at a later head again: that has what
// the crowd's head lacks, and nothing that tells one of them from others. It gives 0 if there is
// none.
func (c *crowds) repeated(ms []meeting) int32 {
	if len(ms) <= maxMembers {
		return 0
	}
	again := make([]int, len(c.size))
	for i, m := range ms {
		if i == 0 || ms[i-1].text != m.text {
			again[c.of[m.text]]++
		}
	}
	for n := 1; n < len(again); n++ {
		if 2*again[n] > c.size[n] {
			return int32(n)
		}
	}
	return 0
}

// around compares the texts of a crowd with those that are most as the others are: what most
// of them were made of is one of these, if it is not the head itself, whose date may be false. A
// text of which most words were compared so is done with.
func (c *crowds) around(ofHead []pair) []pair {
	fresh := 0
	for _, m := range ofHead {
		if c.of[m.b] == 0 {
			fresh++
		}
	}
	if fresh == 0 || 2*fresh < len(ofHead) {
		return nil
	}
	near := typical(c.texts, ofHead)
	number := int32(len(c.size))
	c.size = append(c.size, 0)
	var out []pair
	for i, n := range near {
		table := newTable(c.texts.at(n))
		for _, m := range ofHead {
			if slices.Contains(near[:i+1], m.b) {
				continue
			}
			q, ok := table.pair(c.texts, n, m.b)
			if !ok {
				continue
			}
			if c.of[m.b] == 0 && 2*q.words() >= len(c.texts.at(m.b).hash) {
				c.of[m.b] = number
				c.size[number]++
			}
			out = append(out, q.between(q.a, q.b))
		}
	}
	return out
}

// typical gives the texts in which the fewest stretches stand that most do not have: nearly
// every edit leaves one, be it where words were left out. A note put at either end does not
// count. Of as many, those come first that lack the fewest runs of words that most have, and of
// these those with the fewest others.
func typical(texts lot, ofHead []pair) []int {
	common := usual(texts, ofHead)
	type odd struct{ text, edits, missing, more int }
	all := make([]odd, len(ofHead))
	for k, p := range ofHead {
		keys := texts.at(p.b).allGrams()
		n, has := edits(keys, common)
		all[k] = odd{p.b, n, len(common) - has, len(keys) - has}
	}
	slices.SortStableFunc(all, func(a, b odd) int {
		return cmp.Or(cmp.Compare(a.edits, b.edits), cmp.Compare(a.missing, b.missing), cmp.Compare(a.more, b.more))
	})
	out := make([]int, 0, centres)
	for _, o := range all[:min(centres, len(all))] {
		out = append(out, o.text)
	}
	return out
}

// usual gives the runs of words that most of the texts have, as some of them tell that stand
// for all.
func usual(texts lot, ofHead []pair) map[uint64]bool {
	step := max(1, len(ofHead)/maxMembers)
	count, asked := make(map[uint64]int), 0
	for k := 0; k < len(ofHead); k += step {
		own := make(map[uint64]bool)
		for _, key := range texts.at(ofHead[k].b).allGrams() {
			own[key] = true
		}
		for key := range own {
			count[key]++
		}
		asked++
	}
	out := make(map[uint64]bool)
	for key, n := range count {
		if 2*n > asked {
			out[key] = true
		}
	}
	return out
}

// edits counts the stretches of a text's runs of words that are not usual, and the runs that
// are. Many at either end are a note.
func edits(keys []uint64, usual map[uint64]bool) (edits, has int) {
	from := 0 // of the stretch
	for i := 0; i <= len(keys); i++ {
		if i < len(keys) && !usual[keys[i]] {
			continue
		}
		if note := i-from > Promise && (from == 0 || i == len(keys)); i > from && !note {
			edits++
		}
		if i < len(keys) {
			has++
		}
		from = i + 1
	}
	return edits, has
}
