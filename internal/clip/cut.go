package clip

import "strings"

// cut is one article of a page, as paragraphs.
type cut struct {
	from  int // first paragraph of its region: what stands there belongs to it
	title int // its headline; -1 when it has none
	first int // where the article begins: the headline, or the first sentence
	last  int // the last paragraph of its own
	to    int // end of its region, exclusive
}

// cuts finds the articles of a page.
func (l *layout) cuts() []cut {
	var starts []int
	if l.html && l.headings() > 0 {
		starts = l.htmlStarts()
	} else {
		starts = l.sections(l.starts())
	}
	l.count()
	l.authors = l.authorForms()
	var cs []cut
	header := 0
	if len(starts) == 0 || l.proseWords(0, starts[0]) >= minUntitled && !l.html {
		to := len(l.ps)
		if len(starts) > 0 {
			to = starts[0]
		}
		if c, ok := l.untitled(to); ok {
			cs = append(cs, c)
			header = to
		}
	}
	for k, s := range starts {
		c := cut{from: s, title: s, first: s, to: len(l.ps)}
		if k == 0 {
			c.from = header
		}
		if k+1 < len(starts) {
			c.to = starts[k+1]
		}
		if c.last = l.end(c); c.last > c.first {
			cs = append(cs, c)
		}
	}
	if len(cs) == 0 {
		cs = l.scraps()
	}
	return cs
}

// sections keeps only the first headline where it has a line about author or date but
// no text, and what follows are headlines without such lines: the sections of one
// text, as in newsletters.
func (l *layout) sections(starts []int) []int {
	if len(starts) < 2 || l.anchor(starts[0]) < 0 {
		return starts
	}
	for i := starts[0] + 1; l.ps[i].kind != kSeparator; i++ {
		if k := l.ps[i].kind; k == kProse || k == kTitle || k == kItem || i+1 >= starts[1] {
			return starts
		}
	}
	for _, s := range starts[1:] {
		if l.ps[s].split > 0 || l.anchor(s) >= 0 {
			return starts
		}
	}
	return starts[:1]
}

// minScraps is the number of words from which lines without sentence ends are taken
// for an article where nothing else is on the page.
const minScraps = 8

// scraps makes an article of a page that has no prose: of all its lines that are not
// furniture, the first as headline.
func (l *layout) scraps() []cut {
	first, last, words := -1, -1, 0
	for i := range l.ps {
		switch p := &l.ps[i]; p.kind {
		case kProse, kTitle, kItem:
			if first < 0 {
				first = i
			}
			last = i
			words += p.n
		}
	}
	if words < minScraps {
		return nil
	}
	c := cut{title: -1, first: first, last: last, to: len(l.ps)}
	if last > first && l.ps[first].kind == kTitle {
		c.title = first
	}
	return []cut{c}
}

// minUntitled is the number of words of prose before the first headline from which
// they are an article of their own, whose headline was not saved.
const minUntitled = 60

// untitled makes the article of a page that begins without a headline of its own.
func (l *layout) untitled(to int) (cut, bool) {
	for i := 0; i < to; i++ {
		if l.ps[i].kind == kProse && (l.ps[i].n >= 8 || to == len(l.ps)) {
			c := cut{title: -1, first: i, to: to}
			c.last = l.end(c)
			return c, true
		}
	}
	return cut{}, false
}

// starts finds the headlines of a plain text's articles, in order.
func (l *layout) starts() []int {
	body := l.firstBody()
	l.dense = l.isDense()
	var starts []int
	add := func(i int) {
		if len(starts) == 0 || starts[len(starts)-1] < i {
			starts = append(starts, i)
		}
	}
	rare := l.gapsAreBorders()
	for i := 0; i < len(l.ps); i++ {
		p := &l.ps[i]
		if p.kind != kTitle || !latin(p.text) && l.latin {
			continue
		}
		switch {
		case p.split > 0:
			add(i)
		case l.anchoredBelow(i):
			if t := l.headline(i); t >= 0 && (len(starts) == 0 || t > starts[len(starts)-1]) {
				add(t)
				i = max(i, l.anchor(i))
			}
		case i > body && l.breakBefore(i, rare) && l.bodyFollows(i):
			add(i)
		}
	}
	if len(starts) == 0 || starts[0] > body {
		if t := l.topTitle(body); t >= 0 {
			starts = append([]int{t}, starts...)
		}
	}
	return starts
}

