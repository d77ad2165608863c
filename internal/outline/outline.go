// Package outline knows the shapes of the world's countries, for maps that need no network.
//
// It takes nothing; its data is Natural Earth's (public domain), thinned and embedded:
// outlines.txt says how. It gives each country's rings in degrees. It promises that neighbours share
// their borders point by point, and that the shapes are exact to about six kilometres: enough to
// see where a place lies, not to tell on which side of a border. It draws nothing, and takes no side
// in quarrels over borders: it has those of its source.
package outline

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

//go:embed outlines.txt
var outlinesFile string

// Point is a place on the map, WGS 84, in degrees.
type Point struct{ Lon, Lat float64 }

// Country is a country's shape.
type Country struct {
	Code     string    // ISO 3166-1 alpha-2; "" where the source has none
	Rings    [][]Point // closed, the last point being the first; lakes and enclaves are rings too; beyond 180 where one crosses that line
	Min, Max Point     // the corners of the box around it
}

// World gives all countries, by code. What it gives must not be changed.
var World = sync.OnceValue(func() []Country {
	countries, err := parse(outlinesFile)
	if err != nil {
		panic("outline: " + err.Error()) // the file is part of the program
	}
	return countries
})

// parse reads the file; its head says what stands where.
func parse(file string) (out []Country, err error) {
	var lines [][]Point
	n := 0
	for line := range strings.Lines(file) {
		n++
		line = strings.TrimSpace(line)
		code, rest, isCountry := strings.Cut(line, ":")
		switch {
		case line == "" || line[0] == '#':
			continue
		case isCountry:
			var c Country
			if c, err = country(code, rest, lines); err == nil {
				out = append(out, c)
			}
		default:
			var points []Point
			if points, err = steps(line); err == nil {
				lines = append(lines, points)
			}
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
	}
	return out, nil
}

// steps reads a line on the map.
func steps(line string) (out []Point, err error) {
	x, y := 0, 0
	fields := strings.Fields(line)
	if len(fields)%2 != 0 {
		return nil, fmt.Errorf("%d numbers, which are no points", len(fields))
	}
	for i := 0; i < len(fields); i += 2 {
		dx, err1 := strconv.Atoi(fields[i])
		dy, err2 := strconv.Atoi(fields[i+1])
		if err1 != nil || err2 != nil {
			return nil, fmt.Errorf("%q is no step", fields[i]+" "+fields[i+1])
		}
		x, y = x+dx, y+dy
		out = append(out, Point{float64(x) / 100, float64(y) / 100})
	}
	return out, nil
}

// country joins lines to the rings of a country.
func country(code, rings string, lines [][]Point) (Country, error) {
	c := Country{Code: code, Min: Point{180, 90}, Max: Point{-180, -90}}
	if code == "--" {
		c.Code = ""
	}
	for ring := range strings.SplitSeq(rings, ";") {
		var points []Point
		for _, f := range strings.Fields(ring) {
			n, err := strconv.Atoi(f)
			if err != nil || max(n, ^n) >= len(lines) {
				return c, fmt.Errorf("there is no line %q", f)
			}
			points = join(points, lines[max(n, ^n)], n < 0)
		}
		unwrap(points)
		for _, p := range points {
			c.Min = Point{min(c.Min.Lon, p.Lon), min(c.Min.Lat, p.Lat)}
			c.Max = Point{max(c.Max.Lon, p.Lon), max(c.Max.Lat, p.Lat)}
		}
		c.Rings = append(c.Rings, points)
	}
	return c, nil
}

// unwrap lets a ring that crosses the line of 180 degrees go on beyond it, so that it is one
// piece; what lies around the pole stays as it is.
func unwrap(ring []Point) {
	for i := range ring {
		if i > 0 && ring[i-1].Lon-ring[i].Lon > 180 && ring[i].Lat > -80 {
			ring[i].Lon += 360
		}
	}
	for i := len(ring) - 2; i >= 0; i-- { // a ring that begins beyond it
		if ring[i+1].Lon-ring[i].Lon > 180 && ring[i].Lat > -80 {
			ring[i].Lon += 360
		}
	}
}

// join adds a line to a ring, without the point that both share.
func join(ring, line []Point, backwards bool) []Point {
	for i := range line {
		p := line[i]
		if backwards {
			p = line[len(line)-1-i]
		}
		if len(ring) == 0 || ring[len(ring)-1] != p {
			ring = append(ring, p)
		}
	}
	return ring
}
