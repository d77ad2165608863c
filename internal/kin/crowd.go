package kin

import (
	"cmp"
	"slices"
)

// centres is how many texts of a very large group are compared with all others, beside its
// head.
const centres = 3

// crowds are the groups of very many texts that were compared with their hubs: the head at
// which they meet and the texts that are most as the others are. What most of them were made of
// is one of these. Copies that have an edit in common meet at a head of their own; the more
// copies there are the more such heads, so that these say only which texts may be compared
// besides: see nearest.
type crowds struct {
	texts lot
	of    []int32    // by text: its crowd's number, 0 without one
	own   [][]uint64 // by text of a crowd: the runs of words that most of it do not have, ordered
	size  []int      // by number
	hubs  [][]int32  // by number: with what all were compared
}

func newCrowds(texts lot) *crowds {
	return &crowds{texts: texts, of: make([]int32, texts.len()), own: make([][]uint64, texts.len()), size: make([]int, 1), hubs: make([][]int32, 1)}
}

// gather finds the crowds and compares each with its hubs.
func (c *crowds) gather(at [][]meeting) []pair {
	var pairs []pair
	for i, ms := range at {
		if count(ms) > maxMembers && c.repeated(ms) == 0 && c.fresh(ms) {
			pairs = append(pairs, c.around(i, ms)...)
		}
	}
	return pairs
}

// repeated gives the crowd of which most meet at a later head again: that has what
// the crowd's head lacks, and nothing that tells one of them from others. It gives 0 if there is
// none.
func (c *crowds) repeated(ms []meeting) int32 {
	if len(ms) <= maxMembers {
		return 0
	}
	again := make([]int, len(c.size))
	for _, n := range textsOf(ms) {
		again[c.of[n]]++
	}
	for n := 1; n < len(again); n++ {
		if 2*again[n] > c.size[n] {
			return int32(n)
		}
	}
	return 0
}

// textsOf gives the texts of meetings, each once: those of one text stand together.
func textsOf(ms []meeting) []int32 {
	var out []int32
	for _, m := range ms {
		if n := len(out); n == 0 || out[n-1] != m.text {
			out = append(out, m.text)
		}
	}
	return out
}

// fresh reports whether most of those that meet are in no crowd.
func (c *crowds) fresh(ms []meeting) bool {
	fresh, all := 0, textsOf(ms)
	for _, n := range all {
		if c.of[n] == 0 {
			fresh++
		}
	}
	return 2*fresh >= len(all)
}

// around compares the texts that meet at a head with it and with those that are most as the
// others are, whatever the head's date is: it may be false. A text of which most words were
// compared so with one of these is of the crowd; at the head also meet those that share a passage. All that is done with one text is done at once: very many have
// no room in the processor's own memory.
func (c *crowds) around(head int, ms []meeting) []pair {
	met := textsOf(ms)
	odds, own := typical(c.texts, met)
	near := leading(c.texts, head, odds)
	number := int32(len(c.size))
	c.size = append(c.size, 0)
	tables := []*table{newTable(c.texts.at(head))}
	hubs := []int32{int32(head)}
	for _, n := range near {
		tables, hubs = append(tables, newTable(c.texts.at(int(n)))), append(hubs, n)
	}
	c.hubs = append(c.hubs, hubs)
	var out []pair
	for i, n := range met {
		for k, table := range tables {
			if slices.Contains(hubs[:k+1], n) {
				continue
			}
			q, ok := table.pair(c.texts, int(hubs[k]), int(n))
			if !ok {
				continue
			}
			if k > 0 && c.of[n] == 0 && 2*q.words() >= int(c.texts.knows(int(n)).words) {
				c.of[n], c.own[n] = number, own[i]
				c.size[number]++
			}
			out = append(out, q.between(q.a, q.b))
		}
		c.texts.forgetOfMany(int(n))
	}
	return out
}

// odd is a text of a crowd, with the stretches in it that most do not have, how many of the runs
// of words that most have it has not, and how many others it has.
type odd struct {
	text                 int32
	edits, missing, more int
}

// plain reports whether a text has the words that most have and no others, but for notes.
func (o odd) plain() bool { return o.edits == 0 && o.missing == 0 && o.more == 0 }

// typical puts those first that are most as the others are: in which the fewest stretches stand
// that most do not have, since nearly every edit leaves one, be it where words were left out.
// Of as many, those come first that lack the fewest runs of words that most have, and of these
// those with the fewest others. A note put at either end does not count. It also gives, in the
// order of the texts, which runs of words of each only few have.
func typical(texts lot, met []int32) (all []odd, own [][]uint64) {
	common := usual(texts, met)
	for _, n := range met {
		keys := texts.at(int(n)).allGrams()
		o, rare := edits(keys, common)
		o.text, o.missing = n, common.used-(len(keys)-len(rare))
		all = append(all, o)
		slices.Sort(rare)
		own = append(own, rare)
	}
	slices.SortStableFunc(all, func(a, b odd) int {
		return cmp.Or(cmp.Compare(a.edits, b.edits), cmp.Compare(a.missing, b.missing), cmp.Compare(a.more, b.more))
	})
	return all, own
}

// usual gives the runs of words that most of the texts have, as some of them tell that stand
// for all.
func usual(texts lot, met []int32) *keySet {
	step := max(1, len(met)/maxMembers)
	count, asked := make(map[uint64]int), 0
	for k := 0; k < len(met); k += step {
		own := make(map[uint64]bool)
		for _, key := range texts.at(int(met[k])).allGrams() {
			own[key] = true
		}
		for key := range own {
			count[key]++
		}
		asked++
	}
	var out []uint64
	for key, n := range count {
		if 2*n > asked {
			out = append(out, key)
		}
	}
	return newKeySet(out)
}

// edits counts the stretches of a text's runs of words that are not usual, and these runs, and
// gives them. Many at either end are a note, which does not count.
func edits(keys []uint64, usual *keySet) (o odd, rare []uint64) {
	from := 0 // of the stretch
	for i := 0; i <= len(keys); i++ {
		if i < len(keys) && !usual.has(keys[i]) {
			rare = append(rare, keys[i])
			continue
		}
		if note := i-from > Promise && (from == 0 || i == len(keys)); i > from && !note {
			o.edits, o.more = o.edits+1, o.more+i-from
		}
		from = i + 1
	}
	return o, rare
}

// keySet is a set of hashes that is asked very often.
type keySet struct {
	slots []uint64 // 0 where there is none
	mask  uint64
	used  int
}

func newKeySet(keys []uint64) *keySet {
	size := 16
	for size < 4*len(keys) {
		size *= 2
	}
	s := &keySet{slots: make([]uint64, size), mask: uint64(size - 1), used: len(keys)}
	for _, key := range keys {
		i := key & s.mask
		for s.slots[i] != 0 {
			i = (i + 1) & s.mask
		}
		s.slots[i] = key
	}
	return s
}

func (s *keySet) has(key uint64) bool {
	for i := key & s.mask; s.slots[i] != 0; i = (i + 1) & s.mask {
		if s.slots[i] == key {
			return true
		}
	}
	return false
}
