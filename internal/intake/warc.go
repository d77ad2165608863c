package intake

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"

	"stemma"
	"stemma/internal/clip/feed"
	"stemma/internal/intake/warc"
)

// warc reads a web archive: each successful answer that holds HTML, text, PDF or a feed
// is a page, named by where its record begins in the file.
func (f *opened) warc(it *item) bool {
	from, err := it.reader()
	if err != nil {
		return f.trouble(it, &trouble{"the file cannot be read: " + reason(err), "Check the file and its permissions, then add it again."})
	}
	defer from.Close()
	r := warc.NewReader(from, MaxFile, f.left)
	defer func() { f.left = min(f.left, r.Left()) }()
	for {
		rec, err := r.Next()
		var damage *warc.Damage
		switch {
		case err == io.EOF:
			return true
		case errors.As(err, &damage):
			if !f.trouble(it.within(fmt.Sprint(damage.Offset), nil), &trouble{damage.Why, "The archive is damaged; the records before and behind were read."}) {
				return false
			}
			continue
		case err != nil:
			return f.trouble(it, &trouble{"reading stops: " + reason(err), "The archive is damaged or was made to be too much; what stands before was read."})
		}
		if !f.record(it, rec) {
			return false
		}
	}
}

// record reads one record of a web archive.
func (f *opened) record(it *item, rec *warc.Record) bool {
	member := fmt.Sprint(rec.Offset)
	if rec.Inner > 0 {
		member += fmt.Sprintf("+%d", rec.Inner)
	}
	in := it.within(member, rec.Block)
	in.url, in.captured = rec.URL, rec.Date
	media := rec.ContentType
	if f.stated != nil && f.stated.url == rec.URL && rec.Type == "response" {
		in.stated = f.stated.meta
	}
	f.stated = nil
	switch rec.Type {
	case "response":
		if r, ok := warc.ParseResponse(rec.Block, min(MaxFile, f.left)); ok {
			f.left = max(f.left-int64(len(r.Body)), 0)
			if r.Status != 200 {
				f.passed[fmt.Sprintf("answers of status %d", r.Status)]++
				return true
			}
			in.body, media = r.Body, r.ContentType
			if r.Note != "" {
				in.notes = append(in.notes, r.Note)
			}
		}
	case "resource", "conversion":
	case "metadata":
		if f.stated = stated(rec); f.stated != nil {
			return true
		}
		f.passed["metadata records"]++
		return true
	case "request", "revisit", "warcinfo", "continuation":
		f.passed[rec.Type+" records"]++
		return true
	default:
		f.passed["records of other types"]++
		return true
	}
	if rec.Short != "" {
		in.notes = append(in.notes, "the record is not whole: "+rec.Short)
	}
	if rec.Truncated != "" {
		in.notes = append(in.notes, "the crawler cut the page short ("+rec.Truncated+")")
	}
	return f.answer(in, media)
}

// statement is what a feed says of a page that was fetched because of it.
type statement struct {
	url  string
	meta stemma.Meta
}

// stated reads a metadata record that holds a feed with one entry, about the page of the
// record behind it; nil for any other.
func stated(rec *warc.Record) *statement {
	if k, _ := kindOfMedia(rec.ContentType); k != kindFeed {
		return nil
	}
	entries, err := feed.Read(rec.Block)
	if err != nil || len(entries) != 1 {
		return nil
	}
	return &statement{rec.URL, entries[0].Meta}
}

// answer reads what came from an address, if it is of a kind that is read.
func (f *opened) answer(in *item, media string) bool {
	in.size = int64(len(in.body))
	address, err := url.Parse(in.url)
	if err == nil && (address.Scheme == "metadata" || address.Path == "/robots.txt") {
		f.passed["notes of the crawler and for crawlers"]++
		return true
	}
	head := in.body[:min(len(in.body), 1024)]
	in.kind, in.charset = kindOfMedia(media)
	switch found := sniff(head); {
	case len(in.body) == 0 && len(in.notes) == 0:
		f.passed["empty answers"]++
		return true
	case found == kindPDF:
		in.kind = kindPDF
	case in.kind == kindNone && found == kindNone:
		in.kind = sniffText(head)
	case in.kind == kindText && (sniffText(head) == kindHTML || bytes.HasPrefix(head, []byte("{"))):
		in.kind = sniffText(head) // servers say text of what they do not know
	}
	switch {
	case in.kind == kindNone:
		t, _, _ := strings.Cut(media, ";")
		f.passed["answers of the type “"+label(strings.TrimSpace(t))+"”"]++
		return true
	case in.kind.passed():
		f.passed[string(in.kind)]++
		return true
	}
	return f.item(in)
}
