package clip

import (
	"strings"
	"unicode"

	"stemma"
)

// article makes an article of a cut; part is its place among the page's articles.
func (l *layout) article(c cut, part int) stemma.Article {
	start, end := l.ps[c.first].span.Start, l.ps[c.last].span.End
	a := stemma.Article{Page: l.page.ID, Part: part, Start: start, Text: l.page.Text[start:end], URL: l.page.URL,
		ID: articleID(l.page.ID, start, end)}
	l.title(&a, c)
	a.Holes = l.holes(c, start)
	a.Lang = l.language(a.Own())
	l.credits(&a, c)
	return a
}

func (l *layout) title(a *stemma.Article, c cut) {
	if c.title >= 0 {
		p := &l.ps[c.title]
		end := len(p.text)
		if p.split > 0 {
			end = p.split
		}
		a.Title = stemma.Span{Start: p.lead, End: end}
		a.TitleText = strings.Join(strings.Fields(p.text[p.lead:end]), " ")
		return
	}
	a.TitleText = l.siteless(l.page.Meta.Title)
}

// siteless takes the outlet's name off the end of a page's title.
func (l *layout) siteless(title string) string {
	for _, sep := range []string{" | ", " – ", " — ", " - ", " :: ", " » "} {
		i := strings.LastIndex(title, sep)
		if i <= 0 {
			continue
		}
		tail := title[i+len(sep):]
		if same := letterForm(tail); same != "" && same == letterForm(l.page.Meta.Outlet) || len(strings.Fields(tail)) <= 4 && len(strings.Fields(title[:i])) >= 3 {
			return strings.TrimSpace(title[:i])
		}
	}
	return title
}

// holeTypes says what a paragraph of a kind is inside an article; a kind that is not
// here is the article's own.
var holeTypes = map[kind]string{
	kInfo: "byline_line", kDate: "posted_by", kPosted: "posted_by", kDateline: "dateline", kCaption: "photo_caption", kCredit: "photo_credit",
	kProvenance: "provenance_line", kArchive: "navigation", kNote: "author_note", kBio: "author_note", kBlurb: "subscription_blurb", kTeaser: "teaser", kReadmore: "teaser",
	kRelated: "teaser", kComments: "navigation", kNav: "navigation", kShare: "navigation", kTags: "navigation", kCopyright: "navigation",
	kPlaceholder: "navigation", kOutside: "navigation",
}

// nearTop is how many paragraphs below the headline a line about author and date is
// looked for; further down it is text.
const nearTop = 8

// holes lists what is not the article's own between its first and last paragraph.
func (l *layout) holes(c cut, start int) []stemma.Hole {
	var hs []stemma.Hole
	add := func(s stemma.Span, typ string) {
		s = s.Shift(-start)
		if n := len(hs); n > 0 && hs[n-1].Type == typ && typ != "byline_line" && !l.letterBetween(hs[n-1].Span.End+start, s.Start+start) {
			hs[n-1].Span.End = s.End
			return
		}
		hs = append(hs, stemma.Hole{Span: s, Type: typ})
	}
	body := false
	for i := c.first; i <= c.last; i++ {
		p := &l.ps[i]
		if i == c.title {
			if p.lead > 0 {
				add(stemma.Span{Start: p.span.Start, End: p.span.Start + p.lead}, "posted_by")
			}
			if p.split > 0 && p.split < len(p.text) {
				add(stemma.Span{Start: p.span.Start + p.split, End: p.span.End}, "byline_in_title")
			}
			continue
		}
		k := p.kind
		switch {
		case (k == kInfo || k == kDate || k == kDateline) && (body && k != kInfo || i > c.first+nearTop):
			continue
		case k == kTitle && !body && l.topCaption(i):
			k = kCaption
		case (k == kTitle || k == kProse) && !body && l.placeLine(p, i-c.first):
			k = kDateline
		}
		if typ := holeTypes[k]; typ != "" {
			add(p.span, typ)
			continue
		}
		if k == kProse && !body {
			if n := l.inlineDateline(p); n > 0 {
				add(stemma.Span{Start: p.span.Start, End: p.span.Start + n}, "dateline")
			}
		}
		body = body || k == kProse && p.n >= 8
	}
	return hs
}

func (l *layout) letterBetween(from, to int) bool {
	return strings.IndexFunc(l.page.Text[from:to], func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}

// topCaption reports whether a line between headline and text describes a picture:
// words, a bar, and a short credit.
func (l *layout) topCaption(i int) bool {
	p := &l.ps[i]
	bar := strings.LastIndex(p.text, " | ")
	if bar < 0 {
		return false
	}
	words, small := strings.Fields(p.text[:bar]), 0
	for _, w := range words {
		if unicode.IsLower(firstRune(w)) {
			small++
		}
	}
	return (len(words) >= 6 || len(words) >= 4 && small*2 >= len(words)) && len(strings.Fields(p.text[bar:])) <= 7
}

// placeLine reports whether a line between headline and text is a dateline by
// itself: names of places with a comma between, nothing else.
func (l *layout) placeLine(p *para, below int) bool {
	if p.n < 2 || p.n > 6 || below > 4 || strings.Count(p.text, ",") != 1 || strings.ContainsAny(p.text, ".?!:;\"“”0123456789|") {
		return false
	}
	for _, w := range p.words {
		if unicode.IsLower(firstRune(p.text[w.start:])) && len(w.fold) > 3 {
			return false
		}
	}
	return p.heading() == 0
}
