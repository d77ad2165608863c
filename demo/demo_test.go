package demo_test

import (
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"stemma/demo"
)

// TestReadmeNamesEveryPage keeps the table of pages and the folder together.
func TestReadmeNamesEveryPage(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	row := regexp.MustCompile("(?m)^\\| `([a-z0-9.-]+)` \\| \\d+ \\|")
	told := map[string]bool{}
	for _, m := range row.FindAllStringSubmatch(string(readme), -1) {
		told[m[1]] = true
	}
	pages, err := fs.ReadDir(demo.Pile(), ".")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pages {
		if !told[p.Name()] {
			t.Errorf("README.md does not say what %s is for", p.Name())
		}
		delete(told, p.Name())
	}
	for name := range told {
		t.Errorf("README.md names %s, which is not in the pile", name)
	}
}

// TestWeekdays looks at every full date that is given with its weekday.
func TestWeekdays(t *testing.T) {
	days := `(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday),? `
	forms := map[string]*regexp.Regexp{
		"2 January 2006":  regexp.MustCompile(days + `(\d{1,2} [A-Z][a-z]+ 2022)`),
		"2 January":       regexp.MustCompile(days + `(\d{1,2} [A-Z][a-z]+)\b`),
		"January 2":       regexp.MustCompile(days + `([A-Z][a-z]+ \d{1,2})\b`),
		"Jan. 2":          regexp.MustCompile(days + `([A-Z][a-z]{2}\. \d{1,2})\b`),
		"January 2, 2006": regexp.MustCompile(days + `([A-Z][a-z]+ \d{1,2}, 2022)`),
	}
	seen := 0
	err := fs.WalkDir(demo.Pile(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(demo.Pile(), name)
		if err != nil {
			return err
		}
		for layout, form := range forms {
			for _, m := range form.FindAllStringSubmatch(string(data), -1) {
				date, full := m[2], layout
				if !strings.Contains(layout, "2006") { // the pile's year
					date, full = date+" 2022", layout+" 2006"
				}
				day, err := time.Parse(full, date)
				if err != nil {
					continue // “Sunday Mass” and the like
				}
				seen++
				if day.Weekday().String() != m[1] {
					t.Errorf("%s: %q is a %s", name, m[0], day.Weekday())
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen < 5 {
		t.Errorf("only %d dates with a weekday were seen", seen)
	}
}
