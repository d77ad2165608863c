// Package warc reads the records of web archives: WARC files (ISO 28500), their
// predecessor ARC, both also gzipped.
//
// It takes a stream and gives a [Record] after another, with the place of each in the
// file, and of an HTTP response its status, type and decoded body. It promises bounded
// memory whatever lengths a file states (a block of up to the limit given, a head of up
// to 1 MB), that damage costs the records it hits and no others, each told by a
// [Damage], and that every call ends: each consumes bytes or gives io.EOF. It checks
// no digests, follows no revisits, and does not judge which records are pages.
package warc

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"stemma"
)

// Record is one record of an archive.
type Record struct {
	// Offset is where the record begins in the file, in bytes; in a gzipped file where
	// its gzip member begins, with Inner bytes of that unpacked before the record.
	Offset, Inner int64
	Type          string      // “response”, “resource”, “request”, …; an ARC record is a “response”
	URL           string      // the address it was taken from
	Date          stemma.Date // when it was taken, "" if not stated
	ContentType   string      // media type of the block, as stated
	Truncated     string      // why the crawler cut it, "" if it did not
	Block         []byte      // valid until the next call of Next
	Short         string      // what is missing of the block, a plain sentence; "" if nothing
}

// Damage is a part of the file that could not be read; reading goes on behind it.
type Damage struct {
	Offset int64
	Why    string // a plain sentence, without its place
}

// Error implements error.
func (d *Damage) Error() string { return fmt.Sprintf("at byte %d: %s", d.Offset, d.Why) }

const (
	maxLine = 64 << 10 // bytes of one line of a head
	maxHead = 1 << 20  // bytes of a head
)

// Reader reads an archive.
type Reader struct {
	in       *stream
	maxBlock int64
	arc      bool
	blank    int64 // up to where the gzip member holds nothing but empty lines
	block    bytes.Buffer
}

// NewReader reads an archive, gzipped or not; of a block it holds up to maxBlock bytes,
// and of the whole it unpacks up to most: then Next gives [ErrTooMuch].
func NewReader(r io.Reader, maxBlock, most int64) *Reader {
	return &Reader{in: newStream(r, most), maxBlock: maxBlock}
}

// Left gives how many bytes may still be unpacked.
func (r *Reader) Left() int64 { return r.in.left }

// Next gives the next record, a *[Damage] when there is something between that cannot
// be read (call again to go on), io.EOF at the end, or the error of the reader below.
func (r *Reader) Next() (*Record, error) {
	for {
		line, err := r.in.line(maxLine)
		text := strings.TrimRight(string(line), "\r\n")
		offset, inner := r.in.lineStart()
		if inner == 0 {
			r.blank = 0
		}
		if inner == r.blank { // nothing but empty lines before it in its gzip member
			r.blank, inner = inner+int64(len(line)), 0
		}
		switch {
		case text == "" && err == nil: // the empty lines between records
			continue
		case err == io.EOF && text == "":
			return nil, io.EOF
		case err != nil && err != io.EOF:
			return nil, r.trouble(err, r.in.offset())
		case strings.HasPrefix(text, "WARC/"):
			return r.warcRecord(offset, inner)
		case strings.HasPrefix(text, "filedesc://"):
			r.arc = true
			return r.arcRecord(text, offset, inner)
		case r.arc && arcHead(text) != nil:
			return r.arcRecord(text, offset, inner)
		}
		return nil, r.bad(offset, "what stands here is no record; it was passed over up to the next one")
	}
}

// skip reads on to the next line that begins a record.
func (r *Reader) skip() error {
	for {
		line, err := r.in.line(maxLine)
		if bytes.HasPrefix(line, []byte("WARC/")) || r.arc && arcHead(strings.TrimRight(string(line), "\r\n")) != nil {
			r.in.unread(line)
			return nil
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return r.trouble(err, r.in.offset())
		}
	}
}

// trouble tells of damage to the packing, and moves on to the next gzip member.
func (r *Reader) trouble(err error, offset int64) error {
	if !errors.Is(err, errPacking) {
		return err
	}
	r.in.nextMember()
	return &Damage{offset, "the file's gzip packing is damaged here"}
}

func (r *Reader) warcRecord(offset, inner int64) (*Record, error) {
	rec := &Record{Offset: offset, Inner: inner}
	length := int64(-1)
	for size := 0; ; {
		line, err := r.in.line(maxLine)
		size += len(line)
		if err != nil && err != io.EOF {
			return nil, r.trouble(err, offset)
		}
		text := strings.TrimRight(string(line), "\r\n")
		if text == "" || err == io.EOF {
			break
		}
		if size > maxHead {
			return nil, r.bad(offset, "the record's head has no end")
		}
		key, value, _ := strings.Cut(text, ":")
		value = strings.TrimSpace(strings.ToValidUTF8(value, "\uFFFD"))
		switch strings.ToLower(strings.TrimSpace(key)) {
		case "warc-type":
			rec.Type = strings.ToLower(value)
		case "warc-target-uri":
			rec.URL = strings.TrimSuffix(strings.TrimPrefix(value, "<"), ">")
		case "warc-date":
			rec.Date = moment(value)
		case "content-type":
			rec.ContentType = value
		case "warc-truncated":
			rec.Truncated = value
		case "content-length":
			if n, err := strconv.ParseInt(value, 10, 64); err == nil && n >= 0 {
				length = n
			}
		}
	}
	if length < 0 {
		return nil, r.bad(offset, "the record states no length, or one that is no number")
	}
	return rec, r.readBlock(rec, length)
}

// bad tells of a record whose head cannot be used, and moves on to the next one.
func (r *Reader) bad(offset int64, why string) error {
	if err := r.skip(); err != nil {
		return err
	}
	return &Damage{offset, why}
}

// readBlock reads a record's block. What does not end where the next record begins was
// stated too long or too short: it is cut there, and told.
func (r *Reader) readBlock(rec *Record, length int64) error {
	r.block.Reset()
	got, err := r.in.copy(&r.block, length, r.maxBlock)
	rec.Block = r.block.Bytes()
	switch {
	case errors.Is(err, errPacking):
		rec.Short = "the file's gzip packing is damaged inside it"
		r.in.nextMember()
	case err != nil && err != io.EOF:
		return err
	case got < length:
		rec.Short = fmt.Sprintf("the file ends after %d of its %d bytes", got, length)
		r.cutBack(rec)
	case int64(len(rec.Block)) < got:
		rec.Short = fmt.Sprintf("it has %d MB; only the first %d were read", got>>20, r.maxBlock>>20)
	case !r.in.between():
		rec.Short = "its length is stated wrong"
		r.cutBack(rec)
	}
	return nil
}

// cutBack ends a block where another record begins inside it, and gives that back to
// be read.
func (r *Reader) cutBack(rec *Record) {
	i := bytes.Index(rec.Block, []byte("\r\n\r\nWARC/1."))
	if i < 0 || r.arc {
		return
	}
	rec.Short = "its length is stated wrong; it was ended where the next record begins"
	r.in.unread(bytes.Clone(rec.Block[i:]))
	rec.Block = rec.Block[:i]
}
