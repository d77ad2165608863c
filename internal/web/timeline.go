package web

import (
	"html/template"
	"net/http"
	"time"

	"stemma"
	"stemma/internal/view"
	"stemma/internal/web/chart"
)

// timelinePage is the timeline with its pictures: for a desk and for a phone.
type timelinePage struct {
	*view.Timeline
	Chart, Narrow template.HTML
}

// timeline shows events by day.
func (s *server) timeline(r *http.Request) (page, error) {
	v, err := s.lib.Timeline(r.Context(), choice(r, append([]string{"lanes"}, fieldsOf("events")...)...))
	if err != nil {
		return page{}, err
	}
	lanes := s.chartLanes(v)
	shown := chart.LaneView{Zoom: func(from, until time.Time) string {
		return view.PeriodHref(v.Choice, stemma.DateOf(from.Date()), stemma.DateOf(until.Date()))
	}}
	if f := v.Zoom.Focus; f != nil {
		shown.From, _, _ = f.From.Bounds()
		_, shown.Until, _ = f.Until.Bounds()
	} else {
		shown.From, _, _ = v.Choice.Day("from").Bounds()
		_, shown.Until, _ = v.Choice.Day("until").Bounds()
	}
	p := timelinePage{Timeline: v, Chart: template.HTML(chart.Lanes(s.book, s.book.Say("timeline.picture"), lanes, shown))}
	shown.Narrow = true
	p.Narrow = template.HTML(chart.Lanes(s.book, s.book.Say("timeline.picture"), lanes, shown))
	return page{Title: s.book.Say("nav.timeline"), View: p, Data: v, Part: list("events", choice(r, fieldsOf("events")...))}, nil
}

func (s *server) chartLanes(v *view.Timeline) []chart.Lane {
	var lanes []chart.Lane
	for _, l := range v.Lanes {
		lane := chart.Lane{Name: s.laneName(l)}
		for _, m := range l.Marks {
			if first, last, ok := m.Date.Bounds(); ok {
				lane.Marks = append(lane.Marks, chart.LaneMark{From: first, Until: last, Families: m.Families, Label: m.Label, Href: m.Href, Events: m.Events})
			}
		}
		lanes = append(lanes, lane)
	}
	return lanes
}

// laneName words what a lane is for.
func (s *server) laneName(l view.Lane) string {
	switch {
	case l.Name == view.LaneOthers || l.Name == view.LaneUnknown:
		return s.book.Term("lane", l.Name)
	case l.Type != "":
		return s.book.Term("event", l.Type)
	}
	return l.Name
}

// happening shows one event with its tellings.
func (s *server) happening(r *http.Request) (page, error) {
	v, err := s.lib.Happening(r.Context(), stemma.ID(r.PathValue("id")), choice(r))
	if err != nil {
		return page{}, err
	}
	return page{Title: v.Label, View: v, Part: group(v.ID)}, nil
}
