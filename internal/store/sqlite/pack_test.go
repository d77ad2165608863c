package sqlite

import (
	"bytes"
	"cmp"
	"fmt"
	"reflect"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"stemma"
	"stemma/internal/store/storetest"
)

// counter numbers fields as they come, like a new pile.
func counter() fieldNumbers {
	last := map[string]uint64{}
	return func(typeName, _ string) (uint64, error) {
		last[typeName]++
		return last[typeName], nil
	}
}

func testPacker(t testing.TB, numbers fieldNumbers, samples ...any) *packer {
	t.Helper()
	p, err := newPacker(numbers, samples...)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Every field of every noun survives, whatever is added to the nouns: the values are
// filled by reflection.
func TestPackEveryField(t *testing.T) {
	p := testPacker(t, counter(), packedTypes...)
	for _, sample := range packedTypes {
		want := reflect.New(reflect.TypeOf(sample))
		n := 0
		fillValue(want.Elem(), &n)
		got := reflect.New(reflect.TypeOf(sample))
		b := p.pack(want.Interface())
		if err := p.unpack(b, got.Interface()); err != nil {
			t.Errorf("%T: %v", sample, err)
		}
		if diff := gocmp.Diff(want.Interface(), got.Interface()); diff != "" {
			t.Errorf("%T (-want +got):\n%s", sample, diff)
		}
		if again := p.pack(want.Interface()); !bytes.Equal(b, again) {
			t.Errorf("%T: the same value gives other bytes", sample)
		}
	}
}

// fillValue sets everything in v to something that is not zero.
func fillValue(v reflect.Value, n *int) {
	*n++
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(*n) - 40)
		if v.Int() == 0 {
			v.SetInt(1)
		}
	case reflect.Float64:
		v.SetFloat(float64(*n) / 3)
	case reflect.String:
		v.SetString([]string{"again", string(stemma.NewID("q", fmt.Sprint(*n))), fmt.Sprint("Ñ", *n)}[*n%3])
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fillValue(v.Elem(), n)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fillValue(v.Index(0), n)
		fillValue(v.Index(1), n)
	case reflect.Map:
		v.Set(reflect.ValueOf(map[string]int{"b": *n, "a": -*n, "": 0}))
	case reflect.Struct:
		for i := range v.NumField() {
			fillValue(v.Field(i), n)
		}
	}
}

// The noun of an older program, and of a newer one that has dropped fields, added
// some, and changed what one holds.
type oldNoun struct {
	Name  string
	Gone  []oldPart
	Geo   *stemma.Geo
	Forms map[string]int
	At    stemma.Span
	Age   int
	Share float64
	Last  string
}

type oldPart struct {
	Label string
	Count []int
}

type newNoun struct {
	Fresh string
	Last  string
	Age   string // was a number
	Name  string
}

func TestPackOtherVersions(t *testing.T) {
	numbers := map[string]uint64{"Name": 1, "Gone": 2, "Geo": 3, "Forms": 4, "At": 5, "Age": 6, "Share": 7, "Last": 8, "Fresh": 9, "Label": 1, "Count": 2}
	number := func(_, field string) (uint64, error) { return cmp.Or(numbers[field], 30), nil }
	p := testPacker(t, number, oldNoun{}, newNoun{})
	old := oldNoun{
		Name: "Quarn", Gone: []oldPart{{"shared", []int{1, 2}}, {"x", nil}}, Geo: &stemma.Geo{Lat: 1, Country: "shared"},
		Forms: map[string]int{"Port": 3}, At: stemma.Span{Start: 3, End: 9}, Age: 40, Share: 0.5, Last: "shared",
	}
	var got newNoun
	if err := p.unpack(p.pack(&old), &got); err != nil || got != (newNoun{Name: "Quarn", Last: "shared"}) {
		t.Errorf("read by a newer program: %+v, %v", got, err)
	}
	var back oldNoun
	if err := p.unpack(p.pack(&newNoun{Fresh: "f", Age: "old", Name: "n", Last: "f"}), &back); err != nil || back.Name != "n" || back.Last != "f" || back.Age != 0 {
		t.Errorf("read by an older program: %+v, %v", back, err)
	}
}

func TestPackRefusesTypes(t *testing.T) {
	if _, err := newPacker(counter(), struct{ C chan int }{}); err == nil {
		t.Error("a channel was taken")
	}
}

func FuzzUnpack(f *testing.F) {
	p := testPacker(f, counter(), packedTypes...)
	r := storetest.Entries(1, 1)[0].Readings[0]
	f.Add(p.pack(&r))
	f.Add(p.pack(&r.Quotes))
	f.Fuzz(func(t *testing.T, b []byte) {
		var r stemma.Reading
		if p.unpack(b, &r) == nil && len(b) > 0 {
			var again stemma.Reading
			if err := p.unpack(p.pack(&r), &again); err != nil {
				t.Errorf("what was unpacked does not come back: %v", err)
			}
		}
		var l stemma.Lineup
		p.unpack(b, &l)
	})
}

// Article numbers have the order of IDs, up to IDs that agree in ten digits.
func TestOrderOf(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		id := rapid.StringMatching(`a-[0-9a-f]{0,16}`)
		a, b := id.Draw(t, "a"), id.Draw(t, "b")
		x, y := orderOf(stemma.ID(a)), orderOf(stemma.ID(b))
		if a < b && x > y || a[:min(len(a), 12)] < b[:min(len(b), 12)] && x >= y {
			t.Errorf("%s has %d, %s has %d", a, x, b, y)
		}
		if x < 0 || x > 1<<41 || x<<sentenceBits|maxSentence < 0 {
			t.Errorf("%s has %d", a, x)
		}
	})
}

// One span of a packed list is that of the whole list, unpacked.
func TestSpanAt(t *testing.T) {
	p, err := newPacker(func(string, string) (uint64, error) { return 1, nil })
	if err != nil {
		t.Fatal(err)
	}
	spans := []stemma.Span{{Start: 0, End: 7}, {Start: 8, End: 300}, {Start: 301, End: 301}}
	packed := p.pack(&spans)
	for i, want := range spans {
		if got, ok, err := spanAt(packed, i); got != want || !ok || err != nil {
			t.Errorf("%d: %v, %t, %v", i, got, ok, err)
		}
	}
	for _, place := range []int{-1, len(spans)} {
		if _, ok, err := spanAt(packed, place); ok || err != nil {
			t.Errorf("%d: %t, %v", place, ok, err)
		}
	}
	if _, ok, err := spanAt(nil, 0); ok || err != nil {
		t.Errorf("of none: %t, %v", ok, err)
	}
	for end := 1; end < len(packed); end++ {
		if _, ok, err := spanAt(packed[:end], len(spans)-1); ok || err == nil {
			t.Errorf("cut at %d: %t, %v", end, ok, err)
		}
	}
}
