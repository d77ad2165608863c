package export

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"stemma/internal/view"
	"stemma/internal/view/viewtest"
)

// A Parquet file gives another reader the cells that went in, of every kind, with their
// types, however many groups of rows it has.
func TestParquet(t *testing.T) {
	for _, kind := range tableKinds {
		for _, most := range []int{1, 3, parquetRows} {
			var b bytes.Buffer
			p, err := newParquet(&b, kind, most, parquetBytes)
			if err != nil {
				t.Fatal(err)
			}
			var want [][]any
			s := &Source{Lib: view.New(viewtest.Velmora())}
			err = s.rows(t.Context(), []string{kind}, func(r *row) error {
				var cells []any
				for _, c := range columnsOf(kind) {
					cells = append(cells, parquetWant(c.of(r)))
				}
				want = append(want, cells)
				return p.add(r)
			})
			if err == nil {
				err = p.end("test")
			}
			if err != nil {
				t.Fatal(err)
			}
			got := parquetRead(t, b.Bytes(), kind, (len(want)+most-1)/most)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s, %d rows a group (-in +out):\n%s", kind, most, diff)
			}
		}
	}
}

// A group is written when it holds enough, however few its rows are: a table of long sentences
// needs no more memory than one of short ones.
func TestParquetHoldsLittle(t *testing.T) {
	var b bytes.Buffer
	p, err := newParquet(&b, "figure", parquetRows, 1)
	if err != nil {
		t.Fatal(err)
	}
	s, rows := &Source{Lib: view.New(viewtest.Velmora())}, 0
	err = s.rows(t.Context(), []string{"figure"}, func(r *row) error {
		rows++
		return p.add(r)
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := p.end("test"); err != nil {
		t.Fatal(err)
	}
	if got := parquetRead(t, b.Bytes(), "figure", rows); len(got) != rows || rows < 2 {
		t.Errorf("%d rows, want %d", len(got), rows)
	}
}

// parquetWant is how a cell comes out.
func parquetWant(v any) any {
	switch x := v.(type) {
	case float64, bool:
		return x
	case int:
		return int64(x)
	}
	if s := written(v); s != "" {
		return s
	}
	return nil
}

// parquetRead reads a file by parquet-go.
func parquetRead(t *testing.T, b []byte, kind string, groups int) (rows [][]any) {
	f, err := parquet.OpenFile(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	if len(f.RowGroups()) != groups {
		t.Errorf("%s: %d groups of rows, want %d", kind, len(f.RowGroups()), groups)
	}
	for i, c := range columnsOf(kind) {
		if field := f.Schema().Fields()[i]; field.Name() != c.name || !field.Optional() || (c.kind == "string") != (field.Type().String() == "STRING") {
			t.Errorf("%s: column %d is %s %s, want %s %s", kind, i, field.Name(), field.Type(), c.name, c.kind)
		}
	}
	in := parquet.NewReader(f)
	defer in.Close()
	for {
		buffer := make([]parquet.Row, 10)
		n, err := in.ReadRows(buffer)
		for _, r := range buffer[:n] {
			cells := make([]any, len(r))
			for i, v := range r {
				cells[i] = parquetGot(v)
			}
			rows = append(rows, cells)
		}
		if errors.Is(err, io.EOF) {
			return rows
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func parquetGot(v parquet.Value) any {
	switch {
	case v.IsNull():
		return nil
	case v.Kind() == parquet.Double:
		return v.Double()
	case v.Kind() == parquet.Int64:
		return v.Int64()
	case v.Kind() == parquet.Boolean:
		return v.Boolean()
	}
	return string(v.ByteArray())
}
