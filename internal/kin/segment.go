package kin

import (
	"errors"
	"fmt"
	"math/bits"
	"slices"
)

// Segment is a sealed part of an [Index]: blocks of entries in the order of their keys,
// which are never changed, only merged into larger ones. Keys are spread evenly over the
// blocks, so that a key tells its block.
type Segment struct {
	Number int // which no other segment of the index has
	First  int // the number of the first text whose seeds it holds
	Texts  int // of how many texts, one after the other
	Blocks int
	Seeds  int // entries in all, at most
}

const (
	// keyBits is how much of a seed's key is kept. In a million texts one look-up of
	// twelve meets a stranger's key, of which the context lets hardly any pass.
	keyBits = 30
	// blockBytes is the mean size of a block: nearly all fit into one database page of 8 KB.
	blockBytes = 7592
	// An entry is the rest of its key in the block, in two bytes or in a small segment
	// three, a text's number from First on in three bytes, which is more than maxTexts asks
	// for, and the context in three.
	textBytes, contextBytes = 3, 3
)

// errBlock says that a block is not as it was sealed.
var errBlock = errors.New("a block of the index of seeds is damaged; make the index anew with stemma rebuild")

// entry is a place of a seed in a segment.
type entry struct {
	key     uint32 // its first keyBits bits
	text    int32  // number in the index
	context context
}

// marks reports whether an entry is no place, but says together with which words beside it the
// seed is kept.
func (e entry) marks() bool { return e.context&sideMark == sideMark }

// short gives the part of a key that segments keep. Bits of which a hash table makes no
// use come first: keys are well mixed.
func short(key uint64) uint32 { return uint32(key >> (64 - keyBits)) }

// block gives the number of the block that holds a key.
func (s *Segment) block(key uint32) int {
	hi, _ := bits.Mul64(uint64(key)<<(64-keyBits), uint64(s.Blocks))
	return int(hi)
}

// first gives the smallest key that the block holds, or would hold.
func (s *Segment) first(block int) uint32 {
	q, r := bits.Div64(uint64(block), 0, uint64(s.Blocks))
	if r > 0 {
		q++
	}
	return uint32((q + 1<<(64-keyBits) - 1) >> (64 - keyBits))
}

// rest is how many bytes the rest of a key takes.
func (s *Segment) rest() int {
	if s.Blocks >= narrowBlocks {
		return 2
	}
	return 3
}

func (s *Segment) entrySize() int { return s.rest() + textBytes + contextBytes }

// minBlocks is the fewest blocks whose keys three bytes can tell apart.
const minBlocks = 1<<(keyBits-24) + 1

// narrowBlocks is the fewest blocks whose keys two bytes can.
const narrowBlocks = 1<<(keyBits-16) + 1

// newSegment gives a segment with room for so many entries.
func newSegment(number, first, texts, seeds int) Segment {
	s := Segment{Number: number, First: first, Texts: texts, Seeds: seeds, Blocks: minBlocks}
	if n := seeds * s.entrySize() / blockBytes; n > s.Blocks {
		s.Blocks = n + 1
	}
	if s.rest() == 2 { // with so many blocks entries are shorter
		s.Blocks = max(narrowBlocks, seeds*s.entrySize()/blockBytes+1)
	}
	return s
}

// append adds an entry to its block.
func (s *Segment) append(block []byte, e entry) []byte {
	rest := e.key - s.first(s.block(e.key))
	block = append(block, byte(rest), byte(rest>>8))
	if s.rest() == 3 {
		block = append(block, byte(rest>>16))
	}
	text := uint32(int(e.text) - s.First)
	block = append(block, byte(text), byte(text>>8), byte(text>>16))
	return append(block, byte(e.context), byte(e.context>>8), byte(e.context>>16))
}

// entries reads a block.
func (s *Segment) entries(number int, block []byte, into []entry) ([]entry, error) {
	size, first := s.entrySize(), s.first(number)
	if len(block)%size != 0 {
		return nil, fmt.Errorf("segment %d, block %d: %w", s.Number, number, errBlock)
	}
	for ; len(block) > 0; block = block[size:] {
		into = append(into, s.entry(first, block))
	}
	return into, nil
}

func (s *Segment) entry(first uint32, b []byte) entry {
	n := s.rest()
	c := b[n+textBytes:]
	return entry{key: first + s.key(b), text: int32(s.First) + int32(b[n]) + int32(b[n+1])<<8 + int32(b[n+2])<<16,
		context: context(c[0]) | context(c[1])<<8 | context(c[2])<<16}
}

// key gives the rest of the key of the entry that begins here.
func (s *Segment) key(b []byte) uint32 {
	k := uint32(b[0]) | uint32(b[1])<<8
	if s.rest() == 3 {
		k |= uint32(b[2]) << 16
	}
	return k
}

// find calls do for every entry of a key in its block.
func (s *Segment) find(key uint32, block []byte, do func(entry)) error {
	size, first := s.entrySize(), s.first(s.block(key))
	if len(block)%size != 0 {
		return fmt.Errorf("segment %d, block %d: %w", s.Number, s.block(key), errBlock)
	}
	want, low, high := key-first, 0, len(block)/size
	for low < high {
		if m := int(uint(low+high) >> 1); s.key(block[m*size:]) < want {
			low = m + 1
		} else {
			high = m
		}
	}
	for ; low*size < len(block) && s.key(block[low*size:]) == want; low++ {
		do(s.entry(first, block[low*size:]))
	}
	return nil
}

// seal gives the entries of a hash table as a segment with its blocks.
func (r *recent) seal(number, first, texts int) (Segment, [][]byte) {
	var all []entry
	for i := range r.slots {
		sl := &r.slots[i]
		if sl.sided != 0 {
			all = append(all, entry{short(sl.key), int32(first), sideMark | context(sl.sided)})
		}
		if sl.count == 0 {
			continue
		}
		for p := &sl.posting; ; p = &r.more[p.next-1] {
			all = append(all, entry{short(sl.key), p.text, p.context})
			if p.next == 0 {
				break
			}
		}
	}
	slices.SortFunc(all, entry.compare)
	s := newSegment(number, first, texts, len(all))
	blocks := make([][]byte, s.Blocks)
	for _, e := range all {
		b := s.block(e.key)
		blocks[b] = s.append(blocks[b], e)
	}
	return s, blocks
}

func (e entry) compare(o entry) int {
	switch {
	case e.key != o.key:
		return int(e.key) - int(o.key)
	case e.text != o.text:
		return int(e.text) - int(o.text)
	}
	return int(e.context) - int(o.context)
}
