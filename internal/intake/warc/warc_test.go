package warc_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"stemma/internal/intake/warc"
)

// record writes a WARC record.
func record(kind, url, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2031-05-05T06:07:08Z\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, url, len(block), block)
}

const answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>The bridge is open.</p>"

func zipped(parts ...string) string {
	var b bytes.Buffer
	for _, p := range parts {
		z := gzip.NewWriter(&b)
		io.WriteString(z, p)
		z.Close()
	}
	return b.String()
}

// list tells an archive in short: a line for each record and for each damage.
func list(data string) string {
	var b strings.Builder
	r := warc.NewReader(strings.NewReader(data), 1<<20, 1<<40)
	for {
		rec, err := r.Next()
		var damage *warc.Damage
		switch {
		case err == io.EOF:
			return b.String()
		case errors.As(err, &damage):
			fmt.Fprintf(&b, "%d: %s\n", damage.Offset, damage.Why)
		case err != nil:
			fmt.Fprintf(&b, "error: %v\n", err)
			return b.String()
		default:
			fmt.Fprintf(&b, "%d+%d %s %s %s %q\n", rec.Offset, rec.Inner, rec.Type, rec.URL, rec.Date, rec.Short)
		}
	}
}

func TestRecords(t *testing.T) {
	one, two := record("response", "http://a.example/", answer), record("request", "<http://b.example/>", "GET / HTTP/1.1\r\n\r\n")
	first := len(zipped(one))
	for name, tt := range map[string]struct{ data, want string }{
		"plain": {one + two, fmt.Sprintf("0+0 response http://a.example/ 2031-05-05T06:07Z \"\"\n%d+0 request http://b.example/ 2031-05-05T06:07Z \"\"\n", len(one))},
		"a gzip member each": {zipped(one, two),
			fmt.Sprintf("0+0 response http://a.example/ 2031-05-05T06:07Z \"\"\n%d+0 request http://b.example/ 2031-05-05T06:07Z \"\"\n", first)},
		"one gzip member": {zipped(one + two),
			fmt.Sprintf("0+0 response http://a.example/ 2031-05-05T06:07Z \"\"\n0+%d request http://b.example/ 2031-05-05T06:07Z \"\"\n", len(one))},
		"empty lines at a member's beginning": {zipped(strings.TrimRight(one, "\r\n"), "\r\n\r\n"+two),
			fmt.Sprintf("0+0 response http://a.example/ 2031-05-05T06:07Z \"\"\n%d+0 request http://b.example/ 2031-05-05T06:07Z \"\"\n", len(zipped(strings.TrimRight(one, "\r\n"))))},
		"stated too long": {strings.Replace(one, fmt.Sprint("Length: ", len(answer)), "Length: 160", 1) + two,
			fmt.Sprintf("0+0 response http://a.example/ 2031-05-05T06:07Z \"its length is stated wrong; it was ended where the next record begins\"\n%d+0 request http://b.example/ 2031-05-05T06:07Z \"\"\n", len(one)+1)},
		"stated too short": {strings.Replace(one, fmt.Sprint("Length: ", len(answer)), "Length: 60", 1) + two,
			"0+0 response http://a.example/ 2031-05-05T06:07Z \"its length is stated wrong\"\n" +
				fmt.Sprintf("%d: what stands here is no record; it was passed over up to the next one\n%d+0 request http://b.example/ 2031-05-05T06:07Z \"\"\n", len(one)-4-len(answer)+60, len(one))},
		"cut off":   {one[:len(one)-20], "0+0 response http://a.example/ 2031-05-05T06:07Z \"the file ends after 69 of its 85 bytes\"\n"},
		"no length": {"WARC/1.0\r\nWARC-Type: response\r\n\r\n" + two, "0: the record states no length, or one that is no number\n33+0 request http://b.example/ 2031-05-05T06:07Z \"\"\n"},
		"absurd length": {strings.Replace(one, fmt.Sprint("Length: ", len(answer)), "Length: 9223372036854775807", 1) + two,
			fmt.Sprintf("0+0 response http://a.example/ 2031-05-05T06:07Z \"its length is stated wrong; it was ended where the next record begins\"\n%d+0 request http://b.example/ 2031-05-05T06:07Z \"\"\n", len(one)+len("9223372036854775807")-2)},
		"damaged member": {zipped(one)[:40] + "\xff\xff\xff\xff" + zipped(one)[44:] + zipped(two),
			"0: the file's gzip packing is damaged here\n" + fmt.Sprintf("%d+0 request http://b.example/ 2031-05-05T06:07Z \"\"\n", first)},
		"member cut off": {zipped(one)[:first-30] + zipped(two),
			"0+0 response http://a.example/ 2031-05-05T06:07Z \"the file's gzip packing is damaged inside it\"\n" +
				fmt.Sprintf("%d+0 request http://b.example/ 2031-05-05T06:07Z \"\"\n", first-30)},
		"bytes between members": {zipped(one) + "????" + zipped(two),
			"0+0 response http://a.example/ 2031-05-05T06:07Z \"\"\n" + fmt.Sprintf("%d: the file's gzip packing is damaged here\n%d+0 request http://b.example/ 2031-05-05T06:07Z \"\"\n", first, first+4)},
		"ARC": {"filedesc://x.arc 127.0.0.1 20310505060708 text/plain 4\n1 0\n\nhttp://a.example/a b 1.2.3.4 20310505060708 text/html 5\nhello\n",
			"0+0 warcinfo filedesc://x.arc 2031-05-05T06:07Z \"\"\n60+0 response http://a.example/a b 2031-05-05T06:07Z \"\"\n"},
		"nothing": {"", ""},
	} {
		t.Run(name, func(t *testing.T) {
			if got := list(tt.data); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
		})
	}
}

