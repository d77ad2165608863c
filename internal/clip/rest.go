package clip

import (
	"strings"

	"stemma"
)

// furnitureTypes says what a paragraph of a kind is outside articles.
var furnitureTypes = map[kind]string{
	kSeparator: "navigation", kInfo: "posted_by", kDate: "posted_by", kPosted: "posted_by", kProvenance: "provenance_line", kArchive: "page_header", kNote: "blurb",
	kBio: "author_bio", kBlurb: "subscription_blurb", kTeaser: "teaser", kReadmore: "teaser", kRelated: "teaser", kComments: "comments",
	kNav: "navigation", kShare: "navigation", kTags: "navigation", kCopyright: "page_footer", kPlaceholder: "navigation", kOutside: "navigation",
}

// rest gives the furniture: all that stands in no article, neighbours of one type
// together.
func (l *layout) rest(cuts []cut) []stemma.Furniture {
	var fs []stemma.Furniture
	next, lastEnd := 0, -1
	comments := false
	for i := range l.ps {
		for next < len(cuts) && i > cuts[next].last {
			lastEnd = cuts[next].last
			next++
			comments = false
		}
		if next < len(cuts) && i >= cuts[next].first {
			continue
		}
		p := &l.ps[i]
		typ := furnitureTypes[p.kind]
		comments = comments || p.kind == kComments && next > 0
		switch {
		case comments && (typ == "" || typ == "navigation"):
			typ = "comments"
		case typ == "" && next == 0:
			typ = l.headerType(i)
		case typ == "" && p.mark == "subscription", typ == "" && l.besideBlurb(i):
			typ = "subscription_blurb"
		case typ == "":
			typ = "blurb"
		}
		if n := len(fs); n > 0 && fs[n-1].Type == typ && p.gap <= 1 && i-1 > lastEnd && typ != "author_bio" {
			fs[n-1].Span.End = p.span.End
			continue
		}
		fs = append(fs, stemma.Furniture{Page: l.page.ID, Span: p.span, Type: typ, Rule: "clip." + strings.ReplaceAll(typ, "_", "-")})
	}
	return fs
}

// headerType names what stands above the first article and is nothing known: the
// masthead, the motto below it, the rest of the page's header.
func (l *layout) headerType(i int) string {
	masthead := func(j int) bool {
		return j >= 0 && (l.ps[j].span == l.ownerAt || letterForm(l.ps[j].text) == letterForm(l.owner.Name))
	}
	switch {
	case masthead(i):
		return "masthead"
	case masthead(i-1) && l.ps[i].n <= 12:
		return "motto"
	}
	return "page_header"
}

// besideBlurb reports whether an appeal stands next to a line.
func (l *layout) besideBlurb(i int) bool {
	blurb := func(j int) bool {
		return j >= 0 && j < len(l.ps) && (l.ps[j].kind == kBlurb || l.ps[j].mark == "subscription")
	}
	return blurb(i-1) || blurb(i+1)
}

// biography marks the notes about an author that stand at the end of an article.
func (l *layout) biography(c cut, stop int) {
	for i := stop - 1; i > c.first+1; i-- {
		p := &l.ps[i]
		switch p.kind {
		case kProse, kTitle:
			if !l.aboutAuthor(p) {
				return
			}
			p.kind, p.mark = kBio, "bio"
		case kItem:
			return
		}
	}
}

// maxAuthors is how many different authors of a page are remembered.
const maxAuthors = 200

// authorForms gives the letters of all names that bylines on the page have.
func (l *layout) authorForms() []string {
	var forms []string
	seen := map[string]bool{}
	add := func(name string) {
		if f := letterForm(name); !seen[f] && len(forms) < maxAuthors {
			seen[f] = true
			forms = append(forms, f)
		}
	}
	for i := range l.ps {
		p := &l.ps[i]
		if p.info == nil || p.kind != kInfo && p.kind != kTitle {
			continue
		}
		for _, a := range p.info.authors {
			add(a.of(p.text))
		}
	}
	for _, a := range metaAuthors(l.page.Meta.Byline) {
		add(a.Name)
	}
	return forms
}

// aboutAuthor reports whether a paragraph is a note about an author: it begins with
// the name of one and says what that person is or does; on a page without authors,
// it begins with a name and says that the person writes for a living.
func (l *layout) aboutAuthor(p *para) bool {
	if p.n < 4 {
		return false
	}
	verb := -1
	for i := 1; i < p.n && i <= 8; i++ {
		if kind, _ := l.biographies.kindAt(p.words, i); kind == "verb" {
			verb = i
			break
		}
	}
	if verb < 0 {
		return false
	}
	name := letterForm(p.text[:p.words[verb-1].end])
	for _, a := range l.authors {
		short := l.suffixless(a)
		if strings.HasPrefix(name, short) && len(short) >= 5 && len(name) <= len(short)+12 {
			return true
		}
	}
	if len(l.authors) > 0 || p.n > 90 || !l.personLike(p.text[:p.words[verb-1].end], p.words[:verb]) {
		return false
	}
	for i := verb + 1; i < p.n && i <= verb+8; i++ {
		if kind, _ := l.biographies.kindAt(p.words, i); kind == "calling" {
			return true
		}
	}
	return false
}

// suffixless takes “jr” and the like off the end of a name's letters.
func (l *layout) suffixless(name string) string {
	for n := 2; n <= 3 && n+5 < len(name); n++ {
		if kind, _ := l.bylines.kindAt([]word{{fold: name[len(name)-n:]}}, 0); kind == "suffix" {
			return name[:len(name)-n]
		}
	}
	return name
}
