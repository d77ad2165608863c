package when

import (
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
