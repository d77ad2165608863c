package when

import (
	"strings"
	"time"

	"stemma"
)

// context is what relative times hang on: the article's date, and the times named so
// far in the text.
type context struct {
	ref   time.Time // when the article was published, at midnight; zero when unknown
	until time.Time // when it was reposted: it is not younger than that; zero when unknown

	last      stemma.Date // the date last named
	openDay   stemma.Date // that date, when it is a day whose year is open
	quarter   time.Time   // that date's first day, when it is a quarter of a year; or zero
	day       time.Time   // the day last named; zero when none
	dayIn     int         // the sentence where it was named
	dayAt     int         // the paragraph where it was named with its month; -1 when it was not
	year      int         // the year last named in so many words; 0 when none
	paragraph int         // where year was named
	sentence  int
	dated     bool // a month, or a day, was named with it
	opens     bool // its sentence begins with it, and speaks of that year: “In 1998 …”
}

const published = "published" // what Anchor says of times reckoned from the article's date

func newContext(a *stemma.Article) context {
	c := context{dayAt: -1}
	if first, _, ok := a.Published.Bounds(); ok && a.Published.Exact() {
		c.ref = first
	} else if first, _, ok := a.Reposted.Bounds(); ok && a.Reposted.Exact() {
		c.until = first
	}
	return c
}

// value is what an expression says.
type value struct {
	date   stemma.Date
	kind   string // stemma.TimeDate …
	anchor string
	year   int         // named in the expression itself; 0 when it was not
	month  bool        // a day whose month is named in the expression itself
	aside  bool        // it looks back for a moment; the text does not go on from there
	goesOn stemma.Date // where the text goes on when that is not date: the day counted back from; or ""
}

// note remembers a date for the times that follow in the text.
func (c *context) note(v value, paragraph, sentence int) {
	if v.kind != stemma.TimeDate && v.kind != stemma.TimeRange || v.aside {
		return
	}
	if v.goesOn != "" {
		v.date = v.goesOn
	}
	from, _, isRange := strings.Cut(string(v.date), "/")
	first, last, ok := stemma.Date(from).Bounds()
	if day, _, _ := strings.Cut(from, "T"); !ok && len(day) == 10 && strings.HasPrefix(day, "XXXX-") && !strings.Contains(day[5:], "X") {
		c.openDay = stemma.Date(day)
		return
	}
	if !ok || first.IsZero() {
		return
	}
	c.openDay, c.quarter = "", time.Time{}
	if isRange && v.kind == stemma.TimeDate && v.date == monthsOf(first, 3) {
		c.quarter = first
	}
	c.last = stemma.Date(from)
	if i := strings.IndexByte(from, 'T'); i > 0 {
		c.last = stemma.Date(from[:i])
	}
	if first.Equal(last) && !strings.HasSuffix(string(v.date), "/..") { // “since Friday” leaves today at hand
		c.day, c.dayIn, c.dayAt = first, sentence, -1
		if v.month {
			c.dayAt = paragraph
		}
	}
	if v.year != 0 {
		c.year, c.paragraph, c.sentence, c.dated = v.year, paragraph, sentence, len(from) > 4
	}
}
