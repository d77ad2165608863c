package sqlite

import (
	"context"
	"database/sql"
	"encoding/binary"
	"fmt"

	"stemma"
	"stemma/internal/store"
)

// blockBits is how many low bits of a block's row number are the block's own.
const blockBits = 32

// Seal implements [store.SeedWriter].
func (s *Store) Seal(ctx context.Context, seal store.Seal) error {
	return s.transaction(ctx, "seal", func(c *conn) error {
		if err := putSeeded(c, seal.Texts); err != nil {
			return err
		}
		g, blocks := seal.Segment, 0
		err := c.exec("INSERT INTO seed_segment (number, first, texts, blocks, seeds) VALUES (?, ?, ?, ?, ?)",
			int64(g.Number), int64(g.First), int64(g.Texts), int64(g.Blocks), int64(g.Seeds))
		if isConstraint(err) {
			return fmt.Errorf("segment %d: %w", g.Number, stemma.ErrConflict)
		}
		if err != nil {
			return err
		}
		err = seal.Blocks(func(b []byte) error {
			blocks++
			if len(b) == 0 {
				return ctx.Err() // what is not there is empty
			}
			return c.exec("INSERT INTO seed_block (number, body) VALUES (?, ?)", int64(g.Number)<<blockBits|int64(blocks-1), b)
		})
		if err == nil && blocks != g.Blocks {
			err = fmt.Errorf("%d blocks instead of %d: %w", blocks, g.Blocks, stemma.ErrInvalid)
		}
		if err != nil {
			return err
		}
		for _, n := range seal.Drop {
			err := c.exec("DELETE FROM seed_block WHERE number >= ? AND number < ?", int64(n)<<blockBits, int64(n+1)<<blockBits)
			if err != nil {
				return err
			}
			if err := c.exec("DELETE FROM seed_segment WHERE number = ?", int64(n)); err != nil {
				return err
			}
		}
		return nil
	})
}

