package clip

import "stemma"

// groupsByDay reports whether the texts of a page stand below lines with only a day, as
// blogs have them: at least two headlines do, and not only because a headline, its day
// and a standfirst follow each other.
func (l *layout) groupsByDay() bool {
	n, free := 0, 0
	for i := 1; i < len(l.ps); i++ {
		if !l.dayOver(i) {
			continue
		}
		n++
		if i < 2 || l.ps[i-2].kind != kTitle && l.ps[i-2].kind != kInfo {
			free++
		}
	}
	return n >= 2 && free >= 1
}

// dayOver reports whether a line with only a day stands just above a headline that has a
// text below it.
func (l *layout) dayOver(i int) bool {
	if i == 0 || l.ps[i].kind != kTitle {
		return false
	}
	q := &l.ps[i-1]
	return q.kind == kDate && q.info.dates[0].day > 0 && l.bodyFollows(i)
}

// lead gives the first paragraph that belongs to a headline: the day above it, or the
// headline itself.
func (l *layout) lead(title int) int {
	if r, ok := l.entryOf(title); ok {
		return r.from
	}
	if l.byDay && l.dayOver(title) {
		return title - 1
	}
	return title
}

// maxGroup is how many paragraphs below a day a text of that day may begin.
const maxGroup = 400

// groupDay gives the day below which a paragraph stands on a page that groups by day:
// several texts of one day have one line.
func (l *layout) groupDay(i int) stemma.Date {
	for last := i - maxGroup; l.byDay && i > 0 && i > last; i-- {
		if l.dayOver(i) {
			return l.ps[i-1].info.dates[0].date(l.order)
		}
	}
	return ""
}
