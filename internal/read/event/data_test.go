package event_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"stemma"
	"stemma/internal/gazetteer"
	"stemma/internal/read/event"
	"stemma/internal/read/name"
	"stemma/internal/read/place"
	"stemma/internal/read/when"
	"stemma/internal/text"
	"stemma/lang"
)

// shared is where evaluation texts that the project may not hold lie, if they do.
const shared = "../../../../shared/data"

// read finds the events of an article, with its names and times.
func read(a *stemma.Article) stemma.Reading {
	d := text.New(a, lang.Load(a.Lang))
	r := stemma.Reading{Times: when.Find(d), Mentions: name.Find(d, place.Find(d, gazetteer.Default()))}
	r.Events = event.Find(d, r.Mentions, r.Times)
	return r
}

// TestExport writes what is found in a set, in the contract's form, for scoring by
// hand: STEMMA_SET=events-plover STEMMA_OUT=/…/export.jsonl go test -run Export.
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
		runes := func(at int) int { return a.offset + utf8.RuneCountInString(a.Text[:at]) }
		named := func(n stemma.Named) any {
			if n.Name == "" && n.Span.Empty() {
				return nil
			}
			m := map[string]any{"name": n.Name}
			if !n.Span.Empty() {
				m["start"], m["end"], m["exact"] = runes(n.Span.Start), runes(n.Span.End), n.Span.Of(a.Text)
			}
			return m
		}
		list := func(ns []stemma.Named) []any {
			out := []any{}
			for _, n := range ns {
				out = append(out, named(n))
			}
			return out
		}
		null := func(d stemma.Date) any {
			if d == "" {
				return nil
			}
			return d
		}
		for _, e := range read(&a.Article).Events {
			enc.Encode(map[string]any{
				"kind": "event", "id": e.ID, "source": a.source, "start": runes(e.Span.Start), "end": runes(e.Span.End),
				"exact": e.Span.Of(a.Text), "type": e.Type, "mode": e.Mode, "status": e.Status, "date": null(e.Date), "rule": e.Rule,
				"trigger": map[string]any{"start": runes(e.Span.Start), "end": runes(e.Span.End), "exact": e.Span.Of(a.Text)},
				"actors":  list(e.Actors), "targets": list(e.Targets), "place": named(e.Place), "matter": named(e.Matter),
			})
		}
	}
}

// TestExamples checks that every rule finds an act in its own example.
func TestExamples(t *testing.T) {
	for _, code := range lang.Codes() {
		for _, r := range lang.Load(code).Rules("event") {
			if len(r.Examples) == 0 {
				t.Errorf("%s has no example", r.ID)
			}
			for _, e := range r.Examples {
				var got []string
				a := &stemma.Article{Text: e, Lang: code, Published: "2022-12-15"}
				if r.Set["headline"] == "only" {
					a.Title = stemma.Span{End: len(e)}
				}
				for _, f := range read(a).Events {
					got = append(got, f.Rule+" "+f.Span.Of(e))
				}
				s := strings.Join(got, ", ")
				if r.Set["make"] == "none" && s != "" || r.Set["make"] != "none" && !strings.Contains(s, r.ID+" ") {
					t.Errorf("%s: %q: found %q", r.ID, e, s)
				}
			}
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

type stretch struct{ Start, End int }

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
				stretch
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
		var title stretch
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
