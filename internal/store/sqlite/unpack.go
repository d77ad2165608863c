package sqlite

import (
	"encoding/binary"
	"fmt"
	"math"
	"reflect"

	"stemma"
)

// fewItems is how many items are made room for on the word of a length alone, which
// may be wrong in a damaged pile.
const fewItems = 64

// unpacking is a packed value on its way out. The first error stays; what comes
// after it reads as zero.
type unpacking struct {
	packer *packer
	b      []byte
	texts  []string
	err    error
}

// unpack fills *into from packed bytes. No bytes leave it as it is.
func (p *packer) unpack(b []byte, into any) error {
	if len(b) == 0 {
		return nil
	}
	v := reflect.ValueOf(into).Elem()
	r := &unpacking{packer: p, b: b}
	r.value(v, kindOf(v.Type()))
	if r.err == nil && len(r.b) > 0 {
		r.fail()
	}
	if r.err != nil {
		return fmt.Errorf("%s: %w", v.Type(), r.err)
	}
	return nil
}

func (r *unpacking) fail() { r.err, r.b = errPacked, nil }

func (r *unpacking) uint() uint64 {
	n, size := binary.Uvarint(r.b)
	if size <= 0 {
		r.fail()
		return 0
	}
	r.b = r.b[size:]
	return n
}

func (r *unpacking) int() int64 {
	n, size := binary.Varint(r.b)
	if size <= 0 {
		r.fail()
		return 0
	}
	r.b = r.b[size:]
	return n
}

func (r *unpacking) bytes(n uint64) []byte {
	if n > uint64(len(r.b)) {
		r.fail()
		return nil
	}
	b := r.b[:n]
	r.b = r.b[n:]
	return b
}

// length reads how many values follow; each takes a byte at least.
func (r *unpacking) length() int {
	n := r.uint()
	if n > uint64(len(r.b)) {
		r.fail()
		return 0
	}
	return int(n)
}

func (r *unpacking) float() float64 {
	if b := r.bytes(8); b != nil {
		return math.Float64frombits(binary.LittleEndian.Uint64(b))
	}
	return 0
}

func (r *unpacking) text() string {
	var s string
	switch n := r.uint(); n {
	case 0:
		s = string(r.bytes(r.uint()))
	case 1:
		letters := r.bytes(r.uint())
		s = joinID(letters, r.bytes(8))
	default:
		if n-2 >= uint64(len(r.texts)) {
			r.fail()
			return ""
		}
		return r.texts[n-2]
	}
	r.texts = append(r.texts, s)
	return s
}

func (r *unpacking) value(v reflect.Value, kind byte) {
	if r.err != nil {
		return
	}
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		v = v.Elem()
	}
	switch kind {
	case packedInt:
		if n := r.int(); v.Kind() == reflect.Bool {
			v.SetBool(n != 0)
		} else {
			v.SetInt(n)
		}
	case packedFloat:
		v.SetFloat(r.float())
	case packedText:
		v.SetString(r.text())
	case packedItem:
		r.item(v)
	case packedList:
		r.list(v)
	case packedCount:
		n := r.length()
		m := reflect.MakeMapWithSize(v.Type(), min(n, fewItems))
		for i := 0; i < n && r.err == nil; i++ {
			key := reflect.ValueOf(r.text()).Convert(v.Type().Key())
			m.SetMapIndex(key, reflect.ValueOf(int(r.int())).Convert(v.Type().Elem()))
		}
		v.Set(m)
	case packedSpan:
		start := r.int()
		v.Field(0).SetInt(start)
		v.Field(1).SetInt(start + r.int())
	}
}

func (r *unpacking) list(v reflect.Value) {
	n, elem := r.length(), kindOf(v.Type().Elem())
	kind := r.bytes(1)
	switch {
	case r.err != nil:
		return
	case kind[0] != elem: // the type has changed since
		for i := 0; i < n && r.err == nil; i++ {
			r.skip(kind[0], 0)
		}
		return
	}
	if spans, ok := v.Addr().Interface().(*[]stemma.Span); ok { // most lists are such, and these are short
		*spans = make([]stemma.Span, 0, min(n, fewItems))
		for i := 0; i < n && r.err == nil; i++ {
			start := int(r.int())
			*spans = append(*spans, stemma.Span{Start: start, End: start + int(r.int())})
		}
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), 0, min(n, fewItems)))
	for i := 0; i < n && r.err == nil; i++ {
		v.Grow(1)
		v.SetLen(i + 1)
		r.value(v.Index(i), elem)
	}
}

// spanAt gives one of a packed list of spans, without making a list of them all; ok is false
// where the list is shorter.
func spanAt(b []byte, place int) (at stemma.Span, ok bool, err error) {
	if len(b) == 0 {
		return at, false, nil
	}
	r := &unpacking{b: b}
	n, kind := r.length(), r.bytes(1)
	if r.err != nil || kind[0] != packedSpan {
		return at, false, errPacked
	}
	if place < 0 || place >= n {
		return at, false, nil
	}
	for range place + 1 {
		at.Start = int(r.int())
		at.End = at.Start + int(r.int())
	}
	return at, r.err == nil, r.err
}

func (r *unpacking) item(v reflect.Value) {
	it := r.packer.items[v.Type()]
	for r.err == nil {
		tag := r.uint()
		if tag == 0 {
			return
		}
		kind := byte(tag & 7)
		if i, ok := it.byNumber[tag>>3]; ok && it.fields[i].kind == kind {
			r.value(v.Field(i), kind)
		} else {
			r.skip(kind, 0)
		}
	}
}

// skip reads a value that the types of today have no place for. Its texts count all
// the same: later ones refer to them.
func (r *unpacking) skip(kind byte, depth int) {
	if r.err != nil || depth > maxDepth {
		r.fail()
		return
	}
	switch kind {
	case packedInt:
		r.int()
	case packedFloat:
		r.float()
	case packedText:
		r.text()
	case packedItem:
		for tag := r.uint(); tag != 0 && r.err == nil; tag = r.uint() {
			r.skip(byte(tag&7), depth+1)
		}
	case packedList:
		n, elem := r.length(), r.bytes(1)
		for i := 0; i < n && r.err == nil; i++ {
			r.skip(elem[0], depth+1)
		}
	case packedCount:
		for n := r.length(); n > 0 && r.err == nil; n-- {
			r.text()
			r.int()
		}
	case packedSpan:
		r.int()
		r.int()
	default:
		r.fail()
	}
}
