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
	p := packer{segment: &s, put: put}
	var all []entry
	for more := true; more; {
		// The next keys, up to the smallest with which a part's next block may begin.
		most := uint32(1) << keyBits
		more = false
		for i := range cursors {
			c := &cursors[i]
			if err := c.fill(); err != nil {
				return err
			}
			if n := len(c.waiting); n > 0 {
				most, more = min(most, c.waiting[n-1].key), true
			}
		}
		all = all[:0]
		for i := range cursors {
			all = cursors[i].until(most, all)
		}
		slices.SortStableFunc(all, entry.compare)
		if err := p.add(fewest(all)); err != nil {
			return err
		}
	}
	return p.end()
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

// fill reads the next block when no entry waits. Blocks hold all entries of their keys.
func (c *cursor) fill() error {
	for len(c.waiting) == 0 && c.next < c.segment.Blocks-1 {
		err := c.from.Blocks(c.segment.Number, []int{c.next}, func(_ int, b []byte) (err error) {
			c.waiting, err = c.segment.entries(b, c.waiting[:0])
			return err
		})
		if err != nil {
			return err
		}
		c.next++
	}
	return nil
}

// until appends the entries that wait, of keys up to the one given.
func (c *cursor) until(most uint32, into []entry) []entry {
	k := 0
	for k < len(c.waiting) && c.waiting[k].key <= most {
		k++
	}
	into = append(into, c.waiting[:k]...)
	c.waiting = c.waiting[k:]
	return into
}
