package web_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"stemma/internal/view"
	"stemma/internal/view/viewtest"
	"stemma/internal/web"
)

// The first visit keeps what was there in a cookie; later ones tell what is new since, until
// it is said to be seen. Without a cookie of this pile nothing is claimed.
func TestNewSinceTheLastVisit(t *testing.T) {
	lib := view.New(viewtest.Velmora())
	h := web.New(lib, web.Options{Now: func() time.Time { return time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC) }})
	ask := func(path, cookie string) *httptest.ResponseRecorder {
		r := httptest.NewRequest("GET", "http://localhost"+path, nil)
		if cookie != "" {
			r.AddCookie(&http.Cookie{Name: "stemma-seen", Value: cookie})
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w
	}
	first := ask("/", "")
	if len(first.Result().Cookies()) != 1 || strings.Contains(first.Body.String(), `class="news"`) {
		t.Fatalf("the first visit: cookies %v", first.Result().Cookies())
	}
	mark := first.Result().Cookies()[0]
	if !mark.HttpOnly || mark.SameSite != http.SameSiteStrictMode {
		t.Errorf("the cookie is %v", mark)
	}
	again := ask("/", mark.Value)
	if len(again.Result().Cookies()) != 0 || !strings.Contains(again.Body.String(), "Nothing new since 26 November 2026") {
		t.Errorf("the second visit: cookies %v", again.Result().Cookies())
	}
	parts := strings.Split(mark.Value, "~")
	parts[2], parts[4] = "4", "0" // texts and clashes then
	older := strings.Join(parts, "~")
	if body := ask("/", older).Body.String(); !strings.Contains(body, "<b>+2</b> texts") || !strings.Contains(body, "/?seen=1") {
		t.Error("what is new is not told")
	}
	if body := ask("/", older).Body.String(); !strings.Contains(body, `href="/texts?after=`+parts[len(parts)-5]+`"`) {
		t.Errorf("what is new does not lead to the texts that came after %s:\n%s", parts[len(parts)-5], body)
	}
	seen := ask("/?seen=1", older)
	if seen.Code != http.StatusSeeOther || seen.Header().Get("Location") != "/" || seen.Result().Cookies()[0].Value != mark.Value {
		t.Errorf("seen: status %d, cookies %v", seen.Code, seen.Result().Cookies())
	}
	other := ask("/", strings.Replace(mark.Value, parts[len(parts)-1], "p-elsewhere", 1))
	if strings.Contains(other.Body.String(), `class="news"`) || len(other.Result().Cookies()) != 1 {
		t.Error("another pile's cookie is believed")
	}
}
