package clip

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/lang"
)

// layout is a page taken apart into paragraphs, each with its kind.
type layout struct {
	*Cutter
	page  stemma.Page
	ps    []para
	order byte // 'd' or 'm': which comes first in dates written with numbers; 0 unknown
	html  bool
	latin bool // most letters of the page are Latin
	dense bool // plain text: no empty lines between paragraphs
	byDay bool // plain text: days stand above headlines

	handed  forwarded       // of a letter that hands another one on
	entries []entry         // a news archive's printout
	said    map[string]bool // words of a text, see saidFrom
	saidAt  int
	sums    sums
	authors []string     // letters of the names that bylines on the page have
	several bool         // the page holds several articles
	mixed   bool         // lines beside headlines name other outlets than the page's own
	top     int          // first paragraph that belongs to an article
	issue   *para        // the running head of a paper's pages
	author  stemma.Named // who wrote all texts of the page, where its head says so
	owner   stemma.Named // whose page it is
	ownerAt stemma.Span
}

// layout takes a page apart.
func (c *Cutter) layout(p stemma.Page) *layout {
	l := &layout{Cutter: c, page: p, html: len(p.Blocks) > 0, latin: latin(p.Text[:min(len(p.Text), 64<<10)])}
	if l.html {
		l.ps = blockParas(p)
	} else {
		l.ps = c.paras(p.Text)
	}
	for i := range l.ps {
		q := &l.ps[i]
		c.classify(q)
		if l.html {
			outside(q)
		}
	}
	l.order = l.numberOrder()
	switch {
	case p.Format == "eml":
		l.letter()
	case !l.html:
		if l.printout(); len(l.entries) > 0 {
			return l
		}
		l.datedTitles()
		l.numbered()
	}
	l.loneNames()
	if !l.html {
		l.loneAuthors()
		l.runningHeads()
	}
	l.sources()
	l.teasers()
	l.blurbs()
	return l
}

// outside marks what an HTML page's own structure sets apart from its main text.
// Lines about author and date often stand outside it.
func outside(p *para) {
	switch p.kind {
	case kProse, kItem, kCaption, kCredit, kDateline:
		if !p.main {
			p.kind = kOutside
		}
	case kTitle:
		if !p.main && (p.heading() == 0 || p.heading() > 2) {
			p.kind = kOutside
		}
	}
	if p.kind == kProse && p.link && p.n < 20 {
		p.kind = kOutside
	}
}

// blurbs spreads what one line of a block says to the block: an appeal to subscribe
// has lines that do not say so.
func (l *layout) blurbs() {
	for i := range l.ps {
		if l.ps[i].kind != kBlurb || l.html {
			continue
		}
		from, to := i, i
		for from > 0 && l.ps[from].gap == 0 && i-from < 3 && l.shortLine(from-1) {
			from--
		}
		for to+1 < len(l.ps) && l.ps[to+1].gap == 0 && to-i < 3 && l.shortLine(to+1) {
			to++
		}
		if (from > 0 && l.ps[from].gap == 0 && l.ps[from-1].kind == kProse) || to-from > 4 {
			continue // the line stands inside a run of text
		}
		for j := from; j <= to; j++ {
			l.ps[j].kind, l.ps[j].mark = kBlurb, "subscription"
		}
	}
}

func (l *layout) shortLine(i int) bool {
	p := &l.ps[i]
	switch p.kind {
	case kTitle, kPlaceholder, kBlurb, kItem:
		return p.n <= 25 && p.split == 0
	case kProse:
		return p.n <= 12
	}
	return false
}

// latin reports whether most letters of s are of the Latin script.
func latin(s string) bool {
	yes, no := 0, 0
	for _, r := range s {
		switch {
		case 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z':
			yes++
		case r < utf8.RuneSelf:
		case unicode.Is(unicode.Latin, r):
			yes++
		case unicode.IsLetter(r):
			no++
		}
	}
	return yes >= no
}

// nameLike reports whether a line is two to five words with capitals and no others:
// a person, an outlet, a section; a headline only seldom.
func (l *layout) nameLike(p *para) bool {
	if p.n > 5 {
		return false
	}
	for _, w := range p.words {
		if unicode.IsLower(firstRune(p.text[w.start:])) {
			return false
		}
	}
	return p.n < 4 || !strings.ContainsAny(p.text, ":?!’'")
}

// fold gives a line in the form in which two lines are compared.
func fold(s string) string { return lang.Fold(strings.Join(strings.Fields(s), " ")) }
