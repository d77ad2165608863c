package sqlite

import (
	"bytes"
	"cmp"
	"context"
	"encoding/hex"
	"fmt"
	"slices"

	"stemma"
	"stemma/internal/store"
)

// row is one of a full-text index.
type row struct {
	number int64
	words  string
}

// batch is one Put under way.
type batch struct {
	*Store
	c         *conn
	fresh     []store.Entry
	sentences []row
	findings  []row
}

// Put implements [store.Writer].
func (s *Store) Put(ctx context.Context, entries []store.Entry, places []store.Place, problems []stemma.Problem) error {
	for i := range entries {
		if err := entries[i].Check(); err != nil {
			return fmt.Errorf("put: %w", err)
		}
	}
	return s.transaction(ctx, "put", func(c *conn) error {
		if err := grounded(c); err != nil {
			return err
		}
		b := &batch{Store: s, c: c}
		for i := range entries {
			if err := cmp.Or(ctx.Err(), b.entry(&entries[i])); err != nil {
				return err
			}
		}
		for _, p := range places {
			number, known, err := c.number("SELECT number FROM page WHERE id = ?", string(p.Page))
			if err == nil && !known {
				err = fmt.Errorf("a further place of page %q: %w", p.Page, stemma.ErrNotFound)
			}
			if err := cmp.Or(err, b.place(number, p.Root, p.Path)); err != nil {
				return err
			}
		}
		return cmp.Or(b.problems(problems),
			b.index("INSERT INTO sentence (rowid, words) VALUES (?, ?)", b.sentences),
			b.index("INSERT INTO finding (rowid, ids) VALUES (?, ?)", b.findings), b.stale())
	})
}

// entry keeps a page that is not known yet, or the place of one that is.
func (b *batch) entry(e *store.Entry) error {
	p := &e.Page
	number, known, err := b.c.number("SELECT number FROM page WHERE id = ?", string(p.ID))
	if err != nil {
		return err
	}
	if !known {
		if number, err = b.page(p, e.Furniture); err != nil {
			return err
		}
		b.fresh = append(b.fresh, *e)
	}
	if err := cmp.Or(b.place(number, p.Root, p.Path), b.original(e, number)); err != nil || known {
		return err
	}
	for i := range e.Articles {
		if err := b.article(&e.Articles[i], &e.Readings[i], number); err != nil {
			return fmt.Errorf("article %s: %w", e.Articles[i].ID, err)
		}
	}
	return nil
}

func (b *batch) page(p *stemma.Page, furniture []stemma.Furniture) (number int64, err error) {
	slim := *p
	slim.Text, slim.Blocks = "", nil
	furniture = slices.Clone(furniture)
	slices.SortStableFunc(furniture, func(x, y stemma.Furniture) int {
		return cmp.Or(x.Span.Start-y.Span.Start, x.Span.End-y.Span.End)
	})
	number, _, err = b.c.number("INSERT INTO page (id, body) VALUES (?, ?) RETURNING number", string(p.ID), b.packer.pack(&slim))
	if err != nil {
		return 0, err
	}
	return number, b.c.exec("INSERT INTO page_text (page, text, blocks, furniture) VALUES (?, ?, ?, ?)",
		number, b.squeeze([]byte(p.Text)), b.packer.pack(&p.Blocks), b.packer.pack(&furniture))
}

func (b *batch) place(page int64, root, path string) error {
	return b.c.exec("INSERT OR IGNORE INTO place (page, root, path) VALUES (?, ?, ?)", page, root, path)
}

// original keeps the bytes of the file that a page came in, once.
func (b *batch) original(e *store.Entry, page int64) error {
	if e.Body == nil {
		return nil
	}
	sum, err := hex.DecodeString(e.Page.SHA256)
	if err != nil {
		return err
	}
	if _, known, err := b.c.number("SELECT 1 FROM original WHERE sha256 = ?", sum); err != nil || known {
		return err
	}
	if len(e.Body) > 0 && string(e.Body) == e.Page.Text {
		return b.c.exec("INSERT INTO original (sha256, page) VALUES (?, ?)", sum, page)
	}
	return b.c.exec("INSERT INTO original (sha256, bytes) VALUES (?, ?)", sum, b.squeeze(e.Body))
}

