package html

import (
	"golang.org/x/net/html"

	"stemma/internal/clip/readable"
)

// opinion asks which blocks a reader's view keeps: those of which all pieces are kept,
// and the element that they stand in. A paragraph may have taken the place of a div that
// is used as one; then it is the element around that which must be kept, and the block
// no label.
func opinion(c *Content, b *builder, root *html.Node) []bool {
	view := readable.Find(root, c.Meta.Title, b.named)
	kept := make([]bool, len(c.Blocks))
	for i := range c.Blocks {
		n, words := b.owners[i].node, c.Blocks[i].Span.Of(c.Text)
		if n == nil {
			continue
		}
		if whole, ok := view.Elements[n]; n.Data != "div" {
			kept[i] = ok
		} else if kept[i] = whole; !whole {
			_, around := view.Elements[n.Parent]
			kept[i] = around && (wordCount(words) >= minWords || ended(words) || isCell(n.Parent))
		}
	}
	for _, p := range b.pieces {
		kept[p.block] = kept[p.block] && view.Texts[p.text]
	}
	return kept
}

func isCell(n *html.Node) bool { return n.Data == "td" || n.Data == "th" }
