package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/thedatashed/xlsxreader"
	"github.com/xuri/excelize/v2"

	"stemma"
	"stemma/internal/view"
)

// A workbook opens, has a sheet for each kind with a row for each statement, keeps numbers
// as numbers and days as days, freezes its head line and links the addresses.
func TestXLSX(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(written(t, "xlsx", view.Part{})))
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(f.GetSheetList(), " "); got != "quotes figures victims times names events texts" {
		t.Errorf("sheets: %s", got)
	}
	rows, err := f.GetRows("figures")
	if err != nil {
		t.Fatal(err)
	}
	if want := bytes.Count(written(t, "jsonl", view.Part{}, "figure"), []byte("\n")); len(rows) != want {
		t.Errorf("%d rows, want %d", len(rows), want)
	}
	at := func(name string, row int) string {
		cell, err := excelize.CoordinatesToCellName(slices.Index(rows[0], name)+1, row)
		if err != nil {
			t.Fatalf("column %s: %v", name, err)
		}
		return cell
	}
	for n := range rows[1:] {
		kind, err := f.GetCellType("figures", at("value", n+2))
		if err != nil || kind == excelize.CellTypeInlineString || kind == excelize.CellTypeSharedString {
			t.Errorf("row %d: the number is of type %v, %v", n+2, kind, err)
		}
		url, _ := f.GetCellValue("figures", at("url", n+2))
		linked, target, err := f.GetCellHyperLink("figures", at("url", n+2))
		if err != nil || linked != (url != "") || target != url {
			t.Errorf("row %d: address %q, link %v %q, %v", n+2, url, linked, target, err)
		}
	}
	days := map[string]bool{}
	for n := range rows[1:] {
		raw, _ := f.GetCellValue("figures", at("as_of", n+2), excelize.Options{RawCellValue: true})
		shown, _ := f.GetCellValue("figures", at("as_of", n+2))
		days[raw+" "+shown] = true
	}
	if !days["44260 2021-03-05"] || len(days) != 3 { // two days and “not known”
		t.Errorf("the days are %v, want Excel's numbers of days, shown as days", days)
	}
	panes, err := f.GetPanes("figures")
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("panes %+v, %v", panes, err)
	}
}

// Another reader of workbooks, which shares nothing with the writer, finds the same words in
// the same cells, numbers as numbers and days as days.
func TestXLSXReadByOthers(t *testing.T) {
	f, err := xlsxreader.NewReader(written(t, "xlsx", view.Part{}))
	if err != nil {
		t.Fatal(err)
	}
	table, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(written(t, "csv", view.Part{List: "figures"})), "\uFEFF"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	types, rows := map[string]int{}, 0
	for row := range f.ReadRows("figures") {
		if row.Error != nil {
			t.Fatal(row.Error)
		}
		for _, c := range row.Cells {
			name, want := table[0][c.ColumnIndex()], table[rows][c.ColumnIndex()]
			if got, _, _ := strings.Cut(c.Value, "T00:00:00Z"); got != want {
				t.Errorf("row %d, %s: %q, want %q", c.Row, name, c.Value, want)
			}
			if rows > 0 {
				types[name+" "+string(c.Type)]++
			}
		}
		rows++
	}
	if rows != len(table) || types["value numerical"] != rows-1 || types["start numerical"] != rows-1 || types["as_of datetime"] == 0 || types["exact string"] != rows-1 {
		t.Errorf("%d rows of %d, types %v", rows, len(table), types)
	}
}

// A list's choice narrows the workbook down to its rows and their texts.
func TestXLSXOfAList(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(written(t, "xlsx", view.Part{List: "figures", Fields: map[string]string{"measure": "protesters"}})))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows("figures")
	if err != nil || len(rows) != 4 || len(f.GetSheetList()) != 2 {
		t.Errorf("%d rows in %v, %v", len(rows), f.GetSheetList(), err)
	}
}

// The formats of a part hold what its list shows.
func TestParts(t *testing.T) {
	count := func(part view.Part) map[string]int {
		out := map[string]int{}
		for line := range bytes.Lines(written(t, "jsonl", part)) {
			var r struct{ Kind string }
			if err := json.Unmarshal(line, &r); err != nil {
				t.Fatal(err)
			}
			out[r.Kind]++
		}
		return out
	}
	for _, c := range []struct {
		part view.Part
		want map[string]int
	}{
		{view.Part{List: "figures", Fields: map[string]string{"measure": "deaths", "said_by": "the health office"}},
			map[string]int{"stemma": 1, "article": 2, "page": 2, "figure": 2, "tally": 1, "clash": 1, "family": 1, "copy": 1}},
		{view.Part{List: "quotes", Fields: map[string]string{"speaker": "Tobias Renn"}},
			map[string]int{"stemma": 1, "article": 1, "page": 1, "quote": 1, "family": 1}},
		{view.Part{List: "names", Fields: map[string]string{"type": "person"}},
			map[string]int{"stemma": 1, "article": 4, "page": 4, "name": 4, "entity": 1, "family": 1, "copy": 2, "story": 1}},
		{view.Part{List: "events", Fields: map[string]string{"type": "protest"}},
			map[string]int{"stemma": 1, "article": 3, "page": 3, "event": 3, "happening": 1, "family": 1, "copy": 1}},
		{view.Part{List: "clashes", Fields: map[string]string{"verdict": "contradiction"}},
			map[string]int{"stemma": 1, "article": 3, "page": 3, "figure": 3, "tally": 1, "clash": 1}},
		{view.Part{List: "texts", Query: "hospital"}, map[string]int{"stemma": 1, "article": 1, "page": 1}},
		{view.Part{Query: "hospital", List: "figures"}, map[string]int{"stemma": 1, "article": 1, "page": 1, "figure": 1, "tally": 1, "clash": 2}},
		{view.Part{Query: "dockers", Independent: true, List: "texts"}, map[string]int{"stemma": 1, "article": 2, "page": 2, "family": 1, "copy": 1}},
		{view.Part{Groups: []stemma.ID{"s-rifles"}}, map[string]int{"stemma": 1, "article": 3, "page": 3, "quote": 3, "saying": 1, "family": 1, "copy": 2}},
		{view.Part{Groups: []stemma.ID{"o-march"}, List: "texts"}, map[string]int{"stemma": 1, "article": 4, "page": 4, "family": 1, "copy": 2, "story": 1}},
		{view.Part{Groups: []stemma.ID{"fam-march"}, List: "texts"}, map[string]int{"stemma": 1, "article": 2, "page": 2, "family": 1, "copy": 1}},
		{view.Part{List: "figures", Fields: map[string]string{"said_by": "the health office"}, Lined: true},
			map[string]int{"stemma": 1, "article": 5, "page": 5, "figure": 5, "tally": 1, "clash": 2, "family": 1, "copy": 2, "story": 1}},
	} {
		if got := count(c.part); !equal(got, c.want) {
			t.Errorf("%+v:\n got %v\nwant %v", c.part, got, c.want)
		}
	}
}

func equal(a, b map[string]int) bool {
	for k, n := range a {
		if b[k] != n {
			return false
		}
	}
	return len(a) == len(b)
}
