package kin

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stemma"
)

// shared is where development data lies beside the repository. The tests that use it
// are skipped where it is not.
const shared = "../../../shared/data"

// record is a line of the data: an input article or a label.
type record struct {
	Kind, ID, Source, Outlet, Credit, Published, Reposted, Lang, Text, Title string
	Start, End                                                               int
	TitleAt                                                                  stemma.Span // in characters of the page
	Byline                                                                   []stemma.Named
	Articles                                                                 []string
	A, B, Relation, Earlier                                                  string
	Holes                                                                    []struct{ Start, End int }
}

// lines reads the records of a file, which may be compressed. Fields of other types
// than record's are left empty.
func lines(t testing.TB, name string) []record {
	t.Helper()
	f, err := os.Open(filepath.Join(shared, name))
	if err != nil {
		t.Skipf("no development data: %v", err)
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			t.Fatal(err)
		}
	}
	var out []record
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<26)
	for sc.Scan() {
		var fields map[string]json.RawMessage
		if err := json.Unmarshal(sc.Bytes(), &fields); err != nil {
			t.Fatal(err)
		}
		var rec record
		for key, to := range map[string]any{
			"kind": &rec.Kind, "id": &rec.ID, "source": &rec.Source, "outlet": &rec.Outlet, "published": &rec.Published, "reposted": &rec.Reposted,
			"lang": &rec.Lang, "text": &rec.Text, "title": &rec.Title, "start": &rec.Start, "end": &rec.End,
			"a": &rec.A, "b": &rec.B, "relation": &rec.Relation, "articles": &rec.Articles, "earlier": &rec.Earlier, "holes": &rec.Holes,
		} {
			_ = json.Unmarshal(fields[key], to)
		}
		var author string
		var authors []struct{ Name string }
		if json.Unmarshal(fields["byline"], &author) == nil && author != "" {
			rec.Byline = append(rec.Byline, stemma.Named{Name: author})
		}
		_ = json.Unmarshal(fields["byline"], &authors)
		for _, a := range authors {
			rec.Byline = append(rec.Byline, stemma.Named{Name: a.Name})
		}
		if rec.Kind == "article" {
			for key, to := range map[string]*string{"outlet": &rec.Outlet, "credit": &rec.Credit} {
				var named struct{ Name string }
				_ = json.Unmarshal(fields[key], &named)
				*to = cmp.Or(*to, named.Name)
			}
			var title struct{ Start, End int }
			_ = json.Unmarshal(fields["title"], &title)
			rec.TitleAt = stemma.Span{Start: title.Start, End: title.End}
		}
		out = append(out, rec)
	}
	if err := sc.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

// given makes articles of input lines.
func given(recs []record) []stemma.Article {
	var out []stemma.Article
	for _, r := range recs {
		out = append(out, stemma.Article{
			ID: stemma.ID(r.ID), Page: stemma.ID(r.ID), Text: r.Text, TitleText: r.Title,
			Outlet: stemma.Named{Name: r.Outlet}, Published: stemma.Date(r.Published), Lang: r.Lang, Byline: r.Byline,
		})
	}
	return out
}

// cut makes articles of the labelled ranges of pages.
func cut(t testing.TB, folder string, recs []record) []stemma.Article {
	t.Helper()
	pages := make(map[string][]rune)
	var out []stemma.Article
	for _, r := range recs {
		if r.Kind != "article" {
			continue
		}
		page, ok := pages[r.Source]
		if !ok {
			b, err := os.ReadFile(filepath.Join(shared, folder, r.Source))
			if err != nil {
				t.Skipf("no development data: %v", err)
			}
			page = []rune(string(b))
			pages[r.Source] = page
		}
		bytes := func(from, to int) int { return len(string(page[from:to])) }
		a := stemma.Article{
			ID: stemma.ID(r.ID), Page: stemma.ID(r.Source), Start: r.Start, Text: string(page[r.Start:r.End]),
			Outlet: stemma.Named{Name: r.Outlet}, Published: stemma.Date(r.Published), Lang: r.Lang, Byline: r.Byline,
		}
		a.Credit, a.Reposted = stemma.Named{Name: r.Credit}, stemma.Date(r.Reposted)
		if r.TitleAt.Len() > 0 {
			a.Title = stemma.Span{Start: bytes(r.Start, r.TitleAt.Start), End: bytes(r.Start, r.TitleAt.End)}
			a.TitleText = a.Title.Of(a.Text)
		}
		end := 0
		for _, h := range r.Holes {
			if h.Start < r.Start || h.End > r.End || h.Start < end {
				continue
			}
			end = h.End
			a.Holes = append(a.Holes, stemma.Hole{Span: stemma.Span{Start: bytes(r.Start, h.Start), End: bytes(r.Start, h.End)}})
		}
		out = append(out, a)
	}
	return out
}
