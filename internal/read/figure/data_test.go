package figure_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/gazetteer"
	"stemma/internal/read/figure"
	"stemma/internal/read/name"
	"stemma/internal/read/place"
	"stemma/internal/read/when"
	"stemma/internal/text"
	"stemma/lang"
)

// shared is where the evaluation data lie, beside the project when present.
const shared = "../../../../shared/data"

type stretch struct {
	Start, End int
	Exact      string
	Name       string
}

type record struct {
	Kind, ID, Source, Article, Type, Name, Lang, Text, Entity, Gender string
	Start, End                                                        int
	Title                                                             *stretch
	Holes                                                             []stretch
	Published, Country, Precision                                     string
	Value                                                             any
	Lat                                                               float64
}

func lines(t *testing.T, path string, each func([]byte)) {
	t.Helper()
	file, err := os.Open(path)
	if os.IsNotExist(err) {
		t.Skipf("%s is not here", filepath.Base(filepath.Dir(path)))
	}
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var r io.Reader = file
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(file); err != nil {
			t.Fatal(err)
		}
	}
	s := bufio.NewScanner(r)
	s.Buffer(nil, 1<<26)
	for s.Scan() {
		each(s.Bytes())
	}
}

// bytesAt gives the byte at which each code point begins.
func bytesAt(s string) []int {
	var at []int
	for i := range s {
		at = append(at, i)
	}
	return append(at, len(s))
}

func export(t *testing.T, w io.Writer, source, page string, offset int, a *stemma.Article, figures []stemma.Figure) {
	t.Helper()
	point := map[int]int{}
	for i, b := range bytesAt(page) {
		point[b] = i
	}
	span := func(s stemma.Span) map[string]any {
		return map[string]any{"start": point[s.Start+offset], "end": point[s.End+offset], "exact": s.Of(a.Text)}
	}
	named := func(n stemma.Named) any {
		if n == (stemma.Named{}) {
			return nil
		}
		m := map[string]any{}
		if !n.Span.Empty() {
			m = span(n.Span)
		}
		if n.Name != "" {
			m["name"] = n.Name
		}
		return m
	}
	null := func(s string) any {
		if s == "" {
			return nil
		}
		return s
	}
	for _, g := range figures {
		m := span(g.Span)
		for k, v := range map[string]any{
			"kind": "figure", "id": g.ID, "source": source, "rule": g.Rule, "value": g.Value, "min": g.Min, "max": g.Max,
			"op": g.Op, "measure": g.Measure, "unit": null(g.Unit), "of": named(g.Of), "place": named(g.Place), "date": null(string(g.Date)),
			"as_of": null(string(g.AsOf)), "said_by": named(g.SaidBy), "status": g.Status, "sentence": span(g.Sentence),
			"group": null(string(g.Group)), "part_of": null(string(g.PartOf)), "about": null(g.About.Name + g.About.Span.Of(a.Text)),
		} {
			m[k] = v
		}
		b, err := json.Marshal(m)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(w, "%s\n", b)
	}
}

// TestSeeds reads the labelled pages with the names and times of their labels, and
// writes what it finds to the file that FIGURES names; with FIGURES_FOUND set, with the
// names and times that are found.
func TestSeeds(t *testing.T) {
	out := os.Getenv("FIGURES")
	if out == "" {
		t.Skip("FIGURES names no file")
	}
	w, err := os.Create(out)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	fmt.Fprintln(w, `{"kind":"stemma","schema":1}`)
	var all []record
	entities := map[string]record{}
	lines(t, filepath.Join(shared, "seeds/gold.jsonl"), func(b []byte) {
		var r record
		if json.Unmarshal(b, &r) == nil && r.Kind == "entity" {
			entities[r.ID] = r
		}
		if err := json.Unmarshal(b, &r); err == nil && (r.Kind == "article" || r.Kind == "name" || r.Kind == "time") {
			all = append(all, r)
		} else if err != nil && strings.Contains(err.Error(), "article") {
			t.Log(err)
		}
	})
	for _, r := range all {
		if r.Kind != "article" {
			continue
		}
		b, err := os.ReadFile(filepath.Join(shared, "seeds", r.Source))
		if err != nil {
			t.Fatal(err)
		}
		page := string(b)
		at := bytesAt(page)
		offset := at[r.Start]
		a := &stemma.Article{ID: stemma.ID(r.ID), Text: page[offset:at[r.End]], Lang: "en", Published: stemma.Date(r.Published)}
		local := func(start, end int) stemma.Span { return stemma.Span{Start: at[start] - offset, End: at[end] - offset} }
		if r.Title != nil {
			a.Title = local(r.Title.Start, r.Title.End)
		}
		for _, h := range r.Holes {
			a.Holes = append(a.Holes, stemma.Hole{Span: local(h.Start, h.End)})
		}
		var names []stemma.Mention
		var times []stemma.Time
		for _, n := range all {
			if n.Source != r.Source || n.Start < r.Start || n.End > r.End {
				continue
			}
			switch n.Kind {
			case "name":
				e := entities[n.Entity]
				m := stemma.Mention{Type: n.Type, Name: e.Name, Entity: stemma.ID(n.Entity)}
				if n.Type == stemma.Place {
					m.Geo = &stemma.Geo{Country: e.Country, Precision: "city"}
					if e.Lat == 0 {
						m.Geo.Precision = "country"
					}
					if e.Country == "" {
						m.Geo.Precision = "region"
					}
				}
				m.Span = local(n.Start, n.End)
				names = append(names, m)
			case "time":
				tm := stemma.Time{Type: n.Type}
				tm.Span = local(n.Start, n.End)
				if v, ok := n.Value.(string); ok {
					tm.Value = stemma.Date(v)
				}
				times = append(times, tm)
			}
		}
		d := text.New(a, lang.Load("en"))
		if os.Getenv("FIGURES_FOUND") != "" {
			names, times = name.Find(d, place.Find(d, gazetteer.Default())), when.Find(d)
		}
		export(t, w, r.Source, page, offset, a, figure.Find(d, names, times))
	}
}

// TestTexts does the same for a set of bare articles; FIGURES_SET names it.
func TestTexts(t *testing.T) {
	set, out := os.Getenv("FIGURES_SET"), os.Getenv("FIGURES")
	if set == "" || out == "" {
		t.Skip("FIGURES_SET and FIGURES name no set and file")
	}
	w, err := os.Create(out)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	fmt.Fprintln(w, `{"kind":"stemma","schema":1}`)
	path := filepath.Join(shared, set, "articles.jsonl")
	if _, err := os.Stat(path); err != nil {
		path += ".gz"
	}
	lines(t, path, func(b []byte) {
		var r struct{ ID, Lang, Text, Published string }
		if err := json.Unmarshal(b, &r); err != nil {
			t.Fatal(err)
		}
		p := lang.Load(r.Lang)
		if p == nil {
			return
		}
		a := &stemma.Article{ID: stemma.ID(r.ID), Text: r.Text, Lang: r.Lang, Published: stemma.Date(r.Published)}
		export(t, w, r.ID, r.Text, 0, a, figure.Find(text.New(a, p), nil, nil))
	})
}
