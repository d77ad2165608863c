package quote_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"stemma"
	"stemma/internal/read/quote"
	"stemma/internal/text"
	"stemma/lang"
)

// The labelled sets that lie beside the repository, when they are there.
const shared = "../../../../shared/data"

type spot struct {
	Start  int     `json:"start"`
	End    int     `json:"end"`
	Exact  string  `json:"exact"`
	Name   *string `json:"name,omitempty"`
	Pieces []spot  `json:"pieces,omitempty"`
	Type   string  `json:"type,omitempty"`
}

type article struct {
	Kind   string `json:"kind"`
	ID     string `json:"id"`
	Source string `json:"source"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Title  any    `json:"title"`
	Lang   string `json:"lang"`
	Holes  []spot `json:"holes"`
	Text   string `json:"text"`
}

// export writes the quotations of the articles of a set as the export contract has
// them, so that they can be scored.
type export struct {
	w     *bufio.Writer
	names func(*text.Doc) []stemma.Mention
	n     int
}

func (e *export) add(t *testing.T, source string, start int, a *stemma.Article) {
	d := text.New(a, lang.Load(a.Lang))
	points := func(s stemma.Span) *spot {
		if s.Empty() {
			return nil
		}
		return &spot{Start: start + utf8.RuneCountInString(a.Text[:s.Start]), End: start + utf8.RuneCountInString(a.Text[:s.End]), Exact: s.Of(a.Text)}
	}
	for _, q := range quote.Find(d, e.names(d)) {
		e.n++
		rec := map[string]any{
			"kind": "quote", "id": q.ID, "article": a.ID, "source": source, "type": q.Type, "rule": q.Rule,
			"cue": points(q.Cue), "sentence": points(q.Sentence), "translated": q.Translated,
		}
		p := points(q.Span)
		rec["start"], rec["end"], rec["exact"] = p.Start, p.End, p.Exact
		c := points(q.Content)
		for _, piece := range q.Pieces {
			c.Pieces = append(c.Pieces, *points(piece))
		}
		rec["content"] = c
		rec["speaker"] = nil
		if s := points(q.Speaker.Span); s != nil {
			if q.Speaker.Name != "" {
				s.Name = &q.Speaker.Name
			}
			rec["speaker"] = s
		}
		line, err := json.Marshal(rec)
		if err != nil {
			t.Fatal(err)
		}
		e.w.Write(line)
		e.w.WriteByte('\n')
	}
}

// outFile opens the file that STEMMA_QUOTES names for a set, or one that is thrown away.
func outFile(t *testing.T, set string) *export {
	dir := os.Getenv("STEMMA_QUOTES")
	if dir == "" {
		dir = t.TempDir()
	}
	file, err := os.Create(filepath.Join(dir, set+".jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	w := bufio.NewWriterSize(file, 1<<20)
	w.WriteString(`{"kind":"stemma","schema":1,"version":"test","rules":"test"}` + "\n")
	t.Cleanup(func() { w.Flush(); file.Close() })
	return &export{w: w, names: names}
}

func lines(t *testing.T, path string, each func([]byte)) {
	file, err := os.Open(path)
	if err != nil {
		t.Skipf("no labelled set: %v", err)
	}
	defer file.Close()
	var r io.Reader = file
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(file); err != nil {
			t.Fatal(err)
		}
	}
	s := bufio.NewScanner(r)
	s.Buffer(nil, 1<<24)
	for s.Scan() {
		each(s.Bytes())
	}
	if s.Err() != nil {
		t.Fatal(s.Err())
	}
}

func TestSeeds(t *testing.T) {
	out := outFile(t, "seeds")
	lines(t, filepath.Join(shared, "seeds", "gold.jsonl"), func(line []byte) {
		var a article
		if json.Unmarshal(line, &a) != nil || a.Kind != "article" {
			return
		}
		page, err := os.ReadFile(filepath.Join(shared, "seeds", a.Source))
		if err != nil {
			t.Skip(err)
		}
		runes := []rune(string(page))
		span := func(p spot) stemma.Span {
			at := len(string(runes[a.Start:p.Start]))
			return stemma.Span{Start: at, End: at + len(string(runes[p.Start:p.End]))}
		}
		in := &stemma.Article{ID: stemma.ID(a.ID), Text: string(runes[a.Start:a.End]), Lang: "en"}
		if title, ok := a.Title.(map[string]any); ok && title["start"] != nil {
			in.Title = span(spot{Start: int(title["start"].(float64)), End: int(title["end"].(float64))})
		}
		for _, h := range a.Holes {
			in.Holes = append(in.Holes, stemma.Hole{Span: span(h), Type: h.Type})
		}
		out.add(t, a.Source, a.Start, in)
	})
	if out.n < 100 {
		t.Errorf("%d quotations found in pages that have more than 100", out.n)
	}
}

func TestPolnear(t *testing.T) {
	out := outFile(t, "polnear")
	lines(t, filepath.Join(shared, "quotes-polnear", "articles.jsonl.gz"), func(line []byte) {
		var a article
		if err := json.Unmarshal(line, &a); err != nil {
			t.Fatal(err)
		}
		in := &stemma.Article{ID: stemma.ID(a.ID), Text: a.Text, Lang: "en"}
		if title, ok := a.Title.(string); ok && strings.HasPrefix(a.Text, title) {
			in.Title = stemma.Span{End: len(title)}
		}
		out.add(t, a.ID, 0, in)
	})
	if out.n < 5000 {
		t.Errorf("%d quotations found in texts that have more than 20,000", out.n)
	}
}
