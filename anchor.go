package stemma

import (
	"strings"
	"unicode/utf8"
)

// Anchor is a place in a page's text, told by its words.
type Anchor struct {
	Page                  ID     // the page whose text it is in
	Exact, Prefix, Suffix string // W3C Web Annotation TextQuoteSelector
	Start, End            int    // W3C TextPositionSelector: code points of the page text, half-open
}

const (
	anchorWords = 160 // bytes of an article's beginning that name it
	anchorSides = 40  // bytes before and after
)

// AnchorOf gives an anchor for an article of a page with this text: its first words.
func AnchorOf(a *Article, page string) Anchor {
	end := a.Start + min(len(a.Text), anchorWords)
	for end > a.Start && !utf8.RuneStart(at(page, end)) {
		end--
	}
	return anchorAt(a.Page, page, Span{a.Start, end})
}

// AnchorIn gives an anchor for a span of an article, on rune borders.
func AnchorIn(a *Article, page string, s Span) Anchor {
	return anchorAt(a.Page, page, Span{a.Start + s.Start, a.Start + s.End})
}

// anchorAt gives an anchor for a span of a page's text.
func anchorAt(id ID, page string, s Span) Anchor {
	before, after := max(0, s.Start-anchorSides), min(len(page), s.End+anchorSides)
	for before < s.Start && !utf8.RuneStart(page[before]) {
		before++
	}
	for after > s.End && !utf8.RuneStart(at(page, after)) {
		after--
	}
	start := utf8.RuneCountInString(page[:s.Start])
	exact := page[s.Start:s.End]
	return Anchor{Page: id, Exact: exact, Prefix: page[before:s.Start], Suffix: page[s.End:after], Start: start, End: start + utf8.RuneCountInString(exact)}
}

// at gives a byte of the text, or one that begins a rune behind its end.
func at(text string, i int) byte {
	if i >= len(text) {
		return 0
	}
	return text[i]
}

// Find gives the bytes of a text where the anchor's words stand: with the words around them
// if they stand so anywhere, and nearest to the old position where they do more than once. It
// reports false where they do not stand at all.
func (a Anchor) Find(text string) (Span, bool) {
	if a.Exact == "" {
		return Span{}, false
	}
	if at, found := a.nearest(text, a.Prefix, a.Suffix); found {
		return at, true
	}
	return a.nearest(text, "", "")
}

// nearest gives the place of the anchor's words between two others that is nearest to the old
// position, the first of equals.
func (a Anchor) nearest(text, before, behind string) (best Span, found bool) {
	whole, away := before+a.Exact+behind, 0
	for from, points := 0, 0; ; {
		i := strings.Index(text[from:], whole)
		if i < 0 {
			return best, found
		}
		start := from + i + len(before)
		points += utf8.RuneCountInString(text[from : from+i])
		at := points + utf8.RuneCountInString(before)
		if n := max(at-a.Start, a.Start-at); !found || n < away {
			best, away, found = Span{start, start + len(a.Exact)}, n, true
		}
		if at >= a.Start {
			return best, found // all others are further away
		}
		_, size := utf8.DecodeRuneInString(text[from+i:])
		from, points = from+i+size, points+1
	}
}
