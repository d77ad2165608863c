package intake_test

import (
	"io/fs"
	"iter"
	"testing"
	"unicode/utf8"

	"stemma"
	"stemma/internal/intake"
)

// all gives what intake gives, without errors.
func all(fsys fs.FS) iter.Seq[intake.Input] {
	return func(yield func(intake.Input) bool) {
		for in, err := range intake.Pages(fsys, "pile") {
			if err != nil || !yield(in) {
				return
			}
		}
	}
}

// names are what FuzzAgain calls its files, one for every reader.
var names = []string{
	"a.txt", "a.html", "a.md", "a.pdf", "a.docx", "a.epub", "a.rss", "a.json", "a.eml", "a.mbox", "a.mhtml",
	"a.jsonl", "a.warc", "a.warc.gz", "a.wacz", "a.zip", "a.tar", "a.tgz", "a.txt.gz", "a.unknown",
}

// FuzzAgain: whatever the bytes and whatever they are called, reading ends without a
// panic, says something, and gives the same again; every text is valid, and blocks lie
// in it on rune borders.
func FuzzAgain(f *testing.F) {
	html := "<html><head><title>T</title></head><body><h1>T</h1><p>The bridge is open.</p></body></html>"
	answer := "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Length: 60\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>The bridge</p>\r\n\r\n"
	rss := "<rss version=\"2.0\"><channel><title>P</title><item><title>T</title><description>The bridge is open.</description></item></channel></rss>"
	mail := mailOf("multipart/mixed; boundary=b", "--b\r\nContent-Type: text/html\r\n\r\n<p>The bridge</p>\r\n--b\r\nContent-Disposition: attachment; filename=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\nUEsDBA==\r\n--b--\r\n")
	docx := zipOf("word/document.xml", "<w:document><w:body><w:p><w:r><w:t>The bridge</w:t></w:r></w:p></w:body></w:document>")
	epub := zipOf("META-INF/container.xml", "<container><rootfiles><rootfile full-path=\"o.opf\"/></rootfiles></container>",
		"o.opf", "<package><manifest><item id=\"a\" href=\"a.xhtml\"/></manifest><spine><itemref idref=\"a\"/></spine></package>", "a.xhtml", html)
	for i, seed := range []string{
		article, html, "---\ntitle: T\n---\n# T\n\nThe *bridge*.", pdfWith("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"), docx, epub, rss,
		`{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","content_html":"<p>The bridge</p>"}]}`, mail,
		"From a\n" + mail + "\n\nFrom b\n" + mail, mailOf("multipart/related; boundary=b", "--b\r\nContent-Type: text/html\r\n\r\n"+html+"\r\n--b--"),
		`{"id":"1","text":"The bridge"}` + "\n" + `{"kind":"article","id":"a","text":"x","title":{"exact":"T"},"byline":[{"name":"A"}]}`,
		answer, gzOf(answer), zipOf("archive/a.warc", answer), zipOf("a/b.html", html, "b.docx", docx), tarOf("a.html", html),
		gzOf(tarOf("a.txt", article)), gzOf(article), "%PDF-",
	} {
		f.Add(uint8(i), []byte(seed))
	}
	f.Fuzz(func(t *testing.T, kind uint8, body []byte) {
		name := names[int(kind)%len(names)]
		told, first := 0, []stemma.ID{}
		for in := range intake.Again("pile", name, body) {
			told++
			if in.Problem != nil {
				if in.Problem.Message == "" || in.Problem.Hint == "" || !utf8.ValidString(in.Problem.Message+in.Problem.Source) {
					t.Fatalf("problem %+v", in.Problem)
				}
				continue
			}
			p := in.Page
			first = append(first, p.ID)
			if !utf8.ValidString(p.Text+p.Member+p.URL+p.Meta.Title+p.Meta.Byline) || p.Text == "" {
				t.Fatalf("page %s#%s: its text or what it says is not valid", p.Path, p.Member)
			}
			end := 0
			for _, b := range p.Blocks {
				if b.Span.Start < end || b.Span.End > len(p.Text) || !utf8.ValidString(b.Span.Of(p.Text)) {
					t.Fatalf("block %+v behind %d in a text of %d bytes", b, end, len(p.Text))
				}
				end = b.Span.End
			}
		}
		if told == 0 {
			t.Fatal("nothing was told")
		}
		for in := range intake.Again("pile", name, body) {
			if in.Problem != nil {
				continue
			}
			if len(first) == 0 || in.Page.ID != first[0] {
				t.Fatal("the second reading gave other pages")
			}
			first = first[1:]
		}
	})
}
