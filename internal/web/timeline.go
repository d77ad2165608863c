package web

import (
	"html/template"
	"net/http"

	"stemma"
	"stemma/internal/view"
	"stemma/internal/web/chart"
)

// timelinePage is the timeline with its picture.
type timelinePage struct {
	*view.Timeline
	Chart template.HTML
}

// timeline shows events by day.
func (s *server) timeline(r *http.Request) (page, error) {
	c := choice(r, fieldsOf("events")...)
	v, err := s.lib.Timeline(r.Context(), c)
	if err != nil {
		return page{}, err
	}
	return page{Title: s.book.Say("nav.timeline"), View: timelinePage{v, template.HTML(chart.Lanes(s.book, s.book.Say("timeline.picture"), s.chartLanes(v)))}, Data: v, Part: list("events", c)}, nil
}

func (s *server) chartLanes(v *view.Timeline) []chart.Lane {
	var lanes []chart.Lane
	for _, l := range v.Lanes {
		lane := chart.Lane{Name: s.book.Term("event", l.Type)}
		for _, m := range l.Marks {
			first, last, ok := m.Date.Bounds()
			if ok && !first.IsZero() && !last.IsZero() {
				lane.Marks = append(lane.Marks, chart.LaneMark{From: first, Until: last, Families: m.Families, Label: m.Label, Href: m.Href})
			}
		}
		if len(lane.Marks) > 0 {
			lanes = append(lanes, lane)
		}
	}
	return lanes
}

// happening shows one event with its tellings.
func (s *server) happening(r *http.Request) (page, error) {
	v, err := s.lib.Happening(r.Context(), stemma.ID(r.PathValue("id")))
	if err != nil {
		return page{}, err
	}
	return page{Title: v.Label, View: v, Part: group(v.ID)}, nil
}
