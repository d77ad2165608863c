package export

import (
	"context"
	"encoding/csv"
	"io"
	"strconv"
	"strings"
)

// byteOrderMark tells Excel that a file is UTF-8.
const byteOrderMark = "\uFEFF"

// writeCSV writes the records of one kind as a table, in the order of the JSON Lines: a row
// each, with the columns of the record and those of its text (RFC 4180, UTF-8 with a byte
// order mark). Of a person, body or place that a record points to it gives the name, else
// the words. A cell that a spreadsheet would take for a formula begins with an apostrophe.
func writeCSV(ctx context.Context, w io.Writer, s *Source) error {
	kind, err := s.ofOne()
	if err != nil {
		return err
	}
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	t := newTable(w, kind, safe)
	if err := s.rows(ctx, []string{kind}, t.add); err != nil {
		return err
	}
	return t.end()
}

// spreadsheet begins a table that is no kind of record: CSV as Excel reads it.
func spreadsheet(w io.Writer) (*csv.Writer, error) {
	_, err := io.WriteString(w, byteOrderMark)
	t := csv.NewWriter(w)
	t.UseCRLF = true
	return t, err
}

// table writes rows of one kind as CSV.
type table struct {
	w       *csv.Writer
	columns []column
	ready   func([]string) []string // what is done to the cells of a row
	rows    int
}

// newTable begins a table with its head line.
func newTable(w io.Writer, kind string, ready func([]string) []string) *table {
	t := &table{w: csv.NewWriter(w), columns: columnsOf(kind), ready: ready}
	t.w.UseCRLF = true
	head := make([]string, len(t.columns))
	for i, c := range t.columns {
		head[i] = c.name
	}
	_ = t.w.Write(head) // its error stays in the writer
	return t
}

func (t *table) add(r *row) error {
	cells := make([]string, len(t.columns))
	for i, c := range t.columns {
		cells[i] = written(c.of(r))
	}
	t.rows++
	return t.w.Write(t.ready(cells))
}

func (t *table) end() error {
	t.w.Flush()
	return t.w.Error()
}

// safe puts an apostrophe before what a spreadsheet would run as a formula (OWASP, CSV
// Injection); a number stays one, and a sign alone is none.
func safe(cells []string) []string {
	for i, c := range cells {
		if len(c) < 2 || !strings.ContainsRune("=+-@\t\r", rune(c[0])) {
			continue
		}
		if _, err := strconv.ParseFloat(c, 64); err != nil {
			cells[i] = "'" + c
		}
	}
	return cells
}
