package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"strconv"
)

// The library trusts numbers that a document states: how many objects there are, how
// many a stream holds, how wide a table is. One that was made to do harm states numbers
// for which there is no memory or time, or packs one stream into another. So the whole
// file is looked through first, with no regard to its structure, since a part that is
// hidden from one reading may be found by another.

const (
	maxUnpacked = 64 << 20 // bytes of all streams that are no pictures
	maxObjects  = 2 << 20
)

var (
	errLocked  = errors.New("it is encrypted")
	errNumbers = errors.New("it states numbers that no document has: it is damaged or was made to do harm")
	errPacked  = fmt.Errorf("its streams unpack to more than %d MB", maxUnpacked>>20)
)

// bounds are the greatest numbers that may stand behind a key; numbers behind other
// keys are not trusted by anything.
var bounds = map[string]int64{
	"Size": maxObjects, "Index": maxObjects, "N": 100_000, "First": 64 << 20, "Columns": 1 << 16, "Colors": 64, "W": 1 << 17, "Predictor": 64,
}

func check(body []byte) error {
	if bytes.Contains(body, []byte("/Encrypt")) {
		return errLocked
	}
	if err := numbers(body); err != nil {
		return err
	}
	if err := tables(body); err != nil {
		return err
	}
	return streams(body)
}

// numbers looks at every name and the numbers behind it.
func numbers(b []byte) error {
	for at := 0; ; {
		i := bytes.IndexByte(b[at:], '/')
		if i < 0 {
			return nil
		}
		at += i + 1
		n, escaped := nameEnd(b[at:])
		name := string(b[at : at+n])
		if escaped {
			name = unescaped(name)
		}
		at += n
		most, ok := bounds[name]
		if !ok {
			continue
		}
		rest := bytes.TrimLeft(b[at:min(len(b), at+4096)], " \t\r\n\f\x00[")
		for {
			digits := 0
			for digits < len(rest) && rest[digits] >= '0' && rest[digits] <= '9' {
				digits++
			}
			if digits == 0 {
				break
			}
			v, err := strconv.ParseInt(string(rest[:min(digits, 20)]), 10, 64)
			if err != nil || v > most {
				return errNumbers
			}
			rest = bytes.TrimLeft(rest[digits:], " \t\r\n\f\x00")
			if len(rest) > 1 && rest[0] == 'R' && name != "First" && name != "W" { // “5 0 R”: the number stands elsewhere
				return errNumbers
			}
		}
	}
}

// nameEnd gives the length of a name, and whether it has escapes such as “#4E”.
func nameEnd(b []byte) (n int, escaped bool) {
	for n < len(b) && n < 128 && bytes.IndexByte([]byte(" \t\r\n\f\x00/[]<>(){}%"), b[n]) < 0 {
		escaped = escaped || b[n] == '#'
		n++
	}
	return n, escaped
}

func unescaped(name string) string {
	var out []byte
	for i := 0; i < len(name); i++ {
		if name[i] == '#' && i+2 < len(name) {
			if v, err := strconv.ParseUint(name[i+1:i+3], 16, 8); err == nil {
				out = append(out, byte(v))
				i += 2
				continue
			}
		}
		out = append(out, name[i])
	}
	return string(out)
}

// streams unpacks every stream that is no picture, within a bound for all together, and
// looks at what is in it.
func streams(body []byte) error {
	left := int64(maxUnpacked)
	holders, held := map[int]bool{}, map[int]bool{}
	for at := 0; ; {
		i := bytes.Index(body[at:], []byte("stream"))
		if i < 0 {
			break
		}
		begin := at + i
		at = begin + len("stream")
		if bytes.HasSuffix(body[:begin], []byte("end")) {
			continue
		}
		head := body[max(0, begin-2048):begin]
		if obj := bytes.LastIndex(head, []byte(" obj")); obj >= 0 {
			head = head[obj:]
		}
		data := bytes.TrimLeft(body[at:], "\r\n")
		objects := bytes.Contains(head, []byte("ObjStm"))
		structural := objects || bytes.Contains(head, []byte("XRef"))
		if raw, _, _ := bytes.Cut(data, []byte("endstream")); objects && !bytes.Contains(head, []byte("Flate")) && bytes.Contains(bytes.ReplaceAll(raw, []byte("<<"), nil), []byte("<")) {
			return errOpen
		}
		if bytes.Contains(head, []byte("/Image")) && !structural || len(data) < 2 || data[0]&0x0f != 8 || bytes.Contains(head, []byte("/FontFile")) {
			continue
		}
		if bytes.Count(head, []byte("Flate")) > 1 || structural && bytes.Contains(head, []byte("ASCII")) {
			return errPacked
		}
		z, err := zlib.NewReader(bytes.NewReader(data))
		if err != nil {
			continue
		}
		unpacked, _ := io.ReadAll(io.LimitReader(z, left+1))
		if left -= int64(len(unpacked)); left < 0 {
			return errPacked
		}
		if objects && endsOpen(unpacked) {
			return errOpen
		}
		if bytes.Contains(head, []byte("XRef")) {
			inStreams(head, unpacked, holders, held)
		}
		if err := unpackedNumbers(unpacked); err != nil {
			return err
		}
	}
	for n := range holders {
		if held[n] { // a stream of objects that is an object of such a stream
			return errEndless
		}
	}
	return nil
}

// unpackedNumbers looks at the objects, and at the tables of letters, in a stream.
func unpackedNumbers(b []byte) error {
	if bytes.Contains(b, []byte("/N ")) || bytes.Contains(b, []byte("/Columns")) {
		if err := numbers(b); err != nil {
			return err
		}
	}
	for at := 0; ; {
		i := bytes.Index(b[at:], []byte("begin"))
		if i < 0 {
			return nil
		}
		at += i
		before := bytes.TrimRight(b[max(0, at-24):at], " \t\r\n")
		digits := len(before)
		for digits > 0 && before[digits-1] >= '0' && before[digits-1] <= '9' {
			digits--
		}
		if n, err := strconv.Atoi(string(before[digits:])); len(before) > digits && (err != nil || n > 100_000) {
			return errNumbers
		}
		at += len("begin")
	}
}