// firstBody gives the first paragraph that is surely an article's text.
func (l *layout) firstBody() int {
	for i := range l.ps {
		if p := &l.ps[i]; p.kind == kProse && p.n >= 15 && latin(p.text) == l.latin {
			return i
		}
	}
	for i := range l.ps {
		if p := &l.ps[i]; p.kind == kProse && p.n >= 5 {
			return i
		}
	}
	return len(l.ps)
}

// anchor gives the line about author or date that stands below a headline, with
// nothing between but captions and other headlines; -1 when there is none.
func (l *layout) anchor(i int) int {
	for j := i + 1; j < len(l.ps) && j <= i+4; j++ {
		switch l.ps[j].kind {
		case kInfo, kDate, kPosted:
			return j
		case kDateline:
			if len(l.ps[j].info.dates) > 0 {
				return j
			}
		case kTitle:
			if l.ps[j].split > 0 {
				return -1
			}
		case kCaption, kCredit, kPlaceholder, kShare:
		default:
			return -1
		}
	}
	return -1
}

// anchoredBelow reports whether a line about author or date stands below, and an
// article's text below that. A “posted by” line that ends an article has another
// headline below it, or nothing.
func (l *layout) anchoredBelow(i int) bool {
	a := l.anchor(i)
	if a < 0 {
		return false
	}
	for j := a + 1; j < len(l.ps) && j <= a+6; j++ {
		switch p := &l.ps[j]; p.kind {
		case kProse:
			return true
		case kItem:
			return true
		case kTitle:
			if p.split > 0 || p.gap >= 2 && l.ps[a].kind == kPosted {
				return false
			}
			if b := l.anchor(j); b >= 0 && l.ps[a].kind != kDate && !same(p, &l.ps[i]) {
				return false
			}
			if l.nameLike(&l.ps[i]) && !l.nameLike(p) && l.ps[a].info.bare() {
				return false // a section's name, author, date, then the headline
			}
			return true
		case kInfo, kDate, kPosted, kDateline, kCaption, kCredit, kPlaceholder, kShare, kTags:
		case kBlurb, kSeparator:
			if l.ps[a].kind != kInfo {
				return false
			}
		default:
			return false
		}
	}
	return false
}

func same(a, b *para) bool { return fold(a.text) == fold(b.text) }

// headline chooses among the lines above an anchor that could be the headline: the
// one nearest to it; the line just above that instead, when nothing stands between
// and it is no mere name. Of two equal lines the later counts.
func (l *layout) headline(i int) int {
	a := l.anchor(i)
	best := -1
	for j := i; j < a; j++ {
		p := &l.ps[j]
		if p.kind != kTitle {
			continue
		}
		switch {
		case best < 0, same(p, &l.ps[best]), l.nameLike(&l.ps[best]) && !l.nameLike(p):
			best = j
		case p.gap == 0 && !l.nameLike(&l.ps[best]): // a standfirst
		case !l.nameLike(p):
			best = j
		}
	}
	return best
}

// breakBefore reports whether something ends above a line: a row of marks, an empty
// stretch where empty stretches are borders on this page, an article's footer.
func (l *layout) breakBefore(i int, rare bool) bool {
	if i == 0 {
		return true
	}
	p, q := &l.ps[i], &l.ps[i-1]
	switch q.kind {
	case kSeparator:
		return p.n >= 2
	case kTags, kPosted, kProvenance, kBio:
		return (p.n >= 4 || p.gap >= 2) && !l.belowHeadline(i)
	case kShare:
		return (p.n >= 4 && p.gap >= 1 || p.gap >= 2) && !l.belowHeadline(i)
	}
	if p.gap >= 1 && p.n >= 3 && (l.dense && i+1 < len(l.ps) && l.ps[i+1].gap == 0 || l.repeated(i)) {
		return true
	}
	return p.gap >= 2 && rare && p.n >= 3
}

