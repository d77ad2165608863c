package pdf

import (
	"bytes"
	"errors"
)

// At the end of a stream the library waits for ever for the rest of a hexadecimal string that
// has no end. So no stream is given to it that may end inside of one.

var errOpen = errors.New("a part of it breaks off")

// hexEnd reads a stream and knows whether it may end in a hexadecimal string: in a “<” and behind
// it nothing but digits and white space, or one sign more, which the library takes for the first
// half of a byte. Where it stumbled it goes on anywhere, so that any “<” may be the beginning of
// one, even the second of “<<”.
type hexEnd struct {
	open    bool
	strange bool // the sign more was met
}

// Write implements io.Writer.
func (h *hexEnd) Write(b []byte) (int, error) {
	for _, c := range b {
		switch {
		case c == '<':
			h.open, h.strange = true, false
		case bytes.IndexByte([]byte(white), c) >= 0, hexDigit(c) && !h.strange:
		default:
			h.open, h.strange = h.open && !h.strange && c != '>', true
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
