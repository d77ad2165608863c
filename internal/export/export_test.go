package export_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/export"
	"stemma/internal/view"
	"stemma/internal/view/viewtest"
)

// written writes a part of the example in a format.
func written(t *testing.T, format string, part view.Part, kinds ...string) []byte {
	t.Helper()
	f, err := export.Lookup(format)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	src := &export.Source{Lib: view.New(viewtest.Velmora()), Part: part, Kinds: kinds, Version: "v", Rules: "r"}
	if err := f.Write(t.Context(), &b, src); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// whole is a part that every format can write.
func whole(f export.Format) view.Part {
	if f.Name == "csv" {
		return view.Part{List: "figures"}
	}
	return view.Part{}
}

// The same pile gives the same bytes in every format, and an empty one is written too.
func TestSameBytes(t *testing.T) {
	for _, f := range export.Formats {
		t.Run(f.Name, func(t *testing.T) {
			first := written(t, f.Name, whole(f))
			for range 3 {
				if !bytes.Equal(first, written(t, f.Name, whole(f))) {
					t.Fatal("two runs give different bytes")
				}
			}
			var b bytes.Buffer
			src := &export.Source{Lib: view.New(viewtest.Empty()), Part: whole(f), Version: "v", Rules: "r"}
			if err := f.Write(t.Context(), &b, src); err != nil {
				t.Errorf("an empty pile: %v", err)
			}
		})
	}
}

// Every format says what it is for, and every list of statements can be written in some
// format besides those of all lists.
func TestFormats(t *testing.T) {
	names := map[string]bool{}
	for _, f := range export.Formats {
		if names[f.Name] || f.Title == "" || !strings.HasPrefix(f.For, "for ") || f.File == "" || f.Media == "" {
			t.Errorf("%+v", f)
		}
		names[f.Name] = true
		for _, k := range f.Kinds {
			if !slices.Contains(view.RecordKinds, k) {
				t.Errorf("%s is made of %q, which no record is", f.Name, k)
			}
		}
	}
	if _, err := export.Lookup("stone"); !errors.Is(err, stemma.ErrInvalid) || !strings.Contains(err.Error(), "xlsx") {
		t.Errorf("an unknown format: %v", err)
	}
}

// What is asked for wrongly is told, and nothing is written in its place.
func TestRefusals(t *testing.T) {
	for _, c := range []struct {
		format string
		src    export.Source
		want   string
	}{
		{"csv", export.Source{}, "one kind"},
		{"csv", export.Source{Kinds: []string{"clash"}}, "clash"},
		{"xlsx", export.Source{Part: view.Part{List: "figures", Fields: map[string]string{"speaker": "x"}}}, "measure, place"},
		{"jsonl", export.Source{Part: view.Part{List: "opinions"}}, "quotes"},
		{"jsonl", export.Source{Part: view.Part{Fields: map[string]string{"measure": "deaths"}}}, "measure"},
		{"jsonl", export.Source{Part: view.Part{Query: `"half`}}, "half"},
	} {
		f, err := export.Lookup(c.format)
		if err != nil {
			t.Fatal(err)
		}
		c.src.Lib = view.New(viewtest.Velmora())
		if err := f.Write(t.Context(), new(bytes.Buffer), &c.src); !errors.Is(err, stemma.ErrInvalid) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s %+v: %v, want an error that names %s", c.format, c.src.Part, err, c.want)
		}
	}
	f, _ := export.Lookup("jsonl")
	src := &export.Source{Lib: view.New(viewtest.Velmora()), Part: view.Part{Of: "l-0000000000000000"}}
	if err := f.Write(t.Context(), new(bytes.Buffer), src); !errors.Is(err, stemma.ErrNotFound) {
		t.Errorf("an unknown group: %v", err)
	}
}