func (b *batch) article(a *stemma.Article, r *stemma.Reading, page int64) error {
	number, err := b.articleNumber(a.ID)
	if err != nil {
		return err
	}
	slim := *a
	slim.Text = ""
	err = b.c.exec(`INSERT INTO article (number, id, page, start, stop, words, sentences, quotes, figures, times, mentions, events, victims, body)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		number, string(a.ID), page, int64(a.Start), int64(a.Start+len(a.Text)),
		int64(store.Words(a.Own())), int64(len(r.Sentences)), int64(len(r.Quotes)), int64(len(r.Figures)),
		int64(len(r.Times)), int64(len(r.Mentions)), int64(len(r.Events)), int64(len(r.Victims)), b.packer.pack(&slim))
	if err != nil {
		return err
	}
	pack := b.packer.pack
	err = b.c.exec(`INSERT INTO reading (article, sentences, quotes, figures, times, mentions, events, victims, problems)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		number, pack(&r.Sentences), pack(&r.Quotes), pack(&r.Figures), pack(&r.Times),
		pack(&r.Mentions), pack(&r.Events), pack(&r.Victims), pack(&r.Problems))
	if err != nil {
		return err
	}
	for i, span := range r.Sentences {
		if i > maxSentence {
			break
		}
		b.sentences = append(b.sentences, row{number<<sentenceBits | int64(i), span.Of(a.Text)})
	}
	if ids := findingIDs(r); len(ids) > 0 {
		b.findings = append(b.findings, row{number, words(ids, " ")})
	}
	return nil
}

// articleNumber gives the number of a new article: the one that its ID asks for, or
// the next that is free.
func (b *batch) articleNumber(id stemma.ID) (int64, error) {
	for number := orderOf(id); ; number++ {
		row, err := b.c.row("SELECT id FROM article WHERE number = ?", number)
		switch {
		case err != nil:
			return 0, err
		case row == nil:
			return number, nil
		case row[0] == string(id):
			return 0, fmt.Errorf("it is there twice: %w", stemma.ErrInvalid)
		}
	}
}

func (b *batch) problems(told []stemma.Problem) error {
	for _, p := range store.Problems(b.fresh, told) {
		err := b.c.exec("INSERT OR IGNORE INTO problem (source, step, message, page, hint) VALUES (?, ?, ?, ?, ?)",
			p.Source, p.Step, p.Message, string(p.Page), p.Hint)
		if err != nil {
			return err
		}
	}
	return nil
}

// index puts rows into a full-text index. FTS5 holds them back in memory while their
// numbers rise and writes them out when one falls: hence sorted.
func (b *batch) index(insert string, rows []row) error {
	slices.SortFunc(rows, func(x, y row) int { return cmp.Compare(x.number, y.number) })
	for i := range rows {
		if err := b.c.exec(insert, rows[i].number, rows[i].words); err != nil {
			return err
		}
	}
	return nil
}

// stale notes that the lineup does not cover the texts any more.
func (b *batch) stale() error {
	if len(b.fresh) == 0 {
		return nil
	}
	return cmp.Or(b.c.exec("DELETE FROM state WHERE name = 'lined up'"), b.c.exec("DELETE FROM memo"))
}

// squeeze gives the bytes in fewer bytes, or behind a 0 as they are.
func (s *Store) squeeze(b []byte) []byte {
	small := s.zip.EncodeAll(b, make([]byte, 1, len(b)/2+64))
	if len(small) > len(b) {
		return append([]byte{0}, b...)
	}
	small[0] = 1
	return small
}

// expand gives back what was squeezed.
func (s *Store) expand(b []byte) ([]byte, error) {
	if len(b) > 0 && b[0] == 0 {
		return bytes.Clone(b[1:]), nil
	}
	if len(b) == 0 || b[0] != 1 {
		return nil, fmt.Errorf("squeezed bytes cannot be read: %w", stemma.ErrDamaged)
	}
	text, err := s.unzip.DecodeAll(b[1:], nil)
	if err != nil {
		return nil, fmt.Errorf("squeezed bytes cannot be read: %w: %w", err, stemma.ErrDamaged)
	}
	return text, nil
}
