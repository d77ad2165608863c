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

// fresh reports whether most of those that meet are in no crowd.
func (c *crowds) fresh(ms []meeting) bool {
	fresh, all := 0, 0
	for i, m := range ms {
		if i == 0 || ms[i-1].text != m.text {
			all++
			if c.of[m.text] == 0 {
				fresh++
			}
		}
	}
	return 2*fresh >= all
}

// around compares the texts that meet at a head with it and with those that are most as the
// others are, whatever the head's date is: it may be false. A text of which most words were
// compared so is of the crowd. All that is done with one text is done at once: very many have
// no room in the processor's own memory.
func (c *crowds) around(head int, ms []meeting) []pair {
	near := leading(c.texts, head, typical(c.texts, ms, c.own))
	number := int32(len(c.size))
	c.size = append(c.size, 0)
	tables := []*table{newTable(c.texts.at(head))}
	hubs := []int32{int32(head)}
	for _, n := range near {
		tables, hubs = append(tables, newTable(c.texts.at(int(n)))), append(hubs, n)
	}
	c.hubs = append(c.hubs, hubs)
	var out []pair
	for i, m := range ms {
		if i > 0 && ms[i-1].text == m.text {
			continue
		}
		for k, table := range tables {
			if slices.Contains(hubs[:k+1], m.text) {
				continue
			}
			q, ok := table.pair(c.texts, int(hubs[k]), int(m.text))
			if !ok {
				continue
			}
			if k > 0 && c.of[m.text] == 0 && 2*q.words() >= int(c.texts.knows(int(m.text)).words) {
				c.of[m.text] = number
				c.size[number]++
			}
			out = append(out, q.between(q.a, q.b))
		}
		c.texts.forgetOfMany(int(m.text))
	}
	return out
}

// odd is a text of a crowd, with the stretches in it that most do not have, how many of the runs
// of words that most have it has not, and how many others it has.
type odd struct {
	text                 int32
	edits, missing, more int
}

// as reports whether nothing in its words makes one text more like the others than another one.
func (o odd) as(other odd) bool {
	other.text = o.text
	return o == other
}

// typical puts those first that are most as the others are: in which the fewest stretches stand
// that most do not have, since nearly every edit leaves one, be it where words were left out.
// Of as many, those come first that lack the fewest runs of words that most have, and of these
// those with the fewest others. A note put at either end does not count. It puts down which
// runs of words only few have.
func typical(texts lot, ms []meeting, own [][]uint64) []odd {
	common := usual(texts, ms)
	var all []odd
	for i, m := range ms {
		if i > 0 && ms[i-1].text == m.text {
			continue
		}
		keys := texts.at(int(m.text)).allGrams()
		o, rare := edits(keys, common)
		o.text, o.missing = m.text, common.used-(len(keys)-len(rare))
		all = append(all, o)
		slices.Sort(rare)
		own[m.text] = rare
	}
	slices.SortStableFunc(all, func(a, b odd) int {
		return cmp.Or(cmp.Compare(a.edits, b.edits), cmp.Compare(a.missing, b.missing), cmp.Compare(a.more, b.more))
	})
	return all
}

// usual gives the runs of words that most of the texts have, as some of them tell that stand
// for all.
func usual(texts lot, ms []meeting) *keySet {
	step := max(1, len(ms)/maxMembers)
	count, asked := make(map[uint64]int), 0
	for k := 0; k < len(ms); k += step {
		own := make(map[uint64]bool)
		for _, key := range texts.at(int(ms[k].text)).allGrams() {
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