// belowHeadline reports whether only lines about author, date and the like stand
// between a line and a possible headline above it.
func (l *layout) belowHeadline(i int) bool {
	for j := i - 1; j >= 0 && j >= i-5; j-- {
		switch l.ps[j].kind {
		case kTitle:
			return true
		case kTags, kPosted, kShare, kInfo, kDate, kCaption, kCredit:
		default:
			return false
		}
	}
	return false
}

// repeated reports whether the paragraph below a line begins with the same words: a
// headline cut from its text, as news in brief have it.
func (l *layout) repeated(i int) bool {
	if i+1 >= len(l.ps) || l.ps[i].n < 4 || l.ps[i+1].kind != kProse && l.ps[i+1].kind != kTitle {
		return false
	}
	next := &l.ps[i+1]
	n := l.inlineDateline(next)
	rest := next.text[n:]
	return len(rest) > len(l.ps[i].text) && strings.HasPrefix(letterForm(rest), letterForm(l.ps[i].text))
}

// isDense reports whether the paragraphs of a page follow one another without empty
// lines, so that an empty line is a border.
func (l *layout) isDense() bool {
	tight, loose := 0, 0
	for i := 1; i < len(l.ps); i++ {
		if l.ps[i].kind != kProse || l.ps[i-1].kind != kProse {
			continue
		}
		if l.ps[i].gap == 0 {
			tight++
		} else {
			loose++
		}
	}
	return tight >= 3 && tight >= 9*loose
}

// gapsAreBorders reports whether stretches of two or more empty lines stand only
// before headlines on this page, not between paragraphs.
func (l *layout) gapsAreBorders() bool {
	yes, no := 0, 0
	for i := 1; i < len(l.ps); i++ {
		if l.ps[i].gap < 2 {
			continue
		}
		switch l.ps[i].kind {
		case kTitle, kSeparator, kCopyright:
			yes++
		case kProse, kItem:
			no++
		}
	}
	return yes > 0 && no == 0
}

// bodyFollows reports whether an article's text stands below a headline without a
// line about author or date.
func (l *layout) bodyFollows(i int) bool {
	words := 0
	for j := i + 1; j < len(l.ps) && j <= i+5; j++ {
		switch p := &l.ps[j]; p.kind {
		case kProse, kItem:
			words += p.n
			if words >= 12 {
				return true
			}
		case kTitle:
			if same(p, &l.ps[i]) {
				return true
			}
			words += p.n
		case kCaption, kCredit, kPlaceholder, kDateline, kShare:
		default:
			return words >= 8
		}
		if words >= 12 {
			return true
		}
	}
	return words >= 5
}

// topTitle finds the headline of a page's first article, above its text, where no
// line about author or date shows it: the line nearest to the text that is no mere
// name, else the nearest.
func (l *layout) topTitle(body int) int {
	if body >= len(l.ps) {
		return -1
	}
	best := -1
	for i := body - 1; i >= 0; i-- {
		p := &l.ps[i]
		if p.kind == kNav || p.kind == kSeparator && best >= 0 {
			if best >= 0 {
				break
			}
			continue
		}
		if p.kind != kTitle || latin(p.text) != l.latin {
			continue
		}
		if l.repeated(i) {
			return i
		}
		if best < 0 || l.nameLike(&l.ps[best]) && !l.nameLike(p) {
			best = i
		} else if p.gap <= 1 && !l.nameLike(p) && l.ps[best].n < 5 && p.n > l.ps[best].n {
			best = i // the nearer line is a kicker or subheading
		}
	}
	return best
}

