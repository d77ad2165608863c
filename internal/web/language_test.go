package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"stemma/internal/view/viewtest"
)

// speaking gives a page as a browser gets it that asks for a language and has a cookie.
func (b browser) speaking(href, accept, cookie string) (*html.Node, http.Header) {
	b.t.Helper()
	r := httptest.NewRequest("GET", "http://localhost"+href, nil)
	r.Header.Set("Accept-Language", accept)
	if cookie != "" {
		r.AddCookie(&http.Cookie{Name: "stemma-language", Value: cookie})
	}
	w := httptest.NewRecorder()
	b.h.ServeHTTP(w, r)
	return parse(b.t, w.Body.String()), w.Header()
}

// TestLanguage: what a person chose goes before what the browser asks for; what there is not
// is English.
func TestLanguage(t *testing.T) {
	b := open(t, viewtest.Velmora())
	for _, c := range []struct{ accept, cookie, lang, heading string }{
		{"", "", "en", "Texts"},
		{"es-CL,es;q=0.9,en;q=0.8", "", "es", "Textos"},
		{"fr, es;q=0.7", "", "es", "Textos"},
		{"de", "", "en", "Texts"},
		{"en", "es", "es", "Textos"},
		{"es", "en", "en", "Texts"},
		{"es", "xx", "es", "Textos"},
		{";;q=nonsense", "", "en", "Texts"},
	} {
		doc, header := b.speaking("/texts", c.accept, c.cookie)
		if got := attr(all(doc, "html")[0], "lang"); got != c.lang || header.Get("Content-Language") != c.lang {
			t.Errorf("asked for %q with the cookie %q: the page is in %q, the header says %q", c.accept, c.cookie, got, header.Get("Content-Language"))
		}
		if got := words(all(doc, "main h1")[0]); !strings.HasPrefix(got, c.heading) {
			t.Errorf("asked for %q with the cookie %q: the heading is %q", c.accept, c.cookie, got)
		}
		if got := attr(all(doc, "form.languages [aria-current]")[0], "value"); got != c.lang {
			t.Errorf("the switch stands on %q", got)
		}
		if !strings.Contains(header.Get("Vary"), "Cookie") || !strings.Contains(header.Get("Vary"), "Accept-Language") {
			t.Errorf("Vary: %q would let a cache give one language for the other", header.Get("Vary"))
		}
	}
	if doc, _ := b.speaking("/nowhere", "es", ""); !strings.Contains(words(all(doc, "main")[0]), "No existe esa página") {
		t.Error("trouble is told in English")
	}
}

// TestChooseLanguage: the switch keeps the choice and goes back to the screen, for forms of
// our own only, and to no other site.
func TestChooseLanguage(t *testing.T) {
	b := open(t, viewtest.Velmora())
	send := func(site, lang, to string) *http.Response {
		r := httptest.NewRequest("POST", "http://localhost/language", strings.NewReader(url.Values{"lang": {lang}, "to": {to}}.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Sec-Fetch-Site", site)
		w := httptest.NewRecorder()
		b.h.ServeHTTP(w, r)
		return w.Result()
	}
	r := send("same-origin", "es", "/figures?measure=deaths")
	if r.StatusCode != http.StatusSeeOther || r.Header.Get("Location") != "/figures?measure=deaths" {
		t.Errorf("status %d, to %q", r.StatusCode, r.Header.Get("Location"))
	}
	if c := r.Cookies(); len(c) != 1 || c[0].Value != "es" || !c[0].HttpOnly || c[0].SameSite != http.SameSiteLaxMode {
		t.Errorf("cookies %v", c)
	}
	if r := send("same-origin", "xx", "https://elsewhere.example/"); len(r.Cookies()) != 0 || r.Header.Get("Location") != "/" {
		t.Errorf("an unknown language gives %v, to %q", r.Cookies(), r.Header.Get("Location"))
	}
	if r := send("cross-site", "es", "/"); r.StatusCode != http.StatusForbidden || len(r.Cookies()) != 0 {
		t.Errorf("another site's form: status %d", r.StatusCode)
	}
}

// TestAnswersAreEnglish: the API and its trouble hang on no reader's language.
func TestAnswersAreEnglish(t *testing.T) {
	b := open(t, viewtest.Velmora())
	for _, href := range []string{"/api/v1/tolls", "/api/v1/text/none"} {
		want := b.ask("GET", "localhost", href)
		r := httptest.NewRequest("GET", "http://localhost"+href, nil)
		r.Header.Set("Accept-Language", "es")
		got := httptest.NewRecorder()
		b.h.ServeHTTP(got, r)
		if got.Body.String() != want.Body.String() {
			t.Errorf("%s in Spanish: %s", href, got.Body)
		}
	}
}

// TestSpanishScreens: around the pile's words no screen says anything in English when it is
// asked for in Spanish. What is looked at is what Stemma itself puts there: headings of
// tables and lists, names of fields, tags, buttons, dates, support.
func TestSpanishScreens(t *testing.T) {
	const ours = "nav, footer.foot, button, label, legend, dt:not(:has(code)), th[scope=col], .tag, .facets h2, .support, .total, .kicker, .periods, figcaption, h1.quiet"
	english := map[string]bool{}
	for _, w := range strings.Fields("the of and or with not by to from all text texts unknown date word words first last is are was were in who what where when since until copy copies") {
		english[w] = true
	}
	b := open(t, viewtest.Velmora())
	b.accept = "es"
	crawl(t, b, func(href string, doc *html.Node) {
		if got := attr(all(doc, "html")[0], "lang"); got != "es" {
			t.Errorf("%s: in %q", href, got)
		}
		for _, n := range all(doc, ".block.hole") {
			if said := attr(n, "title"); !strings.Contains(said, "no son palabras") {
				t.Errorf("%s: site text is called %q", href, said)
			}
		}
		for _, n := range all(doc, ours) {
			said := words(n)
			for w := range strings.FieldsFuncSeq(strings.ToLower(said), func(r rune) bool { return !unicode.IsLetter(r) }) {
				if english[w] {
					t.Errorf("%s: <%s class=%q> says %q", href, n.Data, attr(n, "class"), said)
					break
				}
			}
		}
	})
}
