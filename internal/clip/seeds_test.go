package clip_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"stemma"
)

// seeds is where labelled sample pages lie beside the project, if they do.
const seeds = "../../../shared/data/seeds"

// label is an article of the labels: places in characters of the file.
type label struct {
	Kind       string
	Source     string
	Start, End int
	Title      struct{ Start, End int }
	Byline     []struct{ Name string }
	Published  *string
	Reposted   *string
	Credit     *struct{ Exact, Name string }
	Lang       string
}

// TestSeeds cuts the labelled sample pages and compares borders, headlines, authors
// and dates with the labels.
func TestSeeds(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(seeds, "*.txt"))
	data, err := os.ReadFile(filepath.Join(seeds, "gold.jsonl"))
	if err != nil || len(files) != 5 {
		t.Skip("no labelled sample pages in ../shared/data/seeds")
	}
	labels := map[string][]label{}
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var kind struct{ Kind string }
		if json.Unmarshal(lines.Bytes(), &kind) != nil || kind.Kind != "article" {
			continue
		}
		var l label
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
			t.Fatal(err)
		}
		labels[l.Source] = append(labels[l.Source], l)
	}
	wantCounts := []int{4, 1, 10, 1, 1}
	c := cutter()
	for i, file := range files {
		body, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		p := stemma.Page{ID: "p", Text: string(body)}
		articles, furniture, problems := c.Articles(p)
		check(t, p, articles, furniture)
		if len(articles) != wantCounts[i] || len(problems) > 0 {
			t.Errorf("page %d: %d articles, want %d; problems %v", i, len(articles), wantCounts[i], problems)
			continue
		}
		for k, a := range articles {
			if a.TitleText == "" || a.Lang != "en" {
				t.Errorf("page %d, article %d: title %q, language %q", i, k, a.TitleText, a.Lang)
			}
		}
		for k, want := range labels[filepath.Base(file)] {
			compare(t, p, articles[k], want)
		}
	}
}

func compare(t *testing.T, p stemma.Page, a stemma.Article, want label) {
	t.Helper()
	chars := func(bytes int) int { return utf8.RuneCountInString(p.Text[:bytes]) }
	if s, e := chars(a.Start), chars(a.Start+len(a.Text)); s != want.Start || e != want.End {
		t.Errorf("%s: article at %d–%d, want %d–%d", want.Source, s, e, want.Start, want.End)
	}
	if s, e := chars(a.Start+a.Title.Start), chars(a.Start+a.Title.End); s != want.Title.Start || e != want.Title.End {
		t.Errorf("%s: title at %d–%d, want %d–%d", want.Source, s, e, want.Title.Start, want.Title.End)
	}
	if len(a.Byline) != len(want.Byline) {
		t.Fatalf("%s: authors %v, want %v", want.Source, a.Byline, want.Byline)
	}
	text := func(s *string) string {
		if s == nil {
			return ""
		}
		return *s
	}
	if string(a.Published) != text(want.Published) || string(a.Reposted) != text(want.Reposted) {
		t.Errorf("%s: published %q, reposted %q, want %q, %q", want.Source, a.Published, a.Reposted, text(want.Published), text(want.Reposted))
	}
	if want.Credit == nil != (a.Credit.Name == "") || want.Credit != nil && a.Credit.Name != want.Credit.Exact {
		t.Errorf("%s: credit %q, want %v", want.Source, a.Credit.Name, want.Credit)
	}
}
