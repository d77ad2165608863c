package intake

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"net/url"
	"path"
	"slices"
	"strings"

	"stemma"
)

// epub reads a book or a magazine (EPUB 3, also 2): each document of its reading order
// is a page, named by its path.
func (f *opened) epub(it *item, body []byte) bool {
	const hint = "The book is damaged; open it in a reader and save its text."
	z, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return f.trouble(it, &trouble{"the book cannot be read: " + reason(err), hint})
	}
	parts := map[string]*zip.File{}
	for _, member := range z.File {
		parts[member.Name] = member
	}
	order, meta, err := f.readingOrder(parts)
	if err != nil {
		return f.trouble(it, &trouble{"the book cannot be read: " + err.Error(), hint})
	}
	read := map[string]bool{}
	for _, name := range order {
		if parts[name] == nil || read[name] {
			continue
		}
		read[name] = true
		in := it.within(label(name), nil)
		if in.body, err = f.part(parts[name]); err != nil {
			if !f.trouble(in, &trouble{"it cannot be unpacked: " + reason(err), hint}) {
				return false
			}
			continue
		}
		in.kind = kindHTML
		if !f.chapter(in, meta) {
			return false
		}
	}
	if n := len(parts) - len(read); n > 0 {
		f.passed["pictures, styles and lists of a book"] += n
	}
	return true
}

// chapter reads one document of a book. Covers and title pages without a text are
// counted, not told.
func (f *opened) chapter(in *item, meta stemma.Meta) bool {
	var p stemma.Page
	notes, t := fromText(&p, in, in.body)
	switch {
	case t == nil && strings.TrimSpace(p.Text) == "":
		f.passed["pages of a book without text"]++
		return true
	case t == nil:
		t = tooMuch(p.Text, false)
	}
	if t != nil {
		return f.trouble(in, t)
	}
	if p.Meta.Outlet == "" {
		p.Meta.Outlet = meta.Outlet
	}
	if p.Meta.Lang == "" {
		p.Meta.Lang = meta.Lang
	}
	if p.Meta.Published == "" {
		p.Meta.Published = meta.Published
	}
	return f.page(in, p, notes)
}

// part unpacks a part of an archive.
func (f *opened) part(member *zip.File) ([]byte, error) {
	from, err := member.Open()
	if err != nil {
		return nil, err
	}
	defer from.Close()
	return limited(f.metered(from))
}

// container and book are the two XML files that give a book's reading order.
type container struct {
	Roots []struct {
		Path string `xml:"full-path,attr"`
	} `xml:"rootfiles>rootfile"`
}

type book struct {
	Publisher string `xml:"metadata>publisher"`
	Language  string `xml:"metadata>language"`
	Dates     []struct {
		Event string `xml:"event,attr"`
		Day   string `xml:",chardata"`
	} `xml:"metadata>date"`
	Items []struct {
		ID    string `xml:"id,attr"`
		Href  string `xml:"href,attr"`
		Roles string `xml:"properties,attr"`
	} `xml:"manifest>item"`
	Spine []struct {
		ID string `xml:"idref,attr"`
	} `xml:"spine>itemref"`
}

func (f *opened) readingOrder(parts map[string]*zip.File) (order []string, meta stemma.Meta, err error) {
	var c container
	if err := f.xml(parts["META-INF/container.xml"], &c); err != nil {
		return nil, meta, err
	}
	if len(c.Roots) == 0 {
		return nil, meta, errors.New("it does not say where its contents are")
	}
	root := c.Roots[0].Path
	var b book
	if err := f.xml(parts[root], &b); err != nil {
		return nil, meta, err
	}
	hrefs := map[string]string{}
	for _, i := range b.Items {
		if slices.Contains(strings.Fields(i.Roles), "nav") {
			continue // the list of contents
		}
		if href, err := url.PathUnescape(i.Href); err == nil {
			hrefs[i.ID] = path.Join(path.Dir(root), href)
		}
	}
	for _, s := range b.Spine {
		order = append(order, hrefs[s.ID])
	}
	meta.Outlet, meta.Lang = strings.TrimSpace(b.Publisher), strings.TrimSpace(b.Language)
	for _, d := range b.Dates {
		day := stemma.Date(strings.TrimSpace(d.Day))
		if _, _, ok := day.Bounds(); ok && (d.Event == "" || d.Event == "publication") && meta.Published == "" {
			meta.Published = day
		}
	}
	return order, meta, nil
}

// maxXML bounds the XML that gives a book's order, and maxNested its depth.
const (
	maxXML    = 4 << 20
	maxNested = 64
)

// xml reads a small XML file; entities other than those of XML are an error.
func (f *opened) xml(member *zip.File, into any) error {
	if member == nil {
		return errors.New("a list of its contents is missing")
	}
	body, err := f.part(member)
	if err != nil {
		return err
	}
	if len(body) > maxXML {
		return errors.New("a list of its contents is too long")
	}
	depth := 0
	for d := xml.NewDecoder(bytes.NewReader(body)); ; {
		t, err := d.RawToken()
		if err == io.EOF {
			break
		}
		if err != nil {
			return errors.New("a list of its contents is damaged")
		}
		switch t := t.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		case xml.Directive:
			if bytes.Contains(t, []byte("ENTITY")) {
				return errors.New("it declares entities, which no book does")
			}
		}
		if depth > maxNested {
			return errors.New("a list of its contents is nested too deep")
		}
	}
	if err := xml.Unmarshal(body, into); err != nil {
		return errors.New("a list of its contents is damaged")
	}
	return nil
}
