package clip

import (
	"strings"
)

// end gives the last paragraph of an article's own: the last prose of its region
// before its footer.
func (l *layout) end(c cut) int {
	stop := c.to
	for i := c.first + 1; i < c.to && !l.html; i++ {
		if k := l.ps[i].kind; k == kRelated || k == kComments || k == kCopyright {
			if l.proseWords(c.first, i) > 0 && !l.atHead(c, i) {
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
	for last > c.first+1 && (l.ps[last].n <= 8 || l.ps[last].n <= 14 && !l.html) && strings.HasSuffix(l.ps[last].text, ":") {
		last-- // a label without its list
	}
	return last
}

// maxHeadProse is the number of words of prose that a standfirst and a caption have at most.
const maxHeadProse = 40

// atHead reports whether a line that could end a text stands at its head, as a count of
// comments does: below a standfirst at most, with the text still to come.
func (l *layout) atHead(c cut, i int) bool {
	return i <= c.first+nearTop && l.proseWords(c.first, i) < maxHeadProse && l.proseWords(i, c.to) > 4*maxHeadProse
}

// tailLine reports whether a line without a sentence end, with no prose below it
// before the footer, is still text: one of several such lines, as in tables and
// reports of results.
func (l *layout) tailLine(c cut, i int) bool {
	p, q := &l.ps[i], &l.ps[i-1]
	if l.html || l.links(c, i) {
		return false
	}
	if q.kind == kTitle && i-1 > c.first || p.n >= 6 {
		return true
	}
	return p.n >= 3 && q.kind != kProse && q.kind != kItem || strings.ContainsAny(p.text, "0123456789")
}

// links reports whether a line without a sentence end, below an article's text, is the
// headline of another article: the text has prose and hardly any such lines.
func (l *layout) links(c cut, i int) bool {
	prose, lines := l.sums.clean[i]-l.sums.clean[c.first], 0
	for j := i - 1; j > c.first && lines < 40; j-- {
		if l.ps[j].kind == kTitle {
			lines++
		} else if l.ps[j].kind == kProse {
			break
		}
	}
	return prose >= 3 && lines*2 < prose && l.ps[i].n >= 3
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
		if l.closes(c, i, stop) {
			return i
		}
		before, after := l.ownWords(c.first, i), l.ownWords(i, stop)
		if before > 0 && before*10 > all*6 && after*6 <= before && !l.proseSoon(i, stop) {
			return i
		}
	}
	return stop
}

// closes reports whether a line says who posted a text or what it is about, with paragraphs
// of prose above it and none below: what follows is the page's margin, however long.
func (l *layout) closes(c cut, i, stop int) bool {
	k := l.ps[i].kind
	return !l.html && (k == kPosted || k == kTags) && l.sums.clean[i]-l.sums.clean[c.first] >= 2 && l.sums.clean[stop] == l.sums.clean[i]
}

// proseSoon reports whether clean prose stands below: the text goes on.
func (l *layout) proseSoon(i, stop int) bool {
	return l.sums.clean[stop] > l.sums.clean[i+1] && l.ps[i].kind != kProvenance && l.ps[i].kind != kPosted
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
