package mem

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"stemma"
	"stemma/internal/store"
)

// seeds is the index of seeds.
type seeds struct {
	segments []store.Segment
	blocks   map[int][][]byte // by segment
	texts    []store.Seeded
	covered  int // by the lineup
}

// Seal implements [store.SeedWriter].
func (s *Store) Seal(ctx context.Context, seal store.Seal) error {
	var blocks [][]byte
	err := seal.Blocks(func(b []byte) error {
		blocks = append(blocks, slices.Clone(b))
		return ctx.Err()
	})
	if err != nil {
		return fmt.Errorf("seal: %w", err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.changes++
	if err := s.checkSeal(&seal, len(blocks)); err != nil {
		return fmt.Errorf("seal: %w", err)
	}
	s.seeds.texts = append(s.seeds.texts, seal.Texts...)
	s.seeds.segments = slices.DeleteFunc(append(s.seeds.segments, seal.Segment), func(g store.Segment) bool {
		return slices.Contains(seal.Drop, g.Number)
	})
	for _, n := range seal.Drop {
		delete(s.seeds.blocks, n)
	}
	if s.seeds.blocks == nil {
		s.seeds.blocks = map[int][][]byte{}
	}
	s.seeds.blocks[seal.Segment.Number] = blocks
	return nil
}

func (s *Store) checkSeal(seal *store.Seal, blocks int) error {
	if blocks != seal.Segment.Blocks {
		return fmt.Errorf("%d blocks instead of %d: %w", blocks, seal.Segment.Blocks, stemma.ErrInvalid)
	}
	if _, there := s.seeds.blocks[seal.Segment.Number]; there {
		return fmt.Errorf("segment %d: %w", seal.Segment.Number, stemma.ErrConflict)
	}
	for i, t := range seal.Texts {
		if _, there := s.articles[t.Article]; !there || t.Number != len(s.seeds.texts)+i {
			return fmt.Errorf("text %d, article %q: %w", t.Number, t.Article, stemma.ErrInvalid)
		}
		same := func(o store.Seeded) bool { return o.Article == t.Article }
		if slices.ContainsFunc(s.seeds.texts, same) || slices.ContainsFunc(seal.Texts[:i], same) {
			return fmt.Errorf("article %q has a number: %w", t.Article, stemma.ErrConflict)
		}
	}
	return nil
}

// DropSeeds implements [store.SeedWriter].
func (s *Store) DropSeeds(ctx context.Context) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.changes++
	s.seeds = seeds{}
	return ctx.Err()
}

// Segments implements [store.SeedReader].
func (s *Store) Segments(ctx context.Context) ([]store.Segment, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return slices.SortedFunc(slices.Values(s.seeds.segments), func(a, b store.Segment) int {
		return cmp.Or(a.First-b.First, a.Number-b.Number)
	}), ctx.Err()
}

// Blocks implements [store.SeedReader].
func (s *Store) Blocks(ctx context.Context, segment int, blocks []int, do func(block int, body []byte) error) error {
	s.mu.RLock()
	all := s.seeds.blocks[segment]
	s.mu.RUnlock()
	for _, n := range blocks {
		if n < 0 || n >= len(all) {
			return fmt.Errorf("block %d of segment %d: %w", n, segment, stemma.ErrNotFound)
		}
		if err := do(n, all[n]); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// Seeded implements [store.SeedReader].
func (s *Store) Seeded(ctx context.Context, numbers ...int) ([]store.Seeded, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if len(numbers) == 0 {
		return slices.Clone(s.seeds.texts), ctx.Err()
	}
	var list []store.Seeded
	numbers = slices.Clone(numbers)
	slices.Sort(numbers)
	for _, n := range slices.Compact(numbers) {
		if n >= 0 && n < len(s.seeds.texts) {
			list = append(list, s.seeds.texts[n])
		}
	}
	return list, ctx.Err()
}

// SeededArticle implements [store.SeedReader].
func (s *Store) SeededArticle(ctx context.Context, number int) (stemma.Article, error) {
	texts, err := s.Seeded(ctx, number)
	if err == nil && len(texts) == 0 {
		err = fmt.Errorf("text %d of the index of seeds: %w", number, stemma.ErrNotFound)
	}
	if err != nil {
		return stemma.Article{}, err
	}
	return s.Article(ctx, texts[0].Article)
}

// Covered implements [store.SeedReader].
func (s *Store) Covered(ctx context.Context) (texts int, version string, err error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.version == "" {
		return 0, "", ctx.Err()
	}
	return s.seeds.covered, s.version, ctx.Err()
}
