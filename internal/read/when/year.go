package when

import (
	"strconv"
	"time"

	"stemma"
)

// oldYear gives the year that the paragraph speaks of when it lies well before the
// article's date, or the sentence's year when the article has none; else 0.
func (f *finder) oldYear() int {
	c, s := &f.now, f.d.Sentences[f.sentenceNo]
	switch {
	case c.year == 0:
	case c.ref.IsZero() && c.sentence == f.sentenceNo:
		return c.year
	case !c.ref.IsZero() && c.year < c.ref.Year()-1 && (c.dated && c.paragraph == s.Paragraph || c.opens && c.sentence == f.sentenceNo):
		return c.year
	}
	return 0
}

// fresh is how many days old news is at most when it is reposted, as a rule. A day that
// lies further back may be of any year.
const fresh = 60

// yearBefore gives the year of a month, and a day if it is not 0, of a text of which
// only the repost is dated: the last such day before it, if that is not long ago.
func (f *finder) yearBefore(month, day int) (year int, anchor string) {
	until := f.now.until
	if until.IsZero() {
		return 0, ""
	}
	at := time.Date(until.Year(), time.Month(month), max(day, 1), 0, 0, 0, 0, time.UTC)
	if at.After(until) {
		at = at.AddDate(-1, 0, 0)
	}
	if until.Sub(at) > fresh*24*time.Hour {
		return 0, ""
	}
	return at.Year(), string(dayOf(until))
}

// Weights by which a day on the wrong side of the article's date counts as further
// away, found by trial on dated news: a month alone, in the past tense, is hardly ever
// one to come.
const (
	unlikelyDay   = 3
	unlikelyMonth = 6
)

// yearOf gives the year of a month, and a day if it is not 0, whose year is not said:
// the one that puts it nearest to the article's date, with an eye to the tense, or the
// year that the paragraph speaks of. Zero when it stays open.
func (f *finder) yearOf(month, day int, it *item) (year int, anchor string) {
	if y := f.oldYear(); y != 0 && f.tense(it.first, it.end) <= 0 {
		return y, string(f.now.last)
	}
	ref := f.now.ref
	if ref.IsZero() {
		return f.yearBefore(month, day)
	}
	if day == 0 && month == int(ref.Month()) {
		return ref.Year(), published
	}
	tense, weight := f.tense(it.first, it.end), unlikelyDay
	if day == 0 {
		weight = unlikelyMonth
	}
	best := 0
	for y := ref.Year() - 1; y <= ref.Year()+1; y++ {
		days := int(time.Date(y, time.Month(month), max(day, 1), 0, 0, 0, 0, time.UTC).Sub(ref).Hours() / 24)
		away := max(days, -days)
		switch {
		case days > 7 && tense < 0, days < -7 && tense > 0:
			away *= weight
		case days > 0 && tense == 0 && day == 0:
			away *= 2
		}
		if year == 0 || away < best {
			year, best = y, away
		}
	}
	return year, published
}

// relYear gives the year of “last year”, “this year”, and what it hangs on.
func (f *finder) relYear(rel string) (int, string) {
	n, _ := strconv.Atoi(class(rel, "rel"))
	if f.now.ref.IsZero() {
		return 0, ""
	}
	return f.now.ref.Year() + n, published
}

// explicitYear gives the year that an expression names, or names by its distance.
func (f *finder) explicitYear(it *item) (year int, anchor string, ok bool) {
	if y := f.number(it, "year"); y > 0 {
		return y, "", true
	}
	if rel := f.word(it, "yrel"); rel != "" {
		y, anchor := f.relYear(rel)
		return y, anchor, true
	}
	return 0, "", false
}

func (f *finder) makeYear(it *item) value {
	y := f.number(it, "year")
	if y < 1000 || y >= 2200 { // “the year two” of something
		return value{}
	}
	v := date(edtf(y, 0, 0), "")
	v.year = y
	return v
}

// makeYearEnd is “by year-end”: the last day of the article's year; “since year-end” of
// the year before.
func (f *finder) makeYearEnd(it *item) value {
	year, anchor, ok := f.explicitYear(it)
	if !ok {
		if f.now.ref.IsZero() {
			return value{}
		}
		year, anchor = f.now.ref.Year(), published
		if _, back := it.match.Get("back"); back {
			year--
		}
	}
	return date(edtf(year, 12, 31), anchor)
}

func (f *finder) makeYears(it *item) value {
	from, until := f.number(it, "year"), f.number(it, "end")
	if short := f.word(it, "short"); short != "" {
		n, _ := strconv.Atoi(short)
		until = from/100*100 + n
	}
	if until <= from || until > from+1000 {
		return value{}
	}
	return value{date: edtf(from, 0, 0) + "/" + edtf(until, 0, 0), kind: stemma.TimeRange}
}
