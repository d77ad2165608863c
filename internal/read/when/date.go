package when

import (
	"strconv"
	"strings"
	"time"

	"stemma"
	"stemma/lang"
)

func (f *finder) makeDate(it *item) value {
	month, day := f.number(it, "month"), f.number(it, "day")
	if month == 0 {
		return f.dayAlone(it, day)
	}
	year, anchor, ok := f.explicitYear(it)
	named := f.number(it, "year")
	if !ok {
		if rel := f.word(it, "rel"); rel != "" {
			year, anchor = f.relMonth(rel, month, day)
		} else {
			year, anchor = f.yearOf(month, day, it)
		}
	}
	if !fits(year, month, day) {
		return value{}
	}
	v := date(edtf(year, month, day), anchor)
	if mod := f.word(it, "mod") + " " + f.word(it, "month"); day == 0 && class(mod, "mod") == "mid" {
		v.date = edtf(year, month, 15) + "~"
	}
	if day == 0 && year > 0 && lang.Flag(f.word(it, "mod"), "end") {
		v.date = lastDay(v.date)
	}
	v.year, v.month = named, day > 0
	return v
}

// relMonth gives the year of “last November”, “next June”, “el pasado 2 de octubre”.
func (f *finder) relMonth(rel string, month, day int) (int, string) {
	ref := f.now.ref
	if ref.IsZero() {
		return 0, ""
	}
	n, _ := strconv.Atoi(class(rel, "rel"))
	at := time.Date(ref.Year(), time.Month(month), max(day, 1), 0, 0, 0, 0, time.UTC)
	if day == 0 {
		ref = time.Date(ref.Year(), ref.Month(), 1, 0, 0, 0, 0, time.UTC)
	}
	switch {
	case n < 0 && (at.After(ref) || day == 0 && at.Equal(ref)):
		return ref.Year() - 1, published
	case n > 0 && (at.Before(ref) || day == 0 && at.Equal(ref)):
		return ref.Year() + 1, published
	}
	return ref.Year(), published
}

// dayAlone gives a day of the month that the text, or the article, speaks of.
func (f *finder) dayAlone(it *item, day int) value {
	ref := f.now.ref
	if day == 0 {
		return value{}
	}
	if named := f.now.day; f.now.dayAt == f.d.Sentences[f.sentenceNo].Paragraph && day > named.Day() {
		if at := named.AddDate(0, 0, day-named.Day()); at.Day() == day && at.Month() == named.Month() {
			v := date(dayOf(at), string(dayOf(named))) // “On the 11th of May … on the 12th”
			v.month = true
			return v
		}
	}
	if ref.IsZero() {
		return value{}
	}
	at := time.Date(ref.Year(), ref.Month(), day, 0, 0, 0, 0, time.UTC)
	tense := f.tense(it.first, it.end)
	switch {
	case at.After(ref) && tense < 0:
		at = time.Date(ref.Year(), ref.Month()-1, day, 0, 0, 0, 0, time.UTC)
	case at.Before(ref) && tense > 0:
		at = time.Date(ref.Year(), ref.Month()+1, day, 0, 0, 0, 0, time.UTC)
	}
	if at.Day() != day {
		return value{}
	}
	return date(dayOf(at), published)
}

// makeDays is “April 25-27”, “from 28 April to 2 May 2021”.
func (f *finder) makeDays(it *item) value {
	month, day, end := f.number(it, "month"), f.number(it, "day"), f.number(it, "end")
	endMonth := f.number(it, "endmonth")
	if endMonth == 0 {
		endMonth = month
	}
	year, anchor, ok := f.explicitYear(it)
	if !ok {
		year, anchor = f.yearOf(endMonth, end, it)
	}
	from := year
	if year > 0 && month > endMonth {
		from--
	}
	if !fits(from, month, day) || !fits(year, endMonth, end) || month == endMonth && end <= day {
		return value{}
	}
	return value{date: edtf(from, month, day) + "/" + edtf(year, endMonth, end), kind: stemma.TimeRange, anchor: anchor, year: f.number(it, "year")}
}

func (f *finder) makeMonths(it *item) value {
	month, end := f.number(it, "month"), f.number(it, "endmonth")
	year, anchor, ok := f.explicitYear(it)
	if !ok {
		year, anchor = f.yearOf(end, 0, it)
	}
	from := year
	if year > 0 && month > end {
		from--
	}
	return value{date: edtf(from, month, 0) + "/" + edtf(year, end, 0), kind: stemma.TimeRange, anchor: anchor, year: f.number(it, "year")}
}

// makeNumeric reads “2022-12-07” and “29.11.2022”; the rule says which number is the
// month where both could be.
func (f *finder) makeNumeric(it *item) value {
	p := strings.Fields(f.word(it, "date"))
	if len(p) != 3 {
		return value{}
	}
	var n [3]int
	for i := range p {
		n[i], _ = strconv.Atoi(p[i])
	}
	year, month, day := n[2], n[1], n[0]
	switch {
	case n[0] > 31:
		year, month, day = n[0], n[1], n[2]
	case it.rule.Set["order"] == "mdy" && n[0] <= 12 && !f.dotted(it) || n[1] > 12:
		month, day = n[0], n[1]
	}
	if !fits(year, month, day) {
		return value{}
	}
	v := date(edtf(year, month, day), "")
	v.year = year
	return v
}

// dotted reports whether full stops stand between a date's numbers, as where the day
// comes first.
func (f *finder) dotted(it *item) bool { return it.end-it.first == 1 }
