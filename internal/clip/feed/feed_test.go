package feed_test

import (
	"testing"
	"unicode/utf8"

	"stemma"
	"stemma/internal/clip/feed"
)

// TestRead: the three forms of feeds say the same.
func TestRead(t *testing.T) {
	want := stemma.Meta{Title: "Bridge opens", Byline: "Ana Belo", Outlet: "Tal Wire", URL: "http://a.example/1", Published: "2031-05-03T09:00Z"}
	for name, body := range map[string]string{
		"RSS": `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Tal Wire</title><item><title>Bridge opens</title><link>http://a.example/1</link>
			<dc:creator>Ana Belo</dc:creator><pubDate>Sat, 03 May 2031 09:00:00 GMT</pubDate><description>&lt;p&gt;It is open.&lt;/p&gt;</description></item></channel></rss>`,
		"Atom": `<feed xmlns="http://www.w3.org/2005/Atom"><title>Tal Wire</title><entry><title>Bridge opens</title><link href="http://a.example/1"/>
			<author><name>Ana Belo</name></author><published>2031-05-03T09:00:00Z</published><summary type="html">&lt;p&gt;It is open.&lt;/p&gt;</summary></entry></feed>`,
		"JSON": `{"version":"https://jsonfeed.org/version/1.1","title":"Tal Wire","items":[{"id":"1","url":"http://a.example/1","title":"Bridge opens",
			"authors":[{"name":"Ana Belo"}],"date_published":"2031-05-03T09:00:00Z","content_html":"<p>It is open.</p>"}]}`,
	} {
		t.Run(name, func(t *testing.T) {
			entries, err := feed.Read([]byte(body))
			if err != nil || len(entries) != 1 {
				t.Fatalf("%d entries, %v", len(entries), err)
			}
			if e := entries[0]; e.HTML != "<p>It is open.</p>" || e.Meta != want {
				t.Errorf("entry %+v", e)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`<rss version="2.0"><channel><title>P</title><item><title>T</title><description><![CDATA[<p>x</p>]]></description><pubDate>Sat, 03 May 2031 09:00:00 GMT</pubDate></item></channel></rss>`))
	f.Add([]byte(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="xhtml"><div>T</div></title><content type="html">&lt;p&gt;</content></entry></feed>`))
	f.Add([]byte(`{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","content_text":"x"}]}`))
	f.Add([]byte(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><item><title>T</title></item></rdf:RDF>`))
	f.Fuzz(func(t *testing.T, body []byte) {
		entries, err := feed.Read(body)
		if err != nil && (err.Error() == "" || !utf8.ValidString(err.Error())) {
			t.Fatalf("error %q", err)
		}
		for _, e := range entries {
			if !utf8.ValidString(e.HTML + e.Meta.Title + e.Meta.Byline + e.Meta.URL) {
				t.Fatalf("entry %+v", e)
			}
			if _, _, ok := e.Meta.Published.Bounds(); !ok && e.Meta.Published != "" {
				t.Fatalf("published %q", e.Meta.Published)
			}
		}
	})
}
