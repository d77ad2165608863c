package html

import (
	"net/url"
	"strconv"
	"strings"
	"unicode"

	readability "codeberg.org/readeck/go-readability"
	"golang.org/x/net/html"
)

// markAttr carries a block element's number through the second opinion.
const markAttr = "data-block"

// minWords is the least length in words of a paragraph that counts as prose by
// itself. Chosen by trial on saved news pages: navigation items and labels are
// shorter, nearly all paragraphs of news longer.
const minWords = 12

// maxStandfirst is how many blocks above the text the headline is looked for.
const maxStandfirst = 15

// mark sets [stemma.Block.Main]. A block is main when readability keeps it, or when
// it stands between kept blocks and looks like prose or a heading. Where readability
// keeps less than half of the prose of a page with several articles (it looks for
// one), all prose outside furniture is main.
func mark(c *Content, owners []owner, root *html.Node, second bool) {
	prose := make([]bool, len(c.Blocks))
	all := 0
	for i, b := range c.Blocks {
		prose[i] = !owners[i].boiler && !b.Link && wordCount(b.Span.Of(c.Text)) >= minWords
		if prose[i] {
			all += b.Span.Len()
		}
	}
	kept := make([]bool, len(c.Blocks))
	if second && all > 0 {
		kept = readable(c, owners, root)
	}
	sum := 0
	for i, b := range c.Blocks {
		if kept[i] && prose[i] {
			sum += b.Span.Len()
		}
	}
	if sum*2 < all {
		kept = prose
	}
	first, last := -1, -1
	for i := range c.Blocks {
		if kept[i] {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	for i := first - 1; i >= 0 && i >= first-maxStandfirst; i-- {
		if isHeading(c.Blocks[i].Tag) && c.Blocks[i].Tag <= "h2" && !owners[i].boiler {
			first = i // what stands between headline and text introduces it
			break
		}
	}
	for i := range c.Blocks {
		b := &c.Blocks[i]
		between := i > first && i < last && first >= 0
		b.Main = kept[i] || between && !owners[i].boiler && !b.Link && (prose[i] || isHeading(b.Tag))
	}
}

// wordCount counts words; in scripts without spaces, two signs are one.
func wordCount(s string) int {
	signs := 0
	for _, r := range s {
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) {
			signs++
		}
	}
	return len(strings.Fields(s)) + signs/2
}

func isHeading(tag string) bool {
	return len(tag) == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6'
}

// readable asks readability which blocks it keeps. It works on numbered elements, so
// what it gives back is matched by element and, since it may drop parts of one, by
// words.
func readable(c *Content, owners []owner, root *html.Node) []bool {
	kept := make([]bool, len(c.Blocks))
	number := map[*html.Node]string{}
	for _, o := range owners {
		if o.node != nil && number[o.node] == "" {
			number[o.node] = strconv.Itoa(len(number) + 1)
			o.node.Attr = append(o.node.Attr, html.Attribute{Key: markAttr, Val: number[o.node]})
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
		if o := owners[i].node; o != nil && there[number[o]] {
			kept[i] = strings.Contains(text, letters(b.Span.Of(c.Text)))
		}
	}
	return kept
}

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
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}
