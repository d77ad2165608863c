package html

import (
	"strings"

	"golang.org/x/net/html"
)

// set makes a set of the words in s.
func set(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

var (
	// droppedTags hold no text that a reader of the page sees as such.
	droppedTags = set("head script style noscript template svg math iframe object embed canvas audio video map select option textarea button input datalist")
	// blockTags begin and end a block.
	blockTags = set("address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul")
	// keptTags name a block by themselves; other block elements take the name of
	// what is around them, or “p”.
	keptTags = set("h1 h2 h3 h4 h5 h6 li figcaption caption blockquote td th dt dd address nav footer aside pre")
	// unitClasses mark a container as one article among several.
	unitClasses = set("hentry h-entry post article story entry news-item blog-post")
	// boilerWords in an element's class or id mark it as no part of an article.
	boilerWords = set("comment comments commentlist disqus respond responses reply replies reactions discussion sidebar footer nav navbar navigation menu breadcrumb breadcrumbs related share sharing social newsletter subscribe subscription promo advert ads ad banner cookie cookies widget teaser recommended masthead tags")
)

// threads are the names of what holds readers' comments and nothing else, however long.
var threads = set("comments comment-list commentlist comments-list comments-area comment-area comments-section comment-section comments-wrapper comments-container disqus_thread")

// shortestBoiler is the length of the shortest of boilerWords.
const shortestBoiler = len("ad")

// blockTag gives the tag of the blocks in an element, given that of the element
// around it: a paragraph in a quotation or a caption is part of it.
func blockTag(tag, around string) string {
	switch around {
	case "blockquote", "figcaption", "nav", "footer", "aside":
		return around
	case "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "dd":
		if !keptTags[tag] {
			return around
		}
	}
	if keptTags[tag] {
		return tag
	}
	return ""
}

// unitLike reports whether an element holds one article (or one teaser) as a whole.
func unitLike(n *html.Node) bool {
	switch n.Data {
	case "body", "html", "main", "li", "ul":
		return false
	}
	classes := strings.ToLower(attr(n, "class"))
	if strings.Contains(classes, "comment") {
		return false
	}
	if n.Data == "article" {
		return true
	}
	for c := range strings.FieldsSeq(classes) {
		if unitClasses[c] {
			return true
		}
	}
	return false
}

// boilerplate reports whether an element is furniture by its tag, role or class. An
// element that holds a great part of the page is not, whatever its class says:
// “has-sidebar”, “with-comments” are names of whole pages.
func (b *builder) boilerplate(n *html.Node) bool {
	switch n.Data {
	case "nav", "footer", "aside":
		return true
	case "body", "html", "main", "article":
		return false
	case "form": // some sites put the whole page into one
		return b.sizes[n]*4 < b.total
	}
	switch attr(n, "role") {
	case "navigation", "complementary", "contentinfo", "search", "banner":
		return true
	}
	if !furnished(attr(n, "class")) && !furnished(attr(n, "id")) {
		return false
	}
	return b.sizes[n]*4 < b.total
}

// thread reports whether an element holds readers' comments: on a page that is much
// discussed they are longer than the article. What holds a page's main heading is a page
// that is named for its comments.
func (b *builder) thread(n *html.Node) bool {
	switch n.Data {
	case "body", "html", "main", "article":
		return false
	}
	named := threads[strings.ToLower(attr(n, "id"))]
	for c := range strings.FieldsSeq(strings.ToLower(attr(n, "class"))) {
		named = named || threads[c]
	}
	return named && !b.headed[n]
}

// furnished reports whether one of the words of a class or an id is one of furniture.
func furnished(s string) bool {
	for len(s) > 0 {
		n := strings.IndexAny(s, " -_")
		if n < 0 {
			n = len(s)
		}
		if n >= shortestBoiler && boilerWords[strings.ToLower(s[:n])] {
			return true
		}
		s = s[min(n+1, len(s)):]
	}
	return false
}

// size counts the bytes of visible text below n, and notes it for each element that
// has attributes; it also notes which elements hold a time and which a main heading.
func (b *builder) size(n *html.Node) int {
	sum := 0
	if n.Type == html.TextNode {
		sum = len(strings.TrimSpace(n.Data))
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode || !droppedTags[c.Data] {
			sum += b.size(c)
		}
	}
	if len(n.Attr) > 0 || n.Data == "form" {
		b.sizes[n] = sum
	}
	if n.Parent != nil && (n.Data == "time" || b.timed[n]) {
		b.timed[n.Parent] = true
	}
	if n.Parent != nil && (n.Data == "h1" || b.headed[n]) {
		b.headed[n.Parent] = true
	}
	return sum
}

// minEntries is the number of elements alike from which they are a series.
const minEntries = 3

// entry reports whether an element is one of a series alike, side by side, each with a
// time: the posts of a live blog. What else comes in such series, comments and
// announcements, is told apart by its words and links.
func (b *builder) entry(n *html.Node) bool {
	if !b.timed[n] || n.Parent == nil || n.Data == "li" {
		return false
	}
	if class := strings.ToLower(attr(n, "class")); strings.Contains(class, "comment") || strings.Contains(class, "reply") {
		return false
	}
	alike, known := b.series[n.Parent]
	if !known {
		alike = map[string]int{}
		for c := n.Parent.FirstChild; c != nil; c = c.NextSibling {
			if b.timed[c] {
				alike[likeness(c)]++
			}
		}
		b.series[n.Parent] = alike
	}
	return alike[likeness(n)] >= minEntries
}

// likeness is what elements of a series have in common.
func likeness(n *html.Node) string { return n.Data + " " + attr(n, "class") }

// hidden reports whether the element is not shown. A body that is hidden was saved before
// its script showed it.
func hidden(n *html.Node) bool {
	if n.Data == "body" || n.Data == "html" {
		return false
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "style":
			style := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			if strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") {
				return true
			}
		}
	}
	return false
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
