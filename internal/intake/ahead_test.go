package intake_test

import (
	"fmt"
	"runtime"
	"strings"
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

// TestAheadStops: whoever wants no more is not asked again, wherever it stops, and
// nothing goes on behind its back.
func TestAheadStops(t *testing.T) {
	fsys := mixed()
	before := runtime.NumGoroutine()
	for stop := 0; stop < 190; stop += 17 {
		n := 0
		for range intake.Pages(fsys, "folder") {
			if n++; n > stop {
				break
			}
		}
	}
	for range 10_000 { // the last may be about to end
		if runtime.NumGoroutine() > before {
			runtime.Gosched()
		}
	}
	if now := runtime.NumGoroutine(); now > before {
		t.Errorf("%d goroutines after, %d before", now, before)
	}
}
