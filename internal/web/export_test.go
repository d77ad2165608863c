package web_test

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/message"
	"stemma/internal/view"
	"stemma/internal/view/viewtest"
	"stemma/internal/web"
)

// Every screen that shows statements offers just what it shows, in the formats that fit.
func TestExport(t *testing.T) {
	var asked view.Part
	figures := web.Format{
		Name: "csv", File: "csv", Media: "text/csv",
		Offers: func(p view.Part) bool { return p.Kind() == "figure" || p.Kind() == "" },
		Write: func(_ context.Context, w io.Writer, p view.Part, _ *message.Book) error {
			asked = p
			if p.Fields["measure"] == "joy" {
				return stemma.ErrInvalid
			}
			_, err := io.WriteString(w, "kind,id\r\n")
			return err
		},
	}
	get := func(h http.Handler, path string) *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest("GET", "http://localhost"+path, nil))
		return w
	}
	lib := view.New(viewtest.Velmora())
	with, without := web.New(lib, web.Options{Formats: []web.Format{figures}}), web.New(lib, web.Options{})
	for _, c := range []struct {
		screen, href string
		part         view.Part
	}{
		{"/", "/export/csv", view.Part{Fields: map[string]string{}}},
		{"/figures?measure=deaths&offset=0", "/export/csv?list=figures&amp;measure=deaths", view.Part{List: "figures", Fields: map[string]string{"measure": "deaths"}}},
		{"/search?q=dock*&independent=1", "/export/csv?independent=1&amp;q=dock%2A", view.Part{Query: "dock*", Independent: true, Fields: map[string]string{}}},
		{"/saying/s-rifles", "/export/csv?group=s-rifles", view.Part{Groups: []stemma.ID{"s-rifles"}, Fields: map[string]string{}}},
	} {
		if body := get(with, c.screen).Body.String(); !strings.Contains(body, `href="`+c.href+`"`) {
			t.Errorf("%s does not offer %s", c.screen, c.href)
		}
		w := get(with, strings.ReplaceAll(c.href, "&amp;", "&"))
		if w.Code != 200 || w.Body.String() != "kind,id\r\n" || !strings.HasPrefix(w.Header().Get("Content-Disposition"), "attachment; filename=stemma") {
			t.Errorf("%s: %d %q %v", c.href, w.Code, w.Body, w.Header())
		}
		if !reflect.DeepEqual(asked, c.part) {
			t.Errorf("%s asks for %+v, want %+v", c.href, asked, c.part)
		}
		if strings.Contains(get(without, c.screen).Body.String(), "/export/") {
			t.Errorf("%s offers a format that there is not", c.screen)
		}
	}
	if strings.Contains(get(with, "/quotes").Body.String(), "/export/") {
		t.Error("a list of quotations offers a format that cannot write them")
	}
	if w := get(with, "/export/csv?list=figures&measure=joy"); w.Code != 400 {
		t.Errorf("a part that cannot be written: %d", w.Code)
	}
	if w := get(with, "/export/stone"); w.Code != 404 {
		t.Errorf("an unknown format: %d", w.Code)
	}
}

// The map can be taken out where a list has just what it shows: the places named in its time.
func TestMapIsTakenOut(t *testing.T) {
	b := browser{t: t, h: web.New(view.New(viewtest.Velmora()), web.Options{Formats: []web.Format{{Name: "geojson", Offers: func(p view.Part) bool { return p.Kind() == "name" }}}})}
	if n := len(all(b.page("/map?from=2021"), `.out a[href^="/export/geojson?from=2021&list=names"]`)); n != 1 {
		t.Errorf("the map has %d links to take it out", n)
	}
	if n := len(all(b.page("/map?what=events"), ".out")); n != 0 {
		t.Error("a map of events is offered as a list of names")
	}
}

// TestExportInALanguage: what has words of its own is offered in the language of the screen, and
// beside it in the other one; the address says which, and without a word it is the reader's.
func TestExportInALanguage(t *testing.T) {
	var asked string
	formats := []web.Format{
		{Name: "dossier", Spoken: true, File: "zip", Media: "application/zip", Offers: func(view.Part) bool { return true },
			Write: func(_ context.Context, w io.Writer, _ view.Part, words *message.Book) error {
				asked = words.Lang()
				return nil
			}},
		{Name: "csv", File: "csv", Media: "text/csv", Offers: func(view.Part) bool { return true }},
	}
	b := browser{t: t, accept: "es", h: web.New(view.New(viewtest.Velmora()), web.Options{Formats: formats})}
	doc := b.page("/figures?measure=deaths")
	links := map[string]string{}
	for _, a := range all(doc, ".out a[href^='/export/']") {
		links[words(a)] = attr(a, "href")
	}
	for said, want := range map[string]string{
		"Dosier": "/export/dossier?language=es&list=figures&measure=deaths", "en inglés": "/export/dossier?language=en&list=figures&measure=deaths",
		"Tabla CSV": "/export/csv?list=figures&measure=deaths",
	} {
		if links[said] != want {
			t.Errorf("%s leads to %q, not %q", said, links[said], want)
		}
	}
	for href, want := range map[string]string{"/export/dossier?language=en": "en", "/export/dossier?language=es&list=figures": "es", "/export/dossier": "es", "/export/dossier?language=xx": "es"} {
		if asked = ""; b.ask("GET", "localhost", href).Code != http.StatusOK || asked != want {
			t.Errorf("%s is in %q, not %q", href, asked, want)
		}
	}
}