// putSeeded gives texts their numbers.
func putSeeded(c *conn, texts []store.Seeded) error {
	if len(texts) == 0 {
		return nil
	}
	next, _, err := c.number("SELECT coalesce(max(number) + 1, 0) FROM seed_text")
	if err != nil {
		return err
	}
	var meets []byte
	for i, t := range texts {
		article, there, err := c.number("SELECT number FROM article WHERE id = ?", string(t.Article))
		if err == nil && (!there || int64(t.Number) != next+int64(i)) {
			err = fmt.Errorf("text %d, article %q: %w", t.Number, t.Article, stemma.ErrInvalid)
		}
		if err != nil {
			return err
		}
		meets, last := meets[:0], 0
		for _, m := range t.Meets {
			meets, last = binary.AppendUvarint(meets, uint64(m-last)), m
		}
		var body any
		if len(meets) > 0 {
			body = meets
		}
		err = c.exec("INSERT INTO seed_text (number, article, meets) VALUES (?, ?, ?)", int64(t.Number), article, body)
		if isConstraint(err) {
			return fmt.Errorf("article %q has a number: %w", t.Article, stemma.ErrConflict)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// DropSeeds implements [store.SeedWriter].
func (s *Store) DropSeeds(ctx context.Context) error {
	return s.transaction(ctx, "drop seeds", func(c *conn) error {
		return c.script("DELETE FROM seed_block; DELETE FROM seed_segment; DELETE FROM seed_text; DELETE FROM state WHERE name = 'covered'")
	})
}

// Segments implements [store.SeedReader].
func (s *Store) Segments(ctx context.Context) ([]store.Segment, error) {
	var list []store.Segment
	err := s.each(ctx, "SELECT number, first, texts, blocks, seeds FROM seed_segment ORDER BY first, number", nil, func(rows *sql.Rows) error {
		var g store.Segment
		err := rows.Scan(&g.Number, &g.First, &g.Texts, &g.Blocks, &g.Seeds)
		list = append(list, g)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("segments: %w", err)
	}
	return list, nil
}

// Blocks implements [store.SeedReader].
func (s *Store) Blocks(ctx context.Context, segment int, blocks []int, do func(block int, body []byte) error) error {
	numbers := make([]int64, len(blocks))
	for i, n := range blocks {
		numbers[i] = int64(segment)<<blockBits | int64(n)
	}
	list, err := idList(numbers)
	if err != nil {
		return err
	}
	met := 0
	var body sql.RawBytes // not copied once more
	err = s.each(ctx, "SELECT number, body FROM seed_block WHERE number IN (SELECT value FROM json_each(?))", []any{list}, func(rows *sql.Rows) error {
		var n int64
		if err := rows.Scan(&n, &body); err != nil {
			return err
		}
		met++
		return do(int(n&(1<<blockBits-1)), body)
	})
	if err == nil && met < len(blocks) {
		err = s.emptyBlocks(ctx, segment, blocks, do)
	}
	if err != nil {
		return fmt.Errorf("%d blocks of segment %d: %w", len(blocks), segment, err)
	}
	return nil
}

// emptyBlocks calls do for the blocks that are not kept, since there is nothing in them.
func (s *Store) emptyBlocks(ctx context.Context, segment int, blocks []int, do func(block int, body []byte) error) error {
	var all int
	if err := s.first(ctx, "SELECT blocks FROM seed_segment WHERE number = ?", []any{segment}, &all); err != nil {
		return err
	}
	for _, n := range blocks {
		if n < 0 || n >= all {
			return stemma.ErrNotFound
		}
		there := 0
		err := s.first(ctx, "SELECT EXISTS (SELECT 1 FROM seed_block WHERE number = ?)", []any{int64(segment)<<blockBits | int64(n)}, &there)
		if err == nil && there == 0 {
			err = do(n, nil)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// Seeded implements [store.SeedReader].
func (s *Store) Seeded(ctx context.Context, numbers ...int) ([]store.Seeded, error) {
	query, args := "SELECT t.number, a.id, t.meets FROM seed_text t JOIN article a ON a.number = t.article", []any{}
	if len(numbers) > 0 {
		list, err := idList(numbers)
		if err != nil {
			return nil, err
		}
		query, args = query+" WHERE t.number IN (SELECT value FROM json_each(?))", []any{list}
	}
	var list []store.Seeded
	err := s.each(ctx, query+" ORDER BY t.number", args, func(rows *sql.Rows) error {
		var t store.Seeded
		var meets sql.RawBytes
		err := rows.Scan(&t.Number, (*string)(&t.Article), &meets)
		for last := 0; len(meets) > 0; {
			d, n := binary.Uvarint(meets)
			if n <= 0 {
				return fmt.Errorf("text %d of the index of seeds cannot be read: %w", t.Number, stemma.ErrDamaged)
			}
			last, meets = last+int(d), meets[n:]
			t.Meets = append(t.Meets, last)
		}
		list = append(list, t)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("texts of the index of seeds: %w", err)
	}
	return list, nil
}

// SeededArticle implements [store.SeedReader].
func (s *Store) SeededArticle(ctx context.Context, number int) (stemma.Article, error) {
	a, err := s.whole(ctx, `FROM seed_text n JOIN article a ON a.number = n.article
		JOIN page_text t ON t.page = a.page WHERE n.number = ?`, number)
	if err != nil {
		return stemma.Article{}, fmt.Errorf("text %d of the index of seeds: %w", number, err)
	}
	return a, nil
}

// Covered implements [store.SeedReader].
func (s *Store) Covered(ctx context.Context) (texts int, version string, err error) {
	err = s.first(ctx, `SELECT coalesce((SELECT value FROM state WHERE name = 'covered'), 0),
		coalesce((SELECT value FROM state WHERE name = 'version'), '')`, nil, &texts, &version)
	if err != nil || version == "" {
		return 0, "", err
	}
	return texts, version, nil
}
