package view

import (
	"slices"
	"time"

	"stemma"
	"stemma/internal/message"
)

// Zoom leads from a timeline's period to those around and in it.
type Zoom struct {
	Around []PeriodLink `json:"around"`           // all of the time, the year, the month; this period last, without an address
	Parts  []PeriodLink `json:"parts"`            // decades, years, months or days in which events begin
	Prev   *PeriodLink  `json:"before,omitempty"` // as long, while there are events before it
	Next   *PeriodLink  `json:"behind,omitempty"`
	Focus  *Focus       `json:"focus,omitempty"` // nil where all is drawn
}

// Focus is the time in which nearly all events of a long time lie; only that is drawn.
type Focus struct {
	From  stemma.Date `json:"from"`
	Until stemma.Date `json:"until"`
	Words string      `json:"words"`
	Left  int         `json:"left"` // events that begin before or behind it
}

// PeriodLink is a period that a list can be narrowed down to.
type PeriodLink struct {
	Words  string `json:"words"`
	Events int    `json:"events,omitempty"` // that begin in it; on a map, statements
	Share  int    `json:"share,omitempty"`  // of the part with the most events, in per cent
	Href   string `json:"href,omitempty"`
}

// The steps of time, as laneSteps has them.
const (
	stepDay = iota
	stepMonth
	stepYear
	stepDecade
)

// dayCount is how many rows begin on a day.
type dayCount struct {
	day  int32
	rows int
}

// zoomOf gives the ways from the period of a choice of a list. Begun are the days on which its
// rows begin, in order; first and last those of the list with the period left open.
func zoomOf(b *message.Book, path string, c Choice, begun []dayCount, first, last int32) Zoom {
	z := Zoom{Parts: partsOf(b, path, c, begun)}
	p, err := c.period()
	if err != nil || p == always {
		return z
	}
	link := func(d stemma.Date) *PeriodLink {
		return &PeriodLink{Words: b.Day(d), Href: listHref(path, c.during(d), "", "")}
	}
	z.Around = append(z.Around, PeriodLink{Words: b.Say("period.all"), Href: listHref(path, c.timeless(), "", "")})
	from, until := dayAt(p.first), dayAt(p.last)
	for step := stepYear; step >= stepDay && p.first != always.first && p.last != always.last; step-- {
		whole := laneSteps[step](from.Date())
		if whole != laneSteps[step](until.Date()) {
			break
		}
		if daysOf(whole) == p {
			if p.first > first {
				z.Prev = link(laneSteps[step](dayAt(p.first - 1).Date()))
			}
			if p.last < last {
				z.Next = link(laneSteps[step](dayAt(p.last + 1).Date()))
			}
			break
		}
		z.Around = append(z.Around, *link(whole))
	}
	z.Around = append(z.Around, PeriodLink{Words: periodWords(b, c)})
	return z
}

// zoom gives the ways from the period of a choice; chosen are its rows.
func (a *acts) zoom(b *message.Book, chosen []int32, c Choice) Zoom {
	var begun []dayCount
	for _, row := range chosen {
		if d := &a.list[row]; d.dated {
			if n := len(begun); n > 0 && begun[n-1].day == dayNumber(d.begins) {
				begun[n-1].rows++
			} else {
				begun = append(begun, dayCount{dayNumber(d.begins), 1})
			}
		}
	}
	z := zoomOf(b, "/timeline", c, begun, dayNumber(a.first), dayNumber(a.last))
	if len(z.Around) == 0 {
		z.Focus = a.focus(b, chosen)
	}
	return z
}

// focus finds the months in which eight of ten events begin, if these are a small part of
// the whole time: what a text says of 1988 would squeeze a month of news into a dot.
func (a *acts) focus(b *message.Book, chosen []int32) *Focus {
	var begins []time.Time
	for _, row := range chosen {
		if a.list[row].dated {
			begins = append(begins, a.list[row].begins)
		}
	}
	n := len(begins)
	if n < 10 {
		return nil
	}
	first, last := begins[n/10], begins[n-1-n/10]
	first = time.Date(first.Year(), first.Month(), 1, 0, 0, 0, 0, time.UTC)
	last = time.Date(last.Year(), last.Month()+1, 0, 0, 0, 0, 0, time.UTC)
	if begins[n-1].Sub(begins[0]) < 4*last.Sub(first) {
		return nil
	}
	f := &Focus{From: stemma.DateOf(first.Date()), Until: stemma.DateOf(last.Date())}
	f.Words = b.Date(f.From[:7] + "/" + f.Until[:7])
	if f.From[:7] == f.Until[:7] {
		f.Words = b.Date(f.From[:7])
	}
	for _, at := range begins {
		if at.Before(first) || at.After(last) {
			f.Left++
		}
	}
	return f
}

// periodWords words the period of a choice.
func periodWords(b *message.Book, c Choice) string {
	from, until := stemma.Date(c.Fields["from"]), stemma.Date(c.Fields["until"])
	switch {
	case from == until:
		return b.Day(from)
	case from == "":
		return b.Date("../" + until)
	case until == "":
		return b.Date(from + "/..")
	}
	return b.Date(from + "/" + until)
}

// partsOf gives the stretches of time in which rows of a choice begin: days where these lie
// within two months, months within three years, years within forty, else decades.
func partsOf(b *message.Book, path string, c Choice, begun []dayCount) []PeriodLink {
	p, err := c.period()
	if err != nil {
		return nil
	}
	begun = slices.DeleteFunc(slices.Clone(begun), func(d dayCount) bool { return d.day < p.first || d.day > p.last })
	if len(begun) == 0 {
		return nil
	}
	step := stepDecade
	for i, most := range []int32{62, 3 * 366, 40 * 366} {
		if begun[len(begun)-1].day-begun[0].day <= most {
			step = i
			break
		}
	}
	return stretches(b, path, c, begun, step)
}

// stretches gives the days, months, years or decades on which rows begin.
func stretches(b *message.Book, path string, c Choice, begun []dayCount, step int) []PeriodLink {
	var out []PeriodLink
	var date stemma.Date
	most := 0
	for _, at := range begun {
		if d := laneSteps[step](dayAt(at.day).Date()); d != date || len(out) == 0 {
			date = d
			out = append(out, PeriodLink{Words: b.Day(d), Href: listHref(path, c.during(d), "", "")})
		}
		out[len(out)-1].Events += at.rows
		most = max(most, out[len(out)-1].Events)
	}
	for i := range out {
		out[i].Share = max(100*out[i].Events/most, 1)
	}
	return out
}
