package when

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"stemma"
)

// edtf writes a year, month and day; 0 is what is not known, and an open year is XXXX.
func edtf(year, month, day int) stemma.Date {
	y := "XXXX"
	if year > 0 {
		y = fmt.Sprintf("%04d", year)
	}
	switch {
	case month == 0:
		return stemma.Date(y)
	case day == 0:
		return stemma.Date(fmt.Sprintf("%s-%02d", y, month))
	}
	return stemma.Date(fmt.Sprintf("%s-%02d-%02d", y, month, day))
}

func dayOf(t time.Time) stemma.Date { return stemma.DateOf(t.Date()) }

// lastDay gives the last day of a date that is a month or a year; of others the date
// itself.
func lastDay(d stemma.Date) stemma.Date {
	if _, last, ok := d.Bounds(); ok && !last.IsZero() && len(d) <= len("2006-01") {
		return dayOf(last)
	}
	return d
}

// weekOf gives the ISO week that holds the day.
func weekOf(t time.Time) stemma.Date {
	y, w := t.ISOWeek()
	return stemma.Date(fmt.Sprintf("%04d-W%02d", y, w))
}

// fits reports whether the month has that day in the year, or in some year.
func fits(year, month, day int) bool {
	if year == 0 {
		year = 2000
	}
	return month >= 1 && month <= 12 && day <= time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// isoWeekday gives 1 for Monday to 7 for Sunday.
func isoWeekday(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

// unitOf gives the time that is one unit long and holds t moved by n units: “2021”
// for a year, “2021-W07” for a week. "" when the unit has no such name.
func unitOf(t time.Time, unit string, n int) stemma.Date {
	month := time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC)
	switch unit {
	case "D":
		return dayOf(t.AddDate(0, 0, n))
	case "W":
		return weekOf(t.AddDate(0, 0, 7*n))
	case "FN":
		return weekOf(t.AddDate(0, 0, 14*n))
	case "WE":
		sat := t.AddDate(0, 0, 6-isoWeekday(t)+7*n)
		return dayOf(sat) + "/" + dayOf(sat.AddDate(0, 0, 1))
	case "M":
		m := month.AddDate(0, n, 0)
		return edtf(m.Year(), int(m.Month()), 0)
	case "Q":
		return monthsOf(month.AddDate(0, 3*n, 0), 3)
	case "HY":
		return monthsOf(month.AddDate(0, 6*n, 0), 6)
	case "Y":
		return edtf(t.Year()+n, 0, 0)
	case "DE":
		return decadeOf(t.Year() + 10*n)
	case "CE":
		return centuryOf(t.Year() + 100*n)
	}
	return ""
}

// monthsOf gives the quarter or half of the year that holds the month, as a range of
// months.
func monthsOf(t time.Time, size int) stemma.Date {
	from := (int(t.Month())-1)/size*size + 1
	return edtf(t.Year(), from, 0) + "/" + edtf(t.Year(), from+size-1, 0)
}

func decadeOf(year int) stemma.Date {
	if year < 0 || year > 9999 {
		return ""
	}
	return stemma.Date(fmt.Sprintf("%03dX", year/10))
}

func centuryOf(year int) stemma.Date {
	if year < 0 || year > 9999 {
		return ""
	}
	return stemma.Date(fmt.Sprintf("%02dXX", year/100))
}

// move gives t moved by n units of whole days.
func move(t time.Time, unit string, n int) (time.Time, bool) {
	switch unit {
	case "D":
		return t.AddDate(0, 0, n), true
	case "W":
		return t.AddDate(0, 0, 7*n), true
	case "FN":
		return t.AddDate(0, 0, 14*n), true
	case "M":
		return t.AddDate(0, n, 0), true
	case "Q":
		return t.AddDate(0, 3*n, 0), true
	case "Y":
		return t.AddDate(n, 0, 0), true
	case "DE":
		return t.AddDate(10*n, 0, 0), true
	}
	return t, false
}

// length gives n units as an ISO 8601 duration; n is "X" when nobody knows, and then
// units without a letter of their own keep that of TIMEX3.
func length(n, unit string) string {
	factor, letter := 1, unit
	switch unit {
	case "TH", "TM", "TS":
		if whole, ok := strings.CutSuffix(n, ".5"); ok && unit == "TH" && whole != "0" { // “four and a half hours”
			return "T" + whole + "H30M"
		}
		return "T" + n + unit[1:]
	case "Q":
		factor, letter = 3, "M"
	case "HY":
		factor, letter = 6, "M"
	case "DE":
		factor, letter = 10, "Y"
	case "CE":
		factor, letter = 100, "Y"
	case "FN":
		factor, letter = 2, "W"
	case "WE":
		factor, letter = 2, "D"
	}
	if n == "X" {
		if unit == "HY" {
			unit = "M"
		}
		return n + unit
	}
	v, err := strconv.ParseFloat(n, 64)
	if err != nil {
		return ""
	}
	if v != float64(int(v)) && letter == "Y" { // “a year and a half”: 18 months
		v, letter = v*12, "M"
	}
	return strconv.FormatFloat(v*float64(factor), 'f', -1, 64) + letter
}

// holiday gives the day that a value of holidays.txt says, in a year.
func holiday(rule string, year int) (month, day int) {
	p := strings.Fields(strings.ReplaceAll(rule, "-", " "))
	number := func(i int) int {
		if i >= len(p) {
			return 0
		}
		n, _ := strconv.Atoi(p[i])
		return n
	}
	switch {
	case strings.HasPrefix(rule, "easter"):
		n, _ := strconv.Atoi(strings.TrimPrefix(rule, "easter "))
		t := easter(year).AddDate(0, 0, n)
		return int(t.Month()), t.Day()
	case strings.HasPrefix(rule, "nth"):
		month, weekday, count := number(1), number(2), number(3)
		if strings.HasSuffix(rule, "-1") {
			count = -1
		}
		return month, nthWeekday(year, month, weekday, count)
	}
	return number(0), number(1)
}

// nthWeekday gives the day of the month of its second Sunday, or of its last one where
// count is -1; the day may lie beyond the month's end.
func nthWeekday(year, month, weekday, count int) int {
	if count == -1 {
		t := time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC)
		return t.Day() - (isoWeekday(t)-weekday+7)%7
	}
	t := time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC)
	return 1 + (weekday-isoWeekday(t)+7)%7 + 7*(count-1)
}

// easter gives Easter Sunday of the western churches, by the method of Meeus
// (Astronomical Algorithms, 1991, chapter 8).
func easter(year int) time.Time {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	j, k := c/4, c%4
	m := (a + 11*h) / 319
	r := (2*e + 2*j - k - h + m + 32) % 7
	n := (h - m + r + 90) / 25
	p := (h - m + r + n + 19) % 32
	return time.Date(year, time.Month(n), p, 0, 0, 0, 0, time.UTC)
}
