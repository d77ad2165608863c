package store

import (
	"context"

	"stemma"
)

// Segment is a sealed part of the index of seeds, by which copies are found; kin says what
// is in it. Its blocks are numbered from 0 and never changed.
type Segment struct {
	Number int
	First  int // the number of the first text whose seeds it holds
	Texts  int // of how many texts, one after the other
	Blocks int
	Seeds  int // at most so many
}

// Seeded is a text of the index of seeds: its number there, and those of the earlier texts
// that it shares passages with.
type Seeded struct {
	Number  int
	Article stemma.ID
	Meets   []int // ordered
}

// Seal is one step of the index: a new segment with its blocks, the texts that are new in
// it, and the segments that it takes the place of.
type Seal struct {
	Texts   []Seeded
	Segment Segment
	// Blocks calls put with one block after the other; an error of its own, or of put,
	// ends it and is given back.
	Blocks func(put func(block []byte) error) error
	Drop   []int
}

// SeedWriter keeps the index of seeds. It is derived from the texts.
type SeedWriter interface {
	// Seal keeps a step of the index whole or not at all. A text must have the next
	// number, and an article of the pile that has none yet; else the error wraps
	// [stemma.ErrInvalid] or [stemma.ErrConflict].
	Seal(ctx context.Context, s Seal) error
	// DropSeeds forgets the index.
	DropSeeds(ctx context.Context) error
}

// SeedReader reads the index of seeds.
type SeedReader interface {
	// Segments gives all segments, ordered by their first text, then number.
	Segments(ctx context.Context) ([]Segment, error)
	// Blocks calls do with each of some blocks of a segment, in whatever order; numbers must
	// differ. A block holds until do returns, whose error ends it and is given back. One
	// that is not there is [stemma.ErrNotFound], maybe after do was called with others.
	Blocks(ctx context.Context, segment int, blocks []int, do func(block int, body []byte) error) error
	// Seeded gives the texts of the index, ordered by number: all of them, or those asked
	// for that are there.
	Seeded(ctx context.Context, numbers ...int) ([]Seeded, error)
	// SeededArticle gives the article, with its text, that has a number in the index.
	SeededArticle(ctx context.Context, number int) (stemma.Article, error)
	// Covered says of how many texts of the index the copies and families were made that
	// the pile holds, those with the first numbers, and by which version of the steps; 0
	// and "" when that was not marked.
	Covered(ctx context.Context) (texts int, version string, err error)
}
