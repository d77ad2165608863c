package concord

import (
	"math"
	"strconv"
)

// bounds gives the least and the most that a figure can mean; ok is false for one
// without any number.
func bounds(f *figure) (low, high float64, ok bool) {
	const open = 1e300
	switch {
	case f.value == nil && f.low == nil && f.high == nil:
		return 0, 0, false
	case f.value == nil:
		low, high = 0, open
		if f.low != nil {
			low = *f.low
		}
		if f.high != nil {
			high = *f.high
		}
		return low, high, true
	}
	v := *f.value
	switch f.op {
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

// agree reports whether two figures can both be right of one moment: “more than 50” and 50
// are told of one count every day.
func agree(f, g *figure) bool {
	if f.value != nil && g.value != nil && *f.value == *g.value {
		return true
	}
	fl, fh, fok := bounds(f)
	gl, gh, gok := bounds(g)
	return !fok || !gok || fl <= gh && gl <= fh
}

// amount words a figure: “27”, “at least 27”, “20 to 30”.
func amount(f *figure) string {
	word := map[string]string{">=": "at least ", ">": "more than ", "<=": "at most ", "<": "fewer than ", "~": "about "}[f.op]
	switch {
	case f.value != nil:
		return word + number(*f.value)
	case f.low != nil && f.high != nil:
		return number(*f.low) + " to " + number(*f.high)
	case f.low != nil:
		return number(*f.low) + " or more"
	case f.high != nil:
		return "up to " + number(*f.high)
	}
	return "an unstated number"
}

// number writes what a text states as it is, and a reckoned number, as two thirds of a
// hundred are, with a single decimal.
func number(v float64) string {
	if math.Abs(v*1e6-math.Round(v*1e6)) > 1e-3 {
		return strconv.FormatFloat(v, 'f', 1, 64)
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}
