package gazetteer

import (
	"embed"
	"io/fs"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"
)

//go:embed data
var dataFolder embed.FS

// TestFiles: every data file is embedded, small enough for the repository, and says in its
// first line whose it is and from when.
func TestFiles(t *testing.T) {
	files, err := fs.Glob(dataFolder, "data/*")
	if err != nil {
		t.Fatal(err)
	}
	if want := len(nameFiles) + len(recordFiles) + 1; len(files) != want {
		t.Errorf("%d files in data, %d are embedded", len(files), want)
	}
	date := regexp.MustCompile(`\b20\d\d-\d\d-\d\d\b`)
	for _, name := range files {
		data, err := dataFolder.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if len(data) >= 2<<20 {
			t.Errorf("%s has %d bytes, 2 MiB or more", name, len(data))
		}
		head, _, _ := strings.Cut(string(data), "\n")
		for _, part := range []string{"GeoNames", "CC BY 4.0", "MIT"} {
			if !strings.Contains(head, part) {
				t.Errorf("%s: the first line does not name %s", name, part)
			}
		}
		if !date.MatchString(head) {
			t.Errorf("%s: no date in the first line", name)
		}
	}
}

// TestTables: the whole data can be read; names are sorted, known to the words file, and
// folded; every place has a name and lies on Earth in what it is said to lie in.
func TestTables(t *testing.T) {
	table := Default()
	total := 0
	for _, r := range table.records {
		total += r.n
	}
	named := make([]bool, total)
	faults := 0
	before := ""
	for _, f := range table.names {
		for b := range f.blocks {
			for c := f.cursor(b); c.next(); {
				e := c.entry()
				if e.key <= before {
					t.Fatalf("%q stands after %q", e.key, before)
				}
				before = e.key
				if !table.begins(e.key) {
					t.Errorf("the words file lacks the first word of %q", e.key)
				}
				for _, r := range e.list() {
					if Fold(r.spelling) != e.key {
						t.Errorf("%q stands under %q", r.spelling, e.key)
					}
					named[r.place] = true
				}
			}
		}
	}
	for n := 0; n < total && faults < 20; n++ {
		r := table.record(n)
		p := table.place(n)
		if !named[n] || p.Name == "" || p.Country == "" || p.CountryName == "" {
			faults++
			t.Errorf("place %d: %+v", n, p)
		}
		if math.Abs(p.Lat) > 90 || math.Abs(p.Lon) > 180 {
			faults++
			t.Errorf("place %d lies nowhere: %+v", n, p)
		}
		if up := table.record(r.parent()); r.class() != Country && rank(up.class()) >= rank(r.class()) {
			faults++
			t.Errorf("place %d (%s) lies in %d", n, p.Name, r.parent())
		}
	}
	if total < 150_000 {
		t.Errorf("only %d places", total)
	}
	t.Logf("%d places", total)
}

// TestLists: the hand-written lists are sorted, without doubles, and begin with a comment.
func TestLists(t *testing.T) {
	for name, text := range map[string]string{"regions.txt": regionsFile, "common.txt": commonFile, "letters.txt": lettersFile} {
		if !strings.HasPrefix(text, "# ") {
			t.Errorf("%s: no head comment", name)
		}
		var entries []string
		for line := range strings.Lines(text) {
			if line[0] != '#' {
				entries = append(entries, strings.TrimSuffix(line, "\n"))
			}
		}
		if !slices.IsSorted(entries) {
			t.Errorf("%s is not sorted", name)
		}
		if n := len(entries); len(slices.Compact(entries)) != n {
			t.Errorf("%s has doubles", name)
		}
	}
	if _, problems := ParseAdditions(regionsFile); len(problems) > 0 {
		t.Errorf("regions.txt: %v", problems)
	}
	for line := range strings.Lines(commonFile) {
		if name := strings.TrimSpace(line); name[0] != '#' && Fold(name) != name {
			t.Errorf("common.txt: %q is not folded", name)
		}
	}
}
