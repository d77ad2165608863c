package chart

import (
	"slices"
	"time"

	"stemma/internal/message"
)

// Point is one statement of a count.
type Point struct {
	From, Until time.Time // the days of which it may speak; equal for one day
	Low         *float64
	High        *float64  // nil where it is open above (“at least”)
	Source      string    // "" for texts that speak in their own voice
	Families    int       // marks: one for each independent text
	Dissent     bool      // contradicted by another statement of the same day
	Part        bool      // part of a total
	Parts       []float64 // what its text splits it into
	Label       string    // in words, for tooltip and screen reader
	Href        string    // where it is stated
}

// The picture's size in its own units; the page scales it.
const (
	width, height            = 760.0, 344.0
	left, right, top, bottom = 84.0, 16.0, 16.0, 60.0
)

// shapes tell sources apart without colour.
var shapes = []string{"circle", "square", "diamond", "triangle", "cross", "star"}

// Toll draws a count over time: for each statement a mark an independent text, a bar
// for a range, a fading one for “at least”; statements that contradict each other are
// hollow, parts of a total small, and the parts into which a text splits a total a column
// beside its mark. A thin step is what one named source last said, until it said something
// else; nothing joins the words of two sources, and nothing goes on behind the last: the
// picture claims no true value.
func Toll(book *message.Book, title string, points []Point) string {
	points = slices.Clone(points)
	slices.SortStableFunc(points, func(a, b Point) int { return a.From.Compare(b.From) })
	var w writer
	if len(points) == 0 {
		return ""
	}
	from, until, high := extent(points)
	x := newScale(book, from, until, left+14, width-right-14)
	axis := steps(high)
	y := func(v float64) float64 { return height - bottom - v/axis[len(axis)-1]*(height-top-bottom) }
	w.put(`<svg class="chart toll" viewBox="0 0 %v %v" role="group" aria-label="%v">`, width, height, title)
	w.put(`<defs><linearGradient id="open" x1="0" y1="1" x2="0" y2="0"><stop offset="0" class="open-near"/><stop offset="1" class="open-far"/></linearGradient></defs>`)
	for _, v := range axis {
		w.put(`<line class="grid" x1="%v" x2="%v" y1="%v" y2="%v"/><text class="tick" x="%v" y="%v" text-anchor="end">%v</text>`,
			left, width-right, y(v), y(v), left-8, y(v)+4, book.Number(v))
	}
	for i, t := range x.ticks() {
		w.put(`<line class="grid" x1="%v" x2="%v" y1="%v" y2="%v"/><text class="tick%v" x="%v" y="%v" text-anchor="middle">%v</text>`,
			x.at(t.at), x.at(t.at), height-bottom, height-bottom+5, []string{"", " between"}[i%2], inside(x.at(t.at), width, 46), height-bottom+28, t.label)
	}
	axisYears(&w, x, x.ticks(), width, height-bottom+52)
	names := sources(points)
	for _, name := range names {
		if name != "" {
			drawSteps(&w, points, name, x, y)
		}
	}
	used := map[int]int{} // marks already drawn near a place
	for _, p := range points {
		drawPoint(&w, p, x, y, shapes[slices.Index(names, p.Source)%len(shapes)], used)
	}
	w.put(`</svg>`)
	w.WriteString(legend(book, names))
	return w.String()
}

func extent(points []Point) (from, until time.Time, high float64) {
	from, until = points[0].From, points[0].Until
	for _, p := range points {
		if p.From.Before(from) {
			from = p.From
		}
		if p.Until.After(until) {
			until = p.Until
		}
		for _, v := range []*float64{p.Low, p.High} {
			if v != nil && *v > high {
				high = *v
			}
		}
	}
	return from, until, high
}

func sources(points []Point) []string {
	var names []string
	for _, p := range points {
		if !slices.Contains(names, p.Source) {
			names = append(names, p.Source)
		}
	}
	slices.Sort(names)
	return names
}

// level gives where the mark of a point stands: in the middle of a range.
func level(p Point) (float64, bool) {
	switch {
	case p.Low != nil && p.High != nil:
		return (*p.Low + *p.High) / 2, true
	case p.High != nil:
		return *p.High, true
	case p.Low != nil:
		return *p.Low, true
	}
	return 0, false
}

