package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"slices"

	"stemma"
	"stemma/internal/store"
)

// Texts implements [store.Reader]: one query for all texts, of which a row at a time is in
// memory.
func (s *Store) Texts(ctx context.Context, kinds ...string) iter.Seq2[store.Text, error] {
	query, from := "SELECT a.body", " FROM article a CROSS JOIN reading r ON r.article = a.number"
	if slices.Contains(kinds, store.Wording) {
		query, from = query+", a.start, a.stop, t.text", from+" CROSS JOIN page_text t ON t.page = a.page"
	}
	for _, k := range columnsOf(new(stemma.Reading)) {
		if slices.Contains(kinds, k.kind) {
			query += ", r." + k.column
		}
	}
	query += from + " ORDER BY a.id"
	return func(yield func(store.Text, error) bool) {
		err := s.each(ctx, query, nil, func(rows *sql.Rows) error {
			var t store.Text
			if err := s.scanText(rows, kinds, &t); err != nil {
				return err
			}
			if !yield(t, nil) {
				return errEnough
			}
			return nil
		})
		if err != nil && !errors.Is(err, errEnough) {
			yield(store.Text{}, fmt.Errorf("texts: %w", err))
		}
	}
}

// column is where the findings of a kind are kept.
type column struct {
	kind, column string
	into         any
}

func columnsOf(r *stemma.Reading) []column {
	return []column{
		{store.Quotes.Kind, "quotes", &r.Quotes}, {store.Figures.Kind, "figures", &r.Figures}, {store.Times.Kind, "times", &r.Times},
		{store.Mentions.Kind, "mentions", &r.Mentions}, {store.Events.Kind, "events", &r.Events}, {store.Victims.Kind, "victims", &r.Victims},
	}
}

// scanText takes a row of Texts apart.
func (s *Store) scanText(rows *sql.Rows, kinds []string, t *store.Text) error {
	var body, text sql.RawBytes
	var place stemma.Span
	columns := slices.DeleteFunc(columnsOf(&t.Reading), func(k column) bool { return !slices.Contains(kinds, k.kind) })
	raw, targets := make([]sql.RawBytes, len(columns)), []any{&body}
	wording := slices.Contains(kinds, store.Wording)
	if wording {
		targets = append(targets, &place.Start, &place.End, &text)
	}
	for i := range raw {
		targets = append(targets, &raw[i])
	}
	if err := rows.Scan(targets...); err != nil {
		return err
	}
	err := s.packer.unpack(body, &t.Article)
	t.Reading.Article = t.Article.ID
	if wording {
		words, fault := s.partOf(text, place)
		t.Article.Text, err = words, errors.Join(err, fault)
	}
	for i, k := range columns {
		err = errors.Join(err, s.packer.unpack(raw[i], k.into))
	}
	return err
}
