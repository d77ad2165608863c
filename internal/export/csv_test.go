package export_test

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"stemma/internal/view"
	"stemma/internal/view/viewtest"
)

// Every kind of statement, and the texts, are a table that a reader of CSV can read, with
// as many rows as the JSON Lines have records, and the words around each row are those of
// its page.
func TestCSV(t *testing.T) {
	pages := map[string]string{}
	err := view.New(viewtest.Velmora()).Records(t.Context(), []string{"article"}, func(r any) error {
		a := r.(*view.ArticleRecord)
		pages[a.Source] = a.Exact
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range []string{"quote", "figure", "victim", "time", "name", "event", "article"} {
		lines := written(t, "jsonl", view.Part{}, kind)
		text, marked := strings.CutPrefix(string(written(t, "csv", view.Part{}, kind)), "\uFEFF")
		rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
		if err != nil || !marked {
			t.Fatalf("%s: %v, byte order mark: %v", kind, err, marked)
		}
		if want := strings.Count(string(lines), "\n"); len(rows) != want { // a head line each
			t.Errorf("%s: %d rows, want %d", kind, len(rows), want)
		}
		column := func(name string) int { return slices.Index(rows[0], name) }
		for _, name := range []string{"id", "start", "end", "url", "sha256", "family", "title"} {
			if column(name) < 0 || slices.Index(rows[0][column(name)+1:], name) >= 0 {
				t.Errorf("%s has not one column %s: %v", kind, name, rows[0])
			}
		}
		for _, row := range rows[1:] {
			if len(row[column("sha256")]) != 64 || row[column("family")] == "" {
				t.Fatalf("%s: a row without the hash of its page or its family: %q", kind, row)
			}
			if kind == "article" {
				continue
			}
			around := strings.TrimPrefix(row[column("prefix")], "'") + strings.TrimPrefix(row[column("exact")], "'") + strings.TrimPrefix(row[column("suffix")], "'")
			if !strings.Contains(pages[row[column("source")]], around) {
				t.Errorf("%s: %q does not stand in %s", kind, around, row[column("source")])
			}
		}
	}
}
