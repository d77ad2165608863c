package intake

import (
	"bytes"
	"mime"
	"path"
	"strings"
)

// kind is a way to read a file; for pages its value is the page's Format.
type kind string

const (
	kindNone     kind = ""
	kindText     kind = "txt"
	kindMarkdown kind = "md"
	kindHTML     kind = "html"
	kindPDF      kind = "pdf"
	kindFeed     kind = "feed"
	kindDocx     kind = "docx"
	kindMail     kind = "eml"
	kindRecords  kind = "jsonl"

	// Containers, which are no pages themselves.
	kindMHTML kind = "mhtml"
	kindMbox  kind = "mbox"
	kindEPUB  kind = "epub"
	kindWARC  kind = "warc"
	kindWACZ  kind = "wacz"
	kindZip   kind = "zip"
	kindTar   kind = "tar"
	kindGzip  kind = "gz"

	// Not to be read: kinds that hold no text for Stemma. They are counted.
	kindImage  kind = "images"
	kindLayout kind = "styles, scripts and fonts"
	kindSound  kind = "sound and film"
)

// endings say how a file is read by the end of its name.
var endings = map[string]kind{
	".txt": kindText, ".text": kindText,
	".md": kindMarkdown, ".markdown": kindMarkdown,
	".html": kindHTML, ".htm": kindHTML, ".shtml": kindHTML, ".xhtml": kindHTML, ".xht": kindHTML,
	".mhtml": kindMHTML, ".mht": kindMHTML,
	".pdf": kindPDF, ".docx": kindDocx, ".epub": kindEPUB,
	".rss": kindFeed, ".atom": kindFeed,
	".eml": kindMail, ".mbox": kindMbox,
	".jsonl": kindRecords, ".ndjson": kindRecords,
	".warc": kindWARC, ".arc": kindWARC, ".wacz": kindWACZ,
	".zip": kindZip, ".tar": kindTar, ".tgz": kindGzip, ".gz": kindGzip,
	".png": kindImage, ".jpg": kindImage, ".jpeg": kindImage, ".gif": kindImage, ".webp": kindImage, ".svg": kindImage,
	".ico": kindImage, ".bmp": kindImage, ".avif": kindImage, ".tif": kindImage, ".tiff": kindImage,
	".css": kindLayout, ".js": kindLayout, ".mjs": kindLayout, ".woff": kindLayout, ".woff2": kindLayout, ".ttf": kindLayout,
	".otf": kindLayout, ".eot": kindLayout, ".map": kindLayout, ".ncx": kindLayout, ".opf": kindLayout,
	".mp3": kindSound, ".mp4": kindSound, ".ogg": kindSound, ".wav": kindSound, ".m4a": kindSound, ".webm": kindSound, ".avi": kindSound, ".mov": kindSound,
}

// kindOf tells from a file's name how it is to be read.
func kindOf(name string) kind { return endings[strings.ToLower(path.Ext(name))] }

// passed reports whether files of the kind are passed over on purpose.
func (k kind) passed() bool { return k == kindImage || k == kindLayout || k == kindSound }

// streamed reports whether files of the kind are read bit by bit, so that their size
// does not matter.
func (k kind) streamed() bool {
	switch k {
	case kindRecords, kindWARC, kindWACZ, kindZip, kindTar, kindGzip, kindMbox:
		return true
	}
	return false
}

// kindOfMedia tells from a media type, as a server or a mail states it, how a body is
// to be read; its charset comes with it.
func kindOfMedia(media string) (k kind, charset string) {
	t, params, err := mime.ParseMediaType(media)
	if err != nil {
		t, _, _ = strings.Cut(strings.ToLower(media), ";")
		t = strings.TrimSpace(t)
	}
	charset = params["charset"]
	switch t {
	case "text/html", "application/xhtml+xml":
		return kindHTML, charset
	case "text/plain":
		return kindText, charset
	case "text/markdown":
		return kindMarkdown, charset
	case "application/pdf", "application/x-pdf":
		return kindPDF, charset
	case "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml":
		return kindFeed, charset
	case "message/rfc822":
		return kindMail, charset
	case "text/css", "text/javascript":
		return kindLayout, charset
	}
	switch top, _, _ := strings.Cut(t, "/"); top {
	case "image":
		return kindImage, charset
	case "audio", "video":
		return kindSound, charset
	case "font":
		return kindLayout, charset
	}
	return kindNone, charset
}