// sums counts what stands above each paragraph, so that a range is counted at once
// however long the page is.
type sums struct {
	prose []int // words of prose
	own   []int // words that are an article's own, as far as their lines tell
	clean []int // long paragraphs of prose without any mark of furniture
}

// count fills in the sums.
func (l *layout) count() {
	n := len(l.ps) + 1
	l.sums = sums{make([]int, n), make([]int, n), make([]int, n)}
	for i := range l.ps {
		p := &l.ps[i]
		l.sums.prose[i+1], l.sums.own[i+1], l.sums.clean[i+1] = l.sums.prose[i], l.sums.own[i], l.sums.clean[i]
		if p.kind == kProse && latin(p.text) == l.latin {
			l.sums.prose[i+1] += p.n
		}
		if (p.kind == kProse || p.kind == kItem || p.kind == kTitle) && p.mark == "" {
			l.sums.own[i+1] += p.n
		}
		if p.kind == kProse && p.mark == "" && p.n >= 15 {
			l.sums.clean[i+1]++
		}
	}
}

// proseWords counts the words of prose in a range of paragraphs.
func (l *layout) proseWords(from, to int) int { return l.sums.prose[to] - l.sums.prose[from] }

// ownWords counts the words that are an article's own in a range of paragraphs.
func (l *layout) ownWords(from, to int) int { return l.sums.own[to] - l.sums.own[from] }

// end gives the last paragraph of an article's own: the last prose of its region
// before its footer.
func (l *layout) end(c cut) int {
	stop := c.to
	for i := c.first + 1; i < c.to && !l.html; i++ {
		if k := l.ps[i].kind; k == kRelated || k == kComments || k == kCopyright {
			if l.proseWords(c.first, i) > 0 {
				stop = i
				break
			}
		}
	}
	stop = l.footer(c, stop)
	l.biography(c, stop)
	last := c.first
	if c.title < 0 {
		last = c.first - 1
	}
	for i := last + 1; i < stop; i++ {
		switch p := &l.ps[i]; p.kind {
		case kProse, kItem:
			last = i
		case kTitle:
			if l.tailLine(c, i) {
				last = i
			}
		}
	}
	return last
}

// tailLine reports whether a line without a sentence end, with no prose below it
// before the footer, is still text: one of several such lines, as in tables and
// reports of results.
func (l *layout) tailLine(c cut, i int) bool {
	p, q := &l.ps[i], &l.ps[i-1]
	if l.html {
		return false
	}
	if q.kind == kTitle && i-1 > c.first || p.n >= 6 {
		return true
	}
	return p.n >= 3 && q.kind != kProse && q.kind != kItem || strings.ContainsAny(p.text, "0123456789")
}

// footer finds where an article's footer begins: the first line about where it was
// posted or comes from, its tags, an appeal, with hardly any prose after it.
func (l *layout) footer(c cut, stop int) int {
	all := l.ownWords(c.first, stop)
	for i := c.first + 2; i < stop; i++ {
		switch l.ps[i].kind {
		case kProvenance, kPosted, kTags, kShare, kBlurb, kSeparator, kInfo, kDate, kNav:
		default:
			continue
		}
		before, after := l.ownWords(c.first, i), l.ownWords(i, stop)
		if before > 0 && before*10 > all*6 && after*6 <= before && !l.proseSoon(i, stop) {
			return i
		}
	}
	return stop
}

// proseSoon reports whether clean prose stands below: the text goes on.
func (l *layout) proseSoon(i, stop int) bool {
	return l.sums.clean[stop] > l.sums.clean[i+1] && l.ps[i].kind != kProvenance && l.ps[i].kind != kPosted
}

// headings counts the headings of an HTML page that can be headlines.
func (l *layout) headings() int {
	n := 0
	for i := range l.ps {
		if h := l.ps[i].heading(); h > 0 && h <= 3 {
			n++
		}
	}
	return n
}
