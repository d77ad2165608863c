package clip

import "slices"

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
	if l.html && l.listing() {
		return nil
	}
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
		c := cut{from: l.lead(s), title: s, first: s, to: len(l.ps)}
		if k == 0 {
			c.from = header
		}
		if k+1 < len(starts) {
			c.to = l.lead(starts[k+1])
		}
		if c.last = l.end(c); c.last > c.first && !l.announces(c) && !l.profile(c) {
			cs = append(cs, c)
		}
	}
	if len(cs) == 0 {
		cs = l.scraps()
	}
	return l.withoutScraps(cs)
}

// Beside a text of at least minLong words of prose, a stretch of fewer than maxScrap words,
// headline and all, announces another text or is a comment, unless it has a line about author or
// day.
const minLong, maxScrap = 250, 50

// withoutScraps leaves out such stretches of a plain text.
func (l *layout) withoutScraps(cs []cut) []cut {
	long := 0
	for _, c := range cs {
		long = max(long, l.proseWords(c.first, c.last+1))
	}
	if l.html || long < minLong {
		return cs
	}
	return slices.DeleteFunc(cs, func(c cut) bool { return l.ownWords(c.first, c.last+1) < maxScrap && !l.furnished(c) })
}

// furnished reports whether a text has a line about author, day or origin of its own, or
// stands between borders.
func (l *layout) furnished(c cut) bool {
	for i := max(c.from, c.first-1); i < min(c.to, c.last+4); i++ {
		switch l.ps[i].kind {
		case kInfo, kDate, kDateline, kPosted, kProvenance, kTags, kSeparator:
			return true
		}
	}
	return c.first > 0 && l.ps[c.first-1].kind == kSeparator
}

// announces reports whether a headline and a few words below it only announce the
// article that follows under the same headline.
func (l *layout) announces(c cut) bool {
	return c.to < len(l.ps) && same(&l.ps[c.title], &l.ps[c.to]) && l.ownWords(c.first+1, c.last+1) <= maxTeaser
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
// furniture, the first as headline. Of a plain text that has only captions, these are the
// text.
func (l *layout) scraps() []cut {
	if cs := l.lines(); cs != nil || l.html {
		return cs
	}
	for i := range l.ps {
		if l.ps[i].kind == kCaption {
			l.ps[i].kind = kProse
		}
	}
	return l.lines()
}

func (l *layout) lines() []cut {
	first, last, words := -1, -1, 0
	for i := range l.ps {
		p := &l.ps[i]
		if l.html && p.link {
			continue // it leads to a text, and is none
		}
		switch p.kind {
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
