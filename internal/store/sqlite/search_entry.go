package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"time"

	"stemma"
)

// entryColumns are the columns of an entry of the book of searches, in the order of
// entryValues.
var entryColumns = strings.Fields("id act name query independent by at answers pages")

func entryValues(e stemma.SearchEntry) []any {
	pages := make([]string, len(e.Pages))
	for i, p := range e.Pages {
		pages[i] = string(p)
	}
	independent := int64(0)
	if e.Independent {
		independent = 1
	}
	return []any{string(e.ID), e.Act, e.Name, e.Query, independent, e.By, e.At.UTC().Format(time.RFC3339Nano), string(e.Answers), strings.Join(pages, " ")}
}

// KeepSearch implements [store.Writer].
func (s *Store) KeepSearch(ctx context.Context, e stemma.SearchEntry) error {
	if e.ID == "" {
		return fmt.Errorf("a saved search without an ID: %w", stemma.ErrInvalid)
	}
	return s.transaction(ctx, "saved search", func(c *conn) error {
		known, err := c.knows("search_entry", entryColumns, entryValues(e))
		if err != nil || known {
			return err
		}
		return c.insert("search_entry", entryColumns, entryValues(e))
	})
}

// knows reports whether a table of ground state holds a row already, by its ID, the first of
// its columns. Another row with that ID gives an error that wraps [stemma.ErrConflict].
func (c *conn) knows(table string, columns []string, values []any) (bool, error) {
	same := strings.Join(columns[1:], " = ? AND ") + " = ?"
	old, err := c.row("SELECT "+same+" FROM "+table+" WHERE id = ?", append(values[1:len(values):len(values)], values[0])...)
	if err == nil && old != nil && old[0] != int64(1) {
		err = fmt.Errorf("%s cannot be changed: %w", values[0], stemma.ErrConflict)
	}
	return old != nil, err
}

// insert puts a row into a table.
func (c *conn) insert(table string, columns []string, values []any) error {
	return c.exec("INSERT INTO "+table+" ("+strings.Join(columns, ", ")+") VALUES (?"+strings.Repeat(", ?", len(values)-1)+")", values...)
}

// SearchEntries implements [store.Reader].
func (s *Store) SearchEntries(ctx context.Context) ([]stemma.SearchEntry, error) {
	var list []stemma.SearchEntry
	err := s.each(ctx, "SELECT "+strings.Join(entryColumns, ", ")+" FROM search_entry ORDER BY number", nil, func(rows *sql.Rows) error {
		var e stemma.SearchEntry
		var at, pages string
		err := rows.Scan((*string)(&e.ID), &e.Act, &e.Name, &e.Query, &e.Independent, &e.By, &at, (*string)(&e.Answers), &pages)
		if err == nil {
			e.At, err = time.Parse(time.RFC3339Nano, at)
		}
		for _, p := range strings.Fields(pages) {
			e.Pages = append(e.Pages, stemma.ID(p))
		}
		list = append(list, e)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("saved searches: %w", err)
	}
	return list, nil
}
