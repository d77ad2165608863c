package kin

import (
	"math"
	"slices"
	"time"

	"stemma"
)

// moment is when a text was published, in days.
type moment struct {
	at      float64
	guessed bool
}

// guess gives each text of a family the time of its date, and to one without a date
// that of the earliest of the texts it is most like: a little later, or earlier where
// the texts say so. Without it, a text without a date would lead from a late text to
// an early one.
func guess(texts []*text, members []int, ways []way) []moment {
	clock := make([]moment, len(members))
	for k, m := range members {
		clock[k].at, clock[k].guessed = days(texts[m].article.Published)
	}
	doubt(clock)
	nearest := make([]float64, len(members))
	for k := range nearest {
		nearest[k] = math.Inf(1)
	}
	for _, w := range ways { // every pair is there in both directions
		if !clock[w.from].guessed && clock[w.to].guessed {
			nearest[w.to] = min(nearest[w.to], w.cost)
		}
	}
	const near, little = 1.0, 1e-3
	set := make([]bool, len(members))
	for _, w := range ways {
		if clock[w.from].guessed || !clock[w.to].guessed || w.cost > nearest[w.to]+near {
			continue
		}
		at := clock[w.from].at + little
		if w.sum-w.date <= -tell {
			at -= 2 * little
		}
		if !set[w.to] || at < clock[w.to].at {
			clock[w.to].at, set[w.to] = at, true
		}
	}
	return clock
}

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

// doubt takes first dates for unknown that lie far before all others, while these lie
// close together: they are rather false.
func doubt(clock []moment) {
	var known []float64
	for _, m := range clock {
		if !m.guessed {
			known = append(known, m.at)
		}
	}
	slices.Sort(known)
	const least, most = 7, 4 // days; dates
	for len(known) >= most {
		gap, spread := known[1]-known[0], known[1+(len(known)-2)/2]-known[1]
		if gap < least || gap < 3*spread {
			return
		}
		for k, m := range clock {
			if !m.guessed && m.at == known[0] {
				clock[k].guessed = true
			}
		}
		known = known[1:]
	}
}
