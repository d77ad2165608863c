// Package feed reads the entries of RSS, Atom and JSON Feed files.
//
// It takes a file's bytes and gives its entries in the order of the file, each with
// what the feed states of it. It promises bounded memory and that nothing is fetched.
// It does not read an entry's HTML: that is html's work.
package feed

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"

	"stemma"
)

// Entry is one entry of a feed.
type Entry struct {
	HTML string // its content, else its summary; "" if it has neither
	// Whole says that HTML is the entry's content and not only a summary.
	Whole bool
	Meta  stemma.Meta // Byline holds several authors with “; ” between
}

const (
	maxFeed    = 16 << 20 // bytes
	maxEntries = 20_000
	maxDepth   = 1000 // elements, or objects and lists, within one another
)

// Read reads a feed. The error is a plain sentence for people.
func Read(body []byte) (entries []Entry, err error) {
	if len(body) > maxFeed {
		return nil, fmt.Errorf("it has %d MB; a feed may have %d", len(body)>>20, maxFeed>>20)
	}
	if deep(body) {
		return nil, errors.New("its elements are nested too deep")
	}
	defer func() {
		if fault := recover(); fault != nil { // the library was not written for hostile input
			entries, err = nil, errors.New("it is damaged")
		}
	}()
	f, err := gofeed.NewParser().Parse(bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("it is damaged, or no feed (%s)", strings.ToValidUTF8(err.Error(), "\uFFFD"))
	}
	if len(f.Items) > maxEntries {
		return nil, fmt.Errorf("it has %d entries; a feed may have %d", len(f.Items), maxEntries)
	}
	for _, item := range f.Items {
		entries = append(entries, entry(f, item))
	}
	return entries, nil
}

func entry(f *gofeed.Feed, item *gofeed.Item) Entry {
	e := Entry{HTML: item.Content, Whole: item.Content != ""}
	if len(item.Description) > len(item.Content) {
		e.HTML = item.Description
	}
	e.HTML = strings.ToValidUTF8(e.HTML, "\uFFFD")
	e.Meta = stemma.Meta{Title: line(item.Title), Outlet: line(f.Title), URL: line(item.Link), Lang: line(f.Language)}
	var names []string
	for _, a := range item.Authors {
		if name := line(a.Name); name != "" && !strings.Contains(name, "@") {
			names = append(names, name)
		}
	}
	e.Meta.Byline = strings.Join(names, "; ")
	if t := item.PublishedParsed; t != nil && t.Year() > 0 && t.Year() < 10_000 {
		e.Meta.Published = day(*t)
	}
	return e
}

// day gives a time as a date with minutes, in the time zone that it was stated in.
func day(t time.Time) stemma.Date {
	return stemma.Date(t.Format("2006-01-02T15:04Z07:00"))
}

func line(s string) string {
	return strings.Join(strings.Fields(strings.ToValidUTF8(s, "\uFFFD")), " ")
}

// deep reports whether a file's elements, or its objects and lists, are nested deeper
// than any feed's. It counts roughly: a mark inside a text counts as well, which only
// markup that is not closed can make many of.
func deep(body []byte) bool {
	depth, list := 0, 0
	for i := 0; i < len(body); i++ {
		switch body[i] {
		case '{', '[':
			list++
		case '}', ']':
			list = max(list-1, 0)
		case '<':
			rest := body[i+1:]
			switch {
			case bytes.HasPrefix(rest, []byte("![CDATA[")):
				end := bytes.Index(rest, []byte("]]>"))
				if end < 0 {
					return false // nothing comes behind it
				}
				i += end
			case len(rest) > 0 && rest[0] == '/':
				depth = max(depth-1, 0)
			case len(rest) > 0 && rest[0] != '!' && rest[0] != '?':
				if end := bytes.IndexByte(rest, '>'); end > 0 && rest[end-1] != '/' {
					depth++
				}
			}
		}
		if depth > maxDepth || list > maxDepth {
			return true
		}
	}
	return false
}
