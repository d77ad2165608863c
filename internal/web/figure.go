package web

import (
	"html/template"
	"net/http"
	"slices"

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

// fieldsOf gives the fields by which a list is narrowed down.
func fieldsOf(list string) []string {
	n := slices.IndexFunc(view.Lists, func(l view.PartList) bool { return l.Name == list })
	return view.Lists[n].Fields
}

// figures shows stated numbers and the counts that line them up.
func (s *server) figures(r *http.Request) (page, error) {
	c := choice(r, fieldsOf("figures")...)
	v, err := s.lib.Figures(r.Context(), c)
	return page{Title: s.book.Say("nav.figures"), View: v, Part: list("figures", c)}, err
}

// tallyPage is a tally with its picture.
type tallyPage struct {
	*view.Tally
	Chart template.HTML
}

func (s *server) pictured(v *view.Tally) tallyPage {
	var points []chart.Point
	for _, p := range v.Spots(func(p *view.TallyPoint) string { return p.Href }) {
		points = append(points, chart.Point(p))
	}
	p := tallyPage{Tally: v}
	if len(points) > 1 { // one point is no course of things
		p.Chart = template.HTML(chart.Toll(s.book, v.Label, points))
	}
	return p
}

// tally shows one count over time.
func (s *server) tally(r *http.Request) (page, error) {
	v, err := s.lib.Tally(r.Context(), stemma.ID(r.PathValue("id")))
	if err != nil {
		return page{}, err
	}
	return page{Title: v.Label, View: s.pictured(v), Data: v, Part: group(v.ID)}, nil
}

// tollsPage is the tolls of a choice with their pictures.
type tollsPage struct {
	*view.Tolls
	Pictured []tallyPage
}

// tolls shows a measure over time, as a form chooses it.
func (s *server) tolls(r *http.Request) (page, error) {
	c := choice(r, view.TollFields...)
	v, err := s.lib.Tolls(r.Context(), c)
	if err != nil {
		return page{}, err
	}
	p := tollsPage{Tolls: v}
	var ids []stemma.ID
	for _, t := range v.Tolls {
		p.Pictured, ids = append(p.Pictured, s.pictured(t)), append(ids, t.ID)
	}
	out := page{Title: s.book.Say("nav.tolls"), View: p, Data: v}
	if len(ids) > 0 {
		out.Part = group(ids...)
		if c.Fields["from"] != "" || c.Fields["until"] != "" { // of the period, as the picture is
			out.Part.List, out.Part.Fields = "figures", map[string]string{"from": c.Fields["from"], "until": c.Fields["until"]}
		}
	}
	return out, nil
}
