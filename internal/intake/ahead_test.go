package intake_test

import (
	"fmt"
	"io/fs"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"stemma/internal/intake"
)

// mixed is a folder of files of many sizes and kinds, some of which cannot be read.
func mixed() fstest.MapFS {
	files := fstest.MapFS{"folder/picture.png": file("x"), "folder/empty.txt": file(""), "folder/.hidden": file("x")}
	for i := range 60 {
		para := fmt.Sprintf("<p>Boat %d came back to the harbour of Selmark with hardly any herring, its master said.</p>", i)
		files[fmt.Sprintf("folder/%02d.html", i)] = file("<h1>Herring</h1>" + strings.Repeat(para, 1+i*i%97))
		files[fmt.Sprintf("folder/%02d.jsonl", i)] = file(strings.Repeat(`{"id":"a","text":"One."}`+"\n", 1+i%7))
	}
	files["folder/large.txt"] = file(strings.Repeat("Nothing was caught in the bay today.\n\n", 150_000))
	return files
}

// told writes an input down.
func told(in intake.Input) string {
	if in.Problem != nil {
		return in.Problem.Source + ": " + in.Problem.Message
	}
	return fmt.Sprint(in.Page.Path, " ", in.Page.Member, " ", len(in.Page.Text), " ", len(in.Body))
}

// TestAhead: what a folder gives, and in which order, does not depend on how many files
// are read at a time.
func TestAhead(t *testing.T) {
	fsys := mixed()
	all := func() (list []string) {
		for in := range intake.Pages(fsys, "folder") {
			list = append(list, told(in))
		}
		return list
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	one := all()
	if len(one) < 180 {
		t.Fatalf("only %d inputs", len(one))
	}
	for _, workers := range []int{2, 7, 64} {
		runtime.GOMAXPROCS(workers)
		if many := all(); strings.Join(many, "\n") != strings.Join(one, "\n") {
			t.Errorf("%d at a time give something else:\n%s\nwant:\n%s", workers, strings.Join(many, "\n"), strings.Join(one, "\n"))
		}
	}
}

// TestAheadStops: whoever wants no more is not asked again, wherever it stops, and no
// file is being read behind its back.
func TestAheadStops(t *testing.T) {
	fsys := &counting{MapFS: mixed()}
	for stop := 0; stop < 190; stop += 17 {
		n := 0
		for range intake.Pages(fsys, "folder") {
			if n++; n > stop {
				break
			}
		}
		if open := fsys.open.Load(); open != 0 {
			t.Fatalf("stopped after %d inputs: %d files are still open", n, open)
		}
	}
}

// counting counts the files that are open.
type counting struct {
	fstest.MapFS
	open atomic.Int64
}

func (c *counting) Open(name string) (fs.File, error) {
	f, err := c.MapFS.Open(name)
	if err != nil {
		return nil, err
	}
	c.open.Add(1)
	return &counted{f, &c.open}, nil
}

type counted struct {
	fs.File
	open *atomic.Int64
}

// Close takes its time, so that a file that nobody waits for is caught open.
func (c *counted) Close() error {
	for range 1000 {
		runtime.Gosched()
	}
	c.open.Add(-1)
	return c.File.Close()
}
