package kin

import (
	"fmt"
	"slices"
)

// hits gives where the seeds stand in the texts of the index, and notes together with which
// words beside them they are also kept.
func (x *Index) hits(t *text, seeds []seed, into []hit, sided []sides) ([]hit, error) {
	into = into[:0]
	x.warm = x.recent.warm(seeds)
	for k, d := range seeds {
		if d.pos >= maxPlace {
			continue
		}
		sl := x.recent.at(d.key)
		sided[k] |= sl.sides()
		for p := range x.recent.places(sl) {
			into = x.hit(t, d, p.context, p.text, p.pos, into)
		}
	}
	for i := range x.segments {
		var err error
		if into, err = x.sealed(&x.segments[i], t, seeds, into, sided); err != nil {
			return into, fmt.Errorf("index of seeds: %w", err)
		}
	}
	return into, nil
}

// sealed is [Index.hits] for one segment.
func (x *Index) sealed(s *Segment, t *text, seeds []seed, into []hit, sided []sides) ([]hit, error) {
	fences, err := x.fence(s)
	if err != nil {
		return into, err
	}
	x.wanted, x.blocks = x.wanted[:0], x.blocks[:0]
	for k, d := range seeds {
		if b := fences.block(short(d.key)); b >= 0 && d.pos < maxPlace {
			x.wanted = append(x.wanted, wanted(b)<<32|wanted(k))
		}
	}
	slices.Sort(x.wanted)
	for _, w := range x.wanted {
		if n := len(x.blocks); n == 0 || x.blocks[n-1] != w.block() {
			x.blocks = append(x.blocks, w.block())
		}
	}
	if len(x.blocks) == 0 {
		return into, nil
	}
	err = x.shelf.Blocks(s.Number, x.blocks, func(block int, body []byte) error {
		at, _ := slices.BinarySearch(x.wanted, wanted(block)<<32)
		for ; at < len(x.wanted) && x.wanted[at].block() == block; at++ {
			k := x.wanted[at].seed()
			d := seeds[k]
			err := s.find(short(d.key), body, func(e entry) {
				if e.marks() {
					sided[k] |= sides(e.context &^ sideMark)
				} else if (d.context^e.context)&certain == 0 {
					into = x.hit(t, d, e.context, e.text, placeUnknown, into)
				}
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	return into, err
}

// wanted is a block that must be read, with the number of the seed that is looked for in it.
type wanted uint64

func (w wanted) block() int { return int(w >> 32) }
func (w wanted) seed() int  { return int(uint32(w)) }

// fence gives the fences of a segment, which are read once.
func (x *Index) fence(s *Segment) (fences, error) {
	if f, ok := x.fences[s.Number]; ok {
		return f, nil
	}
	f, err := s.fences(x.shelf)
	if err == nil {
		x.fences[s.Number] = f
	}
	return f, err
}

// hit appends that a seed of a text stands in one of the index. Unless all is looked at, only
// what is sure is; and a text that has a few words in quotation marks in common, too few to be
// a passage, hangs together with this one and need not be opened for them alone.
func (x *Index) hit(t *text, d seed, c context, number, pos int32, into []hit) []hit {
	sure := d.context.agrees(c)
	if len(into) >= maxHits || !sure && !x.all {
		return into
	}
	if !x.all && d.context&c&said != 0 && !d.context.quotation(c) && !t.tells(d.pos, d.context.left(c)) {
		x.placer.near = append(x.placer.near, int(number))
		sure = false
	}
	return append(into, newHit(number, d.pos, pos, sure))
}
