package clip

import (
	"strings"
	"unicode"

	"stemma"
)

// runningHeads finds the line that a paper prints at the head of each page, with its name,
// its day and the page's number: the same line twice or more but for the number. The first
// tells the outlet and the day of all articles; the others, and the numbers of pages that
// stand alone, are no text.
func (l *layout) runningHeads() {
	count := map[string]int{}
	form := func(p *para) string {
		if p.kind != kInfo || p.info.outlet.end == 0 || len(p.info.dates) == 0 || p.info.byline {
			return ""
		}
		return p.info.outlet.of(p.text) + " " + string(p.info.dates[0].date(l.order))
	}
	for i := range l.ps {
		if f := form(&l.ps[i]); f != "" && strings.IndexFunc(l.ps[i].text[l.ps[i].info.dates[0].end:], unicode.IsDigit) >= 0 {
			count[f]++
		}
	}
	for i := range l.ps {
		p := &l.ps[i]
		f := form(p)
		if count[f] < 2 {
			continue
		}
		if l.issue == nil {
			l.issue = p
		} else {
			p.kind, p.mark, p.info = kNav, "", nil
		}
		if i > 0 && pageNumber(&l.ps[i-1]) {
			l.ps[i-1].kind = kNav
		}
	}
	if n := len(l.ps) - 1; l.issue != nil && pageNumber(&l.ps[n]) {
		l.ps[n].kind = kNav
	}
}

// issueDay gives the day of the issue that a page's running heads name.
func (l *layout) issueDay() stemma.Date {
	if l.issue == nil {
		return ""
	}
	return l.issue.info.dates[0].date(l.order)
}

// pageNumber reports whether a line is only a number of up to three digits.
func pageNumber(p *para) bool {
	return p.n == 1 && len(p.text) <= 3 && number(p.words[0].fold) > 0
}
