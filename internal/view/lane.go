package view

import (
	"fmt"
	"slices"
	"time"

	"stemma"
	"stemma/internal/message"
)

// Lane is the events of one type, place or actor as marks on a line of time.
type Lane struct {
	Type  string     `json:"type,omitempty"` // where lanes are types
	Name  string     `json:"name"`
	Marks []LaneMark `json:"marks"`
}

// LaneMark is one event's span of days on a lane, or, where a lane has very many, all that
// begin in one month, year or decade.
type LaneMark struct {
	Date     stemma.Date `json:"date"`
	Label    string      `json:"label"`
	Events   int         `json:"events"`
	Families int         `json:"families"` // that tell of it; of several events the most
	Href     string      `json:"href"`     // of several events, the timeline of their lane and time
}

// LaneKinds are what the lanes of a timeline can be, fields of its choice: what “lanes” says
// there; by type without it.
var LaneKinds = []string{"type", "place", "who"}

// The names of the lanes that several values share, and of that where there is none.
const (
	LaneOthers  = "others"
	LaneUnknown = "not stated"
)

const (
	// laneMarks is how many marks a lane has at most before they are drawn together.
	laneMarks = 100
	// lanesMost is how many values have a lane of their own; the rest share one.
	lanesMost = 12
)

// laneOf is the events of one lane being drawn.
type laneOf struct {
	name   string
	choice Choice  // the one that shows just them
	places []int32 // in the rows chosen
}

// lanes draws the dated events of a choice, the most frequent lane first; those that share a
// lane, and those of which no text says it, come last.
func (a *acts) lanes(b *message.Book, chosen []int32, c Choice) []Lane {
	var out []Lane
	by := laneKind(c)
	for _, l := range a.sorted(chosen, c, by) {
		lane := Lane{Name: l.name}
		if by == "type" {
			lane.Type = l.name
		}
		if len(l.places) > laneMarks {
			lane.Marks = a.together(b, chosen, l)
			out = append(out, lane)
			continue
		}
		for _, i := range l.places {
			d := &a.list[chosen[i]]
			lane.Marks = append(lane.Marks, LaneMark{Date: d.date, Label: d.words(b) + ", " + b.Date(d.date), Events: 1, Families: d.families(), Href: a.href(chosen[i])})
		}
		out = append(out, lane)
	}
	return out
}

// laneKind gives what the lanes of a choice are.
func laneKind(c Choice) string {
	if kind := c.Fields["lanes"]; slices.Contains(LaneKinds, kind) {
		return kind
	}
	return LaneKinds[0]
}

// sorted sorts the dated events of a choice into lanes.
func (a *acts) sorted(chosen []int32, c Choice, by string) []laneOf {
	n := slices.IndexFunc(a.columns, func(x column) bool { return x.field == by })
	values := &a.columns[n]
	counts := map[string]int{}
	for _, row := range chosen {
		if a.list[row].dated {
			counts[values.values[values.of[row]]]++
		}
	}
	names, more := frequent(counts, lanesMost)
	at := map[string]int{}
	var out []laneOf
	for i, name := range names {
		at[name] = i
		out = append(out, laneOf{name: name, choice: c.with(by, name)})
	}
	if more > 0 {
		out = append(out, laneOf{name: LaneOthers, choice: c})
	}
	if counts[""] > 0 {
		at[""] = len(out)
		out = append(out, laneOf{name: LaneUnknown, choice: c})
	}
	for i, row := range chosen {
		if !a.list[row].dated {
			continue
		}
		k, ok := at[values.values[values.of[row]]]
		if !ok {
			k = len(names)
		}
		out[k].places = append(out[k].places, int32(i))
	}
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
// leads to the timeline of its lane in that time.
func (a *acts) together(b *message.Book, chosen []int32, l laneOf) (marks []LaneMark) {
	for n := range laneSteps {
		marks = marks[:0]
		for _, i := range l.places {
			date := laneSteps[n](a.begins(chosen, i).Date())
			if k := len(marks); k == 0 || marks[k-1].Date != date {
				marks = append(marks, LaneMark{Date: date})
			}
			mark := &marks[len(marks)-1]
			mark.Events++
			mark.Families = max(mark.Families, a.list[chosen[i]].families())
		}
		if len(marks) <= laneMarks {
			break
		}
	}
	for k := range marks {
		marks[k].Label = b.Count("events", marks[k].Events) + ", " + b.Date(marks[k].Date)
		marks[k].Href = listHref("/timeline", l.choice.during(marks[k].Date), "", "")
	}
	return marks
}

func (a *acts) begins(chosen []int32, i int32) time.Time { return a.list[chosen[i]].begins }
