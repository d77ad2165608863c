package web_test

import (
	"net/http"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"stemma/internal/view/viewtest"
)

// TestHeaders holds every kind of answer to the content policy.
func TestHeaders(t *testing.T) {
	b := open(t, viewtest.Velmora())
	const want = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
	for _, href := range []string{"/", "/texts", "/search?q=quay", "/nowhere", "/text/a-none", "/static/layout.css"} {
		h := b.ask("GET", "localhost:1", href).Header()
		if got := h.Get("Content-Security-Policy"); got != want {
			t.Errorf("%s: policy %q", href, got)
		}
		if h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Referrer-Policy") != "no-referrer" {
			t.Errorf("%s: headers %v", href, h)
		}
	}
}

func TestHosts(t *testing.T) {
	b := open(t, viewtest.Empty())
	for host, want := range map[string]int{
		"localhost": 200, "localhost:8080": 200, "127.0.0.1:8080": 200, "127.9.9.9": 200, "[::1]:8080": 200, "DESK.example:80": 200,
		"evil.example": 421, "localhost.evil.example": 421, "192.0.2.7:8080": 421, "127.0.0.1.evil.example": 421, "0.0.0.0": 421,
	} {
		if got := b.ask("GET", host, "/").Code; got != want {
			t.Errorf("host %s: status %d, want %d", host, got, want)
		}
	}
}

func TestMethods(t *testing.T) {
	b := open(t, viewtest.Empty())
	if got := b.ask("HEAD", "localhost", "/").Code; got != http.StatusOK {
		t.Errorf("HEAD: status %d", got)
	}
	for _, method := range []string{"POST", "PUT", "DELETE", "OPTIONS"} {
		if got := b.ask(method, "localhost", "/").Code; got != http.StatusMethodNotAllowed {
			t.Errorf("%s: status %d", method, got)
		}
	}
}

func TestTroubleSaysWhatToDo(t *testing.T) {
	b := open(t, viewtest.Velmora())
	for href, status := range map[string]int{
		"/nowhere": 404, "/text/a-none": 404, "/copy/a-none/a-nothing": 404, "/copy/a-1/a-1": 400, "/original/p-none": 404, "/static/none.css": 404,
	} {
		w := b.ask("GET", "localhost", href)
		if w.Code != status {
			t.Errorf("%s: status %d, want %d", href, w.Code, status)
		}
		doc := parse(t, w.Body.String())
		if len(all(doc, "main a[href='/']")) == 0 || len(all(doc, "main p")) < 3 {
			t.Errorf("%s: the error page does not say what to do", href)
		}
	}
}

// TestOriginalIsNeverAPage gives a saved page as a file, whatever it holds.
func TestOriginalIsNeverAPage(t *testing.T) {
	b := open(t, viewtest.Hostile())
	doc := b.page(attr(all(b.page("/texts"), "h2 a")[0], "href"))
	w := b.ask("GET", "localhost", find(t, doc, ".facts a", "download the file as it was added"))
	h := w.Header()
	if w.Code != 200 || h.Get("Content-Type") != "application/octet-stream" || !strings.HasPrefix(h.Get("Content-Disposition"), "attachment") || !strings.Contains(h.Get("Content-Security-Policy"), "sandbox") {
		t.Errorf("status %d, headers %v", w.Code, h)
	}
}

// TestHostileTextStaysText walks a pile whose every field tries to break out: no
// page may hold an element or attribute that our templates did not write.
func TestHostileTextStaysText(t *testing.T) {
	b := open(t, viewtest.Hostile())
	shown := 0
	crawl(t, b, func(href string, doc *html.Node) {
		for n := range doc.Descendants() {
			if n.Type == html.TextNode && strings.Contains(n.Data, "alert(") {
				shown++
			}
			if n.Type != html.ElementNode {
				continue
			}
			if n.Data == "img" || n.Data == "iframe" || (n.Data == "script" && !strings.HasPrefix(attr(n, "src"), "/static/")) {
				t.Errorf("%s: <%s> got into the page", href, n.Data)
			}
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || (strings.Contains(a.Key, "href") && strings.HasPrefix(strings.ToLower(a.Val), "javascript:")) {
					t.Errorf("%s: <%s %s=%q> got into the page", href, n.Data, a.Key, a.Val)
				}
			}
		}
	})
	if shown < 20 {
		t.Errorf("only %d attacks are shown as text: does the test reach them?", shown)
	}
}
