// Package pdf reads the text of PDF documents.
//
// It takes a document's bytes and gives its text with paragraphs, headings and, left
// out, what stands at the top or foot of every page. It promises bounded memory and time
// whatever the bytes are: a document whose numbers, loops or packed streams would make
// the library run or grow without end is refused before, by [Read]'s error. It does not
// recognise letters in pictures, and does not read encrypted documents; who made a file
// and when says nothing of who wrote the text, so that is not told.
package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/ledongthuc/pdf"

	"stemma"
)

// Content is what a document says.
type Content struct {
	Text   string // paragraphs, with an empty line between
	Blocks []stemma.Block
	Meta   stemma.Meta // the title, where the text has it too; the address of a page that a browser printed
	Pages  int
	Notes  []string // trouble met, each a plain sentence
}

const (
	maxPages = 2000
	maxNodes = 20_000    // of the tree of pages
	maxTree  = 64        // its depth
	maxText  = 8 << 20   // bytes of text
	maxSteps = 5_000_000 // drawing operators of a document

	// What the library may fetch, again and again: so many bytes, and so many for each of
	// the file. Documents need some 10 to 20 for each.
	minRead, maxRatio, maxRead = 16 << 20, 100, 1 << 30
)

// Read reads a document. The error is a plain sentence for people.
func Read(body []byte) (c Content, err error) {
	defer func() {
		if fault := recover(); fault != nil { // the library panics at what it does not expect
			c, err = Content{}, errors.New("it is damaged")
			if e, ok := fault.(error); ok && (errors.Is(e, errEndless) || strings.Contains(e.Error(), errEndless.Error())) {
				err = errEndless
			}
		}
	}()
	if err := check(body); err != nil {
		return Content{}, err
	}
	body = plainEnds(body)
	file := &meter{bytes.NewReader(body), min(minRead+maxRatio*int64(len(body)), maxRead)}
	r, err := pdf.NewReader(file, int64(len(body)))
	if err != nil {
		return Content{}, fmt.Errorf("it is damaged (%s)", strings.ToValidUTF8(strings.TrimPrefix(err.Error(), "malformed PDF: "), "\uFFFD"))
	}
	w := &walk{steps: maxSteps}
	w.tree(r.Trailer().Key("Root").Key("Pages"), 0)
	d := &document{}
	for i := range w.pages {
		d.pages = append(d.pages, w.page(w.pages[i]))
		if w.bytes > maxText {
			return Content{}, fmt.Errorf("its text has more than %d MB", maxText>>20)
		}
	}
	c = d.content()
	c.Pages, c.Notes = len(w.pages), w.notes()
	if title := strings.TrimSpace(r.Trailer().Key("Info").Key("Title").Text()); title != "" && strings.Contains(folded(c.Text), folded(title)) {
		c.Meta.Title = strings.Join(strings.Fields(strings.ToValidUTF8(title, "\uFFFD")), " ")
	}
	return c, nil
}

// folded is a text as titles are compared.
func folded(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// plainEnds puts right what the library is strict about and other readers are not: the
// version in the first line, and bytes behind the last one.
func plainEnds(body []byte) []byte {
	if i := bytes.LastIndex(body, []byte("%%EOF")); i >= 0 {
		body = body[:i+len("%%EOF")]
	}
	if len(body) > 8 && bytes.HasPrefix(body, []byte("%PDF-2.")) {
		body = append([]byte("%PDF-1.7"), body[8:]...)
	}
	return body
}

// meter bounds what the library fetches: what runs in a circle fetches without end.
type meter struct {
	r    io.ReaderAt
	left int64
}

var errEndless = errors.New("its parts refer to one another in a circle, or are too many")

// ReadAt implements io.ReaderAt.
func (m *meter) ReadAt(p []byte, at int64) (int, error) {
	if m.left -= int64(len(p)); m.left < 0 {
		panic(errEndless)
	}
	return m.r.ReadAt(p, at)
}

// walk goes through a document's pages.
type walk struct {
	pages    []pdf.Value
	nodes    int
	steps    int
	bytes    int   // of text so far
	unpacked int64 // bytes of drawings so far
	failed   int   // pages that could not be read
	lost     int   // letters that could not be told
	cut      bool
}

// tree collects the pages below a node of the tree of pages, within bounds.
func (w *walk) tree(node pdf.Value, depth int) {
	if w.nodes++; w.nodes > maxNodes || depth > maxTree {
		panic(errEndless)
	}
	kids := node.Key("Kids")
	if kids.Kind() != pdf.Array {
		if node.Kind() == pdf.Dict {
			w.pages = append(w.pages, node)
		}
		return
	}
	for i := 0; i < kids.Len(); i++ {
		if len(w.pages) >= maxPages {
			w.cut = true
			return
		}
		w.tree(kids.Index(i), depth+1)
	}
}

// page gives the lines of a page. A page that cannot be read costs itself alone.
func (w *walk) page(v pdf.Value) (lines []line) {
	p := &painter{walk: w}
	defer func() {
		if fault := recover(); fault != nil {
			if e, ok := fault.(error); ok && errors.Is(e, errEndless) {
				panic(fault)
			}
			w.failed++
			p.endLine()
			lines = p.lines
		}
	}()
	resources := inherited(v, "Resources")
	p.draw(v.Key("Contents"), resources, unit, 0)
	p.endLine()
	return p.lines
}

// inherited gives a page's attribute, or that of a node above it.
func inherited(v pdf.Value, key string) pdf.Value {
	for range maxTree {
		if found := v.Key(key); !found.IsNull() {
			return found
		}
		if v = v.Key("Parent"); v.IsNull() {
			break
		}
	}
	return pdf.Value{}
}

func (w *walk) notes() (notes []string) {
	if w.failed > 0 {
		notes = append(notes, fmt.Sprintf("%d of its %d pages are damaged; of them the beginning was read", w.failed, len(w.pages)))
	}
	if w.cut {
		notes = append(notes, fmt.Sprintf("it has more than %d pages; the rest was left out", maxPages))
	}
	if w.lost*5 > w.bytes && w.bytes > 0 {
		notes = append(notes, "it does not say which letters many of its signs are; each shows as “\uFFFD”")
	}
	return notes
}
