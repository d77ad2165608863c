package export_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"slices"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/export"
	"stemma/internal/view"
	"stemma/internal/view/viewtest"
)

// Every kind of statement is a table that a reader of CSV can read, with as many rows as
// the JSON Lines have records, and no cell that a spreadsheet would run.
func TestCSV(t *testing.T) {
	lib := view.New(viewtest.Velmora())
	for _, kind := range export.TableKinds {
		var b, lines bytes.Buffer
		if err := export.CSV(t.Context(), &b, lib, kind); err != nil {
			t.Fatal(err)
		}
		if err := export.JSONL(t.Context(), &lines, lib, "v", "r", []string{kind}); err != nil {
			t.Fatal(err)
		}
		text, marked := strings.CutPrefix(b.String(), "\uFEFF")
		rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
		if err != nil || !marked {
			t.Fatalf("%s: %v, byte order mark: %v", kind, err, marked)
		}
		if want := strings.Count(lines.String(), "\n"); len(rows) != want { // a head line each
			t.Errorf("%s: %d rows, want %d", kind, len(rows), want)
		}
		for _, column := range []string{"id", "start", "end", "exact", "prefix", "suffix", "url", "sha256"} {
			if !slices.Contains(rows[0], column) {
				t.Errorf("%s has no column %s: %v", kind, column, rows[0])
			}
		}
		sha := slices.Index(rows[0], "sha256")
		for _, row := range rows[1:] {
			if len(row[sha]) != 64 {
				t.Fatalf("%s: a row without the hash of its page: %q", kind, row)
			}
		}
	}
	if err := export.CSV(t.Context(), new(bytes.Buffer), lib, "clash"); !errors.Is(err, stemma.ErrInvalid) {
		t.Errorf("a table of clashes: %v", err)
	}
}
