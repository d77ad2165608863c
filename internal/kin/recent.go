package kin

import "iter"

const (
	// maxPostings is how many texts a seed leads to. Where a passage is common its
	// later copies are not indexed again, so that the limit is met only by phrases
	// too short to be a passage, and by forms.
	maxPostings = 24

	textBits, placeBits = 23, 20
	maxTexts            = 1 << textBits
	maxPlace            = 1<<placeBits - 1 // seeds behind the first million words of a text are not indexed
	placeUnknown        = maxPlace         // what a sealed segment says of every place
)

// recent is the part of an index that is in memory and still grows: a hash table from
// seeds to where they stand. The first place of a seed, mostly the only one, lies in
// the table itself.
type recent struct {
	slots []slot
	used  int
	more  []posting // the further places, linked
	seeds int       // places in all
}

type slot struct {
	key     uint64
	posting       // the first
	last    int32 // of more, by number + 1
	count   uint8 // of places
	keyed   uint8 // the rest of sided
	sided   uint16
}

func (s *slot) empty() bool { return s.count == 0 && s.sided == 0 }

// sides says together with which words beside it the seed is also kept.
func (s *slot) sides() sides { return sides(s.keyed)<<sideNumbers | sides(s.sided) }

type posting struct {
	text    int32
	pos     int32
	next    int32 // of more, by number + 1
	context context
}

// newRecent gives an empty table, which grows.
func newRecent() *recent { return &recent{slots: make([]slot, 1<<8)} }

// at gives the slot of a key, which is empty when the key is new.
func (r *recent) at(key uint64) *slot {
	mask := uint64(len(r.slots) - 1)
	for i := key & mask; ; i = (i + 1) & mask {
		if s := &r.slots[i]; s.empty() || s.key == key {
			return s
		}
	}
}

// warm reads the slots of some seeds. One slot lies far from the next, and none of these reads
// waits for another, as they do where each slot is made use of at once: so that memory
// answers many at a time. It gives what was read, that it be read at all.
func (r *recent) warm(seeds []seed) (sum uint64) {
	slots := r.slots
	mask := uint64(len(slots) - 1)
	for i := range seeds {
		sum += slots[seeds[i].key&mask].key
	}
	return sum
}

// add notes that a text has a seed, with the context in which that matters.
func (r *recent) add(s seed, text int32) {
	if s.pos >= maxPlace {
		return
	}
	if 4*(r.used+1) > 3*len(r.slots) {
		r.grow()
	}
	sl := r.at(s.key)
	p := posting{text: text, pos: s.pos, context: s.context}
	switch {
	case sl.count == 0:
		if sl.empty() {
			r.used++
		}
		*sl = slot{key: s.key, posting: p, count: 1, keyed: sl.keyed, sided: sl.sided}
	case sl.count >= maxPostings:
		return
	default:
		r.more = append(r.more, p)
		n := int32(len(r.more))
		if sl.last == 0 {
			sl.next = n
		} else {
			r.more[sl.last-1].next = n
		}
		sl.last = n
		sl.count++
	}
	r.seeds++
}

func (r *recent) grow() {
	old := r.slots
	r.slots = make([]slot, 2*len(old))
	for i := range old {
		if !old[i].empty() {
			*r.at(old[i].key) = old[i]
		}
	}
}

// hit is a seed that two texts share, in one number, so that hits are quickly put in
// order: the other text, the own place, the other's place, and whether the words around
// agree too.
type hit uint64

func newHit(text, own, pos int32, sure bool) hit {
	h := hit(text)<<(2*placeBits+1) | hit(own)<<(placeBits+1) | hit(pos)<<1
	if sure {
		h |= 1
	}
	return h
}

func (h hit) text() int32 { return int32(h >> (2*placeBits + 1)) }
func (h hit) own() int32  { return int32(h>>(placeBits+1)) & maxPlace }
func (h hit) pos() int32  { return int32(h>>1) & maxPlace }
func (h hit) sure() bool  { return h&1 != 0 }

// side notes that a seed is also kept together with n words beside it, which have a key with
// it.
func (r *recent) side(key uint64, n int32, with uint64) {
	if 4*(r.used+1) > 3*len(r.slots) {
		r.grow()
	}
	sl := r.at(key)
	if sl.empty() {
		r.used++
	}
	all := sl.sides() | sideOf(n) | sideKey(with)
	sl.key, sl.sided, sl.keyed = key, uint16(all&(1<<sideNumbers-1)), uint8(all>>sideNumbers)
}

// places gives the places of a seed.
func (r *recent) places(sl *slot) iter.Seq[*posting] {
	return func(yield func(*posting) bool) {
		if sl.count == 0 {
			return
		}
		for p := &sl.posting; yield(p) && p.next != 0; p = &r.more[p.next-1] {
		}
	}
}
