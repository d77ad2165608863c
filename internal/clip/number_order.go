package clip

import "strings"

// numberOrder looks for evidence of the order of day and month in dates written with numbers:
// a date on the page that can be read in one way only, or failing that a text's dateline, or
// the language. It gives 'd' or 'm' for what comes first, 0 where nothing tells.
func (l *layout) numberOrder() byte {
	votes, open := map[byte]int{}, false
	for i := range l.ps {
		if in := l.ps[i].info; in != nil {
			for _, d := range in.dates {
				if d.withSlashes {
					votes[d.order]++
					open = open || d.swapped
				}
			}
		}
	}
	if open && votes['d'] == votes['m'] {
		votes = l.datelineVotes()
	}
	switch d, m := votes['d'], votes['m']; {
	case !open && d == m:
		return 0
	case d > m:
		return 'd'
	case m > d:
		return 'm'
	}
	return l.languageOrder()
}

// languageOrder gives the order that the page's language writes dates in; 0 for English,
// which has both, and where the language is not known.
func (l *layout) languageOrder() byte {
	if l.page.Meta.Lang != "" && !strings.HasPrefix(strings.ToLower(l.page.Meta.Lang), "en") {
		return 'd' // only English has both orders in use
	}
	if l.language(l.page.Text) == "es" {
		return 'd'
	}
	return 0
}

// underDate is how many paragraphs below a date of numbers the text that it dates may begin, and
// printedAfter how many days later than its dateline it may have been printed.
const underDate, printedAfter = 6, 3

// datelineVotes counts the orders in which a date of numbers is the day of the dateline below
// it, or one soon after: below “02/03/2016” and “SELLA, March 2 —” the day comes first.
func (l *layout) datelineVotes() map[byte]int {
	votes := map[byte]int{}
	for i := range l.ps {
		in := l.ps[i].info
		if in == nil || len(in.dates) == 0 || !in.dates[0].withSlashes || !in.dates[0].swapped {
			continue
		}
		for j := i + 1; j < len(l.ps) && j <= i+underDate; j++ {
			if n := l.inlineDateline(&l.ps[j]); n > 0 {
				if order := l.orderFor(in.dates[0], l.ps[j].text[:n]); order != 0 {
					votes[order]++
				}
				break
			}
		}
	}
	return votes
}

// orderFor gives the one order in which the date fits a dateline's day and month, 0 where
// both do or none does.
func (l *layout) orderFor(d dated, dateline string) byte {
	ws := wordsOf(dateline, 14)
	for i := 0; i+1 < len(ws); i++ {
		month, day := l.month(ws[i]), l.dayNumber(ws[i+1])
		if month == 0 || day == 0 {
			month, day = l.monthAfterDay(ws[i+1]), l.dayNumber(ws[i])
		}
		if month == 0 || day == 0 {
			continue
		}
		dayFirst := d.month == month && d.day >= day && d.day <= day+printedAfter
		monthFirst := d.day == month && d.month >= day && d.month <= day+printedAfter
		switch {
		case dayFirst && !monthFirst:
			return 'd'
		case monthFirst && !dayFirst:
			return 'm'
		}
		return 0
	}
	return 0
}
