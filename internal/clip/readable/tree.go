package readable

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// trait is a fact about a node.
type trait uint32

const (
	isText   trait = 1 << iota
	lead           // the text begins with white space
	trail          // … and ends with it
	solid          // the last byte of the text is no white space
	phrasing       // an element that stands in a line of text
	boxed          // an element that makes of the div around it more than a paragraph
	scorable       // an element whose text is weighed
	unseen         // a reader does not see it
	dialog         // lies over the page until it is closed
	offstage       // its role is none of the text
	author         // marked as the author's name
	video          // shows a video of a known site
	local          // a link within the page
	named          // has an id
	scored         // has a score
	table          // a table of data
)

// node is an element or a text. Nodes point to each other by their places in the tree;
// 0 is none.
type node struct {
	src   *html.Node // what it was in the document; nil for what was made here
	class string
	score float64

	parent, first, last, prev, next int32

	runes, chars, commas int32 // of a text; see weigh

	tag           atom.Atom
	is            trait
	ofClass, ofID signal
}

// tree is a document under study. Cutting a node off leaves it in the slice.
type tree struct {
	nodes    []node
	body     int32
	elements int
}

// plant makes a tree of a document, nil if it has no body or too many elements. Scripts,
// styles and the document's head stay outside.
func plant(root *html.Node) *tree {
	t := &tree{nodes: make([]node, 2, 4096)}
	t.nodes[1].src = root // the document itself
	t.grow(1, root)
	if t.elements > maxElements || t.body == 0 {
		return nil
	}
	return t
}

func (t *tree) grow(at int32, n *html.Node) {
	for c := n.FirstChild; c != nil && t.elements <= maxElements; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			x := node{src: c, is: isText}
			x.weigh(c.Data)
			t.add(at, x)
		case html.ElementNode:
			t.element(at, c)
		}
	}
}

func (t *tree) element(at int32, n *html.Node) {
	t.elements++
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Head:
		return
	case atom.Noscript:
		t.noscript(at, n)
		return
	case atom.Img:
		if !pictured(n) {
			return
		}
	}
	x := node{src: n, tag: n.DataAtom, is: kind(n.DataAtom)}
	x.attributes(n)
	me := t.add(at, x)
	if n.DataAtom == atom.Body && t.body == 0 {
		t.body = me
	}
	t.grow(me, n)
}

// add puts a node behind the last child of another one.
func (t *tree) add(parent int32, x node) int32 {
	t.nodes = append(t.nodes, x)
	me := int32(len(t.nodes) - 1)
	t.hang(parent, me)
	return me
}

// kind says what an element is by its name.
func kind(tag atom.Atom) trait {
	switch tag {
	case atom.Div, atom.Blockquote, atom.Dl, atom.Ol, atom.Ul, atom.Table:
		return boxed
	case atom.P, atom.Pre:
		return boxed | scorable
	case atom.Img, atom.Select:
		return boxed | phrasing
	case atom.Section, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Td:
		return scorable
	case atom.Abbr, atom.Audio, atom.B, atom.Bdo, atom.Br, atom.Button, atom.Cite, atom.Code, atom.Data, atom.Datalist, atom.Dfn,
		atom.Em, atom.Embed, atom.I, atom.Input, atom.Kbd, atom.Label, atom.Mark, atom.Math, atom.Meter, atom.Noscript,
		atom.Object, atom.Output, atom.Progress, atom.Q, atom.Ruby, atom.Samp, atom.Script, atom.Small, atom.Span, atom.Strong,
		atom.Sub, atom.Sup, atom.Textarea, atom.Time, atom.Var, atom.Wbr:
		return phrasing
	}
	return 0
}

// offstageRoles are roles of elements that are none of the text.
var offstageRoles = []string{"menu", "menubar", "complementary", "navigation", "alert", "alertdialog", "dialog"}

// attributes notes what an element's attributes say.
func (x *node) attributes(n *html.Node) {
	modal, role, hidden := false, "", false
	for i := range n.Attr {
		v := n.Attr[i].Val
		switch n.Attr[i].Key {
		case "class":
			x.class, x.ofClass = v, signals(v)
		case "id":
			x.ofID = signals(v)
			if strings.TrimSpace(v) != "" {
				x.is |= named
			}
		case "style":
			if invisible(v) {
				x.is |= unseen
			}
		case "hidden":
			x.is |= unseen
		case "aria-hidden":
			hidden = v == "true"
		case "aria-modal":
			modal = v == "true"
		case "role":
			role = v
		case "rel":
			if v == "author" {
				x.is |= author
			}
		case "itemprop":
			if strings.Contains(v, "author") {
				x.is |= author
			}
		case "href":
			if v = strings.TrimSpace(v); len(v) > 1 && v[0] == '#' {
				x.is |= local
			}
		}
	}
	if hidden && !strings.Contains(x.class, "fallback-image") {
		x.is |= unseen
	}
	if role != "" && slices.Contains(offstageRoles, role) {
		x.is |= offstage
		if modal && role == "dialog" {
			x.is |= dialog
		}
	}
	if (x.ofClass|x.ofID)&byline != 0 {
		x.is |= author
	}
	if x.tag == atom.Object || x.tag == atom.Embed || x.tag == atom.Iframe {
		if showsVideo(n, x.tag == atom.Object) {
			x.is |= video
		}
	}
}

// invisible reports whether a style hides what it is of.
func invisible(style string) bool {
	for _, hides := range [][2]string{{"display", "none"}, {"visibility", "hidden"}} {
		for rest := style; ; {
			i := indexFold(rest, hides[0])
			if i < 0 {
				break
			}
			rest = rest[i+len(hides[0]):]
			value, ok := strings.CutPrefix(strings.TrimLeft(rest, " \t\n\f\r"), ":")
			value = strings.TrimLeft(value, " \t\n\f\r")
			if ok && len(value) >= len(hides[1]) && strings.EqualFold(value[:len(hides[1])], hides[1]) {
				return true
			}
		}
	}
	return false
}

// indexFold finds a word in small letters, however it is written.
func indexFold(s, word string) int {
	for i := 0; i+len(word) <= len(s); i++ {
		if s[i]|0x20 == word[0] && strings.EqualFold(s[i:i+len(word)], word) {
			return i
		}
	}
	return -1
}
