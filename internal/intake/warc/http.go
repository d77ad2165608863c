package warc

import (
	"bytes"
	"io"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"
)

// Response is what a web server answered.
type Response struct {
	Status      int    // 200, 404, …
	ContentType string // as the server stated it, "" if it did not
	Body        []byte // with transfer and content encodings undone
	// Note is what is wrong with the body, a plain sentence; "" if nothing is.
	Note string
}

// ParseResponse reads the block of a response record; ok is false when it does not
// begin as an HTTP response does. Of a packed body up to max bytes are unpacked.
func ParseResponse(block []byte, max int64) (r Response, ok bool) {
	first, rest, _ := bytes.Cut(block, []byte("\n"))
	version, status, _ := strings.Cut(strings.TrimSpace(string(first[:min(len(first), 256)])), " ")
	if !strings.HasPrefix(version, "HTTP/") {
		return r, false
	}
	status, _, _ = strings.Cut(strings.TrimSpace(status), " ")
	r.Status, _ = strconv.Atoi(status)
	chunked, encoding := false, ""
	for {
		var line []byte
		line, rest, _ = bytes.Cut(rest, []byte("\n"))
		text := strings.TrimSpace(string(line[:min(len(line), maxLine)]))
		if text == "" {
			break
		}
		key, value, _ := strings.Cut(text, ":")
		value = strings.TrimSpace(strings.ToValidUTF8(value, "\uFFFD"))
		switch strings.ToLower(key) {
		case "content-type":
			r.ContentType = value
		case "transfer-encoding":
			chunked = chunked || strings.Contains(strings.ToLower(value), "chunked")
		case "content-encoding":
			encoding = strings.ToLower(value)
		}
	}
	r.Body = rest
	if chunked {
		if body, whole := dechunk(rest); body != nil {
			r.Body = body
			if !whole {
				r.Note = "the body's last chunks are missing"
			}
		} // else the crawler has undone the chunks and left the header
	}
	r.decode(encoding, max)
	return r, true
}

// dechunk joins a body that was sent in chunks (RFC 9112, 7.1); nil when it is not in
// chunks, whatever its header says.
func dechunk(b []byte) (body []byte, whole bool) {
	for {
		line, rest, ok := bytes.Cut(b, []byte("\n"))
		size, _, _ := strings.Cut(strings.TrimSpace(string(line[:min(len(line), 256)])), ";")
		n, err := strconv.ParseUint(strings.TrimSpace(size), 16, 31)
		switch {
		case err != nil || !ok && n > 0:
			return body, false
		case n == 0 && body == nil:
			return []byte{}, true
		case n == 0:
			return body, true
		}
		if body == nil {
			body = make([]byte, 0, len(b))
		}
		if int(n) > len(rest) {
			return append(body, rest...), false
		}
		body = append(body, rest[:n]...)
		b = bytes.TrimPrefix(bytes.TrimPrefix(rest[n:], []byte("\r")), []byte("\n"))
	}
}

// decode undoes content encodings, last first. A body that is not in the encoding that
// its header names was unpacked by the crawler: it stays as it is.
func (r *Response) decode(encodings string, max int64) {
	list := strings.Split(encodings, ",")
	if len(list) > 4 {
		r.Note = "the body is packed more than four times over"
		r.Body = nil
		return
	}
	for i := len(list) - 1; i >= 0; i-- {
		from, err := opener(strings.TrimSpace(list[i]), r.Body)
		if from == nil || err != nil {
			continue
		}
		body, err := io.ReadAll(io.LimitReader(from, max+1))
		if c, ok := from.(io.Closer); ok {
			c.Close()
		}
		switch {
		case int64(len(body)) > max:
			r.Body, r.Note = nil, "the body unpacks to more than is read"
			return
		case err != nil && len(body) == 0:
			continue // not packed after all
		case err != nil:
			r.Note = "the body's packing is damaged; its beginning was read"
		}
		r.Body = body
	}
}

// opener gives the reader that undoes one content encoding; nil for one that is not
// known, or where the body's first bytes show that it is not used.
func opener(encoding string, body []byte) (io.Reader, error) {
	from := bytes.NewReader(body)
	switch encoding {
	case "gzip", "x-gzip":
		if bytes.HasPrefix(body, []byte("\x1f\x8b")) {
			return gzip.NewReader(from)
		}
	case "deflate":
		if z, err := zlib.NewReader(from); err == nil {
			return z, nil
		}
		return flate.NewReader(bytes.NewReader(body)), nil
	case "br":
		if !looksLikeText(body) {
			return brotli.NewReader(from), nil
		}
	case "zstd":
		if bytes.HasPrefix(body, []byte("\x28\xb5\x2f\xfd")) {
			z, err := zstd.NewReader(from, zstd.WithDecoderMaxMemory(64<<20), zstd.WithDecoderConcurrency(1))
			if err != nil {
				return nil, err
			}
			return z.IOReadCloser(), nil
		}
	}
	return nil, nil
}

// looksLikeText reports whether a body begins as markup does; Brotli has no mark.
func looksLikeText(body []byte) bool {
	head := bytes.TrimSpace(body[:min(len(body), 256)])
	return len(head) == 0 || head[0] == '<' || head[0] == '{'
}
