package view_test

import (
	"context"
	"strconv"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/message"
	"stemma/internal/store"
	"stemma/internal/view"
	"stemma/internal/view/viewtest"
)

// asking is a pile that counts how often it is searched, and may be told to be another one.
type asking struct {
	store.Reader
	state, asked atomic.Int32
}

func (a *asking) State(context.Context) (string, error) {
	return strconv.Itoa(int(a.state.Load())), nil
}

func (a *asking) Search(ctx context.Context, s store.Search) (store.Hits, error) {
	a.asked.Add(1)
	return a.Reader.Search(ctx, s)
}

// Whoever turns the pages of a search, or changes the language, does not search again; another
// search, and the same one when the pile has changed, is made.
func TestSearchIsMadeOnce(t *testing.T) {
	pile := &asking{Reader: viewtest.Velmora()}
	lib := view.New(pile)
	search := func(lang string, independent bool, offset int, asked int32) {
		t.Helper()
		q := view.SearchQuery{Text: "the* -outlet:post", Independent: independent, Offset: offset}
		got, err := lib.In(message.In(lang)).Search(t.Context(), q)
		if err != nil || got.Total == 0 || pile.asked.Load() != asked {
			t.Fatalf("searched %d times, %v", pile.asked.Load(), err)
		}
		fresh, err := view.New(pile.Reader).In(message.In(lang)).Search(t.Context(), q)
		if diff := cmp.Diff(fresh, got); err != nil || diff != "" {
			t.Errorf("(-made anew, +given), %v:\n%s", err, diff)
		}
	}
	search("en", false, 0, 1)
	search("en", false, 20, 1)
	search("es", false, 0, 1)
	search("en", true, 0, 2)
	search("en", false, 0, 2)
	pile.state.Add(1)
	search("en", false, 0, 3)
}
