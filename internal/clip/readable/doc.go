// Package readable tells which parts of a document a reader's view would keep.
//
// It takes the tree of a parsed document and gives its text nodes and elements that
// belong to the main text, in document order. The signals are those that Mozilla's
// Readability has published and browsers use: length of paragraphs, commas, share of
// links, words in classes and ids, scores handed up to ancestors, siblings that look
// alike; so are the order in which they are asked and the second tries where little
// is left. It promises not to change the tree, to give the same parts for the same
// tree, and to look at each node a bounded number of times. Which words a class or id
// gives away stands in words.go. It does not read metadata and makes no text.
package readable

import (
	"golang.org/x/net/html"
)

// minText is the number of characters below which a try is taken to have failed.
const minText = 500

// maxElements is how many elements a document may have: it bounds what a hostile
// page costs.
const maxElements = 100_000

// Kept is what a reader's view would keep.
type Kept struct {
	Texts map[*html.Node]bool // those of white space alone left out
	// Elements are those around the texts; false for one that is nothing but the filling
	// of another.
	Elements map[*html.Node]bool
}

// Find finds the main text below root, of a document whose metadata give the title and
// perhaps name the author. A heading that repeats the title and a line that names
// the author are not kept. A document without text and one of too many elements keep
// nothing.
func Find(root *html.Node, title string, named bool) Kept {
	s := search{title: split(title), byline: named}
	if f := s.find(root); f.tree != nil {
		return f.kept()
	}
	return Kept{}
}
