package pipeline_test

import (
	"io"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"stemma"
	"stemma/internal/intake"
	"stemma/internal/pipeline"
	"stemma/internal/store/mem"
)

// rebuilt makes a store anew.
func rebuilt(t *testing.T, from *mem.Store) *mem.Store {
	t.Helper()
	to := mem.New()
	if _, err := pipeline.Rebuild(t.Context(), from, to, pipeline.Options{Workers: 2}); err != nil {
		t.Fatal(err)
	}
	return to
}

// TestRebuild: what is made anew is what was there, with problems, further places and
// rulings.
func TestRebuild(t *testing.T) {
	s := mem.New()
	add(t, s, intake.Pages(pile(), "pile"), 1)
	add(t, s, intake.Pages(fstest.MapFS{"again.txt": pile()["a.txt"]}, "other"), 1)
	ruling := stemma.Ruling{ID: "r-1", By: "Ana", Verdict: "note", At: time.Date(2031, 5, 3, 9, 0, 0, 0, time.UTC)}
	if err := s.Rule(t.Context(), ruling); err != nil {
		t.Fatal(err)
	}
	search := stemma.SearchEntry{ID: "s-1", Act: stemma.SearchKept, Name: "lamps", Query: "lamp*", Pages: []stemma.ID{"p-1"}}
	if err := s.KeepSearch(t.Context(), search); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(all(t, s), all(t, rebuilt(t, s))); diff != "" {
		t.Errorf("was (-), is (+):\n%s", diff)
	}
	if rulings, err := rebuilt(t, s).Rulings(t.Context()); err != nil || len(rulings) != 1 {
		t.Errorf("rulings %v, %v", rulings, err)
	}
	if book, err := rebuilt(t, s).SearchEntries(t.Context()); err != nil || len(book) != 1 || !book[0].Same(search) {
		t.Errorf("saved searches %v, %v", book, err)
	}
}

// vast is a file too big to be kept: a web archive with a picture of 300 MB, then a text.
// Its bytes are made as they are read.
type vast struct{}

const (
	vastHead = "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: image/png\r\nContent-Length: 300000000\r\n\r\n"
	vastText = "\r\n\r\nWARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\nContent-Length: 79\r\n\r\n" +
		"The lamps on the quay of Port Else were lit on Sunday, the port authority said.\r\n\r\n"
	vastSize = int64(len(vastHead) + 300_000_000 + len(vastText))
)

type vastFile struct{ io.Reader }

func (vast) Open(name string) (fs.File, error) {
	if name != "crawl.warc" {
		return nil, fs.ErrNotExist
	}
	return vastFile{io.MultiReader(strings.NewReader(vastHead), io.LimitReader(zeros{}, 300_000_000), strings.NewReader(vastText))}, nil
}

func (vastFile) Close() error               { return nil }
func (vastFile) Stat() (fs.FileInfo, error) { return vastInfo{}, nil }

// zeros is a stream of zeros without end.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

type vastInfo struct{ fs.FileInfo }

func (vastInfo) Size() int64       { return vastSize }
func (vastInfo) Mode() fs.FileMode { return 0o444 }

// TestTooBigToHold: a web archive too big to be held is read record by record and kept as it
// came; it is verified and rebuilt without being held.
func TestTooBigToHold(t *testing.T) {
	s := mem.New()
	r := add(t, s, intake.File(vast{}, "crawl.warc"), 1)
	if r.Added != 1 || len(r.Problems) != 0 || len(r.Passed) != 1 {
		t.Fatalf("report %+v", r)
	}
	v, err := pipeline.Verify(t.Context(), s)
	if err != nil || v.Unkept != 0 || v.Originals != 1 || v.Differing != 0 || len(v.Faults) > 0 {
		t.Errorf("verified %+v, %v", v, err)
	}
	if diff := cmp.Diff(all(t, s), all(t, rebuilt(t, s))); diff != "" {
		t.Errorf("was (-), is (+):\n%s", diff)
	}
}
