package web_test

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/view"
	"stemma/internal/view/viewtest"
	"stemma/internal/web"
)

// A list offers its table where there is one to give; a table of an unknown kind is told.
func TestTable(t *testing.T) {
	give := func(_ context.Context, w io.Writer, kind string) error {
		if kind != "figure" {
			return stemma.ErrInvalid
		}
		_, err := io.WriteString(w, "kind,id\r\n")
		return err
	}
	get := func(h http.Handler, path string) *httptest.ResponseRecorder {
		r := httptest.NewRequest("GET", "http://localhost"+path, nil)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w
	}
	with, without := web.New(view.New(viewtest.Velmora()), web.Options{Table: give}), web.New(view.New(viewtest.Velmora()), web.Options{})
	if !strings.Contains(get(with, "/figures").Body.String(), `href="/table/figure"`) || strings.Contains(get(without, "/figures").Body.String(), "/table/") {
		t.Error("the link to the table")
	}
	w := get(with, "/table/figure")
	if w.Code != 200 || w.Body.String() != "kind,id\r\n" || w.Header().Get("Content-Disposition") != "attachment; filename=stemma-figure.csv" {
		t.Errorf("%d %q %v", w.Code, w.Body, w.Header())
	}
	if w := get(with, "/table/opinion"); w.Code != 400 {
		t.Errorf("an unknown kind: %d", w.Code)
	}
	if w := get(without, "/table/figure"); w.Code != 404 {
		t.Errorf("without tables: %d", w.Code)
	}
}
