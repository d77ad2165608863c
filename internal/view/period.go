package view

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"time"

	"stemma"
)

// PeriodFields are the fields of a choice that narrow a list down to a time. “from” and
// “until” are days, months or years; what may lie between them, both included, is of the period.
// A list says what its rows' day is; a row of unknown day lies in the whole of time only.
var PeriodFields = []string{"from", "until"}

// days is a stretch of days, counted from 1970, both ends included. An open end is the
// farthest day that can be counted; of an unknown time the first lies behind the last.
type days struct{ first, last int32 }

var (
	always  = days{math.MinInt32, math.MaxInt32}
	unknown = days{1, 0}
)

// daysOf gives the days that a date may mean.
func daysOf(d stemma.Date) days {
	first, last, ok := d.Bounds()
	if !ok {
		return unknown
	}
	out := always
	if !first.IsZero() {
		out.first = dayNumber(first)
	}
	if !last.IsZero() {
		out.last = dayNumber(last)
	}
	return out
}

// dayAt gives a day by its number, at midnight UTC.
func dayAt(n int32) time.Time { return time.Unix(int64(n)*86400, 0).UTC() }

func dayNumber(t time.Time) int32 { return int32(math.Floor(float64(t.Unix()) / 86400)) }

// meets reports whether two stretches share a day; an unknown one meets all of time only.
func (d days) meets(p days) bool {
	return p == always || d != unknown && d.first <= p.last && p.first <= d.last
}

func (d days) compare(e days) int {
	return cmp.Or(cmp.Compare(d.first, e.first), cmp.Compare(d.last, e.last))
}

// join gives the stretch from the earlier beginning to the later end.
func (d days) join(e days) days {
	switch {
	case d == unknown:
		return e
	case e == unknown:
		return d
	}
	return days{min(d.first, e.first), max(d.last, e.last)}
}

// period gives the time that a choice is of; the two ends may be the wrong way round. The error wraps [stemma.ErrInvalid] for what is
// no day.
func (c Choice) period() (days, error) {
	p := always
	for _, f := range PeriodFields {
		d := stemma.Date(c.Fields[f])
		x := daysOf(d)
		switch {
		case d == "":
		case x == unknown:
			return p, fmt.Errorf("%q is no day; write it as 2022-03-04, or leave it out: %w", d, stemma.ErrInvalid)
		case f == "from":
			p.first = x.first
		default:
			p.last = x.last
		}
	}
	if p.last < p.first {
		return daysOf(stemma.Date(c.Fields["until"])).join(daysOf(stemma.Date(c.Fields["from"]))), nil
	}
	return p, nil
}

// Day gives the day at which the period of a choice begins (“from”) or ends (“until”); "" where
// it is open. A month or year is told by its first or last day.
func (c Choice) Day(field string) stemma.Date {
	first, last, ok := stemma.Date(c.Fields[field]).Bounds()
	switch {
	case !ok:
		return ""
	case field == "from":
		return stemma.DateOf(first.Date())
	}
	return stemma.DateOf(last.Date())
}

// WholeTimeHref is the address of a list with a choice, but for its period; "" when it has none.
func WholeTimeHref(path string, c Choice) string {
	if p, err := c.period(); err == nil && p == always {
		return ""
	}
	return listHref(path, c.timeless(), "", "")
}

// during gives the choice with a day, month, year or decade as its period.
func (c Choice) during(d stemma.Date) Choice {
	return c.with("from", string(d)).with("until", string(d))
}

// timeless gives the choice without its period.
func (c Choice) timeless() Choice { return c.without("from").without("until") }

// within gives the rows that are of a choice's period.
func within[T interface{ meets(days) bool }](rows []T, c Choice) ([]T, error) {
	p, err := c.period()
	if err != nil || p == always {
		return rows, err
	}
	var out []T
	for _, row := range rows {
		if row.meets(p) {
			out = append(out, row)
		}
	}
	return out, nil
}

// isPeriod reports whether a field of a choice is one of time.
func isPeriod(field string) bool { return slices.Contains(PeriodFields, field) }

// stoodOn gives the day for which a figure speaks: when the count stood, else when it
// happened, else when its text appeared, as the points of a tally have it.
func stoodOn(f *stemma.Figure, text *stemma.Article) days {
	if d := statedOn(f); d != unknown {
		return d
	}
	return appearedOn(text)
}

// statedOn gives the day for which a figure is said to stand.
func statedOn(f *stemma.Figure) days {
	if d := daysOf(f.AsOf); d != unknown {
		return d
	}
	if d := daysOf(f.Date); d.first != math.MinInt32 && d.last != math.MaxInt32 {
		return d
	}
	return unknown
}

// appearedOn gives the day on which a text appeared; text may be nil.
func appearedOn(text *stemma.Article) days {
	if text == nil {
		return unknown
	}
	return daysOf(appeared(text))
}
