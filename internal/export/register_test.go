package export_test

import (
	"bytes"
	"errors"
	"testing"

	"stemma"
	"stemma/internal/export"
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
