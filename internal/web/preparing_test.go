package web_test

import (
	"context"
	"iter"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"stemma/internal/store"
	"stemma/internal/view"
	"stemma/internal/view/viewtest"
	"stemma/internal/web"
)

// large is a pile that says that it is large, and whose texts are read when it may be.
type large struct {
	store.Reader
	may chan struct{}
}

func (l large) Counts(ctx context.Context) (store.Counts, error) {
	c, err := l.Reader.Counts(ctx)
	c.Articles = 250_000
	return c, err
}

func (l large) Texts(ctx context.Context, kinds ...string) iter.Seq2[store.Text, error] {
	<-l.may
	return l.Reader.Texts(ctx, kinds...)
}

// Whoever comes while a large pile is prepared is told so, in the language of the browser, and by
// a page that asks again.
func TestPreparing(t *testing.T) {
	pile := large{viewtest.Velmora(), make(chan struct{})}
	lib := view.New(pile)
	screens := web.New(lib, web.Options{})
	done := make(chan error)
	go func() { done <- lib.Prepare(t.Context()) }()
	pile.may <- struct{}{} // it is at the names
	ask := func(path, lang string) *httptest.ResponseRecorder {
		w, r := httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+path, http.NoBody)
		r.Header.Set("Accept-Language", lang)
		screens.ServeHTTP(w, r)
		return w
	}
	for lang, words := range map[string]string{"en": "The pile is being read", "es": "Se está leyendo la colección"} {
		w := ask("/figures", lang)
		if w.Code != http.StatusServiceUnavailable || w.Header().Get("Refresh") == "" || !strings.Contains(w.Body.String(), words) {
			t.Errorf("%s: %d, Refresh: %q\n%s", lang, w.Code, w.Header().Get("Refresh"), w.Body)
		}
	}
	if w := ask("/problems", "en"); w.Code != http.StatusOK {
		t.Errorf("a screen that needs nothing of the whole pile: %d", w.Code)
	}
	close(pile.may)
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	if w := ask("/figures", "en"); w.Code != http.StatusOK {
		t.Errorf("when it is prepared: %d", w.Code)
	}
}
