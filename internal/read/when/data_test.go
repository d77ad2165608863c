package when_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"stemma"
	"stemma/internal/read/when"
	"stemma/internal/text"
	"stemma/lang"
)

// shared is where evaluation texts that the project may not hold lie, if they do.
const shared = "../../../../shared/data"

// TestExport writes what is found in a set, in the contract's form, for scoring by
// hand: STEMMA_SET=time-timebank STEMMA_OUT=/…/export.jsonl go test -run Export.
func TestExport(t *testing.T) {
	set, out := os.Getenv("STEMMA_SET"), os.Getenv("STEMMA_OUT")
	if set == "" || out == "" {
		t.Skip("no STEMMA_SET and STEMMA_OUT: nothing to write")
	}
	f, err := os.Create(out)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	enc := json.NewEncoder(f)
	enc.Encode(map[string]any{"kind": "stemma", "schema": 1, "version": "test", "rules": "test"})
	for _, a := range loadSet(t, set) {
		d := text.New(&a.Article, lang.Load(a.Lang))
		for _, found := range when.Find(d) {
			runes := func(at int) int { return a.offset + utf8.RuneCountInString(a.Text[:at]) }
			enc.Encode(map[string]any{
				"kind": "time", "id": found.ID, "source": a.source, "start": runes(found.Span.Start), "end": runes(found.Span.End),
				"exact": found.Span.Of(a.Text), "value": found.Value, "type": found.Type, "rule": found.Rule,
				"sentence": map[string]any{"start": runes(found.Sentence.Start), "end": runes(found.Sentence.End)},
			})
		}
	}
}

type setArticle struct {
	stemma.Article
	source string
	offset int // in code points, of the article in its page
}

func loadSet(t *testing.T, set string) []setArticle {
	dir := filepath.Join(shared, set)
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("%s is not there", dir)
	}
	if set == "seeds" {
		return loadSeeds(t, dir)
	}
	f, err := os.Open(filepath.Join(dir, "articles.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []setArticle
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		var r struct{ ID, Title, Published, Lang, Text string }
		if err := json.Unmarshal(sc.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		a := setArticle{source: r.ID}
		a.ID, a.Text, a.Lang, a.Published = stemma.ID(r.ID), r.Text, r.Lang, stemma.Date(r.Published)
		all = append(all, a)
	}
	return all
}

type place struct{ Start, End int }

func loadSeeds(t *testing.T, dir string) []setArticle {
	f, err := os.Open(filepath.Join(dir, "gold.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []setArticle
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		var r struct {
			Kind, ID, Source, Published, Reposted, Lang string
			Start, End                                  int
			Title                                       json.RawMessage
			Holes                                       []struct {
				place
				Type string
			}
		}
		if json.Unmarshal(sc.Bytes(), &r); r.Kind != "article" {
			continue
		}
		page, err := os.ReadFile(filepath.Join(dir, r.Source))
		if err != nil {
			t.Fatal(err)
		}
		runes := []rune(string(page))
		bytes := func(from, to int) int { return len(string(runes[from:to])) }
		a := setArticle{source: r.Source, offset: r.Start}
		a.Text, a.Lang = string(runes[r.Start:r.End]), r.Lang
		a.ID, a.Published, a.Reposted = stemma.ID(r.Source+"/"+r.ID), stemma.Date(r.Published), stemma.Date(r.Reposted)
		var title place
		if json.Unmarshal(r.Title, &title); title.End > 0 {
			a.Title = stemma.Span{Start: bytes(r.Start, title.Start), End: bytes(r.Start, title.End)}
		}
		for _, h := range r.Holes {
			a.Holes = append(a.Holes, stemma.Hole{Span: stemma.Span{Start: bytes(r.Start, h.Start), End: bytes(r.Start, h.End)}, Type: h.Type})
		}
		all = append(all, a)
	}
	return all
}

// TestExamples checks that every rule finds a time in its own example.
func TestExamples(t *testing.T) {
	for _, code := range lang.Codes() {
		p := lang.Load(code)
		for _, file := range []string{"when", "period"} {
			for _, r := range p.Rules(file) {
				if len(r.Examples) == 0 {
					t.Errorf("%s has no example", r.ID)
				}
				for _, e := range r.Examples {
					found := when.Find(text.New(&stemma.Article{Text: e, Lang: code, Published: "2022-12-15"}, p))
					var got []string
					for _, f := range found {
						got = append(got, f.Rule+" "+string(f.Value))
					}
					if s := strings.Join(got, ", "); !strings.Contains(s, r.ID) != (r.Set["make"] == "none") {
						t.Errorf("%s: %q: found %q", r.ID, e, s)
					}
				}
			}
		}
	}
}
