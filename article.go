package stemma

// Article is one article of a page. Its Text is the page's text from its first word
// to its last, untouched: a place in Text is a place on the page, moved by Start.
// What lies inside that range and is not the article's own (captions, credits,
// “posted by” lines, blurbs) is listed in Holes.
//
// An Article is immutable: if cutting changes, the Article has a new ID.
type Article struct {
	ID   ID
	Page ID
	Part int // 0-based place among the page's articles

	Start int    // byte offset of Text in the page's text
	Text  string // headline to last sentence, as published

	Title     Span    // the headline's place in Text; empty when unknown
	TitleText string  // the headline in words; "" when unknown
	Byline    []Named // authors: where they stand, full names
	Outlet    Named   // whose page it is; place relative to Text may lie outside it (see OutletAt)
	Credit    Named   // the original outlet of a repost
	OutletAt  Span    // where the outlet stands, in the page's text; empty when not in the text
	CreditAt  Span    // where the credit stands, in the page's text; empty when not in the text

	Published     Date   // when it was first published; "" when unknown
	Reposted      Date   // when this page reposted it; never also Published
	PublishedFrom string // “meta”, “url”, “dateline”, “text”, “given”; "" when unknown
	Lang          string // BCP 47, “en”, “es”; "und" when it cannot be told
	URL           string

	Holes    []Hole // ordered, not overlapping
	Problems []Problem
}

// Hole is text inside an article's range that is not the article's own.
type Hole struct {
	Span Span // in Article.Text
	// Type is one of byline_line, byline_in_title, dateline, photo_caption,
	// photo_credit, author_note, subscription_blurb, posted_by, teaser,
	// provenance_line, navigation, footnote.
	Type string
}

// Furniture is page text that belongs to no article. Its Span counts in the page's
// text. Type is one of masthead, motto, navigation, teaser, author_bio,
// subscription_blurb, posted_by, provenance_line, page_header, page_footer,
// comments, blurb.
type Furniture struct {
	Page ID
	Span Span
	Type string
	Rule string
}

// Own gives the article's own words: Text without its holes, each hole replaced by
// a single line break so that no two words run together.
func (a *Article) Own() string {
	if len(a.Holes) == 0 {
		return a.Text
	}
	b := make([]byte, 0, len(a.Text))
	at := 0
	for _, h := range a.Holes {
		if h.Span.Start < at || h.Span.End > len(a.Text) {
			continue
		}
		b = append(b, a.Text[at:h.Span.Start]...)
		b = append(b, '\n')
		at = h.Span.End
	}
	return string(append(b, a.Text[at:]...))
}

// InHole reports whether s touches a hole.
func (a *Article) InHole(s Span) bool {
	for _, h := range a.Holes {
		if h.Span.Meets(s) {
			return true
		}
	}
	return false
}
