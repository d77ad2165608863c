package main

import (
	"math"
	"slices"
)

// thinned leaves out the points of a line that lie nearly on it (Douglas and Peucker 1973);
// its ends stay where they are, so that neighbours stay joined.
func thinned(line [][2]float64) [][2]int {
	keep := make([]bool, len(line))
	keep[0], keep[len(line)-1] = true, true
	last := len(line) - 1
	if line[0] == line[last] && last > 2 { // a ring of one line: its farthest point is kept too
		far := 0
		for i := range line {
			if distance(line[i], line[0]) > distance(line[far], line[0]) {
				far = i
			}
		}
		keep[far] = true
		mark(line, keep, 0, far)
		mark(line, keep, far, last)
	} else {
		mark(line, keep, 0, last)
	}
	var out [][2]int
	for i, p := range line {
		q := [2]int{int(math.Round(p[0])), int(math.Round(p[1]))}
		if keep[i] && (len(out) == 0 || out[len(out)-1] != q) {
			out = append(out, q)
		}
	}
	return out
}

// mark keeps the point that is farthest from the chord between two kept ones, if it is far.
func mark(line [][2]float64, keep []bool, a, b int) {
	far, most := -1, 100*tolerance
	for i := a + 1; i < b; i++ {
		if d := offChord(line[i], line[a], line[b]); d > most {
			far, most = i, d
		}
	}
	if far < 0 {
		return
	}
	keep[far] = true
	mark(line, keep, a, far)
	mark(line, keep, far, b)
}

func distance(p, q [2]float64) float64 { return math.Hypot(p[0]-q[0], p[1]-q[1]) }

// offChord gives how far a point is from the line between two others.
func offChord(p, a, b [2]float64) float64 {
	length := distance(a, b)
	if length == 0 {
		return distance(p, a)
	}
	return math.Abs((b[0]-a[0])*(a[1]-p[1])-(a[0]-p[0])*(b[1]-a[1])) / length
}

// kept leaves out small islands, but never all of a country.
func kept(rings [][]int, lines [][][2]int) (out [][]int) {
	sizes := make([]float64, len(rings))
	for i, r := range rings {
		sizes[i] = area(r, lines)
	}
	for i, r := range rings {
		if sizes[i] >= least*1e4 || sizes[i] == slices.Max(sizes) && sizes[i] > 0 {
			out = append(out, r)
		}
	}
	return out
}

// area gives the size of a ring, in squares of a hundredth of a degree.
func area(ring []int, lines [][][2]int) float64 {
	var points [][2]int
	for _, n := range ring {
		line := lines[max(n, ^n)]
		if n < 0 {
			line = slices.Clone(line)
			slices.Reverse(line)
		}
		points = append(points, line...)
	}
	sum := 0.0
	for i, p := range points {
		q := points[(i+1)%len(points)]
		sum += float64(p[0])*float64(q[1]) - float64(q[0])*float64(p[1])
	}
	return math.Abs(sum) / 2
}
