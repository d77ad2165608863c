package markdown_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"stemma"
	"stemma/internal/clip/markdown"
)

func TestHTML(t *testing.T) {
	doc, meta := markdown.HTML("---\r\ntitle: \"Bridge: open\"\r\ndate: 2031-05-03\r\nauthor: Ana Belo\r\ntags: [a]\r\n---\r\n# Bridge\n\nIt is **open**. <script>x</script>\n")
	if want := (stemma.Meta{Title: "Bridge: open", Byline: "Ana Belo", Published: "2031-05-03"}); meta != want {
		t.Errorf("says %+v, want %+v", meta, want)
	}
	for _, want := range []string{"<h1>Bridge</h1>", "<strong>open</strong>"} {
		if !strings.Contains(doc, want) {
			t.Errorf("%q is not in %q", want, doc)
		}
	}
	if strings.Contains(doc, "<script>") || strings.Contains(doc, "tags") {
		t.Errorf("HTML or front matter came through: %q", doc)
	}
}

func FuzzHTML(f *testing.F) {
	f.Add("---\ntitle: T\n---\n# T\n\n- a\n- b\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> q\n\n[x](y)")
	f.Add("---\n---\n")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<16 || !utf8.ValidString(text) {
			return
		}
		if doc, _ := markdown.HTML(text); !utf8.ValidString(doc) {
			t.Fatal("the document is not valid")
		}
	})
}
