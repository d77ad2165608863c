package intake_test

import (
	"fmt"
	"strings"
	"testing"

	"stemma/internal/intake"
)

// TestStated: what a feed says of a page stands in a metadata record before the answer. It
// counts for that page alone, and where the page itself says nothing.
func TestStated(t *testing.T) {
	record := func(kind, url, media, block string) string {
		return fmt.Sprintf("WARC/1.1\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, url, media, len(block), block)
	}
	said := func(url string) string {
		return record("metadata", url, "application/atom+xml", `<feed xmlns="http://www.w3.org/2005/Atom"><title>Tal Wire</title><entry><title>As fed</title><published>2031-05-03T09:00:00Z</published></entry></feed>`)
	}
	page := func(url, head string) string {
		return record("response", url, "application/http", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><head>"+head+"</head><body><p>The pier of Sund was closed on Friday, police said.</p></body></html>")
	}
	site := `<meta property="og:site_name" content="Sund Gazette">`
	archive := said("http://a.example/1") + page("http://a.example/1", "") + // all is stated
		said("http://a.example/2") + page("http://a.example/2", site) + // the page knows better
		said("http://a.example/3") + page("http://a.example/4", "") + // of another page
		page("http://a.example/3", "") + // too late
		record("metadata", "http://a.example/5", "application/warc-fields", "fetchTimeMs: 9\r\n") + page("http://a.example/5", "")
	var got []string
	for in, err := range intake.Again("", "a.warc", []byte(archive)) {
		if err != nil {
			t.Fatal(err)
		}
		if in.Problem != nil {
			got = append(got, in.Problem.Message)
			continue
		}
		got = append(got, strings.TrimSpace(in.Page.Meta.Outlet+" "+string(in.Page.Meta.Published)))
	}
	want := "Tal Wire 2031-05-03T09:00Z|Sund Gazette 2031-05-03T09:00Z||||parts of it were passed over: metadata records (1)"
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}
