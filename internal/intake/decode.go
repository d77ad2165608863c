package intake

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"

	"stemma"
	"stemma/internal/clip/html"
)

// fill decodes the body and gives the page its text, and for HTML its blocks and
// metadata. It reports trouble when the body gives no page.
func fill(p *stemma.Page, body []byte) *trouble {
	if t := binary(body); t != nil {
		return t
	}
	text, enc, note := decode(body, p.Format == string(kindHTML))
	p.Encoding = enc
	if note != "" {
		addNote(p, note, "If letters look wrong, save the page as UTF-8 and add it again.")
	}
	if strings.IndexByte(text, 0) >= 0 {
		return &trouble{"the file is binary: it holds zero characters, which no text has",
			"If it was a page once, save it again as text or HTML."}
	}
	if p.Format == string(kindHTML) {
		c := html.Read(strings.TrimPrefix(text, "\uFEFF"))
		p.Text, p.Blocks, p.Meta, p.URL, p.Captured = c.Text, c.Blocks, c.Meta, c.Meta.URL, c.Captured
		for _, n := range c.Notes {
			addNote(p, n, "Look at the page's text; if much is missing, save the page as text.")
		}
	} else {
		p.Text = text
	}
	return tooMuch(p.Text, p.Format == string(kindText))
}

// addNote notes trouble with a page that was read all the same.
func addNote(p *stemma.Page, message, hint string) {
	p.Problems = append(p.Problems, stemma.Problem{
		Page: p.ID, Source: p.Path, Step: "intake", Message: message, Hint: hint,
	})
}

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
// valid UTF-8, the charset that an HTML page declares, UTF-8 with a few broken
// bytes, a guess from letter statistics, windows-1252. The note is not "" when
// something was broken or guessed.
func decode(body []byte, isHTML bool) (text, name, note string) {
	if order := utf16Order(body); order != "" {
		text, bad := transcode(body, order)
		return text, order, brokenNote(bad, order)
	}
	if utf8.Valid(body) {
		return string(body), "utf-8", ""
	}
	if name := declared(body); isHTML && name != "" {
		if name == "utf-8" {
			return repair(body)
		}
		text, bad := transcode(body, name)
		return text, name, brokenNote(bad, name)
	}
	if mostlyUTF8(body) {
		return repair(body)
	}
	name = "windows-1252"
	if r, err := chardet.NewTextDetector().DetectBest(body[:min(len(body), 64<<10)]); err == nil && r.Confidence >= 30 {
		if e, err := htmlindex.Get(r.Charset); err == nil {
			if n, err := htmlindex.Name(e); err == nil && n != "utf-8" && !strings.HasPrefix(n, "utf-16") {
				name = n
			}
		}
	}
	text, _ = transcode(body, name)
	return text, name, fmt.Sprintf("the file is not valid UTF-8 and does not say its encoding; it was read as %s, which is a guess", name)
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

// mostlyUTF8 reports whether invalid bytes are few beside valid characters of more
// than one byte. Texts in a one-byte encoding have next to none of those: two
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
	return good*5 >= bad && good > 0 || bad == 0
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
	head := body[:min(len(body), 4096)]
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i&1]++
		}
	}
	half := len(head) / 2
	switch {
	case zeros[1] > half*9/10 && zeros[0] == 0:
		return "utf-16le"
	case zeros[0] > half*9/10 && zeros[1] == 0:
		return "utf-16be"
	}
	return ""
}
