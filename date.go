package stemma

import (
	"strconv"
	"strings"
	"time"
)

// Date is a point or range of time, as exact as the text: an EDTF (ISO 8601-2)
// string such as “2021-03-04”, “2021-03”, “2021~”, “XXXX-04-23”, “2021-03-04/..”,
// “2021-03-04T22:00”; an ISO 8601 duration (“P3D”) where a [Time] allows one; or ""
// for unknown.
type Date string

// DateOf gives the day as a Date.
func DateOf(year int, month time.Month, day int) Date {
	return Date(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Format(time.DateOnly))
}

// Bounds gives the first and the last day that the date may mean, both included, at
// midnight UTC. An open end is the zero time. It reports false for what has no
// place on the calendar: unknown dates, durations, references, open years.
func (d Date) Bounds() (first, last time.Time, ok bool) {
	if year, month, n, ok := d.plain(); ok {
		first = day(year, month, n)
		return first, first, true
	}
	from, until, isRange := strings.Cut(string(d), "/")
	if !isRange {
		return point(from)
	}
	if from != "" && from != ".." {
		if first, _, ok = point(from); !ok {
			return first, last, false
		}
	}
	if until != "" && until != ".." {
		if _, last, ok = point(until); !ok {
			return first, last, false
		}
	}
	return first, last, !first.IsZero() || !last.IsZero()
}

// plain reads a date that is a day and nothing else, “2021-03-04”: nearly all are, and lining
// up compares millions.
func (d Date) plain() (year int, month time.Month, n int, ok bool) {
	if len(d) != len(time.DateOnly) || d[4] != '-' || d[7] != '-' {
		return 0, 0, 0, false
	}
	var parts [3]int
	for i, part := range [...]Date{d[:4], d[5:7], d[8:]} {
		for k := range len(part) {
			if part[k] < '0' || part[k] > '9' {
				return 0, 0, 0, false
			}
			parts[i] = 10*parts[i] + int(part[k]-'0')
		}
	}
	year, month, n = parts[0], time.Month(parts[1]), parts[2]
	return year, month, n, month >= time.January && month <= time.December && n >= 1 &&
		(n <= 28 || day(year, month, n).Month() == month)
}

// point gives the bounds of a date that is no range.
func point(s string) (first, last time.Time, ok bool) {
	s = strings.TrimRight(s, "~?%")
	if i := strings.IndexByte(s, 'T'); i > 0 {
		s = s[:i]
	}
	yyyy, rest, hasMonth := strings.Cut(s, "-")
	mm, dd, hasDay := strings.Cut(rest, "-")
	year, err := strconv.Atoi(yyyy)
	if err != nil || len(yyyy) != 4 || strings.Contains(dd, "-") {
		return decade(s)
	}
	if !hasMonth {
		return day(year, 1, 1), day(year, 12, 31), true
	}
	month, err := strconv.Atoi(mm)
	if err != nil || len(mm) != 2 {
		return week(year, mm)
	}
	if month >= 21 && month <= 24 && !hasDay { // EDTF seasons, spring first
		start := day(year, time.Month(3*(month-20)), 1)
		return start, start.AddDate(0, 3, -1), true
	}
	if month < 1 || month > 12 {
		return first, last, false
	}
	if !hasDay {
		start := day(year, time.Month(month), 1)
		return start, start.AddDate(0, 1, -1), true
	}
	n, err := strconv.Atoi(dd)
	if err != nil || n < 1 || day(year, time.Month(month), n).Month() != time.Month(month) {
		return first, last, false
	}
	first = day(year, time.Month(month), n)
	return first, first, true
}

// decade gives the bounds of “199X” and “19XX”.
func decade(s string) (first, last time.Time, ok bool) {
	n := strings.Count(s, "X")
	if len(s) != 4 || n < 1 || n > 2 || !strings.HasSuffix(s, "XX"[:n]) {
		return first, last, false
	}
	from, err := strconv.Atoi(strings.ReplaceAll(s, "X", "0"))
	if err != nil {
		return first, last, false
	}
	until, _ := strconv.Atoi(strings.ReplaceAll(s, "X", "9"))
	return day(from, 1, 1), day(until, 12, 31), true
}

// week gives the bounds of the ISO week “W07” of a year.
func week(year int, s string) (first, last time.Time, ok bool) {
	n, err := strconv.Atoi(strings.TrimPrefix(s, "W"))
	if err != nil || !strings.HasPrefix(s, "W") || n < 1 || n > 53 {
		return first, last, false
	}
	first = day(year, 1, 4) // ISO 8601: the 4th of January is always in week 1
	first = first.AddDate(0, 0, -(int(first.Weekday())+6)%7+7*(n-1))
	return first, first.AddDate(0, 0, 6), true
}

func day(year int, month time.Month, n int) time.Time {
	return time.Date(year, month, n, 0, 0, 0, 0, time.UTC)
}

// Exact reports whether the date is one day.
func (d Date) Exact() bool {
	if _, _, _, ok := d.plain(); ok {
		return true
	}
	first, last, ok := d.Bounds()
	return ok && first.Equal(last) && !strings.ContainsAny(string(d), "/~?%")
}

// Meets reports whether two dates can mean the same time. Unknown dates meet
// everything.
func (d Date) Meets(e Date) bool {
	if d == e {
		return true
	}
	df, dl, ok := d.Bounds()
	if !ok {
		return true
	}
	ef, el, ok := e.Bounds()
	if !ok {
		return true
	}
	return (el.IsZero() || !df.After(el)) && (dl.IsZero() || !ef.After(dl))
}

// Compare orders dates by their first day, then their last, then as strings;
// dates without a place on the calendar come last.
func (d Date) Compare(e Date) int {
	df, dl, dok := d.Bounds()
	ef, el, eok := e.Bounds()
	switch {
	case dok != eok:
		if dok {
			return -1
		}
		return 1
	case !dok || (df.Equal(ef) && dl.Equal(el)):
		return strings.Compare(string(d), string(e))
	case !df.Equal(ef):
		return df.Compare(ef)
	default:
		return dl.Compare(el)
	}
}
