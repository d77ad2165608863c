// Package goldentest runs the annotated texts of a folder as tests.
//
// It takes the folder and a function that reads an article; it gives one subtest a
// file, whose name says the trait. With -update it writes what was found into the
// files' want sections, for a person to review in the diff. It does not touch gold.
// It also opens sets of evaluation texts that lie beside the project.
package goldentest

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma"
	"stemma/internal/golden"
)

var update = flag.Bool("update", false, "write what is found into the want sections of testdata")

// Run reads every .txtar file below dir and compares the findings of the kinds with
// its want section: what is not listed there must not be found. A folder without
// files fails, since a test that reads nothing proves nothing.
func Run(t *testing.T, dir string, read func(*stemma.Article) stemma.Reading, kinds ...string) {
	t.Helper()
	var files []string
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".txtar") {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Fatalf("no .txtar files below %s", dir)
	}
	for _, path := range files {
		name, _ := filepath.Rel(dir, path)
		t.Run(strings.TrimSuffix(filepath.ToSlash(name), ".txtar"), func(t *testing.T) { runFile(t, path, read, kinds) })
	}
}

func runFile(t *testing.T, path string, read func(*stemma.Article) stemma.Reading, kinds []string) {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	c, err := golden.Parse(data)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	reading := read(&c.Article)
	got := golden.Of(&c.Article, &reading, kinds...)
	if *update {
		c.Section, c.Want = "want", got
		if err := os.WriteFile(path, c.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(golden.Write(c.Want), golden.Write(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}
