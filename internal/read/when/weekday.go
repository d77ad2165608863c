package when

import (
	"time"

	"stemma"
)

// makeNthDay is “the second Sunday in November”, of a year that is known.
func (f *finder) makeNthDay(it *item) value {
	month, dow, nth := f.number(it, "month"), f.number(it, "dow"), first(class(f.word(it, "ord"), "ord"))
	year, anchor, ok := f.explicitYear(it)
	if !ok {
		year, anchor = f.yearOf(month, 15, it)
	}
	if year == 0 || nth == 0 || nth > 5 {
		return value{}
	}
	day := nthWeekday(year, month, dow, nth)
	if !fits(year, month, day) {
		return value{}
	}
	v := date(edtf(year, month, day), anchor)
	v.year = f.number(it, "year")
	return v
}

// makeEve is “the day before” in one word: of the day in the text, or of the article's.
func (f *finder) makeEve(*item) value {
	base, anchor, ok := f.base(true, "D")
	if !ok {
		if base, anchor, ok = f.base(false, "D"); !ok {
			return value{}
		}
	}
	v := date(dayOf(base.AddDate(0, 0, -1)), anchor)
	v.aside = true
	return v
}

// dayOfMonth gives the day nearest to the article's date that is both the weekday and
// the day of the month: “Thursday 26”. False when none near is, and the number then
// counts something else.
func (f *finder) dayOfMonth(dow, day int) (stemma.Date, bool) {
	ref, best := f.now.ref, time.Time{}
	if ref.IsZero() {
		return "", false
	}
	for n := -1; n <= 1; n++ {
		at := time.Date(ref.Year(), ref.Month()+time.Month(n), day, 0, 0, 0, 0, time.UTC)
		if at.Day() == day && isoWeekday(at) == dow && (best.IsZero() || at.Sub(ref).Abs() < best.Sub(ref).Abs()) {
			best = at
		}
	}
	return dayOf(best), !best.IsZero()
}
