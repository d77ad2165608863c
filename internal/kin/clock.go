package kin

import (
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
