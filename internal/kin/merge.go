package kin

import "slices"

// Merged gives the segment that [Merge] makes of several that follow each other.
func Merged(number int, parts []Segment) Segment {
	var seeds, texts int
	for _, p := range parts {
		seeds, texts = seeds+p.Seeds, texts+p.Texts
	}
	return newSegment(number, parts[0].First, texts, seeds)
}

// Merge reads the blocks of the parts one after the other and hands over those of the
// merged segment in their order; of a key no more entries are kept than one look-up
// follows. It stops at the first error, the shelf's or that of put. A block holds until
// put returns.
func Merge(s Segment, parts []Segment, from Shelf, put func(block []byte) error) error {
	cursors := make([]cursor, len(parts))
	for i := range parts {
		cursors[i] = cursor{segment: &parts[i], from: from}
	}
	var all []entry
	var block []byte
	for n := range s.Blocks {
		all = all[:0]
		for i := range cursors {
			var err error
			if all, err = cursors[i].until(&s, n, all); err != nil {
				return err
			}
		}
		slices.SortStableFunc(all, entry.compare)
		block = block[:0]
		for _, e := range fewest(all) {
			block = s.append(block, e)
		}
		if err := put(block); err != nil {
			return err
		}
	}
	return nil
}

// fewest leaves out the entries of a key beyond the first maxPostings, and makes one mark of
// its marks.
func fewest(all []entry) []entry {
	kept := all[:0]
	count, mark, last := 0, -1, uint32(0)
	for i, e := range all {
		if i == 0 || e.key != last {
			count, mark, last = 0, -1, e.key
		}
		if e.marks() {
			if mark >= 0 {
				kept[mark].context |= e.context
				continue
			}
			mark = len(kept)
		} else if count++; count > maxPostings {
			continue
		}
		kept = append(kept, e)
	}
	return kept
}

// cursor walks through the blocks of a segment.
type cursor struct {
	segment *Segment
	from    Shelf
	next    int // the block to read
	waiting []entry
}

// until appends the entries that belong to block n of a merged segment.
func (c *cursor) until(s *Segment, n int, into []entry) ([]entry, error) {
	for {
		k := 0
		for k < len(c.waiting) && s.block(c.waiting[k].key) <= n {
			k++
		}
		into = append(into, c.waiting[:k]...)
		c.waiting = c.waiting[k:]
		if len(c.waiting) > 0 || c.next >= c.segment.Blocks {
			return into, nil
		}
		b, err := c.from.Block(c.segment.Number, c.next)
		if err != nil {
			return into, err
		}
		if c.waiting, err = c.segment.entries(c.next, b, nil); err != nil {
			return into, err
		}
		c.next++
	}
}
