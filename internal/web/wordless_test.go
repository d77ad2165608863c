package web_test

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"stemma"
	"stemma/internal/message"
	"stemma/internal/pipeline"
	"stemma/internal/store"
	"stemma/internal/view"
	"stemma/internal/view/viewtest"
	"stemma/internal/web"
)

// wordless serves a pile whose texts hold no word of any language, with rulings, a settled
// clash and saved searches, and every form.
func wordless(t *testing.T) (browser, map[string]bool) {
	t.Helper()
	pile, known := viewtest.Wordless()
	to := pile.(store.Store)
	lib := view.New(pile)
	lib.Diff = viewtest.Diff
	at := time.Date(2026, 3, 4, 9, 0, 0, 0, time.UTC)
	rule := func(ctx context.Context, d pipeline.Decision) error {
		at = at.Add(time.Minute)
		d.By, d.At = "Ana", at
		_, err := pipeline.Rule(ctx, still{to}, d)
		return err
	}
	var formats []web.Format
	for _, id := range message.In("es").IDs() {
		if name, ok := strings.CutPrefix(id, "format."); ok {
			formats = append(formats, web.Format{Name: name, Spoken: name == "dossier", Media: "text/csv", Offers: func(view.Part) bool { return true }, Write: func(context.Context, io.Writer, view.Part, *message.Book) error { return nil }})
		}
	}
	b := browser{t: t, accept: "es", h: web.New(lib, web.Options{By: "Ana", Version: "1", Rule: func(ctx context.Context, d web.Decision) error {
		return rule(ctx, pipeline.Decision{Verdict: d.Verdict, Finding: d.Finding})
	}, Formats: formats,
		Keep: func(ctx context.Context, e stemma.SearchEntry) error {
			e.At = at
			_, err := pipeline.KeepSearch(ctx, to, e)
			return err
		}})}
	ctx := t.Context()
	for _, d := range decisions(ctx, t, to) {
		if err := rule(ctx, d); err != nil {
			t.Fatal(err)
		}
	}
	post(t, b, "/searches", url.Values{"act": {"keep"}, "name": {"Ana"}, "q": {"dhnl"}, "by": {"Ana"}})
	return b, known
}

// post sends a form of our own and gives the page that answers.
func post(t *testing.T, b browser, path string, form url.Values) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest("POST", "http://localhost"+path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Origin", "http://localhost")
	r.Header.Set("Accept-Language", b.accept)
	w := httptest.NewRecorder()
	b.h.ServeHTTP(w, r)
	return w
}

// TestNoEnglishIsLeft: of a pile without words, every word on every Spanish screen is one of
// the Spanish messages. Exempt is what people type, and names of languages and of programs.
func TestNoEnglishIsLeft(t *testing.T) {
	b, known := wordless(t)
	said := viewtest.Spanish(false)
	for _, w := range viewtest.Words("Stemma English inglés español Ana Enter Esc date place figures never none") {
		known[w] = true
	}
	look := func(href string, doc *html.Node) {
		query, _ := url.Parse(href)
		for n := range doc.Descendants() {
			var shown []string
			switch {
			case n.Type == html.TextNode && !typed(n):
				shown = append(shown, n.Data)
			case n.Type == html.ElementNode:
				for _, a := range n.Attr {
					if slices.Contains(spoken, a.Key) && !typed(n) {
						shown = append(shown, a.Val)
					}
				}
			}
			for _, s := range shown {
				for _, w := range viewtest.Words(without(s, query.Query().Get("q"))) {
					if !said[w] && !known[w] {
						t.Errorf("%s: <%s> says %q in %q", href, n.Parent.Data, w, strings.Join(strings.Fields(s), " "))
					}
				}
			}
		}
	}
	crawl(t, b, look)
	said = viewtest.Spanish(true)
	for _, href := range []string{"/no", "/text/a-none", "/clash/c-none", "/figures?from=never", "/search?q=%22open", "/search?q=date:2021-99", "/search?q=-place:ana+ana"} {
		look(href, parse(t, b.ask("GET", "localhost", href).Body.String()))
	}
	for _, form := range []url.Values{{"verdict": {"reject"}}, {"verdict": {"reject"}, "by": {"Ana"}, "finding": {"f-0"}}} {
		w := post(t, b, "/rule", form)
		if w.Code == http.StatusSeeOther {
			continue
		}
		look("POST /rule", parse(t, w.Body.String()))
	}
}

// without takes what was searched for out of a text.
func without(s, query string) string {
	if query == "" {
		return s
	}
	return strings.ReplaceAll(s, query, "")
}

// typed reports whether a node stands in what people type, or in the help on it.
func typed(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n.Data == "code" || n.Data == "kbd" || n.Data == "script" || n.Data == "style" || attr(n, "class") == "how" || attr(n, "class") == "file" || attr(n, "lang") == "en" && n.Data == "button" {
			return true
		}
	}
	return false
}

// still is a pile that is not lined up again: what it says together stays as it was written.
type still struct{ store.Store }

func (still) LinedUp(context.Context, string) (bool, error) { return true, nil }

// decisions are rulings of every sort on what the pile says.
func decisions(ctx context.Context, t *testing.T, to store.Store) []pipeline.Decision {
	t.Helper()
	clashes, err := to.Clashes(ctx, store.Query{})
	if err != nil || len(clashes) == 0 {
		t.Fatalf("%d clashes, %v", len(clashes), err)
	}
	actors, err := to.Actors(ctx, store.Query{})
	if err != nil || len(actors) == 0 {
		t.Fatalf("%d names, %v", len(actors), err)
	}
	copies, err := to.Copies(ctx, "")
	if err != nil || len(copies) == 0 {
		t.Fatalf("%d copies, %v", len(copies), err)
	}
	one, two, name := clashes[0].Sides[0].Members[0], clashes[0].Sides[1].Members[0], actors[0].Members[0]
	return []pipeline.Decision{
		{Verdict: stemma.Settled, Clash: clashes[0].ID, Say: map[string]string{"right": clashes[0].Sides[1].Value}},
		{Verdict: stemma.Accepted, Finding: one},
		{Verdict: stemma.Mended, Finding: two, Say: map[string]string{"number": ">30", "as_of": "2021-03-08", "status": "planned"}},
		{Verdict: stemma.Noted, Finding: two, Why: "Ana", Say: map[string]string{"certainty": "low"}},
		{Verdict: stemma.Rejected, Finding: name},
		{Verdict: stemma.Renamed, Finding: name, Say: map[string]string{"name": "Ana"}},
		{Verdict: stemma.CameFirst, Text: copies[0].A},
		{Verdict: stemma.NotACopy, Text: copies[0].A, Other: copies[0].B},
	}
}
