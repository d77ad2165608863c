package docx_test

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"stemma/internal/clip/docx"
)

func packed(parts ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, _ := z.Create(parts[i])
		w.Write([]byte(parts[i+1]))
	}
	z.Close()
	return b.Bytes()
}

// TestRead: headings by their styles' levels, whatever the styles are called; lists;
// what was struck out is left out; the title from the properties.
func TestRead(t *testing.T) {
	c, err := docx.Read(packed(
		"word/styles.xml", `<w:styles><w:style w:styleId="a1"><w:name w:val="otsikko"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style><w:style w:styleId="a2"><w:name w:val="Title"/></w:style></w:styles>`,
		"docProps/core.xml", `<p><dc:title>Bridge opens</dc:title><dc:creator>Somebody</dc:creator></p>`,
		"word/document.xml", `<w:document><w:body>
			<w:p><w:pPr><w:pStyle w:val="a2"/></w:pPr><w:r><w:t>Bridge opens</w:t></w:r></w:p>
			<w:p><w:r><w:t xml:space="preserve">It is </w:t></w:r><w:del><w:r><w:t>of wood</w:t></w:r></w:del><w:ins><w:r><w:t>of stone &amp; lime.</w:t></w:r></w:ins></w:p>
			<w:p/><w:p><w:pPr><w:pStyle w:val="a1"/></w:pPr><w:r><w:t>Tolls</w:t></w:r></w:p>
			<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>carts</w:t><w:tab/><w:t>2</w:t></w:r></w:p></w:body></w:document>`))
	if err != nil {
		t.Fatal(err)
	}
	if want := "Bridge opens\n\nIt is of stone & lime.\n\nTolls\n\ncarts\t2"; c.Text != want {
		t.Errorf("text %q, want %q", c.Text, want)
	}
	var tags []string
	for _, b := range c.Blocks {
		tags = append(tags, b.Tag)
	}
	if got := strings.Join(tags, " "); got != "h1 p h2 li" || c.Meta.Title != "Bridge opens" || c.Meta.Byline != "" {
		t.Errorf("tags %s, says %+v", got, c.Meta)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`<w:document><w:body><w:p><w:r><w:t>The bridge</w:t></w:r></w:p></w:body></w:document>`))
	f.Add([]byte(`<w:p><w:pPr><w:pStyle w:val="a"/><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>a</w:t><w:br/></w:r><w:del><w:t>b</w:t></w:del></w:p>`))
	f.Fuzz(func(t *testing.T, part []byte) {
		for _, body := range [][]byte{part, packed("word/document.xml", string(part), "word/styles.xml", string(part))} {
			c, err := docx.Read(body)
			if err != nil {
				continue
			}
			end := 0
			for _, b := range c.Blocks {
				if b.Span.Start < end || b.Span.End > len(c.Text) {
					t.Fatalf("block %+v behind %d", b, end)
				}
				end = b.Span.End
			}
			if !utf8.ValidString(c.Text) {
				t.Fatal("the text is not valid")
			}
		}
	})
}