// sniff tells by a body's first bytes what it is, where they leave no doubt.
func sniff(head []byte) kind {
	switch {
	case bytes.HasPrefix(head, []byte("%PDF-")):
		return kindPDF
	case bytes.HasPrefix(head, []byte("\x1f\x8b\x08")):
		return kindGzip
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return kindZip
	case bytes.HasPrefix(head, []byte("WARC/")), bytes.HasPrefix(head, []byte("filedesc://")):
		return kindWARC
	}
	return kindNone
}

// sniffText tells markup and feeds by their first element, and letters by their head.
func sniffText(head []byte) kind {
	if letterHead(head) {
		return kindMail
	}
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) {
		head = bytes.ReplaceAll(head[2:], []byte{0}, nil) // the ASCII letters of UTF-16
	}
	head = bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\uFEFF"))))
	if bytes.HasPrefix(head, []byte("{")) && bytes.Contains(head, []byte("jsonfeed.org/version")) {
		return kindFeed
	}
	for bytes.HasPrefix(head, []byte("<?")) || bytes.HasPrefix(head, []byte("<!--")) {
		end := "?>"
		if head[1] == '!' {
			end = "-->"
		}
		_, rest, ok := bytes.Cut(head, []byte(end))
		if !ok {
			return kindNone
		}
		head = bytes.TrimSpace(rest)
	}
	switch {
	case bytes.HasPrefix(head, []byte("<!doctype html")), bytes.HasPrefix(head, []byte("<html")):
		return kindHTML
	case bytes.HasPrefix(head, []byte("<rss")), bytes.HasPrefix(head, []byte("<feed")), bytes.HasPrefix(head, []byte("<rdf:rdf")):
		return kindFeed
	}
	return kindNone
}

// trouble is why a file gives no page, and what to do.
type trouble struct{ message, hint string }

// magic lists the first bytes of common files that are not read.
var magic = []struct {
	at    int
	bytes string
	what  string
}{
	{0, "\x89PNG", "an image"},
	{0, "\xff\xd8\xff", "an image"},
	{0, "GIF8", "an image"},
	{8, "WEBP", "an image"},
	{0, "II*\x00", "an image"},
	{0, "MM\x00*", "an image"},
	{0, "Rar!", "a RAR archive"},
	{0, "7z\xbc\xaf", "a 7z archive"},
	{0, "BZh", "a bzip2 archive"},
	{0, "\xfd7zXZ", "an xz archive"},
	{0, "\x28\xb5\x2f\xfd", "a Zstandard archive"},
	{0, "\xd0\xcf\x11\xe0", "an office document of the old kind"},
	{0, "{\\rtf", "an RTF document"},
	{0, "SQLite format 3", "a database"},
	{0, "\x7fELF", "a program"},
	{0, "MZ\x90", "a program"},
	{0, "ID3", "a sound file"},
	{0, "OggS", "a sound file"},
	{4, "ftyp", "a film or a sound file"},
	{0, "wOF", "a font"},
}

// noText tells what a file is when its bytes are no text; nil when they may be.
func noText(body []byte) *trouble {
	for _, m := range magic {
		if len(body) > m.at && bytes.HasPrefix(body[m.at:], []byte(m.bytes)) {
			return &trouble{"the file is " + m.what + ", which is not read",
				"If there is text in it, save that as text, HTML, PDF or .docx and add it."}
		}
	}
	head := body[:min(len(body), 8192)]
	if utf16Order(head) == "" && bytes.IndexByte(head, 0) >= 0 {
		return &trouble{"the file is binary: it holds zero bytes, which no text has",
			"If it was a page once, save it again as text or HTML."}
	}
	return nil
}
