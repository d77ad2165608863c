package sqlite

import (
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"sync"

	"stemma"
)

// A packed value is a value of plain data (structs, slices, numbers, strings) in few
// bytes: fields that are zero are left out, field names are numbers that the pile's
// table “field” explains, and a string that comes again is a number too. The same
// value gives the same bytes. Packed values outlive the program: a field it no
// longer knows is skipped, a new one reads as zero.
//
// JSON of the same values is about eight times as long and slow, and gob repeats its
// description of the types in every value.

// The kinds of a packed value, in the low three bits of a field's tag.
const (
	packedInt   = 1 // zigzag varint; a bool is 1
	packedFloat = 2 // 8 bytes
	packedText  = 3 // 0, length, bytes; or 1, letters, 8 bytes of an ID; or 2 + the number of an earlier text
	packedItem  = 4 // a struct: tags with values, then 0
	packedList  = 5 // length, kind, values
	packedCount = 6 // a map from texts to numbers: length, then both, ordered
	packedSpan  = 7 // start, length
)

// maxDepth bounds how deeply an unknown value may be nested in a damaged pile.
const maxDepth = 32

var errPacked = fmt.Errorf("a packed value cannot be read: %w", stemma.ErrDamaged)

var spanType = reflect.TypeFor[stemma.Span]()

// packer packs values of the types it was made for.
type packer struct {
	items map[reflect.Type]*item
	pool  sync.Pool // *packing
}

// item is how one struct type is packed.
type item struct {
	fields   []itemField
	byNumber map[uint64]int // place in fields
}

type itemField struct {
	name   string
	number uint64
	kind   byte
}

// fieldNumbers gives the number of a struct's field, the same for ever.
type fieldNumbers func(typeName, field string) (number uint64, err error)

// newPacker prepares the types of the samples and all they are made of.
func newPacker(numbers fieldNumbers, samples ...any) (*packer, error) {
	p := &packer{items: map[reflect.Type]*item{}}
	p.pool.New = func() any { return &packing{packer: p, texts: map[string]uint64{}} }
	for _, s := range samples {
		if err := p.learn(reflect.TypeOf(s), numbers); err != nil {
			return nil, err
		}
	}
	return p, nil
}

func (p *packer) learn(t reflect.Type, numbers fieldNumbers) error {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice:
		return p.learn(t.Elem(), numbers)
	case reflect.Struct:
		if t == spanType || p.items[t] != nil {
			return nil
		}
		it := &item{byNumber: map[uint64]int{}}
		p.items[t] = it
		for i := range t.NumField() {
			f := t.Field(i)
			if err := p.learn(f.Type, numbers); err != nil {
				return err
			}
			n, err := numbers(t.Name(), f.Name)
			if err != nil {
				return err
			}
			it.byNumber[n] = i
			it.fields = append(it.fields, itemField{f.Name, n, kindOf(f.Type)})
		}
		return nil
	}
	if kindOf(t) == 0 {
		return fmt.Errorf("values of type %s cannot be packed", t)
	}
	return nil
}

// kindOf gives the packed kind of a type, or 0.
func kindOf(t reflect.Type) byte {
	switch t.Kind() {
	case reflect.Bool, reflect.Int, reflect.Int64:
		return packedInt
	case reflect.Float64:
		return packedFloat
	case reflect.String:
		return packedText
	case reflect.Pointer:
		return kindOf(t.Elem())
	case reflect.Slice:
		return packedList
	case reflect.Map:
		if t.Key().Kind() == reflect.String && t.Elem().Kind() == reflect.Int {
			return packedCount
		}
	case reflect.Struct:
		if t == spanType {
			return packedSpan
		}
		return packedItem
	}
	return 0
}

// packing is one value on its way.
type packing struct {
	packer *packer
	b      []byte
	texts  map[string]uint64
}

// pack gives the bytes of *v, which must be of a type that the packer was made for
// or a slice of one; nil for an empty slice.
func (p *packer) pack(v any) []byte {
	value := reflect.ValueOf(v).Elem()
	if value.Kind() == reflect.Slice && value.Len() == 0 {
		return nil
	}
	w := p.pool.Get().(*packing)
	w.b = w.b[:0]
	clear(w.texts)
	w.value(value, kindOf(value.Type()))
	b := slices.Clone(w.b)
	p.pool.Put(w)
	return b
}

func (w *packing) value(v reflect.Value, kind byte) {
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	switch kind {
	case packedInt:
		n := int64(0)
		if v.Kind() != reflect.Bool {
			n = v.Int()
		} else if v.Bool() {
			n = 1
		}
		w.b = binary.AppendVarint(w.b, n)
	case packedFloat:
		w.b = binary.LittleEndian.AppendUint64(w.b, math.Float64bits(v.Float()))
	case packedText:
		w.text(v.String())
	case packedItem:
		w.item(v)
	case packedList:
		elem := kindOf(v.Type().Elem())
		w.b = append(binary.AppendUvarint(w.b, uint64(v.Len())), elem)
		for i := range v.Len() {
			w.value(v.Index(i), elem)
		}
	case packedCount:
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
		w.b = binary.AppendUvarint(w.b, uint64(len(keys)))
		for _, k := range keys {
			w.text(k.String())
			w.b = binary.AppendVarint(w.b, v.MapIndex(k).Int())
		}
	case packedSpan:
		start := v.Field(0).Int()
		w.b = binary.AppendVarint(w.b, start)
		w.b = binary.AppendVarint(w.b, v.Field(1).Int()-start)
	}
}

func (w *packing) item(v reflect.Value) {
	it := w.packer.items[v.Type()]
	for i := range it.fields {
		f := &it.fields[i]
		field := v.Field(i)
		switch field.Kind() {
		case reflect.Slice, reflect.Map:
			if field.Len() == 0 {
				continue
			}
		default:
			if field.IsZero() {
				continue
			}
		}
		w.b = binary.AppendUvarint(w.b, f.number<<3|uint64(f.kind))
		w.value(field, f.kind)
	}
	w.b = append(w.b, 0)
}

func (w *packing) text(s string) {
	if n, ok := w.texts[s]; ok {
		w.b = binary.AppendUvarint(w.b, n+2)
		return
	}
	w.texts[s] = uint64(len(w.texts))
	if letters, digits, ok := cutID(s); ok {
		w.b = append(w.b, 1, byte(len(letters)))
		w.b = append(w.b, letters...)
		w.b = binary.BigEndian.AppendUint64(w.b, digits)
		return
	}
	w.b = append(w.b, 0)
	w.b = binary.AppendUvarint(w.b, uint64(len(s)))
	w.b = append(w.b, s...)
}

// cutID takes an ID as [stemma.NewID] makes it apart.
func cutID(s string) (letters string, digits uint64, ok bool) {
	dash := len(s) - 17
	if dash < 0 || dash > 8 || s[dash] != '-' {
		return "", 0, false
	}
	for i := dash + 1; i < len(s); i++ {
		switch c := s[i]; {
		case '0' <= c && c <= '9':
			digits = digits<<4 | uint64(c-'0')
		case 'a' <= c && c <= 'f':
			digits = digits<<4 | uint64(c-'a'+10)
		default:
			return "", 0, false
		}
	}
	return s[:dash], digits, true
}

func joinID(letters []byte, digits []byte) string {
	b := make([]byte, 0, 32)
	b = append(append(b, letters...), '-')
	return string(hex.AppendEncode(b, digits))
}
