// Package chart draws figures over time, events over time, places on a map and the tree of a family as SVG.
//
// It takes plain values and the messages of a language, and gives SVG text that stands in a page, in an export or in
// print without script. It promises that all text in it is escaped, that the same
// values give the same bytes, that every mark is a link with a name that a screen
// reader speaks, and that colours come from the page's style sheet, so that light, dark
// and print need no other picture. It reads no pile and decides nothing about values.
package chart

import (
	"fmt"
	"html"
	"math"
	"strconv"
	"strings"
	"time"

	"stemma/internal/message"
)

// writer collects SVG.
type writer struct{ strings.Builder }

// put writes one line of SVG; strings among the arguments are escaped.
func (w *writer) put(format string, args ...any) {
	for i, a := range args {
		switch a := a.(type) {
		case string:
			args[i] = html.EscapeString(a)
		case float64:
			args[i] = coordinate(a)
		}
	}
	fmt.Fprintf(w, format+"\n", args...)
}

// coordinate writes a place in the picture with one decimal.
func coordinate(f float64) string {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return "0"
	}
	return strconv.FormatFloat(math.Round(f*10)/10, 'f', -1, 64)
}

// scale maps days to places.
type scale struct {
	book        *message.Book // for the labels
	from, until time.Time
	x0, x1      float64
}

func newScale(book *message.Book, from, until time.Time, x0, x1 float64) scale {
	if !until.After(from) {
		from, until = from.AddDate(0, 0, -3), until.AddDate(0, 0, 3)
	}
	return scale{book, from, until, x0, x1}
}

func (s scale) at(t time.Time) float64 {
	part := float64(t.Unix()-s.from.Unix()) / float64(s.until.Unix()-s.from.Unix()) // a Duration ends at 292 years
	return s.x0 + part*(s.x1-s.x0)
}

// tick is a place on the axis of time with its label.
type tick struct {
	at    time.Time
	label string
	year  string // that is not in the label; "" where it is in it
}

// ticks gives at most twelve round dates: days, weeks, months, quarters, years or
// decades, whichever fit.
func (s scale) ticks() []tick {
	days := float64(s.until.Unix()-s.from.Unix()) / 86400
	switch {
	case days <= 10:
		return s.every(0, 0, 1, dayTick)
	case days <= 24:
		return s.every(0, 0, 3, dayTick)
	case days <= 80:
		return s.every(0, 0, 7, dayTick)
	case days <= 240:
		return s.every(0, 1, 0, monthTick)
	case days <= 730:
		return s.every(0, 3, 0, monthTick)
	case days <= 3000:
		return s.every(1, 0, 0, yearTick)
	}
	return s.every(max(int(days/365/7), 1), 0, 0, yearTick)
}

func (s scale) every(years, months, days int, label func(*message.Book, time.Time) string) []tick {
	at := time.Date(s.from.Year(), s.from.Month(), s.from.Day(), 0, 0, 0, 0, time.UTC)
	switch {
	case years > 0:
		at = time.Date(s.from.Year()/years*years, 1, 1, 0, 0, 0, 0, time.UTC)
	case months > 0:
		at = time.Date(s.from.Year(), time.Month((int(s.from.Month())-1)/months*months+1), 1, 0, 0, 0, 0, time.UTC)
	}
	var out []tick
	for ; !at.After(s.until); at = at.AddDate(years, months, days) {
		if !at.Before(s.from) {
			t := tick{at: at, label: label(s.book, at)}
			if days > 0 {
				t.year = at.Format("2006")
			}
			out = append(out, t)
		}
	}
	return out
}

// axisYears writes below the labels of an axis the year of the first, and of each that is of
// another year than the one before.
func axisYears(w *writer, x scale, ticks []tick, width, y float64) {
	for i, t := range ticks {
		if t.year != "" && (i == 0 || t.year != ticks[i-1].year) {
			w.put(`<text class="tick year" x="%v" y="%v" text-anchor="middle">%v</text>`, inside(x.at(t.at), width, 46), y, t.year)
		}
	}
}

// steps gives round values from 0 to at least high: four to eight of them.
func steps(high float64) []float64 {
	if high <= 0 {
		return []float64{0, 1}
	}
	size := math.Pow(10, math.Floor(math.Log10(high)))
	for _, part := range []float64{0.2, 0.25, 0.5, 1, 2} {
		if n := high / (size * part); n <= 7 {
			size *= part
			break
		}
	}
	if high >= 4 {
		size = math.Max(size, 1)
	}
	var out []float64
	for v := 0.0; ; v += size {
		v = math.Round(v*1e6) / 1e6 // no 0.6000000000000001
		out = append(out, v)
		if v >= high || len(out) > 10 {
			return out
		}
	}
}

func dayTick(b *message.Book, t time.Time) string {
	return b.Say("date.tick-day", "day", t.Day(), "month", shortMonth(b, t))
}

func monthTick(b *message.Book, t time.Time) string {
	return b.Say("date.tick-month", "month", shortMonth(b, t), "year", t.Format("2006"))
}

func yearTick(_ *message.Book, t time.Time) string { return t.Format("2006") }

func shortMonth(b *message.Book, t time.Time) string {
	return b.Say("date.short." + strconv.Itoa(int(t.Month())))
}
