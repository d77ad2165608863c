package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io"

	"stemma"
	"stemma/internal/store"
)

// Page implements [store.Reader].
func (s *Store) Page(ctx context.Context, id stemma.ID) (stemma.Page, error) {
	var p stemma.Page
	var body, text, blocks []byte
	err := s.first(ctx, "SELECT p.body, t.text, t.blocks FROM page p JOIN page_text t ON t.page = p.number WHERE p.id = ?",
		[]any{string(id)}, &body, &text, &blocks)
	if err == nil {
		text, err = s.expand(text)
	}
	if err = errors.Join(err, s.packer.unpack(body, &p), s.packer.unpack(blocks, &p.Blocks)); err != nil {
		return stemma.Page{}, fmt.Errorf("page %q: %w", id, err)
	}
	p.Text = string(text)
	return p, nil
}

// Original implements [store.Reader]. It checks the bytes against their SHA-256.
func (s *Store) Original(ctx context.Context, sum string) ([]byte, error) {
	key, err := hex.DecodeString(sum)
	if err != nil {
		return nil, fmt.Errorf("original %q: %w", sum, stemma.ErrNotFound)
	}
	var b []byte
	var size sql.NullInt64
	err = s.first(ctx, "SELECT coalesce(o.bytes, t.text), o.size FROM original o LEFT JOIN page_text t ON t.page = o.page WHERE o.sha256 = ?",
		[]any{key}, &b, &size)
	switch {
	case err == nil && size.Valid:
		b, err = io.ReadAll(store.NewFile(&parts{ctx: ctx, s: s, key: key, size: size.Int64, at: -1}, size.Int64))
	case err == nil:
		b, err = s.expand(b)
	}
	if err == nil && sha256.Sum256(b) != [sha256.Size]byte(key) {
		err = fmt.Errorf("the bytes kept are not those that came in: %w", stemma.ErrDamaged)
	}
	if err != nil {
		return nil, fmt.Errorf("original %q: %w", sum, err)
	}
	return b, nil
}

// Article implements [store.Reader].
func (s *Store) Article(ctx context.Context, id stemma.ID) (stemma.Article, error) {
	a, err := s.whole(ctx, "FROM article a JOIN page_text t ON t.page = a.page WHERE a.id = ?", string(id))
	if err != nil {
		return stemma.Article{}, fmt.Errorf("article %q: %w", id, err)
	}
	return a, nil
}

// whole gives the article that a query finds, with its text.
func (s *Store) whole(ctx context.Context, from string, key any) (stemma.Article, error) {
	var a stemma.Article
	var body, text []byte
	var place stemma.Span
	err := s.first(ctx, "SELECT a.body, a.start, a.stop, t.text "+from, []any{key}, &body, &place.Start, &place.End, &text)
	var words string
	if err == nil {
		words, err = s.partOf(text, place)
	}
	if err = errors.Join(err, s.packer.unpack(body, &a)); err != nil {
		return stemma.Article{}, err
	}
	a.Text = words
	return a, nil
}

// Furniture implements [store.Reader].
func (s *Store) Furniture(ctx context.Context, page stemma.ID) ([]stemma.Furniture, error) {
	lists, err := bodies[[]stemma.Furniture](ctx, s,
		"SELECT t.furniture FROM page p JOIN page_text t ON t.page = p.number WHERE p.id = ?", string(page))
	if err != nil || len(lists) == 0 {
		return nil, err
	}
	return lists[0], nil
}

// Reading implements [store.Reader].
func (s *Store) Reading(ctx context.Context, article stemma.ID) (stemma.Reading, error) {
	r := stemma.Reading{Article: article}
	columns := []any{&r.Sentences, &r.Quotes, &r.Figures, &r.Times, &r.Mentions, &r.Events, &r.Victims, &r.Problems}
	raw, targets := make([][]byte, len(columns)), make([]any, len(columns))
	for i := range raw {
		targets[i] = &raw[i]
	}
	err := s.first(ctx, `SELECT r.sentences, r.quotes, r.figures, r.times, r.mentions, r.events, r.victims, r.problems
		FROM article a JOIN reading r ON r.article = a.number WHERE a.id = ?`, []any{string(article)}, targets...)
	for i := range columns {
		err = errors.Join(err, s.packer.unpack(raw[i], columns[i]))
	}
	if err != nil {
		return stemma.Reading{}, fmt.Errorf("reading of article %q: %w", article, err)
	}
	return r, nil
}
