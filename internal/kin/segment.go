package kin

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// Segment is a sealed part of an [Index]: blocks of entries in the order of their keys,
// which are never changed, only merged into larger ones. Each block is as full as it can be
// and holds all entries of its keys; the last block says with which key each of the others
// begins, see [fences].
type Segment struct {
	Number int // which no other segment of the index has
	First  int // the number of the first text whose seeds it holds
	Texts  int // of how many texts, one after the other
	Blocks int // numbered from 0; those before the last one may be empty
	Seeds  int // entries in all, at most
}

const (
	// keyBits is how much of a seed's key is kept. In a million texts one look-up of
	// twelve meets a stranger's key, of which the context lets hardly any pass.
	keyBits = 30
	// blockBytes is the most that a block takes: what fits into one database page of 8 KB,
	// beside what SQLite writes there.
	blockBytes = 8150
	// A block begins with its smallest key, in four bytes. An entry is the rest of its key,
	// in two bytes or in a small segment three, a text's number from First on in three
	// bytes, which is more than maxTexts asks for, and the context in three.
	fenceBytes, textBytes, contextBytes = 4, 3, 3
	// narrowSeeds is the fewest entries whose blocks are so many that hardly any ends for
	// want of room in the two bytes of a key's rest.
	narrowSeeds = 1 << 24
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

// rest is how many bytes the rest of a key takes.
func (s *Segment) rest() int {
	if s.Seeds >= narrowSeeds {
		return 2
	}
	return 3
}

func (s *Segment) entrySize() int { return s.rest() + textBytes + contextBytes }

// newSegment gives a segment with room for so many entries: a block is full when the next
// key's entries might not fit, or ends where the rest of a key would not.
func newSegment(number, first, texts, seeds int) Segment {
	s := Segment{Number: number, First: first, Texts: texts, Seeds: seeds}
	full := (blockBytes-fenceBytes)/s.entrySize() - maxPostings
	s.Blocks = seeds/full + 1<<(keyBits-8*s.rest()) + 2
	return s
}

// append adds an entry to a block that begins with a key.
func (s *Segment) append(block []byte, first uint32, e entry) []byte {
	rest := e.key - first
	block = append(block, byte(rest), byte(rest>>8))
	if s.rest() == 3 {
		block = append(block, byte(rest>>16))
	}
	text := uint32(int(e.text) - s.First)
	block = append(block, byte(text), byte(text>>8), byte(text>>16))
	return append(block, byte(e.context), byte(e.context>>8), byte(e.context>>16))
}

// open takes a block's smallest key from it.
func (s *Segment) open(block []byte) (first uint32, entries []byte, err error) {
	if len(block) < fenceBytes || (len(block)-fenceBytes)%s.entrySize() != 0 {
		return 0, nil, fmt.Errorf("segment %d: %w", s.Number, errBlock)
	}
	return binary.LittleEndian.Uint32(block), block[fenceBytes:], nil
}

// entries reads a block.
func (s *Segment) entries(block []byte, into []entry) ([]entry, error) {
	if len(block) == 0 {
		return into, nil
	}
	first, block, err := s.open(block)
	if err != nil {
		return nil, err
	}
	for size := s.entrySize(); len(block) > 0; block = block[size:] {
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
	first, block, err := s.open(block)
	if err != nil || key < first {
		return err
	}
	size := s.entrySize()
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
			all = append(all, entry{short(sl.key), int32(first), sideMark | context(sl.sides())})
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
	all = fewest(all)
	s := newSegment(number, first, texts, len(all))
	var blocks [][]byte
	p := packer{segment: &s, put: func(b []byte) error {
		blocks = append(blocks, slices.Clone(b))
		return nil
	}}
	p.add(all) // put does not fail
	p.end()
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
