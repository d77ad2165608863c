package warc

import (
	"strconv"
	"strings"

	"stemma"
)

// head is the line that begins a record of an ARC file.
type head struct {
	url, date, media string
	length           int64
}

// arcHead reads “URL IP-address date media-type length”; nil when the line is none.
// The address may hold blanks.
func arcHead(line string) *head {
	f := strings.Split(line, " ")
	if len(f) < 5 {
		return nil
	}
	n := len(f)
	date := f[n-3]
	if len(date) < 12 || strings.Trim(date, "0123456789") != "" {
		return nil
	}
	h := &head{url: strings.ToValidUTF8(strings.Join(f[:n-4], " "), "\uFFFD"), date: date, media: f[n-2], length: -1}
	if !strings.Contains(h.url, ":") {
		return nil
	}
	if length, err := strconv.ParseInt(f[n-1], 10, 64); err == nil {
		h.length = length
	}
	return h
}

func (r *Reader) arcRecord(line string, offset, inner int64) (*Record, error) {
	h := arcHead(line)
	if h == nil || h.length < 0 {
		return nil, r.bad(offset, "the record states no length, or one that is no number")
	}
	rec := &Record{Offset: offset, Inner: inner, Type: "response", URL: h.url, Date: moment(h.date), ContentType: h.media}
	if strings.HasPrefix(h.url, "filedesc://") {
		rec.Type = "warcinfo"
	}
	return rec, r.readBlock(rec, h.length)
}

// moment reads the times of both formats, “2021-03-04T05:06:07Z” and “20210304050607”;
// "" when it is none.
func moment(s string) stemma.Date {
	if len(s) >= 12 && strings.Trim(s, "0123456789") == "" {
		s = s[:4] + "-" + s[4:6] + "-" + s[6:8] + "T" + s[8:10] + ":" + s[10:12] + "Z"
	}
	if len(s) > 16 && s[10] == 'T' { // to the minute, as dates are told here
		s = s[:16] + "Z"
	}
	d := stemma.Date(s)
	if _, _, ok := d.Bounds(); !ok {
		return ""
	}
	return d
}
