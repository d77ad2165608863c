package view

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"stemma"
	"stemma/internal/message"
)

// Lane is the events of one type as marks on a line of time.
type Lane struct {
	Type  string     `json:"type"`
	Marks []LaneMark `json:"marks"`
}

// LaneMark is one event's span of days on a lane, or, where a lane has very many, all that
// begin in one month, year or decade.
type LaneMark struct {
	Date     stemma.Date `json:"date"`
	Label    string      `json:"label"`
	Events   int         `json:"events"`
	Families int         `json:"families"` // that tell of it; of several events the most
	Href     string      `json:"href"`
}

// laneMarks is how many marks a lane has at most before they are drawn together.
const laneMarks = 150

// lanes draws the dated events of a choice by type, the most frequent type first.
func (a *acts) lanes(b *message.Book, chosen []int32, c Choice) []Lane {
	types := &a.columns[0]
	by := make([][]int32, len(types.values)) // places in chosen
	for i, row := range chosen {
		if a.list[row].dated {
			by[types.of[row]] = append(by[types.of[row]], int32(i))
		}
	}
	var out []Lane
	for n, places := range by {
		switch lane := (Lane{Type: types.values[n]}); {
		case len(places) > laneMarks:
			lane.Marks = a.together(b, chosen, places, c)
			out = append(out, lane)
		case len(places) > 0:
			for _, i := range places {
				d := &a.list[chosen[i]]
				lane.Marks = append(lane.Marks, LaneMark{Date: d.date, Label: d.what + ", " + b.Date(d.date), Events: 1, Families: d.families(), Href: a.href(chosen[i])})
			}
			out = append(out, lane)
		}
	}
	slices.SortFunc(out, func(x, y Lane) int { return cmp.Or(cmp.Compare(y.events(), x.events()), cmp.Compare(x.Type, y.Type)) })
	return out
}

func (l *Lane) events() (n int) {
	for _, m := range l.Marks {
		n += m.Events
	}
	return n
}

// laneSteps are the stretches of time by which events are drawn together, the shortest
// first, as years, months and days name them (“2021-03-04”, “2021-03”, “2021”, “202X”).
var laneSteps = []func(year int, month time.Month, day int) stemma.Date{
	stemma.DateOf,
	func(y int, m time.Month, _ int) stemma.Date { return stemma.Date(fmt.Sprintf("%04d-%02d", y, m)) },
	func(y int, _ time.Month, _ int) stemma.Date { return stemma.Date(fmt.Sprintf("%04d", y)) },
	func(y int, _ time.Month, _ int) stemma.Date { return stemma.Date(fmt.Sprintf("%03dX", y/10)) },
}

// together draws many events of a lane, which stand in the order of their days, by the
// stretch of time that they begin in: the shortest one that leaves few enough marks. A mark
// leads to where its events begin in the list.
func (a *acts) together(b *message.Book, chosen, places []int32, c Choice) (marks []LaneMark) {
	var days []int32 // the first place of each day
	for _, i := range places {
		if n := len(days); n == 0 || !a.begins(chosen, days[n-1]).Equal(a.begins(chosen, i)) {
			days = append(days, i)
		}
	}
	for n, step := range laneSteps {
		marks = marks[:0]
		var firsts []int32
		for _, i := range days {
			if date := step(a.begins(chosen, i).Date()); len(marks) == 0 || marks[len(marks)-1].Date != date {
				marks, firsts = append(marks, LaneMark{Date: date}), append(firsts, i)
			}
		}
		if len(marks) <= laneMarks || n == len(laneSteps)-1 {
			a.fill(b, marks, firsts, chosen, places, c)
			return marks
		}
	}
	return marks
}

func (a *acts) begins(chosen []int32, i int32) time.Time { return a.list[chosen[i]].begins }

// fill counts and words marks; firsts are the places at which their events begin.
func (a *acts) fill(b *message.Book, marks []LaneMark, firsts, chosen, places []int32, c Choice) {
	k := 0
	for _, i := range places {
		for k+1 < len(firsts) && i >= firsts[k+1] {
			k++
		}
		marks[k].Events++
		marks[k].Families = max(marks[k].Families, a.list[chosen[i]].families())
	}
	for k := range marks {
		marks[k].Label = b.Count("events", marks[k].Events) + ", " + b.Date(marks[k].Date)
		marks[k].Href = pageHref("/timeline", Choice{Fields: c.Fields, Offset: -1}, int(firsts[k]), len(chosen))
	}
}
