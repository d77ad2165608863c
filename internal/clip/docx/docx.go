// Package docx reads the text of Word documents (ECMA-376, .docx).
//
// It takes a document's bytes and gives its text, paragraph by paragraph, with its
// headings and what its properties say. It promises bounded memory and depth whatever
// the bytes are, and that no entity is expanded and nothing outside is fetched. Notes,
// headers, footers, comments and what was struck out by revision are left out.
package docx

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"stemma"
)

// Content is what a document says.
type Content struct {
	Text   string // paragraphs, with an empty line between
	Blocks []stemma.Block
	Meta   stemma.Meta
}

const (
	maxPart  = 64 << 20 // bytes of XML that are read
	maxText  = 8 << 20  // bytes of text
	maxDepth = 256      // elements within one another
)

var errDeep = errors.New("its elements are nested too deep")

// Read reads a document. The error is a plain sentence for people.
func Read(body []byte) (Content, error) {
	z, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		return Content{}, fmt.Errorf("it is no .docx file, or damaged (%w)", err)
	}
	b := &builder{styles: map[string]string{}}
	parts := map[string]*zip.File{}
	for _, f := range z.File {
		parts[f.Name] = f
	}
	if parts["word/document.xml"] == nil {
		return Content{}, errors.New("it holds no text")
	}
	for _, step := range []struct {
		part string
		do   func(xml.Token) error
	}{{"word/styles.xml", b.styleSheet}, {"docProps/core.xml", b.property}} {
		if f := parts[step.part]; f != nil {
			if err := each(f, step.do); err != nil {
				return Content{}, err
			}
		}
	}
	if err := each(parts["word/document.xml"], b.token); err != nil {
		return Content{}, err
	}
	return Content{b.text.String(), b.blocks, b.meta}, nil
}

// each hands on the tokens of one part.
func each(f *zip.File, do func(xml.Token) error) error {
	from, err := f.Open()
	if err != nil {
		return fmt.Errorf("it is damaged (%w)", err)
	}
	defer from.Close()
	in := &io.LimitedReader{R: from, N: maxPart}
	d := xml.NewDecoder(in) // expands no entities but the five of XML
	for depth := 0; ; {
		t, err := d.RawToken()
		if err == io.EOF && in.N > 0 {
			return nil
		}
		if in.N <= 0 {
			return fmt.Errorf("it unpacks to more than %d MB", maxPart>>20)
		}
		if err != nil {
			return fmt.Errorf("its XML is damaged (%w)", err)
		}
		switch t.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		case xml.Directive:
			return errors.New("it declares entities, which no document does")
		}
		if depth > maxDepth {
			return errDeep
		}
		if err := do(t); err != nil {
			return err
		}
	}
}

// builder collects the text.
type builder struct {
	text   strings.Builder
	blocks []stemma.Block
	meta   stemma.Meta
	line   strings.Builder
	tag    string            // of the paragraph under way
	inText bool              // inside w:t
	out    int               // depth inside what is left out
	key    string            // the property, or the style, under way
	styles map[string]string // style ID → tag, for headings
}

// leftOut are elements whose text is not the document's own.
var leftOut = map[string]bool{"del": true, "moveFrom": true, "footnoteReference": true, "instrText": true, "Fallback": true, "drawing": true, "pict": true}

func (b *builder) token(t xml.Token) error {
	switch t := t.(type) {
	case xml.StartElement:
		if leftOut[t.Name.Local] || b.out > 0 {
			b.out++
			return nil
		}
		b.start(t)
	case xml.EndElement:
		if b.out > 0 {
			b.out--
			return nil
		}
		switch t.Name.Local {
		case "t":
			b.inText = false
		case "p":
			b.flush()
		}
	case xml.CharData:
		if b.inText && b.out == 0 {
			b.line.Write(t)
		}
	}
	if b.text.Len()+b.line.Len() > maxText {
		return fmt.Errorf("its text has more than %d MB", maxText>>20)
	}
	return nil
}

func (b *builder) start(t xml.StartElement) {
	switch t.Name.Local {
	case "t":
		b.inText = true
	case "p":
		b.tag = "p"
	case "tab":
		b.line.WriteByte('\t')
	case "br", "cr":
		b.line.WriteByte('\n')
	case "noBreakHyphen":
		b.line.WriteByte('-')
	case "outlineLvl":
		b.tag = cmp.Or(level(t), b.tag)
	case "pStyle":
		b.tag = cmp.Or(b.styles[value(t, "val")], b.tag)
	case "numPr":
		b.tag = "li"
	}
}

// value gives an attribute.
func value(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// level gives the tag for an outline level, which counts from 0; 9 is no heading.
func level(t xml.StartElement) string {
	v := value(t, "val")
	if len(v) != 1 || v[0] < '0' || v[0] > '5' {
		return ""
	}
	return "h" + string(v[0]+1)
}

// styleSheet learns which styles are headings: those with an outline level, and the one
// of the document's title, whose name is the same in every language.
func (b *builder) styleSheet(t xml.Token) error {
	start, ok := t.(xml.StartElement)
	if !ok {
		return nil
	}
	switch start.Name.Local {
	case "style":
		b.key = value(start, "styleId")
	case "outlineLvl":
		if tag := level(start); tag != "" {
			b.styles[b.key] = tag
		}
	case "name":
		if strings.EqualFold(value(start, "val"), "title") {
			b.styles[b.key] = "h1"
		}
	}
	return nil
}

// flush ends the paragraph under way.
func (b *builder) flush() {
	s := strings.TrimSpace(strings.ToValidUTF8(b.line.String(), "\uFFFD"))
	b.line.Reset()
	if s == "" {
		return
	}
	if b.text.Len() > 0 {
		b.text.WriteString("\n\n")
	}
	start := b.text.Len()
	b.text.WriteString(s)
	b.blocks = append(b.blocks, stemma.Block{Span: stemma.Span{Start: start, End: start + len(s)}, Tag: cmp.Or(b.tag, "p"), Main: true})
}

// property reads what the document says of itself: its title. Who saved it last and
// when says nothing of who wrote the text and when.
func (b *builder) property(t xml.Token) error {
	switch t := t.(type) {
	case xml.StartElement:
		b.key = t.Name.Local
	case xml.EndElement:
		b.key = ""
	case xml.CharData:
		if b.key == "title" && len(b.meta.Title) < 1000 {
			b.meta.Title += string(t)
		}
	}
	return nil
}
