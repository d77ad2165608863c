package when

import (
	"strconv"
	"strings"
	"time"

	"stemma"
)

// word gives the value of what an item caught under a name; of plain words, what
// timewords says of them. "" when nothing was caught.
func (f *finder) word(it *item, name string) string {
	c, ok := it.match.Get(name)
	if !ok {
		return ""
	}
	if c.Value == "" {
		v, _ := f.k.words.Value(f.d.Norm(c.First))
		return v
	}
	return c.Value
}

func (f *finder) number(it *item, name string) int { return first(f.word(it, name)) }

func date(d stemma.Date, anchor string) value {
	kind := stemma.TimeDate
	return value{date: d, kind: kind, anchor: anchor}
}

// makers reckon the value of an expression, by the “make” of its rule.
var makers map[string]func(*finder, *item) value

func init() { // a table that its own functions use
	makers = map[string]func(*finder, *item) value{
		"date": (*finder).makeDate, "days": (*finder).makeDays, "months": (*finder).makeMonths,
		"numeric": (*finder).makeNumeric, "year": (*finder).makeYear, "years": (*finder).makeYears,
		"decade": (*finder).makeDecade, "century": (*finder).makeCentury, "fiscal": (*finder).makeYear,
		"quarter": (*finder).makeQuarter, "season": (*finder).makeSeason, "holiday": (*finder).makeHoliday,
		"weekday": (*finder).makeWeekday, "weekly": (*finder).makeWeekly, "deictic": (*finder).makeDeictic,
		"unit": (*finder).makeUnit, "span": (*finder).makeSpan, "shift": (*finder).makeShift,
		"that": (*finder).makeThat, "partof": (*finder).makePartOf, "duration": (*finder).makeDuration,
		"set": (*finder).makeSet, "ref": (*finder).makeRef, "clock": (*finder).makeClock,
		"join": (*finder).makeJoin, "since": (*finder).makeSince, "until": (*finder).makeUntil,
		"range": (*finder).makeRange,
	}
}

func (f *finder) value(it *item) value {
	if m := makers[it.make]; m != nil {
		return m(f, it)
	}
	return value{}
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
	v.year = named
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
	if ref.IsZero() || day == 0 {
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

// makeNumeric reads “2022-12-07” and “29.12.2022”; the rule says which number is the
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

func (f *finder) makeYear(it *item) value {
	y := f.number(it, "year")
	v := date(edtf(y, 0, 0), "")
	v.year = y
	return v
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

func (f *finder) makeDecade(it *item) value {
	w := f.word(it, "dec")
	if y := f.number(it, "year"); y > 0 {
		return date(decadeOf(y), "")
	}
	n := first(w)
	if c := class(w, "dec"); c != "" {
		n = first(c)
	}
	if n < 100 {
		n += 1900
	}
	return date(decadeOf(n), "")
}

func (f *finder) makeCentury(it *item) value {
	n := f.number(it, "n")
	if n < 1 || n > 30 {
		return value{}
	}
	return date(centuryOf((n-1)*100), "")
}

// makeQuarter is “the third quarter of 2021”; without a year the last one that had
// begun, or the next one where the sentence looks ahead.
func (f *finder) makeQuarter(it *item) value {
	ord, unit := f.number(it, "ord"), class(f.word(it, "unit"), "unit")
	if w := f.word(it, "ord"); ord == 0 {
		ord = first(class(w, "ord"))
	} else if unit == "" {
		unit = w[strings.IndexByte(w, ' ')+1:]
	}
	size := 3
	if unit == "HY" {
		size = 6
	}
	if ord == -1 {
		ord = 12 / size
	}
	if ord < 1 || ord > 12/size {
		return value{}
	}
	from := (ord-1)*size + 1
	year, anchor, ok := f.explicitYear(it)
	if !ok && !f.now.ref.IsZero() {
		year, anchor = f.now.ref.Year(), published
		if from > int(f.now.ref.Month()) && f.tense(it.first, it.end) <= 0 {
			year--
		}
	}
	v := date(edtf(year, from, 0)+"/"+edtf(year, from+size-1, 0), anchor)
	v.year = f.number(it, "year")
	return v
}

func (f *finder) makeSeason(it *item) value {
	season := first(class(f.word(it, "season"), "season"))
	year, anchor, ok := f.explicitYear(it)
	if !ok && !f.now.ref.IsZero() {
		ref := f.now.ref
		year, anchor = ref.Year(), published
		begin := time.Date(ref.Year(), time.Month(3*(season-20)), 1, 0, 0, 0, 0, time.UTC)
		rel := f.word(it, "rel")
		switch n := class(rel, "rel"); {
		case rel == "" && begin.After(ref) && f.tense(it.first, it.end) <= 0, n == "-1" && begin.AddDate(0, 3, 0).After(ref):
			year--
		case rel == "" && begin.Before(ref) && f.tense(it.first, it.end) > 0 && begin.AddDate(0, 3, 0).Before(ref), n == "1" && begin.Before(ref):
			year++
		}
	}
	v := date(edtf(year, season, 0), anchor)
	v.year = f.number(it, "year")
	return v
}

func (f *finder) makeHoliday(it *item) value {
	c, _ := it.match.Get("day")
	year, anchor, ok := f.explicitYear(it)
	guess := year
	if guess == 0 {
		guess = 2000
		if !f.now.ref.IsZero() {
			guess = f.now.ref.Year()
		}
	}
	month, day := holiday(c.Value, guess)
	if !ok {
		if rel := f.word(it, "rel"); rel != "" {
			year, anchor = f.relMonth(rel, month, day)
		} else {
			year, anchor = f.yearOf(month, day, it)
		}
		if year == 0 && (strings.HasPrefix(c.Value, "easter") || strings.HasPrefix(c.Value, "nth")) {
			return value{}
		}
		month, day = holiday(c.Value, max(year, 1))
	}
	if !fits(year, month, day) {
		return value{}
	}
	return date(edtf(year, month, day), anchor)
}
