package web_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"stemma"
	"stemma/internal/store"
	"stemma/internal/view"
	"stemma/internal/view/viewtest"
	"stemma/internal/web"
)

// A decision is taken from a form of ours alone, with the name of who makes it, and leads
// back to a screen of ours.
func TestRule(t *testing.T) {
	var got []web.Decision
	lib := view.New(viewtest.Velmora())
	h := web.New(lib, web.Options{By: "Ana", Rule: func(_ context.Context, d web.Decision) error {
		got = append(got, d)
		if d.Text == "a-none" {
			return stemma.ErrNotFound
		}
		return nil
	}})
	form := url.Values{"verdict": {stemma.NotACopy}, "by": {" Ana "}, "why": {"one circular"}, "text": {"a-1"}, "other": {"a-2"}, "to": {"/copy/a-1/a-2"}}
	send := func(headers map[string]string, change map[string]string) *httptest.ResponseRecorder {
		f := url.Values{}
		for k, v := range form {
			f[k] = v
		}
		for k, v := range change {
			f.Set(k, v)
		}
		r := httptest.NewRequest("POST", "http://127.0.0.1:8033/rule", strings.NewReader(f.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		for k, v := range headers {
			r.Header.Set(k, v)
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w
	}
	own := map[string]string{"Origin": "http://127.0.0.1:8033"}
	for name, headers := range map[string]map[string]string{
		"no origin": nil, "another origin": {"Origin": "https://evil.example"}, "null origin": {"Origin": "null"},
		"another site": {"Sec-Fetch-Site": "cross-site", "Origin": "http://127.0.0.1:8033"},
	} {
		if w := send(headers, nil); w.Code != http.StatusForbidden {
			t.Errorf("%s: status %d", name, w.Code)
		}
	}
	if len(got) > 0 {
		t.Fatalf("a stranger's form was taken: %+v", got)
	}
	w := send(own, nil)
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/copy/a-1/a-2" {
		t.Errorf("status %d, to %q", w.Code, w.Header().Get("Location"))
	}
	want := web.Decision{By: "Ana", Why: "one circular", Verdict: stemma.NotACopy, Text: "a-1", Other: "a-2"}
	if !reflect.DeepEqual(got, []web.Decision{want}) {
		t.Errorf("got %+v", got)
	}
	for _, to := range []string{"https://evil.example/", "//evil.example/", `/\evil.example`, "javascript:alert(1)", "evil"} {
		if w := send(own, map[string]string{"to": to}); w.Header().Get("Location") != "/rulings" {
			t.Errorf("%q leads to %q", to, w.Header().Get("Location"))
		}
	}
	if w := send(own, map[string]string{"by": " "}); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "This was not kept") {
		t.Errorf("without a name: status %d, %s", w.Code, w.Body)
	}
	if w := send(own, map[string]string{"text": "a-none"}); w.Code != http.StatusNotFound {
		t.Errorf("about no text: status %d", w.Code)
	}
	if w := send(own, map[string]string{"why": strings.Repeat("x", 70<<10)}); w.Code == http.StatusSeeOther {
		t.Error("a form without end is taken")
	}
}

// Without a ruler no screen shows a form that would go nowhere.
// What a form was refused for is said plainly, with the way back to the form.
func TestRefusedForm(t *testing.T) {
	for _, why := range []error{stemma.ErrInvalid, stemma.ErrNotFound} {
		h := web.New(view.New(viewtest.Velmora()), web.Options{Rule: func(context.Context, web.Decision) error {
			return fmt.Errorf("nobody and no place here is called “Ada Nill”: %w", why)
		}})
		form := url.Values{"verdict": {stemma.SameOne}, "by": {"Ana"}, "finding": {"n-1"}, "other": {"Ada Nill"}, "to": {"/name/n-1"}}
		r := httptest.NewRequest("POST", "http://127.0.0.1:8033/rule", strings.NewReader(form.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Origin", "http://127.0.0.1:8033")
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		for _, want := range []string{"This was not kept", `role="alert">nobody and no place here is called “Ada Nill”`, `href="/name/n-1" data-back`} {
			if !strings.Contains(w.Body.String(), want) {
				t.Errorf("%v: the answer does not say %s", why, want)
			}
		}
	}
}

func TestNoFormsWithoutRuler(t *testing.T) {
	b := open(t, viewtest.Velmora())
	crawl(t, b, func(href string, doc *html.Node) {
		if len(all(doc, "main form[method=post]")) > 0 {
			t.Errorf("%s has a form", href)
		}
	})
}

// A selected finding can be called right or wrong; one that was called wrong is struck
// through, says by whom and why, and stands in no list.
func TestRejectedFindingIsStruck(t *testing.T) {
	pile := viewtest.Velmora()
	figures, err := pile.Figures(t.Context(), store.Query{})
	if err != nil {
		t.Fatal(err)
	}
	f := figures[0]
	a, err := pile.Article(t.Context(), f.Article)
	if err != nil {
		t.Fatal(err)
	}
	p, err := pile.Page(t.Context(), a.Page)
	if err != nil {
		t.Fatal(err)
	}
	b := browser{t: t, h: web.New(view.New(pile), web.Options{By: "Ana", Rule: func(context.Context, web.Decision) error { return nil }})}
	href := view.TextHref(f.Article, f.ID)
	verdicts := func() (out []string) {
		for _, x := range all(b.main(href), `.panel form [name="verdict"]`) {
			out = append(out, attr(x, "value"))
		}
		return out
	}
	if got := strings.Join(verdicts(), " "); got != "accept reject mend note" || len(all(b.main(href), ".m.rejected")) > 0 {
		t.Errorf("before: forms %s", got)
	}
	listed := len(all(b.main("/figures"), "#"+string(f.ID))) + strings.Count(b.ask("GET", "localhost", "/api/v1/figures").Body.String(), `"id":"`+string(f.ID)+`"`)
	if listed == 0 {
		t.Error("before: the figure is not listed")
	}
	ruling := stemma.Ruling{ID: "r-1", By: "Ida", Why: "a drill", Verdict: stemma.Rejected, Kind: "figure", Anchor: stemma.AnchorIn(&a, p.Text, f.Span)}
	if err := pile.(store.Writer).Rule(t.Context(), ruling); err != nil {
		t.Fatal(err)
	}
	main := b.main(href)
	if got := strings.Join(verdicts(), " "); got != "back accept mend note" || len(all(main, ".m.figure.rejected")) == 0 {
		t.Errorf("after: forms %s", got)
	}
	if said := words(all(main, ".panel .ruled")[0]); !strings.Contains(said, "wrong") || !strings.Contains(said, "Ida") || !strings.Contains(said, "a drill") {
		t.Errorf("after: %s", said)
	}
	if body := b.ask("GET", "localhost", "/api/v1/figures").Body.String(); strings.Contains(body, `"id":"`+string(f.ID)+`"`) {
		t.Error("after: the figure is still listed")
	}
}
