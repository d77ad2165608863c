package view

import (
	"net/url"
	"strconv"
	"strings"

	"stemma"
)

// The addresses of screens. They are the same in the web and in exports, and a link
// to any of them can be sent to a colleague.

// TextHref is the address of an article; with a finding to select, if one is given.
func TextHref(article, selected stemma.ID) string {
	href := "/text/" + url.PathEscape(string(article))
	if selected != "" {
		href += "?select=" + url.QueryEscape(string(selected))
	}
	return href
}

// SentenceHref is the address of a sentence in an article, with a finding to
// select, if one is given. At is the byte at which the sentence begins.
func SentenceHref(article, selected stemma.ID, at int) string {
	return TextHref(article, selected) + "#" + Anchor(at)
}

// Anchor names the sentence that begins at a byte of its article's text.
func Anchor(at int) string { return "s" + strconv.Itoa(at) }

// CopyHref is the address of the comparison of two articles.
func CopyHref(a, b stemma.ID) string {
	return "/copy/" + url.PathEscape(string(a)) + "/" + url.PathEscape(string(b))
}

// GroupHref is the address of a group: kind is “saying”, “tally”, “happening”,
// “name” (an actor), “clash” or “story”.
func GroupHref(kind string, id stemma.ID) string {
	return "/" + kind + "/" + url.PathEscape(string(id))
}

// OriginalHref is the address of the bytes of a page as they came in.
func OriginalHref(page stemma.ID) string { return "/original/" + url.PathEscape(string(page)) }

// SearchHref is the address of a search.
func SearchHref(q string, independent bool, offset int) string {
	v := url.Values{}
	v.Set("q", q)
	if independent {
		v.Set("independent", "1")
	}
	if offset > 0 {
		v.Set("offset", strconv.Itoa(offset))
	}
	return "/search?" + v.Encode()
}

// webAddress gives an address that may be offered as a link: http and https only,
// "" for anything else that a page may claim to be.
func webAddress(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") {
		return ""
	}
	return u.String()
}
