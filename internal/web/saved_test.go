package web_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/pipeline"
	"stemma/internal/store"
	"stemma/internal/view"
	"stemma/internal/view/viewtest"
	"stemma/internal/web"
)

// A search is kept from the screen that shows it, with the pages that it finds; what is
// found on other pages later is told as new, until somebody has seen it.
func TestSavedSearches(t *testing.T) {
	pile := viewtest.Velmora().(store.Store)
	lib := view.New(pile)
	b := browser{t: t, h: web.New(lib, web.Options{By: "Ana", Keep: func(ctx context.Context, e stemma.SearchEntry) error {
		_, err := pipeline.KeepSearch(ctx, pile, e)
		return err
	}})}
	send := func(path, media, body string, own bool) *httptest.ResponseRecorder {
		r := httptest.NewRequest("POST", "http://127.0.0.1:8033"+path, strings.NewReader(body))
		r.Header.Set("Content-Type", media)
		if own {
			r.Header.Set("Origin", "http://127.0.0.1:8033")
		}
		w := httptest.NewRecorder()
		b.h.ServeHTTP(w, r)
		return w
	}
	form := func(pairs ...string) string {
		v := url.Values{}
		for i := 0; i < len(pairs); i += 2 {
			v.Set(pairs[i], pairs[i+1])
		}
		return v.Encode()
	}
	const forms = "application/x-www-form-urlencoded"
	if w := send("/searches", forms, form("act", "keep", "name", "quay", "q", "quay", "by", "Ana"), false); w.Code != http.StatusForbidden {
		t.Errorf("a stranger's form: status %d", w.Code)
	}
	w := send("/searches", forms, form("act", "keep", "name", "quay", "q", "quay", "by", "Ana", "to", "https://evil.example/"), true)
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/searches" {
		t.Errorf("status %d, to %q", w.Code, w.Header().Get("Location"))
	}
	v, err := lib.Saved(t.Context())
	if err != nil || len(v.Searches) != 1 || v.Searches[0].Texts == 0 || v.Searches[0].New != 0 {
		t.Fatalf("%+v, %v", v, err)
	}
	for _, screen := range []string{"/", "/search", "/searches"} {
		if body := b.ask("GET", "localhost", screen).Body.String(); !strings.Contains(body, ">quay</b>") || !strings.Contains(body, "nothing new") {
			t.Errorf("%s does not show the saved search", screen)
		}
	}
	schemas, _ := b.document()
	for _, c := range []struct {
		body   string
		status int
	}{
		{`{"act":"keep","name":"boats","query":"boat* OR quay","by":"Bo"}`, http.StatusCreated},
		{`{"act":"keep","name":"boats","query":"boat*","by":"Bo"}`, http.StatusConflict},
		{`{"act":"keep","name":"more","query":"(boat","by":"Bo"}`, http.StatusBadRequest},
		{`{"act":"keep","name":"more","query":"boat"}`, http.StatusBadRequest},
		{`{"act":"seen","answers":"s-none","by":"Bo"}`, http.StatusNotFound},
		{`{"act":"seen","answers":"` + string(v.Searches[0].ID) + `","by":"Bo"}`, http.StatusCreated},
		{`{"act":"remove","answers":"` + string(v.Searches[0].ID) + `","by":"Bo"}`, http.StatusCreated},
	} {
		w := send("/api/v1/searches", "application/json", c.body, false)
		if w.Code != c.status {
			t.Errorf("%s: status %d, want %d: %s", c.body, w.Code, c.status, w.Body)
		} else if w.Code == http.StatusCreated {
			b.suits(schemas, "/api/v1/searches", "post", "201", "application/json", w.Body.Bytes())
		}
	}
	if v, err := lib.Saved(t.Context()); err != nil || len(v.Searches) != 1 || v.Searches[0].Name != "boats" {
		t.Errorf("%+v, %v", v, err)
	}
}
