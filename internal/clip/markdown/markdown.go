// Package markdown makes HTML of Markdown texts.
//
// It takes a decoded text and gives an HTML document of it, as CommonMark says, with
// what its front matter states. It promises that HTML inside the text stays outside the
// result and that every text gives a document. It reads of front matter only plain
// “key: value” lines.
package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"stemma"
)

// HTML gives the document, and what the text's front matter says of it.
func HTML(text string) (string, stemma.Meta) {
	body, meta := frontMatter(strings.TrimPrefix(text, "\uFEFF"))
	var b bytes.Buffer
	b.WriteString("<!DOCTYPE html><html><body><article>\n")
	// Writing to memory does not fail.
	goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Convert([]byte(body), &b)
	b.WriteString("</article></body></html>\n")
	return b.String(), meta
}

// maxFront is the size up to which front matter is looked for.
const maxFront = 16 << 10

// frontMatter takes a leading “---” block of “key: value” lines from a text.
func frontMatter(text string) (body string, meta stemma.Meta) {
	rest, ok := strings.CutPrefix(strings.ReplaceAll(text[:min(len(text), maxFront)], "\r\n", "\n"), "---\n")
	if !ok {
		return text, meta
	}
	front, _, ok := strings.Cut(rest, "\n---\n")
	if !ok {
		return text, meta
	}
	_, body, _ = strings.Cut(strings.TrimPrefix(strings.ReplaceAll(text, "\r\n", "\n"), "---\n"), "\n---\n")
	for _, line := range strings.Split(front, "\n") {
		key, value, ok := strings.Cut(line, ":")
		value = strings.Trim(strings.TrimSpace(value), `"'`)
		if !ok || value == "" {
			continue
		}
		switch strings.ToLower(strings.TrimSpace(key)) {
		case "title":
			meta.Title = value
		case "author":
			meta.Byline = value
		case "url", "canonical":
			meta.URL = value
		case "lang", "language":
			meta.Lang = value
		case "date", "published":
			d := stemma.Date(strings.Replace(value, " ", "T", 1))
			if _, _, ok := d.Bounds(); ok {
				meta.Published = d
			}
		}
	}
	return body, meta
}
