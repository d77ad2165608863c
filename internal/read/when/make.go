package when

import (
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
		v, _ := f.d.Value(f.k.words, c.First)
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
		"range": (*finder).makeRange, "distance": (*finder).makeDistance, "nthday": (*finder).makeNthDay, "eve": (*finder).makeEve,
		"clocks": (*finder).makeClocks, "partday": (*finder).makePartDay,
		"yearend": (*finder).makeYearEnd, "counted": (*finder).makeCounted,
	}
}

func (f *finder) value(it *item) value {
	if m := makers[it.make]; m != nil {
		return m(f, it)
	}
	return value{}
}
