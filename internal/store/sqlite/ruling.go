package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"stemma"
	"stemma/internal/store"
)

// rulingColumns are the columns of a ruling, in the order of rulingValues.
var rulingColumns = strings.Fields(`id by why at page exact prefix suffix start stop verdict
	other_page other_exact other_prefix other_suffix other_start other_stop answers kind before after`)

func rulingValues(r stemma.Ruling) []any {
	return []any{
		string(r.ID), r.By, r.Why, r.At.UTC().Format(time.RFC3339Nano),
		string(r.Page), r.Exact, r.Prefix, r.Suffix, int64(r.Start), int64(r.End), r.Verdict,
		string(r.Other.Page), r.Other.Exact, r.Other.Prefix, r.Other.Suffix, int64(r.Other.Start), int64(r.Other.End), string(r.Answers), r.Kind,
		details(r.Before), details(r.After),
	}
}

// details writes a list of details as it is kept.
func details(list []stemma.Detail) string {
	pairs := make([][2]string, 0, len(list))
	for _, d := range list {
		pairs = append(pairs, [2]string{d.Name, d.Value})
	}
	b, err := json.Marshal(pairs)
	if err != nil {
		panic("sqlite: texts are no JSON: " + err.Error()) // they always are
	}
	return string(b)
}

// readDetails reads it back.
func readDetails(kept string) ([]stemma.Detail, error) {
	var pairs [][2]string
	if err := json.Unmarshal([]byte(kept), &pairs); err != nil {
		return nil, fmt.Errorf("the details of a ruling are damaged: %w", err)
	}
	var list []stemma.Detail
	for _, p := range pairs {
		list = append(list, stemma.Detail{Name: p[0], Value: p[1]})
	}
	return list, nil
}

// Rule implements [store.Writer].
func (s *Store) Rule(ctx context.Context, r stemma.Ruling) error {
	if r.ID == "" {
		return fmt.Errorf("a ruling without an ID: %w", stemma.ErrInvalid)
	}
	return s.transaction(ctx, "rule", func(c *conn) error {
		known, err := c.knows("ruling", rulingColumns, rulingValues(r))
		if err != nil || known {
			return err
		}
		if err := c.insert("ruling", rulingColumns, rulingValues(r)); err != nil {
			return err
		}
		if store.OnGround(&r) {
			if err := grounded(c); err != nil {
				return err
			}
		}
		if !r.Counts() {
			return nil
		}
		return c.exec("DELETE FROM state WHERE name = 'lined up' AND NOT EXISTS (SELECT 1 FROM ruling WHERE id = ? AND verdict IN (?, ?))",
			string(r.Answers), stemma.Noted, stemma.Settled)
	})
}

// Rulings implements [store.Reader].
func (s *Store) Rulings(ctx context.Context) ([]stemma.Ruling, error) {
	var list []stemma.Ruling
	err := s.each(ctx, "SELECT "+strings.Join(rulingColumns, ", ")+" FROM ruling ORDER BY number", nil, func(rows *sql.Rows) error {
		var r stemma.Ruling
		var at, before, after string
		o := &r.Other
		err := rows.Scan((*string)(&r.ID), &r.By, &r.Why, &at, (*string)(&r.Page), &r.Exact, &r.Prefix, &r.Suffix, &r.Start, &r.End, &r.Verdict,
			(*string)(&o.Page), &o.Exact, &o.Prefix, &o.Suffix, &o.Start, &o.End, (*string)(&r.Answers), &r.Kind, &before, &after)
		if err == nil {
			r.At, err = time.Parse(time.RFC3339Nano, at)
		}
		if err == nil {
			r.Before, err = readDetails(before)
		}
		if err == nil {
			r.After, err = readDetails(after)
		}
		list = append(list, r)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("rulings: %w", err)
	}
	return list, nil
}
