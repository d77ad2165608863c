package goldentest

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stemma"
)

// Set gives the articles of a set of evaluation texts that the project may not hold.
// They lie beside the project, in shared, or the test is skipped. For “seeds” these are
// the labelled articles of the pages, with title, days and holes as labelled; for others
// the texts of articles.jsonl.
func Set(t *testing.T, shared, set string) []stemma.Article {
	t.Helper()
	dir := filepath.Join(shared, set)
	if set == "seeds" {
		return labelled(t, dir)
	}
	var all []stemma.Article
	lines(t, filepath.Join(dir, "articles.jsonl"), func(line []byte) {
		var r struct{ ID, Title, Published, Lang, Text string }
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatal(err)
		}
		a := stemma.Article{ID: stemma.ID(r.ID), Text: r.Text, Lang: r.Lang, Published: stemma.Date(r.Published)}
		if strings.HasPrefix(r.Text, r.Title) {
			a.Title.End = len(r.Title)
		}
		all = append(all, a)
	})
	return all
}

// points is a range of a page in code points.
type points struct{ Start, End int }

func labelled(t *testing.T, dir string) []stemma.Article {
	var all []stemma.Article
	lines(t, filepath.Join(dir, "gold.jsonl"), func(line []byte) {
		var kind struct{ Kind string }
		if err := json.Unmarshal(line, &kind); err != nil {
			t.Fatal(err)
		}
		if kind.Kind != "article" {
			return
		}
		var r struct {
			points
			ID, Source, Published, Reposted, Lang string
			Title                                 points
			Holes                                 []struct {
				points
				Type string
			}
		}
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatal(err)
		}
		page, err := os.ReadFile(filepath.Join(dir, r.Source))
		if err != nil {
			t.Fatal(err)
		}
		runes := []rune(string(page))
		span := func(p points) stemma.Span {
			from := len(string(runes[r.Start:p.Start]))
			return stemma.Span{Start: from, End: from + len(string(runes[p.Start:p.End]))}
		}
		a := stemma.Article{
			ID: stemma.ID(r.Source + "/" + r.ID), Text: string(runes[r.Start:r.End]), Lang: r.Lang,
			Published: stemma.Date(r.Published), Reposted: stemma.Date(r.Reposted),
		}
		if r.Title.End > 0 {
			a.Title = span(r.Title)
		}
		for _, h := range r.Holes {
			a.Holes = append(a.Holes, stemma.Hole{Span: span(h.points), Type: h.Type})
		}
		all = append(all, a)
	})
	return all
}

// lines reads a file, or its twin that ends in .gz, line by line.
func lines(t *testing.T, path string, each func([]byte)) {
	file, err := os.Open(path)
	zipped := errors.Is(err, fs.ErrNotExist)
	if zipped {
		file, err = os.Open(path + ".gz")
	}
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("%s is not there", path)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var r io.Reader = file
	if zipped {
		if r, err = gzip.NewReader(file); err != nil {
			t.Fatal(err)
		}
	}
	s := bufio.NewScanner(r)
	s.Buffer(nil, 1<<26)
	for s.Scan() {
		each(s.Bytes())
	}
	if s.Err() != nil {
		t.Fatal(s.Err())
	}
}
