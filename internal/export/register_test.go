package export_test

import (
	"bytes"
	"context"
	"errors"
	"testing"

	"stemma"
	"stemma/internal/export"
	"stemma/internal/store"
	"stemma/internal/view"
	"stemma/internal/view/viewtest"
)

// A register is offered where rows are people, matters or steps of tolls, and refused elsewhere.
func TestRegisterIsOffered(t *testing.T) {
	f, err := export.Lookup("register")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range []view.Part{{}, {List: "quotes"}, {List: "figures"}, {Groups: []stemma.ID{"y-1"}}, {List: "victims", Query: "quay"}} {
		var out bytes.Buffer
		if err := f.Write(t.Context(), &out, &export.Source{Lib: view.New(viewtest.Velmora()), Part: p}); !errors.Is(err, stemma.ErrInvalid) || f.Offers(p) {
			t.Errorf("%v: offered %v, %v", p, f.Offers(p), err)
		}
	}
	for _, p := range []view.Part{{List: "victims"}, {List: "polls"}, {Groups: []stemma.ID{"l-1", "l-2"}}, {List: "figures", Groups: []stemma.ID{"l-1"}}} {
		if !f.Offers(p) {
			t.Errorf("%v is not offered", p)
		}
	}
}

// counting counts how often texts are read one by one.
type counting struct {
	store.Reader
	read map[stemma.ID]int
}

func (c counting) Article(ctx context.Context, id stemma.ID) (stemma.Article, error) {
	c.read[id]++
	return c.Reader.Article(ctx, id)
}

// The register of all events reads no text twice, however many events it states and wherever
// they stand in the order of their days.
func TestRegisterReadsTextsOnce(t *testing.T) {
	f, err := export.Lookup("register")
	if err != nil {
		t.Fatal(err)
	}
	pile := counting{viewtest.Velmora(), map[stemma.ID]int{}}
	var out bytes.Buffer
	if err := f.Write(t.Context(), &out, &export.Source{Lib: view.New(pile), Part: view.Part{List: "events"}}); err != nil {
		t.Fatal(err)
	}
	if len(pile.read) == 0 {
		t.Error("no text was read")
	}
	for id, n := range pile.read {
		if n > 1 {
			t.Errorf("text %s was read %d times", id, n)
		}
	}
}
