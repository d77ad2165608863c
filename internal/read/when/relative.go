package when

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"stemma"
	"stemma/lang"
)

// makeWeekday is “Sunday”: the last one up to the article's date, the next one where
// the sentence looks ahead; “the following Monday” is counted from the text.
func (f *finder) makeWeekday(it *item) value {
	dow := f.number(it, "dow")
	open := stemma.Date(fmt.Sprintf("XXXX-WXX-%d", dow))
	if day := f.number(it, "day"); day > 0 {
		if d, ok := f.dayOfMonth(dow, day); ok {
			return date(d, published)
		}
		c, _ := it.match.Get("dow")
		it.end = c.End
	}
	if y := f.oldYear(); y != 0 && f.now.ref.IsZero() {
		return date(stemma.Date(fmt.Sprintf("%04d-XX-XX", y)), strconv.Itoa(y))
	}
	if it.rule.Set["from"] == "text" || lang.Flag(f.word(it, "rel"), "that") {
		if f.now.day.IsZero() {
			return date(open, "")
		}
		ahead := (dow-isoWeekday(f.now.day)+6)%7 + 1
		if class(f.word(it, "rel"), "rel") == "-1" {
			ahead = -((isoWeekday(f.now.day)-dow+6)%7 + 1)
		}
		return date(dayOf(f.now.day.AddDate(0, 0, ahead)), string(dayOf(f.now.day)))
	}
	ref := f.now.ref
	if ref.IsZero() {
		return date(open, "")
	}
	if yrel := f.word(it, "yrel"); yrel != "" { // “Monday last week”
		n, _ := strconv.Atoi(class(yrel, "rel"))
		return date(dayOf(ref.AddDate(0, 0, dow-isoWeekday(ref)+7*n)), published)
	}
	back := (isoWeekday(ref) - dow + 7) % 7
	if plus, err := strconv.Atoi(it.rule.Set["plus"]); err == nil { // “Saturday week”
		return date(dayOf(ref.AddDate(0, 0, 7-back+plus)), published)
	}
	rel := f.word(it, "rel")
	switch n := class(rel, "rel"); {
	case n == "-1" && back == 0:
		back = 7
	case n == "1":
		back -= 7
	case n == "-1":
	case back > 0 && f.tense(it.first, it.end) > 0:
		back -= 7
	}
	return date(dayOf(ref.AddDate(0, 0, -back)), published)
}

// makeWeekly is “every Saturday”, and “each July”.
func (f *finder) makeWeekly(it *item) value {
	if month := f.number(it, "month"); month > 0 {
		return value{date: edtf(0, month, 0), kind: stemma.TimeSet}
	}
	return value{date: stemma.Date(fmt.Sprintf("XXXX-WXX-%d", f.number(it, "dow"))), kind: stemma.TimeSet}
}

// makeDeictic is “yesterday morning”, “tonight”, “this evening”.
func (f *finder) makeDeictic(it *item) value {
	n, _ := strconv.Atoi(class(f.word(it, "day"), "on"))
	if f.now.ref.IsZero() {
		return date([]stemma.Date{"PAST_REF", "PRESENT_REF", "FUTURE_REF"}[min(max(n, -1), 1)+1], "")
	}
	return date(dayOf(f.now.ref.AddDate(0, 0, n)), published)
}

// base gives the time that an expression is counted from: the article's date, or the
// time last named where the rule, or the word itself, says so.
func (f *finder) base(fromText bool, unit string) (t time.Time, anchor string, ok bool) {
	if !fromText {
		return f.now.ref, published, !f.now.ref.IsZero()
	}
	first, last, ok := f.now.last.Bounds()
	if !ok || first.IsZero() {
		return t, "", false
	}
	exact := map[string]int{"D": 0, "WE": 7, "W": 7, "FN": 7, "M": 31, "Q": 92, "Y": 366}
	if most, known := exact[unit]; known && last.Sub(first) > time.Duration(most)*24*time.Hour {
		return t, "", false
	}
	return first, string(f.now.last), true
}

// makeUnit is “last year”, “this week”; “the past year” is a stretch of time.
func (f *finder) makeUnit(it *item) value {
	unit := class(f.word(it, "unit"), "unit")
	rel := f.word(it, "rel")
	n, _ := strconv.Atoi(class(rel, "rel"))
	if lang.Flag(f.word(it, "unit"), "plural") && unit != "WE" {
		return f.span(n, "X", unit)
	}
	if lang.Flag(rel, "span") && unit != "WE" || strings.HasPrefix(unit, "T") {
		return f.span(n, "1", unit)
	}
	base, anchor, ok := f.base(lang.Flag(rel, "that"), unit)
	if !ok {
		if lang.Flag(rel, "that") {
			return value{}
		}
		return date([]stemma.Date{"PAST_REF", "PRESENT_REF", "FUTURE_REF"}[n+1], "")
	}
	if unit == "D" && n != 0 && !lang.Flag(rel, "that") { // “the next day”; “the last day” is of something
		if base, anchor, ok = f.base(true, unit); !ok || n < 0 {
			return value{}
		}
	}
	v := date(unitOf(base, unit, n), anchor)
	if lang.Flag(f.word(it, "mod"), "end") && (unit == "M" || unit == "Y") {
		v.date = lastDay(v.date)
	}
	return v
}

