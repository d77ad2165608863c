package pipeline

import (
	"context"
	"slices"

	"stemma"
	"stemma/internal/kin"
	"stemma/internal/store"
)

const (
	// maxRecent is how many seeds of new texts are held in memory before they are sealed:
	// those of some twenty thousand texts; maxWaiting is of how many texts, since the words of
	// short ones take more room than their seeds.
	maxRecent  = 2 << 20
	maxWaiting = 1 << 16
	// mergeRatio is how many times larger a segment of the index must be than the next
	// for the two to stay apart: so there are few, and each text is rewritten seldom.
	mergeRatio = 4
	// maxBlocks is the most blocks, of 8 KB each, that an index may have whose blocks are kept
	// in memory once they were read, and bulkBlocks so where at least bulkTexts texts are
	// added: those of an index of more than a million texts.
	maxBlocks  = 1 << 13
	bulkBlocks = 1 << 17
	bulkTexts  = 5000
)

// shelf gives kin's index what the store keeps of it.
type shelf struct {
	ctx    context.Context
	from   store.Reader
	blocks map[[2]int][]byte // those that were read; nil when none are kept
	room   int               // for so many blocks
}

// Blocks implements [kin.Shelf]: what is not in memory is read with one query.
func (s *shelf) Blocks(segment int, blocks []int, do func(block int, body []byte) error) error {
	if s.blocks == nil {
		return s.from.Blocks(s.ctx, segment, blocks, do)
	}
	var missing []int
	for _, n := range blocks {
		b, ok := s.blocks[[2]int{segment, n}]
		if !ok {
			missing = append(missing, n)
		} else if err := do(n, b); err != nil {
			return err
		}
	}
	if len(missing) == 0 {
		return nil
	}
	return s.from.Blocks(s.ctx, segment, missing, func(n int, b []byte) error {
		b = slices.Clone(b)
		s.blocks[[2]int{segment, n}] = b
		return do(n, b)
	})
}

// keep forgets the blocks that were read, most of which are of segments that are gone, and
// keeps blocks from now on if there is room for those of all segments. Of a larger index a
// look-up hardly meets a block that one before has read.
func (s *shelf) keep(segments []store.Segment) {
	all := 0
	for _, g := range segments {
		all += g.Blocks
	}
	s.blocks = nil
	if all <= s.room {
		s.blocks = map[[2]int][]byte{}
	}
}

// Article implements [kin.Shelf].
func (s *shelf) Article(number int) (stemma.Article, error) {
	return s.from.SeededArticle(s.ctx, number)
}

// openIndex opens the index of seeds as the store keeps it.
func openIndex(ctx context.Context, from store.Reader) (*kin.Index, *shelf, []store.Segment, error) {
	segments, err := from.Segments(ctx)
	if err != nil {
		return nil, nil, nil, err
	}
	s := &shelf{ctx: ctx, from: from, room: maxBlocks}
	s.keep(segments)
	return kin.NewIndex(sealed(segments), s), s, segments, nil
}

func sealed(segments []store.Segment) []kin.Segment {
	out := make([]kin.Segment, len(segments))
	for i, g := range segments {
		out[i] = kin.Segment(g)
	}
	return out
}

// placer puts texts into the index of seeds.
type placer struct {
	ctx      context.Context
	to       store.Store
	index    *kin.Index
	shelf    *shelf
	segments []store.Segment
	waiting  []store.Seeded // texts whose seeds are not sealed
}

// place puts all texts into the index that are not in it yet, in the order of their IDs,
// and gives all texts of the index. Each is compared with those that share seeds with it
// and no other is read.
func place(ctx context.Context, to store.Store, articles []stemma.ID, way *course) ([]store.Seeded, error) {
	all, err := to.Seeded(ctx)
	if err != nil {
		return nil, err
	}
	known := make(map[stemma.ID]bool, len(all))
	for _, t := range all {
		known[t.Article] = true
	}
	p := &placer{ctx: ctx, to: to}
	if p.index, p.shelf, p.segments, err = openIndex(ctx, to); err != nil {
		return nil, err
	}
	fresh := len(articles) - len(known)
	if fresh > 0 {
		way.begin("placing", fresh)
	}
	if fresh >= bulkTexts {
		p.shelf.room = bulkBlocks
		p.shelf.keep(p.segments)
	}
	for _, id := range articles {
		if known[id] {
			continue
		}
		t, err := p.add(id)
		if err != nil {
			return nil, err
		}
		all = append(all, t)
		way.did()
	}
	return all, p.seal()
}

func (p *placer) add(id stemma.ID) (store.Seeded, error) {
	if err := p.ctx.Err(); err != nil {
		return store.Seeded{}, err
	}
	a, err := p.to.Article(p.ctx, id)
	if err != nil {
		return store.Seeded{}, err
	}
	t := store.Seeded{Number: p.index.Len(), Article: id}
	if t.Meets, err = p.index.Add(&a); err != nil {
		return t, err
	}
	p.waiting = append(p.waiting, t)
	if p.index.Recent() >= maxRecent || len(p.waiting) >= maxWaiting {
		err = p.seal()
	}
	return t, err
}

// seal keeps what is in memory as a segment and merges it with those before it that are
// not much larger.
func (p *placer) seal() error {
	if len(p.waiting) == 0 {
		return nil
	}
	number := 1
	for _, g := range p.segments {
		number = max(number, g.Number+1)
	}
	segment, blocks := p.index.Seal(number)
	all := func(put func([]byte) error) error {
		for _, b := range blocks {
			if err := put(b); err != nil {
				return err
			}
		}
		return nil
	}
	if err := p.keep(store.Seal{Texts: p.waiting, Segment: store.Segment(segment), Blocks: all}); err != nil {
		return err
	}
	p.waiting = nil
	first, seeds := len(p.segments)-1, segment.Seeds
	for first > 0 && p.segments[first-1].Seeds < mergeRatio*seeds {
		first--
		seeds += p.segments[first].Seeds
	}
	if parts := sealed(p.segments[first:]); len(parts) > 1 {
		if err := p.merge(number+1, parts); err != nil {
			return err
		}
		p.shelf.keep(p.segments)
	}
	p.index.Sealed(sealed(p.segments))
	return nil
}

func (p *placer) merge(number int, parts []kin.Segment) error {
	s := kin.Merged(number, parts)
	var drop []int
	for _, g := range parts {
		drop = append(drop, g.Number)
	}
	return p.keep(store.Seal{Segment: store.Segment(s), Drop: drop, Blocks: func(put func([]byte) error) error {
		return kin.Merge(s, parts, p.shelf, put)
	}})
}

// keep hands a step of the index to the store.
func (p *placer) keep(s store.Seal) error {
	if err := p.to.Seal(p.ctx, s); err != nil {
		return err
	}
	dropped := func(g store.Segment) bool { return slices.Contains(s.Drop, g.Number) }
	p.segments = append(slices.DeleteFunc(p.segments, dropped), s.Segment)
	return nil
}
