package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"time"

	"stemma/bench/measure"
	"stemma/internal/pipeline"
	"stemma/internal/store"
	"stemma/internal/view"
	"stemma/internal/web"
)

// starts are the screens from which all others are reached, and searches as people make
// them.
var starts = []string{
	"/", "/texts", "/figures", "/victims", "/votes", "/polls", "/measures", "/demands", "/map", "/map?from=2021-03&until=2021-03", "/quotes", "/timeline", "/names", "/clashes", "/problems", "/rulings",
	"/search?q=harbour", "/search?q=%22killed+and%22", "/search?q=strike+AND+demand", "/search?q=measure%3Adeaths", "/search?q=council+NOT+mayor",
	"/figures?measure=deaths", "/figures?offset=100", "/texts?offset=200", "/quotes?offset=50", "/timeline?offset=100", "/names?offset=100", "/names?from=2021-03&until=2021-03", "/figures?from=2021-03&until=2021-03", "/quotes?from=2021-03&until=2021-03",
}

// links finds where a screen leads.
var links = regexp.MustCompile(`href="(/[^"#]*)`)

// asked is one kind of screen with what its requests took.
type asked struct {
	kind  string
	took  []time.Duration
	used  []time.Duration // of CPU, by the server; by the collector, too
	bytes int
}

// load serves a pile and asks for its screens, a bounded number of each kind.
func load(ctx context.Context, r store.Reader, each int, slow time.Duration) error {
	lib := view.New(r)
	lib.Sparing = pipeline.Sparing // as “stemma serve” is
	began, before := time.Now(), measure.CPU()
	if err := lib.Prepare(ctx); err != nil {
		return err
	}
	ready, preparing := time.Since(began), measure.CPU()-before
	var used time.Duration
	screens := web.New(lib, web.Options{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		before := measure.CPU()
		screens.ServeHTTP(w, r)
		used = time.Duration((measure.CPU() - before) * float64(time.Second))
	}))
	defer server.Close()
	kinds, seen := map[string]*asked{}, map[string]bool{}
	for todo := slices.Clone(starts); len(todo) > 0; todo = todo[1:] {
		screen := todo[0]
		k := kinds[kindOf(screen)]
		if k == nil {
			k = &asked{kind: kindOf(screen)}
			kinds[k.kind] = k
		}
		if seen[screen] || len(k.took) >= each {
			continue
		}
		seen[screen] = true
		took, size, to, err := ask(server.URL + screen)
		if err != nil {
			return err
		}
		k.took, k.used, k.bytes = append(k.took, took), append(k.used, used), k.bytes+size
		if slow > 0 && used > slow {
			fmt.Printf("%.0f ms of CPU: %s\n", used.Seconds()*1000, screen)
		}
		todo = append(todo, to...)
	}
	fmt.Printf("ready after %.1f s, %.1f s of CPU, peak memory %d MB\n\n%-12s %8s %9s %9s %9s %9s %9s %9s %9s\n", ready.Seconds(), preparing, measure.Peak(), "screen", "requests", "p50 ms", "p95 ms", "p99 ms", "most ms", "p50 CPU", "p95 CPU", "KB")
	for _, name := range sortedNames(kinds) {
		k := kinds[name]
		slices.Sort(k.took)
		slices.Sort(k.used)
		fmt.Printf("%-12s %8d %9.1f %9.1f %9.1f %9.1f %9.1f %9.1f %9d\n", k.kind, len(k.took), at(k.took, 50), at(k.took, 95), at(k.took, 99), at(k.took, 100),
			at(k.used, 50), at(k.used, 95), k.bytes/len(k.took)/1024)
	}
	return nil
}

// at gives a percentile of ordered times, in milliseconds.
func at(times []time.Duration, percent int) float64 {
	n := max(0, (len(times)*percent+99)/100-1)
	return float64(times[n].Microseconds()) / 1000
}

// kindOf is the first part of a screen's address.
func kindOf(screen string) string {
	path, _, _ := strings.Cut(screen, "?")
	return "/" + strings.Split(path, "/")[1]
}

// ask requests one screen, and gives where it leads.
func ask(address string) (took time.Duration, size int, to []string, err error) {
	began := time.Now()
	response, err := http.Get(address)
	if err != nil {
		return 0, 0, nil, err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	took = time.Since(began)
	if err == nil && response.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s: %s", address, response.Status)
	}
	for _, m := range links.FindAllSubmatch(body, -1) {
		href := strings.ReplaceAll(string(m[1]), "&amp;", "&")
		if !strings.HasPrefix(href, "/static/") && !strings.HasPrefix(href, "/original/") && !strings.HasPrefix(href, "/table/") {
			to = append(to, href)
		}
	}
	return took, len(body), to, err
}

func sortedNames(kinds map[string]*asked) []string {
	var names []string
	for k := range kinds {
		names = append(names, k)
	}
	slices.Sort(names)
	return names
}
