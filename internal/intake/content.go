package intake

import (
	"fmt"
	"strings"

	"stemma"
	"stemma/internal/clip/docx"
	"stemma/internal/clip/html"
	"stemma/internal/clip/markdown"
	"stemma/internal/clip/pdf"
)

// content makes the page of an item whose format is a page's own.
func (f *opened) content(it *item, body []byte) bool {
	var p stemma.Page
	var notes []note
	var t *trouble
	switch it.kind {
	case kindPDF:
		notes, t = fromPDF(&p, body)
	case kindDocx:
		notes, t = fromDocx(&p, body)
	default:
		notes, t = fromText(&p, it, body)
	}
	if t == nil {
		t = tooMuch(p.Text, it.kind == kindText)
	}
	if t != nil {
		return f.trouble(it, t)
	}
	return f.page(it, p, notes)
}

// fromText decodes a text, and reads it as what it is.
func fromText(p *stemma.Page, it *item, body []byte) ([]note, *trouble) {
	if t := noText(body); t != nil {
		return nil, t
	}
	text, encoding, broken := decode(body, it.charset, it.kind == kindHTML)
	var notes []note
	if broken != "" {
		notes = append(notes, note{broken, "If letters look wrong, save the page as UTF-8 and add it again."})
	}
	if strings.IndexByte(text, 0) >= 0 {
		return nil, &trouble{"the file is binary: it holds zero characters, which no text has",
			"If it was a page once, save it again as text or HTML."}
	}
	switch it.kind {
	case kindHTML:
		notes = append(notes, fromHTML(p, text)...)
	case kindMarkdown:
		source, meta := markdown.HTML(text)
		notes = append(notes, fromHTML(p, source)...)
		p.Meta = meta
		for i := range p.Blocks { // nothing around the text: all of it is the article's
			p.Blocks[i].Main = true
		}
	default:
		p.Text = text
	}
	p.Encoding = encoding
	return notes, nil
}

// fromHTML fills a page with what a decoded HTML document says.
func fromHTML(p *stemma.Page, doc string) (notes []note) {
	c := html.Read(strings.TrimPrefix(doc, "\uFEFF"))
	p.Text, p.Blocks, p.Meta, p.URL, p.Captured = c.Text, c.Blocks, c.Meta, c.Meta.URL, c.Captured
	for _, n := range c.Notes {
		notes = append(notes, note{n, "Look at the page's text; if much is missing, save the page as text."})
	}
	return notes
}

func fromPDF(p *stemma.Page, body []byte) ([]note, *trouble) {
	c, err := pdf.Read(body)
	if err != nil {
		return nil, &trouble{"the PDF cannot be read: " + err.Error(), "Open it in a viewer and save its text, or print it to a new PDF."}
	}
	if strings.TrimSpace(c.Text) == "" {
		return nil, &trouble{fmt.Sprintf("the PDF has %d pages and no text: it may hold pictures of pages", c.Pages), "Have the text recognised by a scanner's program, then add that."}
	}
	p.Text, p.Blocks, p.Meta, p.URL, p.Encoding = c.Text, c.Blocks, c.Meta, c.Meta.URL, "utf-8"
	var notes []note
	for _, n := range c.Notes {
		notes = append(notes, note{n, "Look at the page's text; if much is missing, save the text by hand."})
	}
	return notes, nil
}

func fromDocx(p *stemma.Page, body []byte) ([]note, *trouble) {
	c, err := docx.Read(body)
	if err != nil {
		return nil, &trouble{"the document cannot be read: " + err.Error(), "Open it and save it again as .docx, PDF or text."}
	}
	p.Text, p.Blocks, p.Meta, p.Encoding = c.Text, c.Blocks, c.Meta, "utf-8"
	return nil, nil
}
