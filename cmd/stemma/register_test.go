package main

import (
	"encoding/csv"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// TestRegisterAsShown: of the example pile, a register has one row a person or matter, as many as
// its screen, each with the words, text and hash that it leads to; the workbook has the same rows.
func TestRegisterAsShown(t *testing.T) {
	example, err := filepath.Abs("../../demo/pile")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	typed(t, "stemma add "+example)
	for _, list := range []string{"victims", "votes", "polls", "measures", "demands", "events", "clashes", "names"} {
		rows := table(t, typed(t, "stemma export --format register --list "+list))
		shown := strings.Fields(typed(t, "stemma "+list))[0]                        // “5 people harmed, one by one:”
		if len(rows) < 2 || list != "names" && strconv.Itoa(len(rows)-1) != shown { // how many names there are is not said
			t.Errorf("%s: %s are shown, %d rows written", list, shown, len(rows)-1)
		}
		for _, r := range rows[1:] {
			for i, name := range rows[0] {
				if r[i] == "" && (name == "statements" || name == "article" || name == "exact" || name == "sha256") {
					t.Errorf("%s: a row without %s: %q", list, name, r)
				}
			}
		}
		typed(t, "stemma export --format xlsx --list "+list+" --out rows.xlsx")
		book, err := excelize.OpenFile("rows.xlsx")
		if err != nil {
			t.Fatal(err)
		}
		if sheet, err := book.GetRows("register"); err != nil || len(sheet) != len(rows) {
			t.Errorf("%s: the workbook has %d lines, the table %d: %v", list, len(sheet), len(rows), err)
		}
	}
}

// TestRegisterOfATollsPeriod: of a toll, a register has the steps of the table beneath its
// picture, and of a period only its own.
func TestRegisterOfATollsPeriod(t *testing.T) {
	example, err := filepath.Abs("../../demo/pile")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	typed(t, "stemma add "+example)
	toll := listID.FindString(typed(t, "stemma tolls --measure deaths"))
	all := table(t, typed(t, "stemma export --format register --group "+toll))
	few := table(t, typed(t, "stemma export --format register --list figures --group "+toll+" --until 2022-03-05"))
	if len(few) < 2 || len(few) >= len(all) {
		t.Fatalf("%d steps, %d of the period", len(all)-1, len(few)-1)
	}
	for _, r := range few[1:] {
		if day := r[slices.Index(few[0], "at")]; day > "2022-03-05" {
			t.Errorf("a step of %s: %q", day, r)
		}
	}
}

func table(t *testing.T, text string) [][]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\uFEFF"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}
