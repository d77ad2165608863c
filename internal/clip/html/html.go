// Package html makes the page text of an HTML page, with its blocks and what its
// metadata say.
//
// It takes the decoded document and gives a [Content]: the visible text, block by
// block in document order, each block with its tag, whether it belongs to the
// page's main text, and the article-like container it stands in. It promises that
// blocks are ordered, do not overlap and lie in the text on rune borders, that a
// document of any depth is read with bounded memory and stack, and that the same
// document gives the same content. It does not cut the page into articles, does not
// look for dates or names in the visible text, and knows no word of a human
// language but the vocabulary of HTML.
package html

import (
	"strings"

	"golang.org/x/net/html"

	"stemma"
)

// Content is what an HTML page says.
type Content struct {
	Text   string // visible text, blocks separated by an empty line
	Blocks []stemma.Block
	Meta   stemma.Meta
	// Captured is when a browser or tool saved the page, if it left a note of that.
	Captured stemma.Date
	Notes    []string // trouble met, each a plain sentence
}

// maxDocument is the size, in bytes of HTML, up to which the second opinion on the
// main text is asked: its cost grows faster than the page.
const maxDocument = 8 << 20

// Read reads a document. It never fails: a document that cannot be parsed, because
// its elements are nested deeper than the parser's bound (512), gives its text
// without structure, and a note.
func Read(doc string) Content {
	root, err := html.Parse(strings.NewReader(thin(doc)))
	if err != nil {
		c := flat(doc)
		c.Notes = append(c.Notes, "the page's elements are nested too deep or the page is broken ("+
			strings.TrimPrefix(err.Error(), "html: ")+"); it was read without its structure")
		return c
	}
	b := &builder{sizes: map[*html.Node]int{}, timed: map[*html.Node]bool{}, headed: map[*html.Node]bool{}, series: map[*html.Node]map[string]int{}}
	b.total = b.size(root)
	b.node(root, context{})
	b.flush()
	c := Content{Text: b.text.String(), Blocks: b.blocks}
	c.Meta, c.Captured, b.named = metadata(root)
	mark(&c, b, root, len(doc) <= maxDocument)
	return c
}

// flat gives the text of a document token by token.
func flat(doc string) Content {
	b := &builder{}
	z := html.NewTokenizer(strings.NewReader(doc))
	skip := ""
	for {
		switch z.Next() {
		case html.ErrorToken:
			b.flush()
			for i := range b.blocks {
				b.blocks[i].Main = true // nothing tells furniture apart
			}
			return Content{Text: b.text.String(), Blocks: b.blocks}
		case html.TextToken:
			if skip == "" {
				b.inline(string(z.Text()), false)
			}
		case html.StartTagToken:
			name, _ := z.TagName()
			if blockTags[string(name)] {
				b.flush()
			}
			if skip == "" && droppedTags[string(name)] {
				skip = string(name)
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if string(name) == skip {
				skip = ""
			}
			if blockTags[string(name)] {
				b.flush()
			}
		}
	}
}

// context is what the elements around a text say of it.
type context struct {
	owner    *html.Node // nearest block element
	tag      string     // the tag that the block will carry
	unit     int
	link     bool
	pre      bool
	boiler   bool // inside navigation, footer, aside, comments
	thread   bool // inside a list of readers' comments
	timeOnly bool // inside a time element
	date     stemma.Date
}

// builder collects the text and its blocks.
type builder struct {
	text   strings.Builder
	blocks []stemma.Block
	owners []owner // one for each block
	pieces []piece // the text nodes of the blocks

	line   []byte      // the block under way
	links  int         // bytes of it inside links
	times  int         // bytes of it inside time elements
	date   stemma.Date // of the first of these
	space  bool        // a space is due before the next word
	units  int
	total  int                // bytes of text in the document
	sizes  map[*html.Node]int // bytes of text in elements with a class or an id
	inside context            // context of the first word of the block under way

	timed  map[*html.Node]bool           // elements with a time element below them
	headed map[*html.Node]bool           // elements with a main heading below them
	named  bool                          // metadata name the author
	series map[*html.Node]map[string]int // for each parent, how many timed children look alike
}

// owner is what is known of a block besides what [stemma.Block] says.
type owner struct {
	node   *html.Node
	boiler bool
	thread bool // among readers' comments: never main text
}

// piece is a text node that a block is made of.
type piece struct {
	text  *html.Node
	block int
}

func (b *builder) node(n *html.Node, c context) {
	switch n.Type {
	case html.TextNode:
		b.word(n, c)
		return
	case html.ElementNode:
		if droppedTags[n.Data] || hidden(n) {
			return
		}
		if n.Data == "br" {
			b.lineBreak()
			return
		}
	case html.CommentNode, html.DoctypeNode:
		return
	}
	block := n.Type == html.ElementNode && blockTags[n.Data]
	if block {
		b.flush()
		c.owner, c.tag = n, blockTag(n.Data, c.tag)
		c.thread = c.thread || b.thread(n)
		c.boiler = c.boiler || c.thread || b.boilerplate(n)
		if c.unit == 0 && unitLike(n) || b.entry(n) {
			b.units++
			c.unit = b.units
		}
	}
	switch n.Data {
	case "a":
		c.link = true
	case "pre":
		c.pre = true
	case "time":
		c.timeOnly, c.date = true, date(attr(n, "datetime"))
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		b.node(child, c)
	}
	if block {
		b.flush()
	}
}
