package send

import (
	"encoding/xml"
	"fmt"
	"strings"
	"time"

	"stemma"
)

// maxAtom is how many changes an Atom feed keeps.
const maxAtom = 500

type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  string      `xml:"author>name"`
	Entries []atomEntry `xml:"entry"`
}

type atomEntry struct {
	ID       string `xml:"id"`
	Title    string `xml:"title"`
	Updated  string `xml:"updated"`
	Category struct {
		Term string `xml:"term,attr"`
	} `xml:"category"`
	Content string `xml:"content"` // of the type “text”, which is what no type means: nothing in it is markup
}

// Atom puts news in front of an Atom feed that it wrote before; old is nil for a new
// one. The error wraps [stemma.ErrInvalid] when old is no such feed.
func Atom(old []byte, n News, pile string) ([]byte, error) {
	var f atomFeed
	if len(old) > 0 {
		if err := xml.Unmarshal(old, &f); err != nil {
			return nil, fmt.Errorf("it is no Atom feed (%v): %w", err, stemma.ErrInvalid)
		}
		if !strings.HasPrefix(f.ID, "urn:stemma:") {
			return nil, fmt.Errorf("it is another program's feed: %w", stemma.ErrInvalid)
		}
	} else {
		f.ID, f.Author = "urn:stemma:"+string(stemma.NewID("w", pile, n.At.Format(time.RFC3339))), "Stemma"
	}
	f.Title, f.Updated = "What is new in "+clean(pile), n.At.Format(time.RFC3339)
	var entries []atomEntry
	for _, i := range n.Items {
		e := atomEntry{ID: "urn:stemma:" + string(i.ID), Title: i.Title, Updated: f.Updated, Content: i.text()}
		e.Category.Term = i.Kind
		entries = append(entries, e)
	}
	f.Entries = append(entries, f.Entries...)
	f.Entries = f.Entries[:min(len(f.Entries), maxAtom)]
	body, err := xml.MarshalIndent(f, "", " ")
	return append([]byte(xml.Header), append(body, '\n')...), err
}

// text tells an item in a few lines.
func (i Item) text() string {
	var b strings.Builder
	b.WriteString(i.Detail)
	for _, t := range i.Texts {
		fmt.Fprintf(&b, "\n%s", t.line())
		if t.URL != "" {
			fmt.Fprintf(&b, "\n  %s", t.URL)
		}
	}
	return b.String()
}
