package html

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// What a site's name in a document's title is like: at most so many words, behind or before
// a headline of at least so many.
const maxSite, minHeadline = 5, 3

// titleMarks part a site's name from the headline in a document's title.
var titleMarks = []string{" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • "}

// heading is a heading of the page, or a headline that its metadata name; a linked one leads
// to another page.
type heading struct {
	text   string
	linked bool
	top    bool // an h1
}

// siteName gives the name of the site that stands in a document's title behind one of the
// page's headlines, or before it: “Bridge of Sund opens | Sund Gazette”. What is linked is no
// headline of this page; the first one may be that name. "" when nothing tells.
func siteName(title string, headings []heading) string {
	for i, h := range headings {
		rest, behind := strings.CutPrefix(title, h.text)
		before := false
		if !behind {
			rest, before = strings.CutSuffix(title, h.text)
		}
		switch name := site(rest, behind); {
		case h.text == "" || name == "":
		case h.linked && i == 0 && h.top && before && len(strings.Fields(h.text)) <= maxSite:
			return h.text
		case h.linked || len(strings.Fields(h.text)) < minHeadline || isHeadingOf(headings, name):
		case behind || before:
			return name
		}
	}
	return ""
}

// isHeadingOf reports whether one of the headings has just these words.
func isHeadingOf(headings []heading, words string) bool {
	return slices.ContainsFunc(headings, func(h heading) bool { return strings.EqualFold(h.text, words) })
}

// linked reports whether all words of an element stand in a link.
func linked(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) == "", c.Type == html.CommentNode, c.Type == html.ElementNode && (c.Data == "a" || linked(c)):
		default:
			return false
		}
	}
	return n.FirstChild != nil
}

// site gives the part of a title that is farthest from the headline.
func site(rest string, behind bool) string {
	at, end := -1, 0
	for _, mark := range titleMarks {
		i := strings.Index(rest, mark)
		if behind {
			i = strings.LastIndex(rest, mark)
		}
		if i >= 0 && (at < 0 || behind == (i > at)) {
			at, end = i, i+len(mark)
		}
	}
	if at < 0 {
		return ""
	}
	name := strings.TrimSpace(rest[:at])
	if behind {
		name = strings.TrimSpace(rest[end:])
	}
	words := strings.Fields(name)
	if len(words) == 0 || len(words) > maxSite || strings.ContainsAny(name, "?!:;\"“”") || strings.HasSuffix(words[0], ".") {
		return ""
	}
	if first := []rune(name)[0]; !unicode.IsUpper(first) && !unicode.IsDigit(first) && !(unicode.IsLetter(first) && !unicode.IsLower(first)) {
		return ""
	}
	return name
}
