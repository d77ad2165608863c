package pdf

import (
	"bytes"
	"errors"
)

// At the end of a stream the library waits for ever for the rest of a hexadecimal string that
// has no end. So no stream is given to it that ends inside of one.

var errOpen = errors.New("a part of it breaks off")

// hexEnd reads a stream and knows whether it may end in a hexadecimal string: in a “<” that opens
// one, and behind it nothing but digits and white space.
type hexEnd struct {
	open  bool
	signs int // how many “<” stand side by side
}

// Write implements io.Writer.
func (h *hexEnd) Write(b []byte) (int, error) {
	for _, c := range b {
		switch {
		case c == '<':
			h.signs++
			h.open = h.signs%2 == 1 // “<<” opens a dictionary
		case hexDigit(c) || bytes.IndexByte([]byte(white), c) >= 0:
			h.signs = 0
		default:
			h.signs, h.open = 0, false
		}
	}
	return len(b), nil
}

func hexDigit(c byte) bool { return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'f' }

// endsOpen reports whether a packed stream of objects may end in a hexadecimal string. One that is
// not packed may be cut anywhere by the length that it states.
func endsOpen(unpacked []byte) bool {
	var h hexEnd
	h.Write(unpacked)
	return h.open
}