func TestParseResponse(t *testing.T) {
	packed := zipped("<p>Packed.</p>")
	head := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
	for name, tt := range map[string]struct{ block, body, note string }{
		"plain":                {head + "\r\nhello", "hello", ""},
		"in chunks":            {head + "Transfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\n\r\n", "hello", ""},
		"chunks undone":        {head + "Transfer-Encoding: chunked\r\n\r\nhello", "hello", ""},
		"chunks missing":       {head + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n9\r\nwor", "hellowor", "last chunks are missing"},
		"a chunk too large":    {head + "Transfer-Encoding: chunked\r\n\r\n7fffffff\r\nhello", "hello", "last chunks are missing"},
		"gzip":                 {head + "Content-Encoding: gzip\r\n\r\n" + packed, "<p>Packed.</p>", ""},
		"gzip undone":          {head + "Content-Encoding: gzip\r\n\r\n<p>Plain.</p>", "<p>Plain.</p>", ""},
		"gzip damaged":         {head + "Content-Encoding: gzip\r\n\r\n" + packed[:len(packed)-6], "<p>Packed.</p>", "packing is damaged"},
		"gzip bomb":            {head + "Content-Encoding: gzip\r\n\r\n" + zipped(strings.Repeat("a", 1<<20)), "", "more than is read"},
		"many layers":          {head + "Content-Encoding: gzip,gzip,gzip,gzip,gzip\r\n\r\nx", "", "four times over"},
		"Brotli undone":        {head + "Content-Encoding: br\r\n\r\n<p>Plain.</p>", "<p>Plain.</p>", ""},
		"unknown encoding":     {head + "Content-Encoding: x-own\r\n\r\nhello", "hello", ""},
		"line ends without CR": {"HTTP/1.0 200\nContent-Type: text/html\n\nhello", "hello", ""},
	} {
		t.Run(name, func(t *testing.T) {
			r, ok := warc.ParseResponse([]byte(tt.block), 1<<10)
			if !ok || r.Status != 200 || r.ContentType != "text/html" {
				t.Fatalf("read %+v, %v", r, ok)
			}
			if string(r.Body) != tt.body || !strings.Contains(r.Note, tt.note) || (tt.note == "") != (r.Note == "") {
				t.Errorf("body %q, note %q", r.Body, r.Note)
			}
		})
	}
	if _, ok := warc.ParseResponse([]byte("hello"), 10); ok {
		t.Error("what is no response was read as one")
	}
}

// TestDevelopmentArchives reads the archives that lie beside the repository: each gives
// records, or says what is wrong.
func TestDevelopmentArchives(t *testing.T) {
	files, _ := filepath.Glob("../../../../shared/data/pages-warc/pages/*")
	if len(files) == 0 {
		t.Skip("no development data here")
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if list(string(data)) == "" {
			t.Errorf("%s: neither a record nor what is wrong", filepath.Base(f))
		}
	}
}

// TestTooMuch: an archive that unpacks to more than it may ends with words.
func TestTooMuch(t *testing.T) {
	bomb := zipped("WARC/1.0\r\nContent-Length: 4000000\r\n\r\n" + strings.Repeat("\x00", 4_000_000))
	for name, data := range map[string]string{"in a block": bomb, "between records": zipped(strings.Repeat("\x00", 4_000_000))} {
		r := warc.NewReader(strings.NewReader(data), 1<<10, 1<<20)
		if rec, err := r.Next(); !errors.Is(err, warc.ErrTooMuch) {
			t.Errorf("%s: %+v, %v", name, rec, err)
		}
	}
}

// FuzzReader: whatever the bytes, reading ends, offsets rise, and what is told is text.
func FuzzReader(f *testing.F) {
	one, two := record("response", "http://a.example/", answer), record("resource", "<urn:x>", "hello")
	f.Add([]byte(one + two))
	f.Add([]byte(zipped(one, two)))
	f.Add([]byte(zipped(one)[:60] + zipped(two)))
	f.Add([]byte(strings.Replace(one, "Length: 85", "Length: 160", 1) + two))
	f.Add([]byte("filedesc://x.arc 127.0.0.1 20310505060708 text/plain 4\n1 0\n\nhttp://a.example/ 1.2.3.4 20310505060708 text/html 5\nhello\n"))
	f.Add([]byte("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip, br\r\n\r\n3\r\nhel\r\n0\r\n\r\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r := warc.NewReader(bytes.NewReader(data), 1<<16, 1<<40)
		last := int64(-1)
		for n := 0; ; n++ {
			if n > 2*len(data)+4 {
				t.Fatal("reading does not end")
			}
			rec, err := r.Next()
			if err == io.EOF {
				break
			}
			if err != nil {
				continue
			}
			if rec.Offset < last || rec.Offset > int64(len(data)) {
				t.Fatalf("a record at %d behind one at %d of %d bytes", rec.Offset, last, len(data))
			}
			last = rec.Offset
			if !utf8.ValidString(rec.URL) || !utf8.ValidString(rec.Type) || len(rec.Block) > 1<<16 {
				t.Fatalf("record %+v", rec)
			}
			warc.ParseResponse(rec.Block, 1<<16)
		}
		if r, ok := warc.ParseResponse(data, 1<<16); ok && len(r.Body) > max(1<<16, len(data)) {
			t.Fatalf("a body of %d bytes", len(r.Body))
		}
	})
}

// BenchmarkReader is to be compared with BenchmarkGunzip: reading records costs little
// more than unpacking them.
func BenchmarkReader(b *testing.B) {
	data := sample()
	b.SetBytes(int64(unpacked(data)))
	for b.Loop() {
		r := warc.NewReader(strings.NewReader(data), 64<<20, 1<<40)
		for {
			rec, err := r.Next()
			if err == io.EOF {
				break
			}
			if err != nil {
				b.Fatal(err)
			}
			if _, ok := warc.ParseResponse(rec.Block, 64<<20); !ok {
				b.Fatal("no response")
			}
		}
	}
}

func BenchmarkGunzip(b *testing.B) {
	data := sample()
	b.SetBytes(int64(unpacked(data)))
	for b.Loop() {
		z, err := gzip.NewReader(strings.NewReader(data))
		if err != nil {
			b.Fatal(err)
		}
		if _, err := io.Copy(io.Discard, z); err != nil {
			b.Fatal(err)
		}
	}
}

// sample is an archive of 500 pages of some 50 kB.
func sample() string {
	var parts []string
	for i := range 500 {
		var page strings.Builder
		page.WriteString("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body>")
		for j := range 400 {
			fmt.Fprintf(&page, "<p class=\"p%d\">On day %d the bridge over the Tal carried %d carts and %d people, the keeper wrote.</p>\n", j%7, j, i*j%971, (i+j)*37%1013)
		}
		parts = append(parts, record("response", fmt.Sprint("http://a.example/", i), page.String()))
	}
	return zipped(parts...)
}

func unpacked(data string) int {
	z, _ := gzip.NewReader(strings.NewReader(data))
	n, _ := io.Copy(io.Discard, z)
	return int(n)
}
