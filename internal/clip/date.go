package clip

import (
	"strconv"
	"strings"
	"unicode"

	"stemma"
)

// dated is a date in a line: where it stands and what day it may mean. Both readings
// differ when day and month could be either way round.
type dated struct {
	start, end  int // bytes in the line
	year        int
	month, day  int  // day 0: only the month is given
	swapped     bool // the numbers could also be read as month and day
	order       byte // 'd' or 'm' when the form shows which comes first; 0 otherwise
	withSlashes bool
}

// datesIn finds the dates with a year in a line.
func (c *Cutter) datesIn(s string, ws []word) []dated {
	var ds []dated
	for i := 0; i < len(ws); i++ {
		d, n := c.dateAt(s, ws, i)
		if n > 0 {
			ds = append(ds, d)
			i += n - 1
		}
	}
	return ds
}

// dateAt reads a date that begins at the i-th word; n is the number of its words.
func (c *Cutter) dateAt(s string, ws []word, i int) (d dated, n int) {
	if i >= len(ws) {
		return d, 0
	}
	if d, n = isoDate(s, ws, i); n > 0 {
		return d, n
	}
	if d, n = numberDate(s, ws, i); n > 0 {
		return d, n
	}
	return c.wordDate(s, ws, i)
}

// wordDate reads “May 26, 2023”, “26 de mayo de 2023”, “Jan 28th '23”, “March 2022”.
func (c *Cutter) wordDate(s string, ws []word, i int) (dated, int) {
	if m := c.month(ws[i]); m > 0 {
		if i+1 >= len(ws) {
			return dated{}, 0
		}
		if day := c.dayNumber(ws[i+1]); day > 0 && i+2 < len(ws) && near(s, ws[i], ws[i+1]) {
			j := c.skipFillers(ws, i+2)
			if y := yearAt(s, ws, j); y > 0 {
				d := dated{start: ws[i].start, end: ws[j].end, year: y, month: m, day: day}
				if d.valid() {
					return d, j - i + 1
				}
			}
		}
		j := c.skipFillers(ws, i+1)
		if j < len(ws) && len(ws[j].fold) == 4 && near(s, ws[i], ws[i+1]) {
			if y := year(ws[j].fold, false); y > 0 {
				return dated{start: ws[i].start, end: ws[j].end, year: y, month: m}, j - i + 1
			}
		}
		return dated{}, 0
	}
	day := c.dayNumber(ws[i])
	if day == 0 {
		return dated{}, 0
	}
	j := c.skipFillers(ws, i+1)
	if j >= len(ws) {
		return dated{}, 0
	}
	m := c.monthAfterDay(ws[j])
	if m == 0 || j-i > 2 || !near(s, ws[i], ws[i+1]) {
		return dated{}, 0
	}
	k := c.skipFillers(ws, j+1)
	y := yearAt(s, ws, k)
	d := dated{start: ws[i].start, year: y, month: m, day: day}
	if y == 0 || !d.valid() {
		return dated{}, 0
	}
	d.end = ws[k].end
	return d, k - i + 1
}

// near reports that only spaces, dots or commas stand between two words.
func near(s string, a, b word) bool {
	return strings.Trim(s[a.end:b.start], " \u00A0.,") == ""
}

func (c *Cutter) skipFillers(ws []word, i int) int {
	for i < len(ws) {
		if kind, n := c.dates.kindAt(ws, i); kind == "filler" || kind == "day" {
			i += n
			continue
		}
		break
	}
	return i
}

// month gives the number of the month that a word names, 0 when it names none.
func (c *Cutter) month(w word) int {
	kind, _ := c.dates.kindAt([]word{w}, 0)
	return number(kind)
}

// monthAfterDay is month for a word that follows a day's number: there the names of
// other languages are safe, which alone may be words of the text's own.
func (c *Cutter) monthAfterDay(w word) int {
	if m := c.month(w); m > 0 {
		return m
	}
	kind, _ := c.months.kindAt([]word{w}, 0)
	return number(kind)
}

// dayNumber reads a day of the month: “4”, “04”, “4th”.
func (c *Cutter) dayNumber(w word) int {
	digits := strings.TrimRightFunc(w.fold, func(r rune) bool { return !unicode.IsDigit(r) })
	if len(digits) == 0 || len(digits) > 2 {
		return 0
	}
	if rest := w.fold[len(digits):]; rest != "" {
		if kind, _ := c.dates.kindAt([]word{{fold: rest}}, 0); kind != "ordinal" {
			return 0
		}
	}
	if d := number(digits); d >= 1 && d <= 31 {
		return d
	}
	return 0
}

// yearAt reads the year at the i-th word: four digits, or two after an apostrophe.
func yearAt(s string, ws []word, i int) int {
	if i >= len(ws) {
		return 0
	}
	w := ws[i]
	short := strings.HasSuffix(s[:w.start], "'") || strings.HasSuffix(s[:w.start], "’") || strings.HasSuffix(s[:w.start], "‘")
	return year(w.fold, short)
}

// year reads a year. Two digits mean the hundred years from 1970 on: saved web pages
// are not older.
func year(s string, short bool) int {
	n := number(s)
	switch {
	case len(s) == 4 && n >= 1600 && n < 2200:
		return n
	case len(s) == 2 && short && n >= 70:
		return 1900 + n
	case len(s) == 2 && short:
		return 2000 + n
	}
	return 0
}

func (d dated) valid() bool {
	if d.year < 1600 || d.year > 2199 || d.month < 1 || d.month > 12 || d.day < 1 {
		return false
	}
	_, _, ok := stemma.Date(strconv.Itoa(d.year) + "-" + two(d.month) + "-" + two(d.day)).Bounds()
	return ok
}

// date gives the date in EDTF. Where the order of day and month is open and the page
// gives no evidence, only the year is certain.
func (d dated) date(order byte) stemma.Date {
	y := strconv.Itoa(d.year)
	month, day := d.month, d.day
	if d.swapped {
		switch {
		case order == 'm':
			month, day = day, month
		case order == 0 && d.withSlashes:
			return stemma.Date(y)
		}
	}
	if day == 0 {
		return stemma.Date(y + "-" + two(month))
	}
	return stemma.Date(y + "-" + two(month) + "-" + two(day))
}
