package concord

import (
	"math"
	"strconv"

	"stemma"
)

// bounds gives the least and the most that a figure can mean; ok is false for one
// without any number.
func bounds(f *stemma.Figure) (low, high float64, ok bool) {
	const open = 1e300
	switch {
	case f.Value == nil && f.Min == nil && f.Max == nil:
		return 0, 0, false
	case f.Value == nil:
		low, high = 0, open
		if f.Min != nil {
			low = *f.Min
		}
		if f.Max != nil {
			high = *f.Max
		}
		return low, high, true
	}
	v := *f.Value
	switch f.Op {
	case ">=":
		return v, open, true
	case ">":
		return math.Nextafter(v, open), open, true
	case "<=":
		return 0, v, true
	case "<":
		return 0, math.Nextafter(v, -open), true
	case "~":
		return v * 0.9, v * 1.1, true // “around 60” and 65 do not contradict each other
	}
	return v, v, true
}

// agree reports whether two figures can both be right of one moment.
func agree(f, g *stemma.Figure) bool {
	fl, fh, fok := bounds(f)
	gl, gh, gok := bounds(g)
	return !fok || !gok || fl <= gh && gl <= fh
}

// amount words a figure: “27”, “at least 27”, “20 to 30”.
func amount(f *stemma.Figure) string {
	word := map[string]string{">=": "at least ", ">": "more than ", "<=": "at most ", "<": "fewer than ", "~": "about "}[f.Op]
	switch {
	case f.Value != nil:
		return word + number(*f.Value)
	case f.Min != nil && f.Max != nil:
		return number(*f.Min) + " to " + number(*f.Max)
	case f.Min != nil:
		return number(*f.Min) + " or more"
	case f.Max != nil:
		return "up to " + number(*f.Max)
	}
	return "an unstated number"
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
