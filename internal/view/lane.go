package view

import (
	"cmp"
	"slices"
	"time"

	"stemma"
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

// laneSteps are the stretches of time by which events are drawn together, the shortest
// first: how many digits of a date name one (“2021-03-04”, “2021-03”, “2021”, “202X”).
var laneSteps = []int{len("2021-03-04"), len("2021-03"), len("2021"), len("202")}

// lanes draws the dated events of a choice by type, the most frequent type first.
func (a *acts) lanes(chosen []int32, c Choice) []Lane {
	by := map[string][]int{} // type → places in chosen
	for i, row := range chosen {
		if _, _, ok := a.list[row].date.Bounds(); ok {
			by[a.value(0, row)] = append(by[a.value(0, row)], i)
		}
	}
	types := sortedKeys(by)
	slices.SortStableFunc(types, func(x, y string) int { return cmp.Compare(len(by[y]), len(by[x])) })
	var out []Lane
	for _, t := range types {
		lane := Lane{Type: t}
		if len(by[t]) > laneMarks {
			lane.Marks = a.together(chosen, by[t], c)
		} else {
			for _, i := range by[t] {
				d := &a.list[chosen[i]]
				lane.Marks = append(lane.Marks, LaneMark{Date: d.date, Label: d.what + ", " + DateWords(d.date), Events: 1, Families: d.families(), Href: a.href(chosen[i])})
			}
		}
		out = append(out, lane)
	}
	return out
}

// together draws many events of a lane by the stretch of time that they begin in: the
// shortest one that leaves few enough marks. A mark leads to where its events begin in the
// list.
func (a *acts) together(chosen []int32, places []int, c Choice) []LaneMark {
	for n, digits := range laneSteps {
		var marks []LaneMark
		at := map[stemma.Date]int{}
		for _, i := range places {
			d := &a.list[chosen[i]]
			date := stretch(d.date, digits)
			k, ok := at[date]
			if !ok {
				k = len(marks)
				at[date] = k
				marks = append(marks, LaneMark{Date: date, Href: pageHref("/timeline", Choice{Fields: c.Fields, Offset: -1}, i, len(chosen))})
			}
			marks[k].Events++
			marks[k].Families = max(marks[k].Families, d.families())
		}
		if len(marks) > laneMarks && n < len(laneSteps)-1 {
			continue
		}
		for k := range marks {
			marks[k].Label = Count(marks[k].Events, "event", "events") + ", " + DateWords(marks[k].Date)
		}
		return marks
	}
	return nil
}

// stretch gives the day, month, year or decade in which a date begins.
func stretch(d stemma.Date, digits int) stemma.Date {
	first, ok := onset(d)
	if !ok {
		return d
	}
	s := first.Format(time.DateOnly)
	if digits == len("202") {
		return stemma.Date(s[:digits] + "X")
	}
	return stemma.Date(s[:min(digits, len(s))])
}
