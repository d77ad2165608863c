package clip

import "strings"

// teasers finds the blocks that announce other articles: a headline and a line or
// two that break off, then “Read More”, or a list below “Related stories”.
func (l *layout) teasers() {
	for i := range l.ps {
		switch l.ps[i].kind {
		case kReadmore:
			l.teaserAbove(i)
		case kRelated:
			l.teasersBelow(i)
		case kTags:
			l.tagsBelow(i)
		}
	}
}

// tagsBelow marks the lines below a bare label such as “Topics:”, a tag a line.
func (l *layout) tagsBelow(i int) {
	if l.ps[i].n > 2 || l.html {
		return
	}
	for j := i + 1; j < len(l.ps) && l.ps[j].kind == kTitle && l.ps[j].n <= 3 && (j == i+1 || l.ps[j].gap == 0); j++ {
		l.ps[j].kind, l.ps[j].mark = kTags, "tags"
	}
}

// maxTeaser is the number of words of a teaser's text.
const maxTeaser = 70

func (l *layout) teaserAbove(end int) {
	prose, first := -1, -1
	for j := end - 1; j >= 0 && j >= end-8; j-- {
		p := &l.ps[j]
		switch p.kind {
		case kProse:
			if prose >= 0 || p.n > maxTeaser {
				j = -1
				break
			}
			prose = j
		case kTitle, kInfo, kDate, kCaption, kCredit, kPosted, kPlaceholder:
		default:
			j = -1
		}
		if j >= 0 && (l.ps[j].kind == kTitle || prose == j) {
			first = j
		}
	}
	if prose < 0 || first >= prose || !brokenOff(l.ps[prose].text) {
		return
	}
	for j := first; j <= end; j++ {
		l.ps[j].kind, l.ps[j].mark = kTeaser, "teaser"
	}
}

// brokenOff reports whether a text ends with dots: it is cut in the middle.
func brokenOff(s string) bool {
	s = strings.TrimRightFunc(s, func(r rune) bool { return isSpace(r) || strings.ContainsRune("[]()»>→", r) })
	return strings.HasSuffix(s, "...") || strings.HasSuffix(s, "…")
}

// teasersBelow marks the list of other articles below a line such as “Related stories”.
func (l *layout) teasersBelow(i int) {
	for j := i + 1; j < len(l.ps) && j <= i+30; j++ {
		p := &l.ps[j]
		if p.kind != kTitle && !(p.n <= 25 && (p.kind == kProse || p.kind == kItem || p.kind == kOutside)) || p.split > 0 || p.gap > 1 && !l.html {
			return
		}
		last := j
		if l.anchoredBelow(j) {
			if last = l.dayBelow(j); last == j {
				return
			}
		}
		for ; j <= last; j++ {
			l.ps[j].kind, l.ps[j].mark = kTeaser, "teaser"
		}
		j--
	}
}

// dayBelow gives the last line of a teaser that is a headline, its day and a section, in
// lines without a break and without a text below; the headline's own place when it is none.
func (l *layout) dayBelow(j int) int {
	last := j
	for last+1 < len(l.ps) && last < j+3 && l.ps[last+1].gap == 0 && l.ps[last+1].n <= 8 && l.ps[last+1].kind != kProse {
		last++
	}
	if last > j && last+1 < len(l.ps) && l.ps[last+1].kind == kProse && l.ps[last+1].n >= 15 {
		return j
	}
	return last
}
