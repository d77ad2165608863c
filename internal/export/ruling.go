package export

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/view"
)

// rulings is the name of the list that is no list of records: the audit log of what people
// decided. It is written as JSON Lines and as a table.
const rulings = "rulings"

// writeRulings writes the rulings of a choice, the earliest first.
func (s *Source) writeRulings(ctx context.Context, w io.Writer, format string) error {
	choice := view.Choice{Fields: s.Part.Fields}
	switch format {
	case "jsonl":
		return s.Lib.RulingRecords(ctx, choice, func(r *view.RulingRecord) error {
			line, err := compact(r)
			if err == nil {
				_, err = w.Write(append(line, '\n'))
			}
			return err
		})
	case "csv":
		return s.rulingTable(ctx, w, choice)
	}
	return fmt.Errorf("rulings are written as jsonl or csv, not as %s: %w", format, stemma.ErrInvalid)
}

// rulingColumns head the table of rulings.
var rulingColumns = []string{
	"id", "at", "by", "verdict", "about", "state", "before", "after", "why", "answers", "article", "source", "finding",
	"exact", "prefix", "suffix", "start", "end", "other",
}

func (s *Source) rulingTable(ctx context.Context, w io.Writer, choice view.Choice) error {
	t, err := spreadsheet(w)
	if err != nil {
		return err
	}
	_ = t.Write(rulingColumns) // its error stays in the writer
	err = s.Lib.RulingRecords(ctx, choice, func(r *view.RulingRecord) error {
		other := ""
		if r.Other != nil {
			other = r.Other.Exact
		}
		at := r.Selector
		return t.Write(safe([]string{
			string(r.ID), r.At, r.By, r.Verdict, r.About, r.State, told(r.Before), told(r.After), value(r.Why), string(value(r.Answers)),
			string(value(r.Article)), value(r.Source), string(value(r.Finding)), at.Exact, at.Prefix, at.Suffix, strconv.Itoa(at.Start), strconv.Itoa(at.End), other,
		}))
	})
	if err != nil {
		return err
	}
	t.Flush()
	return t.Error()
}

// told gives details in one cell: “number: 27; place: Port Sella”.
func told(list []view.DetailRecord) string {
	var parts []string
	for _, d := range list {
		parts = append(parts, d.Field+": "+d.Value)
	}
	return strings.Join(parts, "; ")
}
