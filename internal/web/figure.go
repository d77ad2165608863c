package web

import (
	"html/template"
	"net/http"
	"strconv"

	"stemma"
	"stemma/internal/view"
	"stemma/internal/web/chart"
)

// choice reads what a list is narrowed down to from the address.
func choice(r *http.Request, fields ...string) view.Choice {
	c := view.Choice{Fields: map[string]string{}, Offset: offset(r)}
	for _, f := range fields {
		c.Fields[f] = r.FormValue(f)
	}
	return c
}

// figures shows stated numbers and the counts that line them up.
func (s *server) figures(r *http.Request) (page, error) {
	c := choice(r, "measure", "place", "said_by", "status")
	v, err := s.lib.Figures(r.Context(), c)
	return page{Title: "Figures", View: v, Part: list("figures", c)}, err
}

// tallyPage is a tally with its picture.
type tallyPage struct {
	*view.Tally
	Chart template.HTML
}

// tally shows one count over time.
func (s *server) tally(r *http.Request) (page, error) {
	v, err := s.lib.Tally(r.Context(), stemma.ID(r.PathValue("id")))
	if err != nil {
		return page{}, err
	}
	return page{Title: v.Label, View: tallyPage{v, template.HTML(chart.Toll(v.Label, tollPoints(v)))}, Part: group(v.ID)}, nil
}

// tollPoints gives the points that have a place on the calendar.
func tollPoints(v *view.Tally) []chart.Point {
	var points []chart.Point
	for _, p := range v.Points {
		first, last, ok := p.At.Bounds()
		if !ok || first.IsZero() || last.IsZero() {
			continue
		}
		source := p.Source
		if source == "" {
			source = "the text itself"
		}
		points = append(points, chart.Point{
			From: first, Until: last, Low: p.Low, High: p.High, Source: p.Source, Families: p.Families, Dissent: p.Dissent,
			Label: p.Amount + ", " + p.When + ", " + source + ", independent texts: " + strconv.Itoa(p.Families), Href: p.Href,
		})
	}
	return points
}
