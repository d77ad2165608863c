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
	bytes int
}

// load serves a pile and asks for its screens, a bounded number of each kind.
func load(ctx context.Context, r store.Reader, each int) error {
	lib := view.New(r)
	began := time.Now()
	if err := lib.Prepare(ctx); err != nil {
		return err
	}
	ready := time.Since(began)
	server := httptest.NewServer(web.New(lib, web.Options{}))
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
		k.took, k.bytes = append(k.took, took), k.bytes+size
		todo = append(todo, to...)
	}
	fmt.Printf("ready after %.1f s, peak memory %d MB\n\n%-12s %8s %9s %9s %9s %9s %9s\n", ready.Seconds(), measure.Peak(), "screen", "requests", "p50 ms", "p95 ms", "p99 ms", "most ms", "KB")
	for _, name := range sortedNames(kinds) {
		k := kinds[name]
		slices.Sort(k.took)
		fmt.Printf("%-12s %8d %9.1f %9.1f %9.1f %9.1f %9d\n", k.kind, len(k.took), k.at(50), k.at(95), k.at(99), k.at(100), k.bytes/len(k.took)/1024)
	}
	return nil
}

// at gives a percentile of the times, in milliseconds.
func (k *asked) at(percent int) float64 {
	n := max(0, (len(k.took)*percent+99)/100-1)
	return float64(k.took[n].Microseconds()) / 1000
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
