package web_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"stemma/internal/view"
	"stemma/internal/view/viewtest"
	"stemma/internal/web"
)

// TestDone: the screen behind a form says what was done, once, in the reader's language, with a
// way to take it back; a word that is none of ours is not said.
func TestDone(t *testing.T) {
	b := browser{t: t, h: web.New(view.New(viewtest.Velmora()), web.Options{Rule: func(context.Context, web.Decision) error { return nil }})}
	w := post(t, b, "/rule", url.Values{"verdict": {"reject"}, "by": {"Ana"}, "text": {"a-1"}, "to": {"/texts"}})
	if w.Code != http.StatusSeeOther || len(w.Result().Cookies()) != 1 {
		t.Fatalf("status %d, cookies %v", w.Code, w.Result().Cookies())
	}
	show := func(cookie *http.Cookie, accept string) *httptest.ResponseRecorder {
		r := httptest.NewRequest("GET", "http://localhost/texts", nil)
		r.Header.Set("Accept-Language", accept)
		if cookie != nil {
			r.AddCookie(cookie)
		}
		w := httptest.NewRecorder()
		b.h.ServeHTTP(w, r)
		return w
	}
	kept := w.Result().Cookies()[0]
	for accept, want := range map[string]string{"en": "Kept: wrong.", "es": "Guardado: erróneo."} {
		next := show(kept, accept)
		said := all(parse(t, next.Body.String()), "main .done[role=status]")
		if len(said) != 1 || !strings.HasPrefix(words(said[0]), want) || len(all(said[0], "a[href='/rulings']")) != 1 {
			t.Errorf("%s: %d messages in %q", accept, len(said), next.Body)
		}
		if forgotten := next.Result().Cookies(); len(forgotten) != 1 || forgotten[0].Name != kept.Name || forgotten[0].MaxAge >= 0 {
			t.Errorf("the message stays: %v", forgotten)
		}
	}
	for _, value := range []string{"", "ruling.nonsense", "x", "ruling.", "measure.deaths"} {
		if next := show(&http.Cookie{Name: kept.Name, Value: value}, "en"); len(all(parse(t, next.Body.String()), ".done")) != 0 {
			t.Errorf("%q is said", value)
		}
	}
	if next := show(nil, "en"); len(next.Result().Cookies()) != 0 {
		t.Error("a cookie is set though nothing was done")
	}
}
