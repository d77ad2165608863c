package chart

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"stemma/internal/outline"
)

// Place is a mark of a map.
type Place struct {
	Name      string
	Lat, Lon  float64
	Precision string // “country” is drawn as an area, “city” as a full mark, all between as a hollow one
	Country   string // ISO 3166-1 alpha-2
	Families  int
	Label     string
	Href      string
}

// Area is the part of the world that a map shows, in degrees.
type Area struct{ West, South, East, North float64 }

// Map draws places on the outlines of countries, for a desk or for a phone (narrow). The
// larger a mark, the more independent texts; the best attested have their names beside them, where
// there is room. Marks are links; those of the narrow drawing are no stops of the keyboard's list, since
// a page has both drawings.
func Map(title string, places []Place, a Area, narrow bool) string {
	m := newMapper(a, narrow)
	places = slices.Clone(places)
	slices.SortStableFunc(places, func(p, q Place) int { return cmp.Compare(q.Families, p.Families) }) // small ones on top
	areas := map[string]*Place{}
	for i := range places {
		if p := &places[i]; p.Precision == "country" && areas[p.Country] == nil && p.Country != "" {
			areas[p.Country] = p
		}
	}
	class := "chart map"
	if narrow {
		class += " narrow"
	}
	m.w.put(`<svg class="%v" viewBox="0 0 %v %v" role="group" aria-label="%v"><rect class="sea" width="%v" height="%v"/>`, class, m.width, m.height, title, m.width, m.height)
	drawn := m.lands(areas)
	for i := range places {
		if p := &places[i]; !drawn[p] {
			m.mark(p)
		}
	}
	for i := range places[:min(len(places), namesMost)] {
		m.name(&places[i], drawn[&places[i]])
	}
	m.w.put(`</svg>`)
	return m.w.String()
}

// mapper maps degrees to a picture: all longitudes alike, degrees of latitude as long as they
// are in the middle of the picture.
type mapper struct {
	w             writer
	area          Area
	width, height float64
	x, y          float64 // units a degree
	narrow        bool
	taken         [][4]float64 // boxes of names and marks: left, top, right, bottom
}

func newMapper(a Area, narrow bool) *mapper {
	m := &mapper{area: a, width: 760, narrow: narrow}
	least, most := 0.45, 0.75 // height for width
	if narrow {
		m.width, least, most = 344, 0.8, 1.25
	}
	squeeze := max(math.Cos((a.South+a.North)/2*math.Pi/180), 0.2)
	wide, high := (a.East-a.West)*squeeze, a.North-a.South
	shape := min(max(high/wide, least), most)
	m.height = math.Round(m.width * shape)
	m.y = min(m.height/high, m.width/wide) // the whole area is in the picture
	m.x = m.y * squeeze
	m.area.West = (a.West+a.East)/2 - m.width/2/m.x
	m.area.East = m.area.West + m.width/m.x
	m.area.North = (a.South+a.North)/2 + m.height/2/m.y
	m.area.South = m.area.North - m.height/m.y
	return m
}

func (m *mapper) at(lon, lat float64) (x, y float64) {
	return (lon - m.area.West) * m.x, (m.area.North - lat) * m.y
}

// shows reports whether a part of the box is in the picture.
func (m *mapper) shows(low, high outline.Point) bool {
	return low.Lon <= m.area.East && high.Lon >= m.area.West && low.Lat <= m.area.North && high.Lat >= m.area.South
}

// lands draws the countries, and gives the places that have become areas.
func (m *mapper) lands(areas map[string]*Place) map[*Place]bool {
	drawn, most := map[*Place]bool{}, 1
	for _, p := range areas {
		most = max(most, p.Families)
	}
	for _, c := range outline.World() {
		d := ""
		if m.shows(c.Min, c.Max) {
			d = m.path(c.Rings)
		}
		p := areas[c.Code]
		switch {
		case d == "":
		case p == nil:
			m.w.put(`<path class="land" d="%v"/>`, d)
		default:
			drawn[p] = true
			m.link(p)
			m.w.put(`<path class="land said level-%d" d="%v"/></a>`, min(3*p.Families/most, 2), d)
		}
	}
	return drawn
}

