package kin

import (
	"cmp"
	"slices"
)

const (
	// maxPostings is how many texts a seed leads to. Where a passage is common its
	// later copies are not indexed again, so that the limit is met only by phrases
	// too short to be a passage, and by forms.
	maxPostings = 24
	// maxHits bounds the hits of one text, and maxWiden the words that are looked at
	// to widen them, for each word of it: against texts that repeat themselves.
	maxHits  = 1 << 16
	maxWiden = 16
)

// index finds the texts that share a seed. Only what is new is indexed: a seed
// within a passage that an earlier text has is not added again, so that all copies
// of a viral text meet at its head.
type index struct {
	slots    []slot
	used     int
	postings []posting
}

type slot struct {
	key         uint64
	first, last int32 // postings, by number + 1
	count       int32
}

type posting struct {
	text, pos int32
	next      int32 // number + 1
}

// newIndex gives an index that has room for the seeds of so many words; it grows when
// there are more.
func newIndex(words int) *index {
	size := 1 << 8
	for size < words/3 {
		size *= 2
	}
	return &index{slots: make([]slot, size)}
}

// at gives the slot of a key, which is empty when the key is new.
func (x *index) at(key uint64) *slot {
	mask := uint64(len(x.slots) - 1)
	for i := key & mask; ; i = (i + 1) & mask {
		if s := &x.slots[i]; s.count == 0 || s.key == key {
			return s
		}
	}
}

// add notes that a text has a seed.
func (x *index) add(s seed, text int32) {
	if 4*(x.used+1) > 3*len(x.slots) {
		x.grow()
	}
	sl := x.at(s.key)
	if sl.count >= maxPostings {
		return
	}
	x.postings = append(x.postings, posting{text: text, pos: s.pos})
	n := int32(len(x.postings))
	if sl.count == 0 {
		x.used++
		sl.key, sl.first = s.key, n
	} else {
		x.postings[sl.last-1].next = n
	}
	sl.last = n
	sl.count++
}

func (x *index) grow() {
	old := x.slots
	x.slots = make([]slot, 2*len(old))
	for _, s := range old {
		if s.count > 0 {
			*x.at(s.key) = s
		}
	}
}

// hit is a seed that two texts share.
type hit struct{ text, pos, own int32 }

// hits gives where the seeds of a text stand in earlier texts, ordered by text and
// own place.
func (x *index) hits(seeds []seed, into []hit) []hit {
	into = into[:0]
	for _, s := range seeds {
		sl := x.at(s.key)
		if sl.count == 0 {
			continue
		}
		for n := sl.first; n != 0 && len(into) < maxHits; n = x.postings[n-1].next {
			p := x.postings[n-1]
			into = append(into, hit{p.text, p.pos, s.pos})
		}
	}
	slices.SortFunc(into, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.text, b.text), cmp.Compare(a.own, b.own), cmp.Compare(a.pos, b.pos))
	})
	return into
}

// meeting says that a text has a stretch of a head's words.
type meeting struct {
	text     int32
	from, to int32 // in words of the head
}

// meetings gives, for each text, the later texts that share passages with it.
// Each later text is found at the heads of its passages.
func meetings(texts []*text) [][]meeting {
	n := 0
	for _, t := range texts {
		n += len(t.hash)
	}
	x := newIndex(n)
	at := make([][]meeting, len(texts))
	var sv sieve
	var hits []hit
	var runs []run
	var known []bool
	for i, t := range texts {
		seeds := t.winnow(&sv)
		hits = x.hits(seeds, hits)
		known = append(known[:0], make([]bool, len(t.hash))...)
		for from := 0; from < len(hits); {
			to := from + 1
			for to < len(hits) && hits[to].text == hits[from].text {
				to++
			}
			head := texts[hits[from].text]
			runs = widen(t, head, hits[from:to], runs[:0])
			for _, b := range accept(t, head, chain(t, head, runs)) {
				at[hits[from].text] = append(at[hits[from].text], meeting{int32(i), b.y, b.yEnd})
				if b.words >= minRun {
					b.know(t, head, known)
				}
			}
			from = to
		}
		for _, s := range seeds {
			if !all(known[s.pos : s.pos+seedWords]) {
				x.add(s, int32(i))
			}
		}
	}
	return at
}

// know marks the words of a passage that the head has too. The others are new, and
// seeds with them are indexed: so copies that share an edit meet.
func (b *block) know(x, y *text, known []bool) {
	for i, j := b.x, b.y; i < b.xEnd; i, j = i+1, j+1 {
		if j < b.yEnd && x.hash[i] == y.hash[j] {
			known[i] = true
			continue
		}
		for d := int32(1); d <= largeGap && !known[i]; d++ {
			if k := j + d; k < b.yEnd && x.hash[i] == y.hash[k] {
				known[i], j = true, k
			} else if k := j - d; k >= b.y && k < b.yEnd && x.hash[i] == y.hash[k] {
				known[i], j = true, k
			}
		}
	}
}

func all(known []bool) bool {
	for _, k := range known {
		if !k {
			return false
		}
	}
	return true
}

// widen makes of hits the runs of equal words around them.
func widen(x, y *text, hits []hit, into []run) []run {
	left := maxWiden * (len(x.hash) + 1<<8)
	for _, h := range hits {
		if left < 0 {
			break
		}
		if covered(into, h) {
			continue
		}
		i, j := h.own, h.pos
		for i > 0 && j > 0 && x.hash[i-1] == y.hash[j-1] {
			i, j = i-1, j-1
		}
		n := h.own - i
		for int(i+n) < len(x.hash) && int(j+n) < len(y.hash) && x.hash[i+n] == y.hash[j+n] {
			n++
		}
		left -= int(n)
		if n >= seedWords {
			into = append(into, run{i, j, n})
		}
	}
	slices.SortFunc(into, func(a, b run) int { return cmp.Or(cmp.Compare(a.x, b.x), cmp.Compare(a.y, b.y)) })
	return into
}

// covered reports whether a hit lies in a run that is known.
func covered(runs []run, h hit) bool {
	for k := len(runs) - 1; k >= 0 && k >= len(runs)-16; k-- {
		if r := runs[k]; r.x-r.y == h.own-h.pos && h.own < r.x+r.n && h.own >= r.x {
			return true
		}
	}
	return false
}

// alike compares the texts that meet and gives the pairs that share passages.
func alike(texts []*text) []pair {
	partners := make([][]int32, len(texts)) // with greater numbers
	for head, ms := range meetings(texts) {
		for k, m := range ms {
			partners[head] = append(partners[head], m.text)
			if len(ms) > maxMembers {
				continue
			}
			for _, o := range ms[:k] {
				if both := min(m.to, o.to) - max(m.from, o.from); o.text != m.text &&
					(both >= minRun || both >= min(m.to-m.from, o.to-o.from) && both >= minQuote) {
					lo, hi := min(o.text, m.text), max(o.text, m.text)
					partners[lo] = append(partners[lo], hi)
				}
			}
		}
	}
	var pairs []pair
	for i, ps := range partners {
		if len(ps) == 0 {
			continue
		}
		slices.Sort(ps)
		table := newTable(texts[i])
		for _, j := range slices.Compact(ps) {
			blocks := table.compare(texts[j])
			if len(blocks) == 0 {
				continue
			}
			for k := range blocks {
				blocks[k].flip()
			}
			slices.SortFunc(blocks, byPlace)
			pairs = append(pairs, pair{a: i, b: int(j), blocks: blocks})
		}
	}
	return pairs
}
