package view

import (
	"cmp"
	"context"
	"fmt"
	"io"

	"stemma"
	"stemma/internal/message"
)

// Timeline lists events by day; the tellings of one happening stand as one.
type Timeline struct {
	Total   int     `json:"total"`             // in the choice
	Undated int     `json:"undated,omitempty"` // of them, of which no picture can tell
	Days    []Day   `json:"days"`              // by date; without a date last
	Lanes   []Lane  `json:"lanes"`             // the whole choice as a picture, by type, place or actor
	By      []Way   `json:"by"`                // the ways in which it can be drawn
	Zoom    Zoom    `json:"zoom"`
	Facets  []Facet `json:"facets"`
	Choice  Choice  `json:"choice"`
	Prev    string  `json:"prev,omitempty"`
	Next    string  `json:"next,omitempty"`
}

// Day is a date with what happened then.
type Day struct {
	Date  stemma.Date `json:"date,omitempty"`
	Words string      `json:"words"`
	Acts  []Act       `json:"acts"`
}

// Act is one event, or several tellings of one.
type Act struct {
	Happening stemma.ID `json:"happening,omitempty"`
	Type      string    `json:"type"`
	What      string    `json:"what"` // who, what, whom
	Place     string    `json:"place,omitempty"`
	Status    string    `json:"status"`
	Support   string    `json:"support,omitempty"`
	Families  int       `json:"families"`
	Texts     int       `json:"texts"`
	Cite      Cite      `json:"cite"`
	Href      string    `json:"href"`
	date      stemma.Date
}

// Way is one of several ways to show a list.
type Way struct {
	Name   string `json:"name"`
	Href   string `json:"href"`
	Chosen bool   `json:"chosen,omitempty"`
}

// lanePicture is the picture of a choice with the ways out of it.
type lanePicture struct {
	lanes   []Lane
	zoom    Zoom
	undated int
}

// timelineFields are the fields by which events are narrowed, with the messages that are their
// headings; the columns of the ledger of acts.
var timelineFields = []struct{ field, name string }{{"type", "word.type"}, {"place", "tolls.place"}, {"who", "victims.who"}, {"status", "word.status"}}

// Timeline lists the events of a choice; its fields are “type”, “place”, “who” (the first who
// acts), “status” and those of a period, and “lanes”, one of LaneKinds. An event of unknown date
// is of no period.
func (l *Library) Timeline(ctx context.Context, c Choice) (*Timeline, error) {
	s := l.shelf()
	acts, err := s.acts(ctx)
	if err != nil {
		return nil, fmt.Errorf("timeline: %w", err)
	}
	if _, err := c.period(); err != nil {
		return nil, err
	}
	v := &Timeline{Choice: c}
	chosen, counts := acts.choose(c.without("lanes"))
	for i, f := range timelineFields {
		v.Facets = append(v.Facets, choiceFacet(l.words, f.name, "/timeline", f.field, c, counts[i], eventWords(l.words, f.field)))
	}
	v.Total = len(chosen)
	picture := acts.drawn[l.words.Lang()].get(c, func() lanePicture {
		return lanePicture{acts.lanes(l.words, chosen, c), acts.zoom(l.words, chosen, c), acts.undated(chosen)}
	})
	v.Lanes, v.Zoom, v.Undated = picture.lanes, picture.zoom, picture.undated
	for _, kind := range LaneKinds {
		v.By = append(v.By, Way{kind, listHref("/timeline", c, "lanes", kind), kind == laneKind(c)})
	}
	v.Prev, v.Next = turns("/timeline", c, c.Offset, c.rows(), v.Total)
	shown := window(chosen, c)
	cites, err := s.citesByID(ctx, eventsOf(acts, shown))
	if err != nil {
		return nil, fmt.Errorf("timeline: %w", err)
	}
	for _, row := range shown {
		a := acts.act(l.words, row)
		a.Cite = cites[a.Cite.Finding]
		if n := len(v.Days); n == 0 || v.Days[n-1].Date != a.date {
			v.Days = append(v.Days, Day{Date: a.date, Words: l.words.Day(a.date)})
		}
		last := &v.Days[len(v.Days)-1]
		last.Acts = append(last.Acts, a)
	}
	return v, nil
}

// Acts gives all events of a choice in the order of the timeline, without their sentences: of
// what is cited it says only which statement it is.
func (l *Library) Acts(ctx context.Context, c Choice) ([]Act, error) {
	acts, err := l.shelf().acts(ctx)
	if err != nil {
		return nil, fmt.Errorf("events: %w", err)
	}
	if _, err := c.period(); err != nil {
		return nil, err
	}
	chosen, _ := acts.choose(c)
	out := make([]Act, len(chosen))
	for i, row := range chosen {
		out[i] = acts.act(l.words, row)
	}
	return out, nil
}

// Day gives the date under which the timeline has an event.
func (a Act) Day() stemma.Date { return a.date }

// undated counts the rows whose day nobody knows.
func (a *acts) undated(chosen []int32) (n int) {
	for _, row := range chosen {
		if !a.list[row].dated {
			n++
		}
	}
	return n
}

// PeriodHref is the address of the timeline of a choice in a stretch of days.
func PeriodHref(c Choice, from, until stemma.Date) string {
	return listHref("/timeline", c.with("from", string(from)).with("until", string(until)), "", "")
}

// eventWords gives what words the values of a field of events.
func eventWords(b *message.Book, field string) func(string) string {
	switch field {
	case "type":
		return b.EventKind
	case "status":
		return wordedBy(b, field)
	}
	return same
}

// eventsOf gives the events of rows: of one that is told several times the first telling.
func eventsOf(all *acts, rows []int32) []stemma.ID {
	ids := make([]stemma.ID, 0, len(rows))
	for _, row := range rows {
		ids = append(ids, all.list[row].event)
	}
	return ids
}

// Text prints the days.
func (v *Timeline) Text(w io.Writer) error {
	p := &printer{w: w}
	if v.Total == 0 {
		p.line("No events were found.")
		return p.err
	}
	p.line("%s", Count(v.Total, "event", "events"))
	for _, d := range v.Days {
		p.heading(d.Words)
		for _, a := range d.Acts {
			line := a.What + " (" + a.Type
			if a.Status != "happened" && a.Status != "" {
				line += ", " + a.Status
			}
			line += ")"
			if a.Place != "" {
				line += ", " + a.Place
			}
			p.wrap("", line)
			p.wrap("  ", "“"+a.Cite.Words()+"”")
			p.line("    %s%s  %s", a.Cite.Text.Where(), before("; ", a.Support), cmp.Or(a.Happening, a.Cite.Finding))
		}
	}
	if v.Next != "" {
		p.line("")
		p.line("--offset %d shows more.", v.Choice.Offset+v.Choice.rows())
	}
	return p.err
}

// before puts something in front of a word that is there.
func before(what, s string) string {
	if s == "" {
		return ""
	}
	return what + s
}
