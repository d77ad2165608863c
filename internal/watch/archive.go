package watch

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"time"

	"stemma/internal/clip/feed"
	"stemma/internal/watch/fetch"
)

// archive is a web archive in the making (WARC 1.1, ISO 28500): all that a round brought.
type archive struct{ bytes.Buffer }

// response keeps what a server answered, and before it what a feed said of the page:
// intake takes that where the page itself says nothing. Cookies are left out, and so are
// the headers that say how it was sent.
func (w *archive) response(a fetch.Answer, said feed.Entry) error {
	said.HTML = ""
	about, err := atom(said)
	if err != nil {
		return err
	}
	w.record("metadata", a.URL, "application/atom+xml", a.At, about)
	var block bytes.Buffer
	fmt.Fprintf(&block, "%s %d %s\r\n", cmp.Or(a.Proto, "HTTP/1.1"), a.Status, http.StatusText(a.Status))
	for _, key := range slices.Sorted(maps.Keys(a.Header)) {
		switch key {
		case "Set-Cookie", "Content-Length", "Transfer-Encoding": // Content-Encoding is there only if it was not undone
			continue
		}
		for _, value := range a.Header[key] {
			fmt.Fprintf(&block, "%s: %s\r\n", key, oneLine(value))
		}
	}
	fmt.Fprintf(&block, "Content-Length: %d\r\n\r\n", len(a.Body))
	block.Write(a.Body)
	w.record("response", a.URL, "application/http; msgtype=response", a.At, block.Bytes())
	return nil
}

// entry keeps an entry as its feed gave it, as a feed of that entry alone.
func (w *archive) entry(from string, e feed.Entry, at time.Time) error {
	block, err := atom(e)
	if err == nil {
		w.record("conversion", from, "application/atom+xml", at, block)
	}
	return err
}

func (w *archive) record(kind, url, media string, at time.Time, block []byte) {
	stamp := at.UTC().Format("2006-01-02T15:04:05Z")
	sum := sha256.Sum256(fmt.Appendf(slices.Clone(block), "\x00%s\x00%s\x00%d", url, stamp, w.Len()))
	id := sum[:16]
	id[6], id[8] = id[6]&0x0f|0x80, id[8]&0x3f|0x80 // a UUID of version 8: made as its maker likes (RFC 9562)
	digest := sha256.Sum256(block)
	fmt.Fprintf(w, "WARC/1.1\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:%x-%x-%x-%x-%x>\r\nWARC-Date: %s\r\nWARC-Target-URI: %s\r\n"+
		"WARC-Block-Digest: sha256:%s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n",
		kind, id[:4], id[4:6], id[6:8], id[8:10], id[10:], stamp, oneLine(url), hex.EncodeToString(digest[:]), media, len(block))
	w.Write(block)
	w.WriteString("\r\n\r\n")
}

// oneLine keeps what others wrote from being more than one header.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\r' || r == '\n' || r == 0 {
			return ' '
		}
		return r
	}, s)
}

// atom writes an entry as an Atom feed that says the same.
func atom(e feed.Entry) ([]byte, error) {
	type text struct {
		Type string `xml:"type,attr,omitempty"`
		Text string `xml:",chardata"`
	}
	type link struct {
		Href string `xml:"href,attr"`
	}
	type person struct {
		Name string `xml:"name"`
	}
	type entry struct {
		Title     string   `xml:"title"`
		Link      *link    `xml:"link"`
		Authors   []person `xml:"author"`
		Published string   `xml:"published,omitempty"`
		Summary   *text    `xml:"summary"`
		Content   *text    `xml:"content"`
	}
	doc := struct {
		XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
		Lang    string   `xml:"xml:lang,attr,omitempty"`
		Title   string   `xml:"title"`
		Entry   entry    `xml:"entry"`
	}{Lang: e.Meta.Lang, Title: e.Meta.Outlet, Entry: entry{Title: e.Meta.Title, Published: seconds(string(e.Meta.Published))}}
	if e.Meta.URL != "" {
		doc.Entry.Link = &link{e.Meta.URL}
	}
	for name := range strings.SplitSeq(e.Meta.Byline, "; ") {
		if name != "" {
			doc.Entry.Authors = append(doc.Entry.Authors, person{name})
		}
	}
	switch body := (&text{"html", e.HTML}); {
	case e.HTML == "":
	case e.Whole:
		doc.Entry.Content = body
	default:
		doc.Entry.Summary = body
	}
	return xml.Marshal(doc)
}

// seconds gives a time to the minute the seconds that Atom asks for.
func seconds(date string) string {
	if len(date) > len("2006-01-02T15:04") {
		return date[:16] + ":00" + date[16:]
	}
	return date
}
