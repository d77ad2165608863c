package kin

import (
	"encoding/binary"
	"fmt"
	"slices"
)

// packer makes the blocks of a segment of entries that come in the order of their keys.
type packer struct {
	segment *Segment
	put     func(block []byte) error // it must not keep the block
	block   []byte
	first   uint32 // the key that the block begins with
	blocks  int    // that were put
	fences  []byte
}

// add puts in entries: all those of their keys. It stops at the first error of put.
func (p *packer) add(all []entry) error {
	size := p.segment.entrySize()
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].key == all[0].key {
			n++
		}
		far := (all[0].key-p.first)>>(8*p.segment.rest()) > 0
		if len(p.block) > 0 && (far || len(p.block)+n*size > blockBytes) {
			if err := p.close(); err != nil {
				return err
			}
		}
		if len(p.block) == 0 {
			p.first = all[0].key
			p.block = binary.LittleEndian.AppendUint32(p.block, p.first)
			p.fences = binary.LittleEndian.AppendUint32(p.fences, p.first)
		}
		for _, e := range all[:n] {
			p.block = p.segment.append(p.block, p.first, e)
		}
		all = all[n:]
	}
	return nil
}

// close hands over the block and begins another one.
func (p *packer) close() error {
	err := p.put(p.block)
	p.block, p.blocks = p.block[:0], p.blocks+1
	return err
}

// end hands over what is left: the last block of entries, empty ones up to the number that
// the segment has, and the fences.
func (p *packer) end() error {
	if len(p.block) > 0 {
		if err := p.close(); err != nil {
			return err
		}
	}
	for ; p.blocks < p.segment.Blocks-1; p.blocks++ {
		if err := p.put(nil); err != nil {
			return err
		}
	}
	return p.put(p.fences)
}

// fences are the first keys of a segment's blocks that are not empty, in their order: what
// is held in memory of a segment, some 300 KB of a million texts.
type fences []uint32

// fences reads those of a segment.
func (s *Segment) fences(from Shelf) (fences, error) {
	out := fences{}
	err := from.Blocks(s.Number, []int{s.Blocks - 1}, func(_ int, b []byte) error {
		if len(b)%fenceBytes != 0 || len(b)/fenceBytes >= s.Blocks {
			return fmt.Errorf("segment %d: %w", s.Number, errBlock)
		}
		for ; len(b) > 0; b = b[fenceBytes:] {
			out = append(out, binary.LittleEndian.Uint32(b))
		}
		return nil
	})
	return out, err
}

// block gives the number of the block that holds a key; -1 where none can.
func (f fences) block(key uint32) int {
	n, there := slices.BinarySearch(f, key)
	if there {
		return n
	}
	return n - 1
}
