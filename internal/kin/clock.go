package kin

import (
	"math"
	"slices"
	"time"

	"stemma"
)

// days gives a date as days since 1970; it reports true where there is none.
func days(d stemma.Date) (float64, bool) {
	first, _, ok := d.Bounds()
	if !ok {
		return 0, true
	}
	at := float64(first.Unix()) / 86400
	if t, err := time.Parse("15:04", hour(d)[:min(5, len(hour(d)))]); err == nil {
		at += float64(t.Hour())/24 + float64(t.Minute())/1440
	}
	return at, false
}

// doubt takes dates for unknown that lie far before the middle half of all: they are rather
// false.
func doubt(all []marks) {
	var known []float64
	for _, m := range all {
		if m.dated {
			known = append(known, m.day)
		}
	}
	const least, most = 7, 4 // days; dates
	if len(known) < most {
		return
	}
	slices.Sort(known)
	low, high := known[len(known)/4], known[3*len(known)/4]
	for k := range all {
		if m := &all[k]; m.dated && m.day < low-3*max(high-low, least) {
			m.dated, m.doubted = false, true
		}
	}
}

// begun gives the ways where a text is the family's first, and how seldom one without a date
// is, as a logarithm. Without a date it is as old as the earliest of the others at least: how
// long after it its copies came is not free to be the usual for each.
func begun(all []marks, ways []way, root int) ([]way, float64) {
	if all[root].dated {
		return ways, 0
	}
	first, dated := marks{day: math.Inf(1), dated: true}, 0.0
	for k := range all {
		if all[k].dated {
			dated++
			first.day = min(first.day, all[k].day)
		}
	}
	if dated == 0 {
		return ways, 0
	}
	from := slices.Clone(ways)
	for i := range from {
		if w := &from[i]; w.from == root && all[w.to].dated {
			w.fit += all[w.to].delay(&first) - all[w.to].delay(&all[root])
		}
	}
	return from, min(undated, math.Log(dated))
}
