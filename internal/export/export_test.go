package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/gonum/graph/encoding/dot"
	"gonum.org/v1/gonum/graph/multi"

	"stemma"
	"stemma/internal/export"
	"stemma/internal/message"
	"stemma/internal/store"
	"stemma/internal/view"
	"stemma/internal/view/viewtest"
)

// written writes a part of the example in a format.
func written(t *testing.T, format string, part view.Part, kinds ...string) []byte {
	t.Helper()
	return writtenOf(t, viewtest.Velmora(), format, part, kinds...)
}

// writtenOf writes a part of a pile in a format.
func writtenOf(t *testing.T, pile store.Reader, format string, part view.Part, kinds ...string) []byte {
	t.Helper()
	return writtenBy(t, view.New(pile), format, part, kinds...)
}

// writtenBy writes a part of a library in a format.
func writtenBy(t *testing.T, lib *view.Library, format string, part view.Part, kinds ...string) []byte {
	t.Helper()
	f, err := export.Lookup(format)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	src := &export.Source{Lib: lib, Part: part, Kinds: kinds, Version: "v", Rules: "r"}
	if err := f.Write(t.Context(), &b, src); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// whole is a part that every format can write.
func whole(f export.Format) view.Part {
	if f.Name == "register" {
		return view.Part{List: "victims"}
	}
	if f.One {
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

// Whatever a pile holds, what is written can be read: JSON is JSON, XML is XML, a table has
// one number of columns.
func TestHostile(t *testing.T) {
	for _, f := range export.Formats {
		out := writtenOf(t, viewtest.Hostile(), f.Name, whole(f))
		switch {
		case f.Media == "application/jsonl":
			for line := range bytes.Lines(out) {
				if !json.Valid(line) {
					t.Errorf("%s: %s", f.Name, line)
				}
			}
		case strings.Contains(f.Media, "json"):
			if !json.Valid(out) {
				t.Errorf("%s is no JSON", f.Name)
			}
		case strings.HasSuffix(f.Media, "+xml"):
			if err := xml.Unmarshal(out, new(struct{})); err != nil {
				t.Errorf("%s: %v", f.Name, err)
			}
		case strings.HasPrefix(f.Media, "text/csv"):
			if _, err := csv.NewReader(bytes.NewReader(out)).ReadAll(); err != nil {
				t.Errorf("%s: %v", f.Name, err)
			}
		case f.Name == "dot":
			if err := dot.UnmarshalMulti(out, multi.NewDirectedGraph()); err != nil {
				t.Errorf("%s: %v", f.Name, err)
			}
		}
	}
}

// Every format says what it is for, and every list of statements can be written in some
// format besides those of all lists.
func TestFormats(t *testing.T) {
	english := message.In("en")
	names := map[string]bool{}
	for _, f := range export.Formats {
		if names[f.Name] || f.Title(english) == "format."+f.Name || !strings.HasPrefix(f.For(english), "for ") || f.File == "" || f.Media == "" {
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
		{"parquet", export.Source{}, "one kind"},
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
	src := &export.Source{Lib: view.New(viewtest.Velmora()), Part: view.Part{Groups: []stemma.ID{"l-0000000000000000"}}}
	if err := f.Write(t.Context(), new(bytes.Buffer), src); !errors.Is(err, stemma.ErrNotFound) {
		t.Errorf("an unknown group: %v", err)
	}
}
