package html

import (
	"net/url"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	readability "codeberg.org/readeck/go-readability"
	"golang.org/x/net/html"
)

// markAttr carries a block element's number through the second opinion.
const markAttr = "data-block"

// readable asks readability which blocks it keeps. It works on numbered elements, so
// what it gives back is matched by element and, since it may drop parts of one, by
// words.
func readable(c *Content, owners []owner, root *html.Node) []bool {
	kept := make([]bool, len(c.Blocks))
	number := map[*html.Node]string{}
	give := func(n *html.Node) {
		if n != nil && n.Type == html.ElementNode && number[n] == "" {
			number[n] = strconv.Itoa(len(number) + 1)
			n.Attr = append(n.Attr, html.Attribute{Key: markAttr, Val: number[n]})
		}
	}
	for _, o := range owners {
		if give(o.node); o.node != nil && o.node.Data == "div" {
			give(o.node.Parent) // readability puts a paragraph in the place of a div that is used as one
		}
	}
	p := readability.NewParser()
	p.MaxElemsToParse = 100_000
	base, err := url.Parse("http://localhost/") // the parser wants one for links, which we do not use
	if err != nil {
		return kept
	}
	a, err := p.ParseAndMutate(root, base)
	if err != nil || a.Node == nil {
		return kept
	}
	there := map[string]bool{}
	var words strings.Builder
	collect(a.Node, there, &words)
	text := words.String()
	for i, b := range c.Blocks {
		n, words := owners[i].node, b.Span.Of(c.Text)
		if n != nil && (there[number[n]] || n.Data == "div" && there[number[n.Parent]] && (wordCount(words) >= minWords || ended(words) || isCell(n.Parent))) {
			kept[i] = strings.Contains(text, letters(words))
		}
	}
	return kept
}

func isCell(n *html.Node) bool { return n.Data == "td" || n.Data == "th" }

// collect gathers the numbers of the elements below n and their letters.
func collect(n *html.Node, there map[string]bool, words *strings.Builder) {
	if n.Type == html.TextNode {
		words.WriteString(letters(n.Data))
	}
	if v := attr(n, markAttr); v != "" {
		there[v] = true
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		collect(c, there, words)
	}
}

// letters gives a text without what white space and marks make different.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9':
			return r
		case r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			return r
		}
		return -1
	}, s)
}
