package clip

import "strings"

// datedTitles finds headlines that begin with their day, “2023-05-03 – Headline”, as lists
// of texts have them. The first stands at the page's top, below its name at most, so that
// the days of a chronology are not taken for headlines.
func (l *layout) datedTitles() {
	var at []int
	for i := range l.ps {
		p := &l.ps[i]
		if p.kind == kTitle && len(at) == 0 && !l.nameLike(p) && l.dateLead(p) == 0 {
			return
		}
		if l.dateLead(p) > 0 && l.textSoon(i) {
			at = append(at, i)
		}
	}
	if len(at) < 2 {
		return
	}
	for _, i := range at {
		p := &l.ps[i]
		p.lead = l.dateLead(p)
		p.kind, p.mark, p.split = kTitle, "", len(p.text)
		p.info = &info{dates: l.datesIn(p.text[:p.lead], wordsOf(p.text[:p.lead], 8))}
	}
}

// dateLead gives the length of the day and the mark behind it with which a line begins
// that goes on like a headline; 0 when it does not.
func (l *layout) dateLead(p *para) int {
	if p.n < 4 || p.n > maxTitle+4 || p.kind == kNav || p.kind == kPosted || p.kind == kCaption {
		return 0
	}
	d, n := l.dateAt(p.text, p.words, 0)
	if n == 0 || d.day == 0 || d.start > 1 {
		return 0
	}
	rest := strings.TrimLeft(p.text[d.end:], " ])\u00A0")
	head := strings.TrimLeft(rest, "-–—|:. \u00A0")
	if head == rest || !titleLike(head, p.n-n) || p.n-n < 3 {
		return 0
	}
	return len(p.text) - len(head)
}

// textSoon reports whether prose stands below a line, after lines about author or outlet
// at most.
func (l *layout) textSoon(i int) bool {
	for j := i + 1; j < len(l.ps) && j <= i+3; j++ {
		switch p := &l.ps[j]; {
		case p.kind == kProse && p.n >= 10:
			return true
		case p.kind == kInfo, p.kind == kDateline, p.kind == kCaption, p.kind == kCredit, p.kind == kTitle && p.n <= 5 && p.gap == 0:
		default:
			return false
		}
	}
	return false
}
