package intake

import (
	"bytes"
	"path"
	"strings"
)

// kind is a way to read a file; its value is the page's Format.
type kind string

const (
	kindNone    kind = ""
	kindText    kind = "txt"
	kindHTML    kind = "html"
	kindRecords kind = "jsonl"
)

// kindOf tells from a file's name how it is to be read.
func kindOf(name string) kind {
	low := strings.ToLower(path.Base(name))
	if strings.HasSuffix(low, ".jsonl.gz") {
		return kindRecords
	}
	switch path.Ext(low) {
	case ".txt", ".text":
		return kindText
	case ".html", ".htm", ".shtml", ".xhtml":
		return kindHTML
	case ".jsonl", ".ndjson":
		return kindRecords
	}
	return kindNone
}

// trouble is why a file gives no page, and what to do.
type trouble struct{ message, hint string }

// magic lists the first bytes of common files that are no text.
var magic = []struct {
	at    int
	bytes string
	what  string
}{
	{0, "%PDF-", "a PDF document"},
	{0, "PK\x03\x04", "a ZIP archive or an office document"},
	{0, "\x1f\x8b", "a gzip archive"},
	{0, "\x89PNG", "an image"},
	{0, "\xff\xd8\xff", "an image"},
	{0, "GIF8", "an image"},
	{8, "WEBP", "an image"},
	{0, "II*\x00", "an image"},
	{0, "MM\x00*", "an image"},
	{0, "Rar!", "a RAR archive"},
	{0, "7z\xbc\xaf", "a 7z archive"},
	{0, "\xd0\xcf\x11\xe0", "an office document"},
	{0, "{\\rtf", "an RTF document"},
	{0, "SQLite format 3", "a database"},
	{0, "\x7fELF", "a program"},
	{0, "MZ\x90", "a program"},
	{0, "ID3", "a sound file"},
	{0, "OggS", "a sound file"},
	{4, "ftyp", "a film or a sound file"},
	{0, "WARC/", "a web archive"},
	{0, "wOF", "a font"},
}

// binary tells what a file is when its bytes are no text; nil when they may be.
func binary(body []byte) *trouble {
	for _, m := range magic {
		if len(body) > m.at && bytes.HasPrefix(body[m.at:], []byte(m.bytes)) {
			return &trouble{"the file is " + m.what + ", which is not supported yet",
				"Save the page as text or HTML and add that."}
		}
	}
	head := body[:min(len(body), 8192)]
	if utf16Order(head) == "" && bytes.IndexByte(head, 0) >= 0 {
		return &trouble{"the file is binary: it holds zero bytes, which no text has",
			"If it was a page once, save it again as text or HTML."}
	}
	return nil
}
