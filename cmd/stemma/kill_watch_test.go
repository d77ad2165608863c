package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const watchedPages = 40

// TestKilledWatch kills “stemma watch” at moments that chance chooses, and starts it again.
// In the end every page is in the pile once, with what its server said.
func TestKilledWatch(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	site := httptest.NewServer(http.HandlerFunc(watchedSite))
	defer site.Close()
	watched := func(pile string) []string {
		return []string{"watch", "--once", "--allow-private", "--pause", "0s", "--pile", pile, site.URL + "/feed.xml"}
	}
	began := time.Now()
	stemmaRun(t, watched(filepath.Join(t.TempDir(), "calm.stemma"))...)
	took := time.Since(began)
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	rnd := rand.New(rand.NewPCG(seed, 1))
	killed := 0
	for range 4 {
		pile := filepath.Join(t.TempDir(), "killed.stemma")
		for range 5 {
			c := exec.Command("stemma", watched(pile)...)
			if err := c.Start(); err != nil {
				t.Fatal(err)
			}
			time.Sleep(time.Duration(rnd.Int64N(int64(took))))
			c.Process.Kill()
			if c.Wait() != nil {
				killed++
			}
		}
		stemmaRun(t, watched(pile)...)
		pages := stemmaRun(t, "export", "--pile", pile, "--kinds", "page")
		for i := range watchedPages {
			url := fmt.Sprintf(`"%s/%d.html"`, site.URL, i)
			if n := bytes.Count(pages, []byte(url)); n != 1 {
				t.Errorf("page %d is in the pile %d times", i, n)
			}
		}
		stemmaRun(t, "verify", "--pile", pile)
		if left, _ := filepath.Glob(pile + ".*"); len(left) != 1 {
			t.Errorf("beside the pile stand %v; only the state should", left)
		}
	}
	if killed == 0 {
		t.Error("no run was killed: this test has shown nothing")
	}
}

func watchedSite(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/feed.xml" {
		fmt.Fprint(w, `<rss version="2.0"><channel><title>Tal Wire</title>`)
		for i := range watchedPages {
			fmt.Fprintf(w, "<item><title>Storm %d</title><link>/%d.html</link></item>", i, i)
		}
		fmt.Fprint(w, "</channel></rss>")
		return
	}
	number, ok := strings.CutSuffix(strings.TrimPrefix(r.URL.Path, "/"), ".html")
	if !ok {
		http.NotFound(w, r)
		return
	}
	var i int
	fmt.Sscan(number, &i)
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	fmt.Fprintf(w, "<!doctype html><html><head><title>Storm %d</title></head><body><article><h1>Storm %d</h1><p>%s</p></article></body></html>", i, i, inventedText(i))
}
