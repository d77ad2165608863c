package web_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"

	"stemma/internal/store"
	"stemma/internal/view"
	"stemma/internal/view/viewtest"
	"stemma/internal/web"
)

// browser asks one handler for pages.
type browser struct {
	t      *testing.T
	h      http.Handler
	accept string // the languages that it asks for
}

func open(t *testing.T, pile store.Reader) browser {
	lib := view.New(pile)
	lib.Diff = viewtest.Diff
	return browser{t: t, h: web.New(lib, web.Options{Hosts: []string{"desk.example"}, Version: "test"})}
}

// openLabelled is open with texts to judge by.
func openLabelled(t *testing.T, pile store.Reader) browser {
	lib := view.New(pile)
	lib.Labelled = viewtest.Labelled
	return browser{t: t, h: web.New(lib, web.Options{})}
}

// ask gives the answer to a request.
func (b browser) ask(method, host, href string) *httptest.ResponseRecorder {
	href, _, _ = strings.Cut(href, "#") // a browser keeps the fragment to itself
	r := httptest.NewRequest(method, "http://"+host+href, nil)
	r.Header.Set("Accept-Language", b.accept)
	w := httptest.NewRecorder()
	b.h.ServeHTTP(w, r)
	return w
}

// page gives a page's tree; it must be there.
func (b browser) page(href string) *html.Node {
	b.t.Helper()
	w := b.ask("GET", "127.0.0.1:8080", href)
	if w.Code != http.StatusOK {
		b.t.Fatalf("%s: status %d: %s", href, w.Code, w.Body)
	}
	return parse(b.t, w.Body.String())
}

// main gives the part of a page that is its screen's.
func (b browser) main(href string) *html.Node {
	b.t.Helper()
	return all(b.page(href), "main")[0]
}

func parse(t *testing.T, s string) *html.Node {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(s))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func all(doc *html.Node, selector string) []*html.Node {
	return cascadia.QueryAll(doc, cascadia.MustCompile(selector))
}

// words gives the text of a node on one line.
func words(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// find gives the address of the link with these words.
func find(t *testing.T, doc *html.Node, selector, text string) string {
	t.Helper()
	for _, n := range all(doc, selector) {
		if strings.Contains(words(n), text) {
			return attr(n, "href")
		}
	}
	t.Fatalf("no %s with the words %q", selector, text)
	return ""
}
