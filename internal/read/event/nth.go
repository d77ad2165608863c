package event

import (
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/text"
)

// longestStand is the latest day of a strike or blockade that is believed.
const longestStand = 400

// ordinalBefore gives the number of the ordinal right before a token (“octavo día”, “12.º
// día”, “eighth day”); 0 where there is none.
func (f *finder) ordinalBefore(at int) int {
	i := at - 1
	for n := 0; n < 2 && i > f.s.First && f.d.Tokens[i].Kind != text.Number && !f.d.Has(f.k.ordinals, i); n++ {
		if f.d.Tokens[i].Kind == text.Word && len([]rune(f.d.Norm(i))) > 1 && !f.plain(i) {
			return 0
		}
		i--
	}
	if i < f.s.First {
		return 0
	}
	norm := f.d.Norm(i)
	if value, ok := f.k.ordinals.Value(norm); ok {
		n, _ := strconv.Atoi(value)
		return n
	}
	digits := norm[:len(norm)-len(strings.TrimLeft(norm, "0123456789"))]
	if n, err := strconv.Atoi(digits); err == nil && n <= longestStand {
		return n
	}
	return 0
}

// began gives a protest of which its n-th day is told the day on which it began, n-1 days
// before, and the days that it has lasted.
func (f *finder) began(a *act, e *stemma.Event) {
	if a.nth == 0 || e.Type != "PROTEST" || !e.Date.Exact() {
		return
	}
	day, _, ok := e.Date.Bounds()
	if !ok {
		return
	}
	day = day.AddDate(0, 0, 1-a.nth)
	e.Date = stemma.DateOf(day.Year(), day.Month(), day.Day())
	if e.Duration == "" {
		e.Duration = stemma.Date("P" + strconv.Itoa(a.nth) + "D")
	}
}
