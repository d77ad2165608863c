package intake

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"

	"stemma"
)

// tooMuch tells why a text cannot be an article's page: it is blank or too long.
// Lines are counted for plain text, where a line is a paragraph.
func tooMuch(text string, lines bool) *trouble {
	const hint = "If articles are in it, split it into files or JSON Lines with one article each."
	if strings.TrimSpace(strings.TrimPrefix(text, "\uFEFF")) == "" {
		return &trouble{"the page holds no text", "Save the page again."}
	}
	if len(text) > MaxText {
		return &trouble{fmt.Sprintf("the page's text has %d MB, too long to be an article; the limit is %d MB", len(text)>>20, MaxText>>20), hint}
	}
	for rest := text; lines && len(rest) > MaxLine; {
		n := strings.IndexByte(rest, '\n')
		if n < 0 {
			n = len(rest)
		}
		if n > MaxLine {
			return &trouble{fmt.Sprintf("a line has %d MB, too long to be a paragraph of an article", n>>20), hint}
		}
		rest = rest[min(n+1, len(rest)):]
	}
	return nil
}

// decode turns bytes into valid UTF-8 and names the encoding as WHATWG does. A byte
// order mark stays in the text, as U+FEFF. The order of trust: byte order mark,
// valid UTF-8, the charset that was stated with the bytes, the one that an HTML page
// declares, UTF-8 with a few broken bytes, a guess from letter statistics,
// windows-1252. The note is not "" when something was broken or guessed.
func decode(body []byte, stated string, isHTML bool) (text, name, note string) {
	if order := utf16Order(body); order != "" {
		text, bad := transcode(body, order)
		return text, order, brokenNote(bad, order)
	}
	if utf8.Valid(body) {
		return twice(string(body))
	}
	_, name = charset.Lookup(stated)
	if name == "" && isHTML {
		name = declared(body)
	}
	switch {
	case name == "utf-8" || mostlyUTF8(body) && (name == "" || name == "windows-1252"):
		return repair(body)
	case name != "" && !strings.HasPrefix(name, "utf-16") && name != "replacement":
		text, bad := transcode(body, name)
		return text, name, brokenNote(bad, name)
	}
	name = guess(body)
	text, _ = transcode(body, name)
	return text, name, fmt.Sprintf("the file is not valid UTF-8 and does not say its encoding; it was read as %s, which is a guess", name)
}

// twice undoes a second encoding: a text whose letters beyond ASCII, every one, are the
// bytes of UTF-8 read as windows-1252 (“Ã©” for “é”) was encoded twice. A text that has
// such pairs only here and there stays as it is.
func twice(s string) (text, name, note string) {
	mark := strings.HasPrefix(s, "\uFEFF")
	rest := strings.TrimPrefix(s, "\uFEFF")
	if !firstOfPair(rest) {
		return s, "utf-8", ""
	}
	b := make([]byte, 0, len(rest))
	pairs := 0
	for _, r := range rest {
		c, ok := charmap.Windows1252.EncodeRune(r)
		if !ok && r >= 0x80 && r < 0xA0 { // bytes that windows-1252 leaves free
			c, ok = byte(r), true
		}
		if !ok {
			return s, "utf-8", ""
		}
		if c >= 0xC0 {
			pairs++
		}
		b = append(b, c)
	}
	if pairs < 2 || !utf8.Valid(b) {
		return s, "utf-8", ""
	}
	text = string(b)
	if mark {
		text = "\uFEFF" + text
	}
	return text, stemma.EncodedTwice, "its letters were encoded twice (“Ã©” for “é”); this was undone"
}

// firstOfPair reports whether one of the letters stands in a text that the first byte of a
// pair becomes when it is read as windows-1252: “ÃÂâÐÑØÙ”, which all begin with the same
// byte.
func firstOfPair(s string) bool {
	for {
		i := strings.IndexByte(s, 0xC3)
		if i < 0 || i+1 >= len(s) {
			return false
		}
		switch s[i : i+2] {
		case "Ã", "Â", "â", "Ð", "Ñ", "Ø", "Ù":
			return true
		}
		s = s[i+2:]
	}
}

// transcode decodes body and counts what could not be decoded.
func transcode(body []byte, name string) (text string, bad int) {
	var e encoding.Encoding
	e, err := htmlindex.Get(name)
	if err != nil {
		text, _, _ = repair(body)
		return text, strings.Count(text, "\uFFFD")
	}
	out, err := e.NewDecoder().Bytes(body)
	if err != nil {
		out = bytes.ToValidUTF8(body, []byte("\uFFFD"))
	}
	text = strings.ToValidUTF8(string(out), "\uFFFD")
	return text, strings.Count(text, "\uFFFD")
}

func brokenNote(bad int, name string) string {
	if bad == 0 {
		return ""
	}
	return fmt.Sprintf("%d places are broken in this %s text; each shows as “\uFFFD”", bad, name)
}

// repair reads broken UTF-8: every invalid byte becomes U+FFFD.
func repair(body []byte) (text, name, note string) {
	var b strings.Builder
	b.Grow(len(body))
	bad := 0
	for len(body) > 0 {
		r, n := utf8.DecodeRune(body)
		if r == utf8.RuneError && n == 1 {
			bad++
		}
		b.WriteRune(r)
		body = body[n:]
	}
	return b.String(), "utf-8", brokenNote(bad, "utf-8")
}
