package when

import (
	"strconv"
	"strings"

	"stemma"
)

// part gives the item that a period caught under a name.
func (f *finder) part(it *item, name string) *item {
	c, ok := it.match.Get(name)
	if !ok {
		return nil
	}
	for i := range it.parts {
		if it.parts[i].first == c.First {
			return &it.parts[i]
		}
	}
	return nil
}

func (f *finder) partValue(it *item, name string) value {
	p := f.part(it, name)
	if p == nil {
		return value{}
	}
	return f.value(p)
}

// makeJoin is “4 a.m. on Friday”.
func (f *finder) makeJoin(it *item) value {
	a, b := f.part(it, "a"), f.part(it, "b")
	if a == nil {
		return value{}
	}
	day := *a
	day.first, day.end = it.first, it.end // “until 9 a.m. Friday”: what stands before the clock tells of the day
	v := f.value(&day)
	if b == nil || v.date == "" {
		return v
	}
	clock := f.clockOf(b, "hour", a)
	first, last, ok := v.date.Bounds()
	open := strings.HasPrefix(string(v.date), "XXXX-") && !strings.Contains(string(v.date)[5:], "X")
	if clock == "" || ok && !first.Equal(last) || !ok && !open || strings.ContainsAny(string(v.date), "T/_~") {
		return v
	}
	v.date += stemma.Date(clock)
	return v
}

// makeCounted is “two days after May 3”, “the day after Christmas”, “the eve of 9 June”: a
// day where days or weeks are counted, else the month or year.
func (f *finder) makeCounted(it *item) value {
	b := f.partValue(it, "b")
	base, last, ok := b.date.Bounds()
	sign, err := strconv.Atoi(class(f.word(it, "sign"), "sign"))
	if !ok || base.IsZero() || !base.Equal(last) || err != nil {
		return value{}
	}
	unit, n := "D", "1"
	if u := class(f.word(it, "unit"), "unit"); u != "" {
		unit = u
	}
	if a := f.part(it, "a"); a != nil {
		_, more := a.match.Get("unit2")
		_, work := a.match.Get("work") // “eight trading days” are no eight days
		if more || work || a.rule.Set["make"] != "duration" {
			return value{}
		}
		unit, n = class(f.word(a, "unit"), "unit"), f.count(a)
	}
	count, err := strconv.Atoi(n)
	if err != nil || count > 5000 {
		return value{}
	}
	v := date("", string(b.date))
	switch count *= sign; unit {
	case "D":
		v.date = dayOf(base.AddDate(0, 0, count))
	case "W":
		v.date = dayOf(base.AddDate(0, 0, 7*count))
	case "M", "Y":
		v.date = unitOf(base, unit, count)
	default:
		return value{}
	}
	if sign < 0 {
		v.goesOn = b.date
	}
	return v
}

func (f *finder) makeSince(it *item) value {
	v := f.partValue(it, "a")
	if f.part(it, "a") == nil { // “since then”
		v = value{date: f.now.last, kind: stemma.TimeDate, anchor: string(f.now.last)}
	}
	from, _, _ := strings.Cut(string(v.date), "/")
	if !placed(from) {
		return value{}
	}
	return value{date: stemma.Date(from) + "/..", kind: stemma.TimeRange, anchor: v.anchor, year: v.year}
}

func (f *finder) makeUntil(it *item) value {
	v := f.partValue(it, "a")
	from, until, isRange := strings.Cut(string(v.date), "/")
	if isRange {
		from = until
	}
	if !placed(from) {
		return v
	}
	return value{date: "../" + stemma.Date(from), kind: stemma.TimeRange, anchor: v.anchor, year: v.year}
}

// makeRange is “from 1 June to 3 July 2021”: the end may lend its year to the
// beginning.
func (f *finder) makeRange(it *item) value {
	until := f.partValue(it, "b")
	from := f.lend(it, until)
	a, _, _ := strings.Cut(string(from.date), "/")
	_, b, isRange := strings.Cut(string(until.date), "/")
	if !isRange {
		b = string(until.date)
	}
	if !placed(a) || !placed(b) {
		return value{}
	}
	first, _, ok1 := stemma.Date(a).Bounds()
	_, last, ok2 := stemma.Date(b).Bounds()
	if ok1 && ok2 && last.Before(first) {
		return value{}
	}
	if ok2 && last.Equal(first) && strings.Contains(a, "T") && strings.Contains(b, "T") && b < a { // over midnight
		b = string(dayOf(last.AddDate(0, 0, 1))) + b[strings.IndexByte(b, 'T'):]
	}
	return value{date: stemma.Date(a + "/" + b), kind: stemma.TimeRange, anchor: from.anchor, year: max(from.year, until.year)}
}

// lend reckons the beginning of a range with the year of its end where it has none.
func (f *finder) lend(it *item, until value) value {
	from := f.partValue(it, "a")
	if from.year != 0 || until.year == 0 || len(from.date) < 5 {
		return from
	}
	tail := string(from.date[4:])
	from.date = edtf(until.year, 0, 0) + stemma.Date(tail)
	if first, _, ok := from.date.Bounds(); ok {
		if last, _, ok := until.date.Bounds(); ok && first.After(last) {
			from.date = edtf(until.year-1, 0, 0) + stemma.Date(tail)
		}
	}
	return from
}

// placed reports whether a value can be an end of a range: a date, be its year open.
func placed(s string) bool {
	return len(s) >= 4 && !strings.HasPrefix(s, "P") && !strings.HasPrefix(s, "F") && !strings.Contains(s, "_") && !strings.HasPrefix(s, "..")
}
