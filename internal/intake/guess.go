package intake

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/htmlindex"
)

// guess tells an encoding by the frequency of its letters, else windows-1252.
func guess(body []byte) string {
	r, err := chardet.NewTextDetector().DetectBest(body[:min(len(body), 64<<10)])
	if err != nil || r.Confidence < 30 {
		return "windows-1252"
	}
	e, err := htmlindex.Get(r.Charset)
	if err != nil {
		return "windows-1252"
	}
	n, err := htmlindex.Name(e)
	if err != nil || n == "utf-8" || strings.HasPrefix(n, "utf-16") {
		return "windows-1252"
	}
	return n
}

// declared gives the encoding that an HTML page names in its first bytes (in a meta
// element or an XML declaration), "" when it names none that is known. The standard
// asks for the first 1,024 bytes; saved pages often have more in front.
func declared(body []byte) string {
	head := bytes.ToLower(body[:min(len(body), 8192)])
	for _, key := range []string{"charset", "encoding"} {
		for rest := head; ; {
			i := bytes.Index(rest, []byte(key))
			if i < 0 {
				break
			}
			rest = bytes.TrimLeft(rest[i+len(key):], " ")
			if !bytes.HasPrefix(rest, []byte("=")) {
				continue
			}
			label := bytes.TrimLeft(rest[1:], " \"'")
			if end := bytes.IndexAny(label, " \"';/>?"); end > 0 {
				if _, name := charset.Lookup(string(label[:end])); name != "" {
					return name
				}
			}
		}
	}
	return ""
}

// mostlyUTF8 reports whether invalid bytes are at most half as many as valid characters
// of more than one byte. Texts in a one-byte encoding have next to none of those: two
// accented letters in a row that happen to form one.
func mostlyUTF8(body []byte) bool {
	good, bad := 0, 0
	for len(body) > 0 {
		r, n := utf8.DecodeRune(body)
		switch {
		case r == utf8.RuneError && n == 1 && !utf8.FullRune(body):
			body = nil // cut off in the middle of a character
			continue
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		body = body[n:]
	}
	return good >= 2*bad
}

// utf16Order tells a UTF-16 text by its byte order mark, or by zeros in every other
// byte; "" when it is none.
func utf16Order(body []byte) string {
	if len(body) < 4 {
		return ""
	}
	switch {
	case body[0] == 0xff && body[1] == 0xfe:
		return "utf-16le"
	case body[0] == 0xfe && body[1] == 0xff:
		return "utf-16be"
	}
	head := body[:min(len(body), 4096)&^1]
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i&1]++
		}
	}
	// Blanks, digits and line ends have a zero byte in every script, Latin letters too.
	few := max(len(head)/2/32, 1)
	switch {
	case zeros[1] >= few && zeros[0] == 0 && wholeUTF16(head, binary.LittleEndian):
		return "utf-16le"
	case zeros[0] >= few && zeros[1] == 0 && wholeUTF16(head, binary.BigEndian):
		return "utf-16be"
	}
	return ""
}

// wholeUTF16 reports whether bytes read as UTF-16 are nothing but letters, signs and
// white space: no unassigned characters, no controls, no halves of pairs.
func wholeUTF16(b []byte, order binary.ByteOrder) bool {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = order.Uint16(b[2*i:])
	}
	if n := len(units); n > 0 && utf16.IsSurrogate(rune(units[n-1])) {
		units = units[:n-1] // a pair that the sample cuts
	}
	for _, r := range utf16.Decode(units) {
		if r == utf8.RuneError || !unicode.IsGraphic(r) && !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) {
			return false
		}
	}
	return true
}
