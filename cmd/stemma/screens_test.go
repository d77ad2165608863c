package main

import (
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"stemma/internal/pipeline"
	"stemma/internal/store/sqlite"
	"stemma/internal/view"
	"stemma/internal/view/viewtest"
	"stemma/internal/web"
)

// While a pile is lined up, whoever asks for a screen is told how far that is, in the language of
// the browser; programs are told so as a problem. Then the screens are there.
func TestScreensOfAPileThatIsLinedUp(t *testing.T) {
	s := newScreens(web.Options{})
	ask := func(path, lang string) *httptest.ResponseRecorder {
		w, r := httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+path, http.NoBody)
		r.Header.Set("Accept-Language", lang)
		s.ServeHTTP(w, r)
		return w
	}
	says := func(path, lang, words string) {
		t.Helper()
		w := ask(path, lang)
		if w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), words) || w.Header().Get("Retry-After") == "" {
			t.Errorf("%s in %s: %d without “%s”\n%s", path, lang, w.Code, words, w.Body)
		}
	}
	s.tell(pipeline.Progress{})
	says("/", "en", "The texts are being counted.")
	s.tell(pipeline.Progress{Step: "lining up", Percent: 40})
	says("/figures", "en", "lining up what the texts say, 40 % so far")
	says("/figures", "es", "se alinea lo que dicen los textos; va por el 40 %")
	says("/api/v1/figures", "es", `"status":503`)
	if w := ask("/figures", "en"); w.Header().Get("Refresh") == "" {
		t.Error("the page does not ask again by itself")
	}
	if w := ask("/static/layout.css", "en"); w.Code != http.StatusOK {
		t.Errorf("a style sheet: %d", w.Code)
	}
	s.show(view.New(viewtest.Velmora()))
	if w := ask("/figures", "en"); w.Code != http.StatusOK {
		t.Errorf("when it is lined up: %d", w.Code)
	}
}

// “stemma serve” listens at once on a pile that other steps have lined up, and shows it when that
// is done anew.
func TestServeLinesUp(t *testing.T) {
	pile := filepath.Join(t.TempDir(), "p.stemma")
	if code := run(t.Context(), []string{"add", "--pile", pile, filepath.Join("..", "..", "demo", "pile")}, io.Discard, io.Discard); code != exitOK {
		t.Fatalf("add: %d", code)
	}
	s, err := sqlite.Open(t.Context(), pile, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Mark(t.Context(), "steps of another time"); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := l.Addr().String()
	l.Close()
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan int)
	go func() {
		ended <- run(ctx, []string{"serve", "--pile", pile, "--no-open", "--port", address[strings.LastIndex(address, ":")+1:]}, io.Discard, io.Discard)
	}()
	for status := 0; status != http.StatusOK; time.Sleep(10 * time.Millisecond) {
		select {
		case code := <-ended:
			t.Fatalf("serve ended with %d", code)
		default:
		}
		r, err := http.Get("http://" + address + "/texts")
		if err != nil {
			continue
		}
		if status = r.StatusCode; status != http.StatusOK && status != http.StatusServiceUnavailable {
			t.Errorf("/texts: %d", status)
		}
		r.Body.Close()
	}
	stop()
	if code := <-ended; code != exitOK {
		t.Errorf("serve ended with %d", code)
	}
	if s, err = sqlite.Open(t.Context(), pile, sqlite.Options{ReadOnly: true}); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if done, err := s.LinedUp(t.Context(), pipeline.Version()); err != nil || !done {
		t.Errorf("lined up: %v, %v", done, err)
	}
}
