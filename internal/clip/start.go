package clip

// starts finds the headlines of a plain text's articles, in order.
func (l *layout) starts() []int {
	if len(l.entries) > 0 {
		return l.headlines()
	}
	body := l.firstBody()
	l.dense = l.isDense()
	var starts []int
	add := func(i int) {
		if len(starts) == 0 || starts[len(starts)-1] < i {
			starts = append(starts, i)
		}
	}
	l.byDay = l.groupsByDay()
	telexes := l.telexes()
	rare := l.gapsAreBorders()
	for i := 0; i < len(l.ps); i++ {
		p := &l.ps[i]
		if p.kind != kTitle || !latin(p.text) && l.latin {
			continue
		}
		switch {
		case p.split > 0, l.byDay && l.dayOver(i), telexes && l.datelined(i):
			add(i)
		case l.anchoredBelow(i):
			if t := l.headline(i); t >= 0 && (len(starts) == 0 || t > starts[len(starts)-1]) {
				add(l.betterSpoken(t, starts))
				i = l.below(i)
			}
		case i > body && l.breakBefore(i, rare) && l.bodyFollows(i):
			add(i)
		}
	}
	if len(starts) == 0 || starts[0] > body {
		if t := l.topTitle(body); t >= 0 {
			t = l.betterSpoken(t, nil)
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
			if l.byDay && l.dayOver(j) || l.ps[a].kind == kDate && l.ps[a].info.dates[0].day == 0 && p.n >= 3 {
				return false // the page's name, its day or month, then the headline
			}
			if b := l.anchor(j); b >= 0 && l.ps[a].kind != kDate && !same(p, &l.ps[i]) && !l.function(a, j, b) {
				return false
			}
			if l.nameLike(&l.ps[i]) && !l.nameLike(p) && l.ps[a].info.bare() {
				return false // a section's name, author, date, then the headline
			}
			return true
		case kInfo, kDate, kPosted, kDateline, kCaption, kCredit, kPlaceholder, kShare, kTags, kProvenance, kNote:
		case kNav:
			if !address(p.text) {
				return false
			}
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

// below gives the last of the lines about author and day below a headline: its anchor, or
// the day below the author's function.
func (l *layout) below(i int) int {
	a := l.anchor(i)
	if a+2 < len(l.ps) && l.ps[a+1].kind == kTitle && l.function(a, a+1, a+2) {
		return a + 2
	}
	return max(i, a)
}

// function reports whether a line between a byline and a day says what the author is.
func (l *layout) function(byline, line, day int) bool {
	return l.ps[byline].info != nil && l.ps[byline].info.byline && l.ps[day].kind == kDate && l.ps[line].n <= 5
}

func same(a, b *para) bool { return fold(a.text) == fold(b.text) }

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