// makeSpan is “the past five months”.
func (f *finder) makeSpan(it *item) value {
	n, _ := strconv.Atoi(class(f.word(it, "rel"), "rel"))
	return f.span(n, f.count(it), class(f.word(it, "unit"), "unit"))
}

// span gives a stretch of n units before or after the article's date; where its ends
// cannot be told, its length.
func (f *finder) span(rel int, n, unit string) value {
	count, err := strconv.Atoi(n)
	other, whole := move(f.now.ref, unit, rel*count)
	if err != nil || f.now.ref.IsZero() || !whole || rel == 0 || count > 1000 {
		return duration(length(n, unit))
	}
	a, b := dayOf(other), dayOf(f.now.ref)
	if rel > 0 {
		a, b = b, a
	}
	return value{date: a + "/" + b, kind: stemma.TimeRange, anchor: published}
}

// makeShift is “two years ago”, “three days later”, “the next day”.
func (f *finder) makeShift(it *item) value {
	sign, _ := strconv.Atoi(it.rule.Set["sign"])
	unit := class(f.word(it, "unit"), "unit")
	n := f.count(it)
	if ago := class(f.word(it, "ago"), "ago"); ago != "" {
		unit, n = ago, "1"
	}
	if _, part := it.match.Get("part"); part { // “the next morning”
		unit, n = "D", "1"
	}
	if _, counted := it.match.Get("vague"); n == "X" && !counted && !lang.Flag(f.word(it, "unit"), "plural") {
		n = "1"
	}
	base, anchor, ok := f.base(it.rule.Set["from"] == "text", unit)
	count, err := strconv.Atoi(n)
	switch {
	case err != nil:
		return duration(length(n, unit))
	case !ok || count > 5000:
		return duration(length(n, unit))
	case strings.HasPrefix(unit, "T"):
		return duration(length(n, unit))
	}
	if unit == "Y" && count == 1 && !f.now.quarter.IsZero() { // “a year earlier” of a quarter is a quarter
		v := date(monthsOf(f.now.quarter.AddDate(sign*count, 0, 0), 3), anchor)
		v.aside = sign < 0
		return v
	}
	v := date(unitOf(base, unit, sign*count), anchor)
	v.aside = sign < 0
	return v
}

// makeThat is “that day”, “the same year”: the time in the text, as long as the unit.
func (f *finder) makeThat(it *item) value {
	unit := class(f.word(it, "unit"), "unit")
	if unit == "" {
		unit = "D"
	}
	switch {
	case unit == "D" && f.now.openDay != "":
		return date(f.now.openDay, "")
	case unit == "Q" && !f.now.quarter.IsZero():
		return date(monthsOf(f.now.quarter, 3), string(f.now.last))
	case unit == "Q" && !f.now.ref.IsZero(): // the last whole one
		return date(unitOf(f.now.ref, "Q", -1), published)
	case unit == "WE" && !f.now.ref.IsZero():
		return f.weekend(it)
	}
	base, anchor, ok := f.base(true, unit)
	if !ok {
		return value{}
	}
	return date(unitOf(base, unit, 0), anchor)
}

// makePartDay is “in the evening” of the day that the sentence has named.
func (f *finder) makePartDay(*item) value {
	if f.now.day.IsZero() || f.now.dayIn != f.sentenceNo {
		return value{}
	}
	return date(dayOf(f.now.day), string(dayOf(f.now.day)))
}

// weekend gives the last weekend up to the article's date, the next one where the
// sentence looks ahead.
func (f *finder) weekend(it *item) value {
	n := 0
	if f.tense(it.first, it.end) <= 0 && isoWeekday(f.now.ref) < 6 {
		n = -1
	}
	return date(unitOf(f.now.ref, "WE", n), published)
}

// makePartOf is “the first week of May”: the month holds it, and EDTF has no nearer
// word. “The first nine months of the year” is a length.
func (f *finder) makePartOf(it *item) value {
	if n := f.word(it, "n"); n != "" {
		return duration(length(f.count(it), class(f.word(it, "unit"), "unit")))
	}
	if f.number(it, "month") > 0 {
		return f.makeDate(it)
	}
	return f.makeYear(it)
}

func (f *finder) makeRef(it *item) value {
	return date(stemma.Date(class(f.word(it, "ref"), "ref")), "")
}
