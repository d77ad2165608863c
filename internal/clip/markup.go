package clip

import "strings"

// minUnit is the number of words of prose from which a container of an HTML page is
// an article and not a teaser.
const minUnit = 60

// htmlStarts finds the headlines of an HTML page's articles. A page has several when
// several of its containers have a heading and enough prose; else one, below the
// heading that its metadata name or that stands nearest above the text.
func (l *layout) htmlStarts() []int {
	named := l.namedTitle()
	if starts := l.liveStarts(named); len(starts) > 0 {
		return starts
	}
	if named >= 0 && l.ps[named].heading() > 0 && l.leads(named) {
		l.otherUnits(named)
		return []int{named}
	}
	if starts := l.unitStarts(); len(starts) > 1 {
		return starts
	}
	if starts := l.sameLevelStarts(); len(starts) > 1 {
		return starts
	}
	if named >= 0 {
		named = l.mainHeading(named)
		l.otherUnits(named)
		return []int{named}
	}
	if t := l.headingAbove(); t >= 0 {
		return []int{t}
	}
	return nil
}

// mainHeading gives the page's only main heading where it stands below a line that merely
// repeats the document's title, above the text: “Press release”, then the headline.
func (l *layout) mainHeading(named int) int {
	if l.ps[named].heading() > 0 {
		return named
	}
	found := -1
	for i := range l.ps {
		if l.ps[i].heading() != 1 {
			continue
		}
		if found >= 0 || i < named {
			return named
		}
		found = i
	}
	if found < 0 || l.ps[found].n < 4 || l.proseIn(named+1, found) {
		return named
	}
	return found
}

// proseIn reports whether a sentence of an article stands between two paragraphs.
func (l *layout) proseIn(from, to int) bool {
	for i := from; i < to; i++ {
		if l.ps[i].kind == kProse && l.ps[i].n >= 8 {
			return true
		}
	}
	return false
}

// otherUnits sets apart the containers with little text that are not the headline's:
// they announce other articles.
func (l *layout) otherUnits(t int) {
	prose := map[int]int{}
	for i := range l.ps {
		if l.ps[i].kind == kProse {
			prose[l.ps[i].unit] += l.ps[i].n
		}
	}
	for i := t + 1; i < len(l.ps); i++ {
		p := &l.ps[i]
		if p.unit > 0 && p.unit != l.ps[t].unit && prose[p.unit] < minUnit && (p.kind == kProse || p.kind == kTitle || p.kind == kItem) {
			p.kind = kTeaser
		}
	}
}

// leads reports whether most of the page's prose stands in the container of a
// heading; outside any container, whether it is main text.
func (l *layout) leads(t int) bool {
	own, all := 0, 0
	for i := range l.ps {
		p := &l.ps[i]
		if p.link || p.n < 8 || p.kind != kProse && p.kind != kOutside {
			continue
		}
		if p.kind == kProse || p.unit > 0 {
			all += p.n
		}
		if p.kind == kProse && i > t && (p.unit == l.ps[t].unit || l.ps[t].unit == 0 && p.unit == 0) {
			own += p.n
		}
	}
	return own*2 > all
}

// unitStarts finds the headings of containers that hold an article each.
func (l *layout) unitStarts() []int {
	starts, seen := l.wholeUnits()
	if len(starts) > 1 {
		for i := range l.ps { // the main text was sought for one article: ask the containers
			p := &l.ps[i]
			switch {
			case p.unit == 0:
			case !seen[p.unit] && i > starts[0] && (p.kind == kProse || p.kind == kTitle || p.kind == kItem):
				p.kind = kTeaser // of a container that is no article
			case p.kind == kOutside && seen[p.unit] && !p.link:
				p.kind = kProse
				if p.tag == "li" {
					p.kind = kItem
				}
			}
		}
	}
	return starts
}

// sameLevelStarts finds articles one after another without containers: headings of
// one level, each with a line about author or date below it.
func (l *layout) sameLevelStarts() []int {
	for level := 1; level <= 4; level++ {
		var starts []int
		for i := range l.ps {
			if l.ps[i].heading() == level && l.anchor(i) >= 0 && l.bodyNear(i) {
				starts = append(starts, i)
			}
		}
		if len(starts) > 1 {
			return starts
		}
	}
	return nil
}

// bodyNear reports whether prose stands below a heading before the next one.
func (l *layout) bodyNear(i int) bool {
	n := 0
	for j := i + 1; j < len(l.ps); j++ {
		if h := l.ps[j].heading(); h > 0 && h <= l.ps[i].heading() {
			break
		}
		if l.ps[j].kind == kProse {
			n += l.ps[j].n
		}
	}
	return n >= minUnit
}

// namedTitle finds the heading that the page's metadata name as its title.
func (l *layout) namedTitle() int {
	want := letterForm(l.page.Meta.Title)
	if want == "" {
		return -1
	}
	best, body := -1, l.firstMain()
	for i := range l.ps {
		p := &l.ps[i]
		if p.n < 2 || p.n > maxTitle+10 || i > body+3 {
			continue
		}
		have := letterForm(p.text)
		if have != want && !(p.heading() > 0 && len(have) > 10 && (strings.HasPrefix(want, have) || strings.HasPrefix(have, want))) {
			continue
		}
		if best < 0 || p.heading() > 0 && (l.ps[best].heading() == 0 || p.heading() <= l.ps[best].heading()) {
			best = i
		}
	}
	return best
}

// firstMain gives the first paragraph of the main text.
func (l *layout) firstMain() int {
	for i := range l.ps {
		if p := &l.ps[i]; p.kind == kProse && p.main && p.n >= 8 {
			return i
		}
	}
	return len(l.ps)
}

// headingAbove finds the highest heading above the main text, the nearest of those.
func (l *layout) headingAbove() int {
	best := -1
	for i := l.firstMain() - 1; i >= 0; i-- {
		p := &l.ps[i]
		if h := p.heading(); h > 0 && h <= 3 && p.n >= 2 && (best < 0 || h < l.ps[best].heading()) {
			best = i
		}
	}
	return best
}

// letterForm gives a line's letters and digits, folded.
func letterForm(s string) string {
	var b strings.Builder
	for _, w := range wordsOf(s, 60) {
		b.WriteString(w.fold)
	}
	return b.String()
}
