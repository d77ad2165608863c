package chart

import (
	"time"
	"unicode/utf8"

	"stemma/internal/message"
)

// Lane is a row of a timeline.
type Lane struct {
	Name  string
	Marks []LaneMark
}

// LaneMark is an event on a lane, from its first to its last possible day, or all events of a
// stretch of time. A zero day is an open end.
type LaneMark struct {
	From, Until time.Time
	Families    int
	Label, Href string
	Events      int // that it stands for; one for 0
}

// LaneView says which part of time is drawn, and for what.
type LaneView struct {
	From, Until time.Time // zero for as much as the marks need
	// Narrow draws for a phone: names above their lanes, few dates, no keyboard stops of its own.
	Narrow bool
	// Zoom gives the address of a stretch of time, to which its date on the axis leads; nil for none.
	Zoom func(from, until time.Time) string
}

// laneShape is the measures of a drawing, in its own units.
type laneShape struct {
	width, left, right float64 // of the picture; of its lanes
	lane, line         float64 // height of a lane; of its line below its top
	ticks              int     // at most
	name               int     // characters of a name
}

var (
	wideLanes   = laneShape{width, 196, width - right - 8, 34, 24, 12, 25}
	narrowLanes = laneShape{344, 10, 334, 52, 42, 4, 40}
)

// Lanes draws events over time, a lane a kind; what is dated inexactly is a bar as long
// as the time it may mean, fading where that has no end. It gives "" where there is nothing to draw.
func Lanes(book *message.Book, title string, lanes []Lane, v LaneView) string {
	from, until, any := lanesExtent(lanes)
	if !any {
		return ""
	}
	if !v.From.IsZero() {
		from = v.From
	}
	if !v.Until.IsZero() {
		until = v.Until
	}
	shape, class := wideLanes, "chart lanes"
	if v.Narrow {
		shape, class = narrowLanes, "chart lanes narrow"
	}
	x := newScale(book, from, until, shape.left, shape.right)
	foot := top + shape.lane*float64(len(lanes))
	var w writer
	w.put(`<svg class="%v" viewBox="0 0 %v %v" role="group" aria-label="%v">`, class, shape.width, foot+bottom, title)
	drawDates(&w, x, shape, foot, v.Zoom)
	for i, l := range lanes {
		drawLane(&w, l, x, shape, top+shape.lane*float64(i), v.Narrow)
	}
	w.put(`</svg>`)
	return w.String()
}

// drawDates draws the axis of time; each date leads to its stretch of time.
func drawDates(w *writer, x scale, shape laneShape, foot float64, zoom func(from, until time.Time) string) {
	ticks := x.ticks()
	every := (len(ticks) + shape.ticks - 1) / shape.ticks
	var labelled []tick
	for i, t := range ticks {
		w.put(`<line class="grid" x1="%v" x2="%v" y1="%v" y2="%v"/>`, x.at(t.at), x.at(t.at), top, foot+5)
		if i%every != 0 {
			continue
		}
		labelled = append(labelled, t)
		until := x.until
		if i+every < len(ticks) {
			until = ticks[i+every].at.AddDate(0, 0, -1)
		}
		at := min(max(x.at(t.at), 22), shape.width-26)
		if zoom == nil {
			w.put(`<text class="tick" x="%v" y="%v" text-anchor="middle">%v</text>`, inside(at, shape.width, 34), foot+20, t.label)
			continue
		}
		w.put(`<a class="zoom" href="%v" aria-label="%v"><text class="tick" x="%v" y="%v" text-anchor="middle">%v</text></a>`,
			zoom(t.at, until), x.book.Say("chart.zoom-to", "date", t.label), inside(at, shape.width, 34), foot+20, t.label)
	}
	axisYears(w, x, labelled, shape.width, foot+38)
}

// inside keeps the middle of a day's label so far from a picture's sides that nothing of it is
// cut off.
func inside(at, width, half float64) float64 {
	return min(max(at, half), width-half)
}

// drawLane draws one lane, whose top is at y.
func drawLane(w *writer, l Lane, x scale, shape laneShape, y float64, narrow bool) {
	line := y + shape.line
	name := l.Name
	if utf8.RuneCountInString(name) > shape.name {
		name = string([]rune(name)[:shape.name-1]) + "…"
	}
	if narrow {
		w.put(`<text class="lane-name" x="%v" y="%v">%v</text>`, shape.left-6, y+16, name)
	} else {
		w.put(`<text class="lane-name" x="%v" y="%v" text-anchor="end">%v<title>%v</title></text>`, shape.left-16, line+2, name, l.Name)
	}
	w.put(`<line class="grid" x1="%v" x2="%v" y1="%v" y2="%v"/>`, shape.left-6, shape.right+8, line, line)
	most := 0
	for _, m := range l.Marks {
		most = max(most, m.Events)
	}
	last, shift := -100.0, 0.0
	for _, m := range l.Marks {
		if !m.From.IsZero() && m.From.After(x.until) || !m.Until.IsZero() && m.Until.Before(x.from) {
			continue
		}
		a, b := x.x0, x.x1
		if !m.From.IsZero() {
			a = max(x.at(m.From), x.x0)
		}
		if !m.Until.IsZero() {
			b = min(x.at(m.Until), x.x1)
		}
		if a-last < 6 { // several on one day: beside and a little above each other
			shift = float64((int(shift) + 4) % 12)
		} else {
			shift = 0
		}
		last = a
		open := `<a href="%v" class="point" data-item=""><title>%v</title>`
		if narrow {
			open = `<a href="%v" class="point"><title>%v</title>`
		}
		w.put(open, m.Href, m.Label)
		if m.Events > 1 {
			tall := 4 + (shape.line-18)*float64(m.Events)/float64(most)
			w.put(`<rect class="pile" x="%v" y="%v" width="%v" height="%v"/></a>`, a, line-tall, max(b-a, 3), tall)
			continue
		}
		drawLaneMark(w, m, a, b, line-shift)
	}
}

func drawLaneMark(w *writer, m LaneMark, a, b, y float64) {
	switch {
	case m.From.IsZero() || m.Until.IsZero():
		w.put(`<rect class="band ajar" x="%v" y="%v" width="%v" height="6" rx="3"/>`, a, y-3, max(b-a, 6))
	case b-a > 6:
		w.put(`<rect class="band" x="%v" y="%v" width="%v" height="6" rx="3"/>`, a, y-3, b-a)
	default:
		w.put(`<circle class="mark" cx="%v" cy="%v" r="%v"/>`, a, y, min(3.5+float64(m.Families), 8))
	}
	w.put(`</a>`)
}

// lanesExtent gives the days that the picture shows: those of events known to a month, so
// that “the 1990s” in one text does not squeeze a month of news into a dot; those of all where
// none is known so well.
func lanesExtent(lanes []Lane) (from, until time.Time, any bool) {
	grow := func(m LaneMark) {
		if m.From.IsZero() {
			m.From = m.Until
		} else if m.Until.IsZero() {
			m.Until = m.From
		}
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
				if short := !m.From.IsZero() && !m.Until.IsZero() && m.Until.Sub(m.From) <= 31*24*time.Hour; short == exact {
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
