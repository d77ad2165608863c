package intake

import (
	"fmt"
	"strings"

	"stemma"
	"stemma/internal/clip/feed"
)

// feed reads a feed: each entry is a page with one article, named by its number. The
// feed states title, author, address and day; they are taken as given.
func (f *opened) feed(it *item, body []byte) bool {
	entries, err := feed.Read(body)
	if err != nil {
		return f.trouble(it, &trouble{"the feed cannot be read: " + err.Error(), "Fetch it again."})
	}
	if len(entries) == 0 {
		return f.trouble(it, &trouble{"the feed has no entries", "Fetch it again when it has some."})
	}
	for i, e := range entries {
		in := it.within(fmt.Sprint(i+1), nil)
		in.kind, in.url = kindFeed, e.Meta.URL
		p := stemma.Page{Encoding: "utf-8"}
		fromHTML(&p, e.HTML)
		for i := range p.Blocks {
			p.Blocks[i].Main = true
		}
		if strings.TrimSpace(p.Text) == "" {
			f.passed["entries without a text"]++
			continue
		}
		if e.Meta.Title != "" && !strings.HasPrefix(p.Text, e.Meta.Title) {
			putAbove(&p, e.Meta.Title)
		}
		given := e.Meta
		p.Meta, p.Given = e.Meta, &given
		if t := tooMuch(p.Text, false); t != nil {
			if !f.trouble(in, t) {
				return false
			}
			continue
		}
		var notes []note
		if !e.Whole && len(strings.Fields(p.Text)) < 40 {
			notes = append(notes, note{"the feed gives only the beginning of this entry, or a summary", "Save the page itself, too: " + e.Meta.URL})
		}
		if !f.page(in, p, notes) {
			return false
		}
	}
	return true
}