// drawSteps draws what a source last said until it said something else, with a band where
// that was a range.
func drawSteps(w *writer, points []Point, source string, x scale, y func(float64) float64) {
	var last *Point
	for i := range points {
		p := &points[i]
		to, ok := level(*p)
		if p.Source != source || p.Part || !ok {
			continue
		}
		if last != nil && p.From.After(last.From) {
			from, _ := level(*last)
			x0, x1 := (x.at(last.From)+x.at(last.Until))/2, (x.at(p.From)+x.at(p.Until))/2
			if last.Low != nil && last.High != nil && *last.Low != *last.High {
				w.put(`<rect class="step-band" x="%v" y="%v" width="%v" height="%v"/>`, x0, y(*last.High), x1-x0, y(*last.Low)-y(*last.High))
			}
			w.put(`<path class="step" d="M%v %vH%vV%v"/>`, x0, y(from), x1, y(to))
		}
		last = p
	}
}

// drawParts stacks what a text splits a total into, from zero up: where they do not add up
// to the mark beside them, that shows.
func drawParts(w *writer, parts []float64, x float64, y func(float64) float64) {
	sum := 0.0
	for _, p := range parts {
		w.put(`<rect class="split" x="%v" y="%v" width="5" height="%v"/>`, x-2.5, y(sum+p), y(sum)-y(sum+p))
		sum += p
	}
}

// drawPoint draws one statement; marks that would cover each other stand side by side.
func drawPoint(w *writer, p Point, x scale, y func(float64) float64, shape string, used map[int]int) {
	at := p.High
	if at == nil {
		at = p.Low
	}
	if at == nil {
		return
	}
	cx, cy := (x.at(p.From)+x.at(p.Until))/2, y(*at)
	if p.Low != nil && p.High != nil && *p.Low != *p.High {
		cy = (y(*p.Low) + y(*p.High)) / 2
	}
	class := "point"
	if p.Dissent {
		class += " dissent"
	}
	if p.Part {
		class += " part"
	}
	w.put(`<a href="%v" class="%v" data-item=""><title>%v</title>`, p.Href, class, p.Label)
	switch {
	case p.High == nil:
		w.put(`<rect class="band open" x="%v" y="%v" width="12" height="%v"/>`, cx-6, cy-26, 26.0)
	case p.Low != nil && *p.Low != *p.High:
		w.put(`<rect class="band" x="%v" y="%v" width="12" height="%v"/>`, cx-6, y(*p.High), y(*p.Low)-y(*p.High))
	}
	if d := x.at(p.Until) - x.at(p.From); d > 8 {
		w.put(`<line class="whisker" x1="%v" x2="%v" y1="%v" y2="%v"/>`, x.at(p.From), x.at(p.Until), cy, cy)
	}
	drawParts(w, p.Parts, cx-10, y)
	for range max(p.Families, 1) {
		key := int(cx/12)*10000 + int(cy/12)
		n := used[key]
		used[key]++
		drawShape(w, shape, cx+float64(n%8)*11, cy-float64(n/8)*11)
	}
	w.put(`</a>`)
}

func drawShape(w *writer, shape string, x, y float64) {
	const r = 5.0
	switch shape {
	case "square":
		w.put(`<rect class="mark" x="%v" y="%v" width="9" height="9"/>`, x-4.5, y-4.5)
	case "diamond":
		w.put(`<path class="mark" d="M%v %vL%v %vL%v %vL%v %vZ"/>`, x, y-r-1, x+r+1, y, x, y+r+1, x-r-1, y)
	case "triangle":
		w.put(`<path class="mark" d="M%v %vL%v %vL%v %vZ"/>`, x, y-r-1, x+r+1, y+r-1, x-r-1, y+r-1)
	case "cross":
		w.put(`<path class="mark stroke" d="M%v %vL%v %vM%v %vL%v %v"/>`, x-r, y-r, x+r, y+r, x-r, y+r, x+r, y-r)
	case "star":
		w.put(`<path class="mark stroke" d="M%v %vL%v %vM%v %vL%v %v"/>`, x-r-1, y, x+r+1, y, x, y-r-1, x, y+r+1)
	default:
		w.put(`<circle class="mark" cx="%v" cy="%v" r="%v"/>`, x, y, r)
	}
}

// legend tells which shape is whose.
func legend(book *message.Book, names []string) string {
	var w writer
	w.put(`<ul class="legend plain">`)
	for i, n := range names {
		if n == "" {
			n = book.Say("tolls.no-source")
		}
		w.put(`<li><svg viewBox="0 0 14 14" aria-hidden="true">`)
		drawShape(&w, shapes[i%len(shapes)], 7, 7)
		w.put(`</svg>%v</li>`, n)
	}
	w.put(`</ul>`)
	return w.String()
}
