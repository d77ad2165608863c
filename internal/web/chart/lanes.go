package chart

import (
	"time"

	"stemma/internal/message"
)

// Lane is a row of a timeline.
type Lane struct {
	Name  string
	Marks []LaneMark
}

// LaneMark is an event on a lane, from its first to its last possible day.
type LaneMark struct {
	From, Until time.Time
	Families    int
	Label, Href string
}

const laneHeight = 30.0

// Lanes draws events over time, a lane a kind; what is dated inexactly is a bar as long
// as the time it may mean.
func Lanes(book *message.Book, title string, lanes []Lane) string {
	from, until, any := lanesExtent(lanes)
	if !any {
		return ""
	}
	const names = 110.0
	x := newScale(book, from, until, names+12, width-right-8)
	foot := top + laneHeight*float64(len(lanes))
	var w writer
	w.put(`<svg class="chart lanes" viewBox="0 0 %v %v" role="group" aria-label="%v">`, width, foot+bottom, title)
	for _, t := range x.ticks() {
		w.put(`<line class="grid" x1="%v" x2="%v" y1="%v" y2="%v"/><text class="tick" x="%v" y="%v" text-anchor="middle">%v</text>`,
			x.at(t.at), x.at(t.at), top, foot+5, x.at(t.at), foot+20, t.label)
	}
	for i, l := range lanes {
		y := top + laneHeight*(float64(i)+0.5)
		w.put(`<text class="tick" x="%v" y="%v" text-anchor="end">%v</text><line class="grid" x1="%v" x2="%v" y1="%v" y2="%v"/>`,
			names, y+4, l.Name, names+8, width-right, y, y)
		last, shift := -100.0, 0.0
		for _, m := range l.Marks {
			a, b := max(x.at(m.From), x.x0), min(x.at(m.Until), x.x1)
			if a-last < 6 { // several on one day: beside and a little above each other
				shift = float64((int(shift) + 4) % 12)
			} else {
				shift = 0
			}
			last = a
			drawLaneMark(&w, m, a, b, y-shift+2)
		}
	}
	w.put(`</svg>`)
	return w.String()
}

func drawLaneMark(w *writer, m LaneMark, a, b, y float64) {
	w.put(`<a href="%v" class="point" data-item=""><title>%v</title>`, m.Href, m.Label)
	r := min(3.5+float64(m.Families), 8)
	if b-a > 6 {
		w.put(`<rect class="band" x="%v" y="%v" width="%v" height="6" rx="3"/>`, a, y-3, b-a)
	} else {
		w.put(`<circle class="mark" cx="%v" cy="%v" r="%v"/>`, a, y, r)
	}
	w.put(`</a>`)
}

// lanesExtent gives the days that the picture shows: those of exact events, with room
// for inexact ones up to a year around them, so that “the 1990s” in one text does not
// squeeze a month of news into a dot.
func lanesExtent(lanes []Lane) (from, until time.Time, any bool) {
	grow := func(m LaneMark) {
		if !any || m.From.Before(from) {
			from = m.From
		}
		if !any || m.Until.After(until) {
			until = m.Until
		}
		any = true
	}
	for _, exact := range []bool{true, false} {
		for _, l := range lanes {
			for _, m := range l.Marks {
				if short := m.Until.Sub(m.From) <= 31*24*time.Hour; short == exact {
					grow(m)
				}
			}
		}
		if any {
			return from, until, true
		}
	}
	return from, until, any
}
