package main

import (
	"context"

	"stemma"
	"stemma/internal/kin"
	"stemma/internal/store"
)

// partTexts is how many texts an index in memory takes before it is sealed. It is a multiple
// of chunk: no text is a copy of one in another chunk, so that nothing is lost when parts
// know nothing of each other.
const partTexts = 10 * chunk

// builder makes an index of very many texts faster than as they come: parts in memory, which
// are sealed and merged into one segment.
type builder struct {
	ctx      context.Context
	to       store.Store
	index    *kin.Index
	first    int // the number of the part's first text
	texts    []store.Seeded
	segments []kin.Segment
}

func (b *builder) add(a *stemma.Article) error {
	if b.index.Len() >= partTexts {
		if err := b.seal(); err != nil {
			return err
		}
	}
	t := store.Seeded{Number: b.first + b.index.Len(), Article: a.ID}
	meets, err := b.index.Add(a)
	for _, m := range meets {
		t.Meets = append(t.Meets, b.first+m)
	}
	b.texts = append(b.texts, t)
	return err
}

// seal keeps the part. Entries count texts from the segment's first, whichever that is.
func (b *builder) seal() error {
	s, blocks := b.index.Seal(len(b.segments) + 1)
	s.First += b.first
	b.segments = append(b.segments, s)
	err := b.to.Seal(b.ctx, store.Seal{Texts: b.texts, Segment: store.Segment(s), Blocks: func(put func([]byte) error) error {
		for _, block := range blocks {
			if err := put(block); err != nil {
				return err
			}
		}
		return nil
	}})
	b.first, b.texts, b.index = b.first+s.Texts, nil, kin.NewIndex(nil, nil)
	return err
}

// end merges the parts.
func (b *builder) end() error {
	if err := b.seal(); err != nil || len(b.segments) == 1 {
		return err
	}
	var drop []int
	for _, s := range b.segments {
		drop = append(drop, s.Number)
	}
	whole := kin.Merged(len(b.segments)+1, b.segments)
	return b.to.Seal(b.ctx, store.Seal{Segment: store.Segment(whole), Drop: drop, Blocks: func(put func([]byte) error) error {
		return kin.Merge(whole, b.segments, b, put)
	}})
}

// Blocks implements [kin.Shelf].
func (b *builder) Blocks(segment int, blocks []int, do func(block int, body []byte) error) error {
	return b.to.Blocks(b.ctx, segment, blocks, do)
}

// Article implements [kin.Shelf].
func (b *builder) Article(number int) (stemma.Article, error) {
	return b.to.SeededArticle(b.ctx, number)
}
