package pdf

import (
	"bytes"
	"strconv"
)

// tables looks at the plain cross-reference tables, wherever “xref” stands, for the library
// reads one at any place that the document names. It reads them as the library does: sections of
// “start n” with n entries of “offset generation f” each, white space and comments between. The
// number of an entry is what memory is taken for. Tables that are read again and again, from each
// “xref” inside them, were made to do harm.
func tables(b []byte) error {
	left := 16*len(b) + 1<<20
	for at := 0; ; {
		i := bytes.Index(b[at:], []byte("xref"))
		if i < 0 {
			return nil
		}
		at += i + len("xref")
		w := words{rest: b[at:]}
		if !w.table() {
			return errNumbers
		}
		if left -= len(b) - at - len(w.rest); left < 0 {
			return errNumbers
		}
	}
}

// words reads what stands between white space, comments and the signs of the language.
type words struct{ rest []byte }

// table reports whether no entry has a number that no document has. It ends where the library
// gives up.
func (w *words) table() bool {
	for {
		start, ok1 := w.integer()
		n, ok2 := w.integer()
		if !ok1 || !ok2 {
			return true
		}
		for i := int64(0); i < n; i++ {
			_, ok1 := w.integer()
			_, ok2 := w.integer()
			kind := string(w.next())
			if !ok1 || !ok2 || kind != "f" && kind != "n" {
				return true
			}
			if start < 0 || start+i > maxObjects {
				return false
			}
		}
	}
}

func (w *words) integer() (int64, bool) {
	n, err := strconv.ParseInt(string(w.next()), 10, 64)
	return n, err == nil
}

// signs end a word, and white space does.
const white, signs = " \t\r\n\f\x00", "/[]<>(){}%"

// next gives the next word, empty where a sign or the end comes first.
func (w *words) next() []byte {
	for {
		w.rest = bytes.TrimLeft(w.rest, white)
		if len(w.rest) == 0 || w.rest[0] != '%' {
			break
		}
		end := bytes.IndexAny(w.rest, "\r\n")
		if end < 0 {
			end = len(w.rest)
		}
		w.rest = w.rest[end:]
	}
	end := bytes.IndexAny(w.rest, white+signs)
	if end < 0 {
		end = len(w.rest)
	}
	word := w.rest[:end]
	w.rest = w.rest[end:]
	return word
}