// path gives the rings as SVG has them, cut off beside the picture, without those that would
// be a dot and points that fall on one another.
func (m *mapper) path(rings [][]outline.Point) string {
	var b strings.Builder
	for _, ring := range rings {
		line := make([][2]float64, 0, len(ring))
		for _, p := range ring {
			x, y := m.at(p.Lon, p.Lat)
			if n := len(line); n == 0 || math.Abs(x-line[n-1][0])+math.Abs(y-line[n-1][1]) >= 0.9 {
				line = append(line, [2]float64{x, y})
			}
		}
		line = m.cut(line)
		if len(line) < 3 {
			continue
		}
		for i, p := range line {
			b.WriteByte("ML"[min(i, 1)])
			b.WriteString(coordinate(p[0]) + " " + coordinate(p[1]))
		}
		b.WriteByte('Z')
	}
	return b.String()
}

// beside is how far from the picture shapes are cut off, so that the cut is not seen.
const beside = 10

// cut gives the part of a shape that is in the picture (Sutherland and Hodgman 1974).
func (m *mapper) cut(shape [][2]float64) [][2]float64 {
	for side := range 4 {
		axis, sign, edge := side/2, 1.0, -float64(beside)
		if side%2 == 1 {
			sign, edge = -1, -([2]float64{m.width, m.height}[axis] + beside)
		}
		var out [][2]float64
		for i, p := range shape {
			q := shape[(i+1)%len(shape)]
			inP, inQ := sign*p[axis] >= edge, sign*q[axis] >= edge
			if inP {
				out = append(out, p)
			}
			if inP != inQ {
				t := (sign*edge - p[axis]) / (q[axis] - p[axis])
				out = append(out, [2]float64{p[0] + t*(q[0]-p[0]), p[1] + t*(q[1]-p[1])})
			}
		}
		shape = out
	}
	return shape
}

func (m *mapper) link(p *Place) {
	if m.narrow {
		m.w.put(`<a href="%v" class="point"><title>%v</title>`, p.Href, p.Label)
		return
	}
	m.w.put(`<a href="%v" class="point" data-item=""><title>%v</title>`, p.Href, p.Label)
}

// radius is that of a mark: its area grows with the texts.
func (m *mapper) radius(families int) float64 { return min(2.5+2.2*math.Sqrt(float64(families)), 17) }

// mark draws a place that is no area, if it is in the picture.
func (m *mapper) mark(p *Place) {
	x, y := m.at(p.Lon, p.Lat)
	if !m.holds(x, y) {
		return
	}
	m.link(p)
	class := "mark"
	switch p.Precision {
	case "city":
	case "country":
		class = "mark rough broad"
	default:
		class = "mark rough"
	}
	r := m.radius(p.Families)
	m.w.put(`<circle class="%v" cx="%v" cy="%v" r="%v"/></a>`, class, x, y, r)
	m.taken = append(m.taken, [4]float64{x - r, y - r, x + r, y + r})
}

func (m *mapper) holds(x, y float64) bool { return x >= 0 && y >= 0 && x <= m.width && y <= m.height }

// namesMost is how many of the best attested places may have their names written.
const namesMost = 120

// name writes a place's name beside its mark, or over its area, where there is room.
func (m *mapper) name(p *Place, area bool) {
	x, y := m.at(p.Lon, p.Lat)
	if !area && !m.holds(x, y) {
		return // it has no mark
	}
	long := 6.6 * float64(utf8.RuneCountInString(p.Name))
	r := m.radius(p.Families)
	if area {
		r, x = 0, x-long/2
	}
	for _, left := range []float64{x + r + 3, x - r - 3 - long} {
		box := [4]float64{left, y - 8, left + long, y + 6}
		free := m.holds(box[0], box[1]) && m.holds(box[2], box[3]) &&
			!slices.ContainsFunc(m.taken, func(o [4]float64) bool {
				own := !area && o == [4]float64{x - r, y - r, x + r, y + r}
				return !own && box[0] < o[2] && o[0] < box[2] && box[1] < o[3] && o[1] < box[3]
			})
		if free {
			m.taken = append(m.taken, box)
			m.w.put(`<text class="place-name" x="%v" y="%v">%v</text>`, left, y+4, p.Name)
			return
		}
	}
}
