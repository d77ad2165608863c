package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"stemma"
	"stemma/internal/store"
)

// Search implements [store.Reader].
func (s *Store) Search(ctx context.Context, q store.Search) (store.Hits, error) {
	m, err := store.ParseMatch(q.Match)
	if err != nil {
		return store.Hits{}, err
	}
	hits, err := s.search(ctx, expression(m), q)
	if err != nil {
		return store.Hits{}, fmt.Errorf("search for %q: %w", q.Match, err)
	}
	return hits, nil
}

func (s *Store) search(ctx context.Context, match string, q store.Search) (hits store.Hits, err error) {
	where, args := "sentence MATCH ?", []any{match}
	if q.Articles != nil {
		numbers, err := s.articleNumbers(ctx, q.Articles)
		if err != nil || len(numbers) == 0 {
			return hits, err
		}
		list, err := idList(numbers)
		if err != nil {
			return hits, err
		}
		where += fmt.Sprintf(" AND rowid BETWEEN ? AND ? AND rowid >> %d IN (SELECT value FROM json_each(?))", sentenceBits)
		args = append(args, slices.Min(numbers)<<sentenceBits, slices.Max(numbers)<<sentenceBits|maxSentence, list)
	}
	limit := q.Limit
	if limit <= 0 {
		limit = -1
	}
	var rows int
	hits.Hits, rows, err = s.hits(ctx, "SELECT rowid FROM sentence WHERE "+where+" ORDER BY rowid LIMIT ? OFFSET ?", append(slices.Clone(args), limit, max(q.Offset, 0)))
	if err != nil {
		return store.Hits{}, err
	}
	if q.Offset <= 0 && (limit < 0 || rows < limit || limit >= store.TotalCap) { // all of them, or as many as are counted
		hits.Total = min(rows, store.TotalCap)
		return hits, nil
	}
	err = s.first(ctx, fmt.Sprintf("SELECT count(*) FROM (SELECT 1 FROM sentence WHERE %s LIMIT %d)", where, store.TotalCap), args, &hits.Total)
	return hits, err
}

// articleNumbers gives the numbers of the articles that are there.
func (s *Store) articleNumbers(ctx context.Context, ids []stemma.ID) ([]int64, error) {
	list, err := idList(ids)
	if err != nil {
		return nil, err
	}
	var numbers []int64
	err = s.each(ctx, "SELECT number FROM article WHERE id IN (SELECT value FROM json_each(?))", []any{list}, func(rows *sql.Rows) error {
		var n int64
		err := rows.Scan(&n)
		numbers = append(numbers, n)
		return err
	})
	return numbers, err
}

// hits gives the places of the sentences that a query names by number, and how many it names.
func (s *Store) hits(ctx context.Context, query string, args []any) (list []store.Hit, named int, err error) {
	var number, last int64
	var id sql.RawBytes
	var known string // known is the last article's, so that all its hits share one
	var packed sql.RawBytes
	err = s.each(ctx, `SELECT f.rowid, a.id, r.sentences FROM (`+query+`) f
		CROSS JOIN article a ON a.number = f.rowid >> `+strconv.Itoa(sentenceBits)+`
		CROSS JOIN reading r ON r.article = a.number`, args, func(rows *sql.Rows) error {
		if err := rows.Scan(&number, &id, &packed); err != nil {
			return err
		}
		named++
		if known == "" || number>>sentenceBits != last {
			known, last = string(id), number>>sentenceBits
		}
		at, ok, err := spanAt(packed, int(number&maxSentence))
		if ok {
			list = append(list, store.Hit{Article: stemma.ID(known), Sentence: at})
		}
		return err
	})
	return list, named, err
}

// Words implements [store.Reader].
func (s *Store) Words(ctx context.Context) ([]store.Word, error) {
	var list []store.Word
	err := s.each(ctx, "SELECT term, doc FROM sentence_word ORDER BY term", nil, func(rows *sql.Rows) error {
		var w store.Word
		err := rows.Scan(&w.Text, &w.Sentences)
		list = append(list, w)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("words: %w", err)
	}
	return list, nil
}

// expression writes a match in the language of FTS5, with every word in quotation
// marks, so that nothing in it can be taken for FTS5's own syntax.
func expression(m *store.Match) string {
	if m.Op != "" {
		return "(" + expression(m.Left) + " " + m.Op + " " + expression(m.Right) + ")"
	}
	var b strings.Builder
	for i, p := range m.Phrases {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteByte('"')
		b.WriteString(strings.Map(indexed, p.Words))
		b.WriteByte('"')
		if p.Prefix {
			b.WriteString(" *")
		}
	}
	if len(m.Phrases) > 1 {
		return fmt.Sprintf("NEAR(%s, %d)", b.String(), m.Near)
	}
	return b.String()
}

// indexed turns what the index takes for a gap into one.
func indexed(r rune) rune {
	if unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) || unicode.Is(unicode.Co, r) {
		return r
	}
	return ' '
}
