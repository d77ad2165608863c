package web

import (
	"html/template"
	"net/http"
	"slices"

	"stemma/internal/view"
	"stemma/internal/web/chart"
)

// mapPage is the map with its pictures: for a desk and for a phone.
type mapPage struct {
	*view.Map
	Chart, Narrow template.HTML
}

// placeMap shows where the texts play.
func (s *server) placeMap(r *http.Request) (page, error) {
	c := choice(r, slices.Concat(view.MapFields, view.PeriodFields)...)
	v, err := s.lib.Map(r.Context(), c)
	if err != nil {
		return page{}, err
	}
	var places []chart.Place
	for _, m := range v.Marks {
		places = append(places, chart.Place(m))
	}
	p := mapPage{Map: v}
	if len(places) > 0 {
		area := chart.Area{West: v.Shown.West, South: v.Shown.South, East: v.Shown.East, North: v.Shown.North}
		p.Chart = template.HTML(chart.Map(s.book.Say("map.picture"), places, area, false))
		p.Narrow = template.HTML(chart.Map(s.book.Say("map.picture"), places, area, true))
	}
	return page{Title: s.book.Say("nav.map"), View: p, Data: v, Part: mapped(c)}, nil
}

// mapped is the part that the map shows: the places that are named in its time; nil where it shows
// what no list does.
func mapped(c view.Choice) *view.Part {
	if what := c.Fields["what"]; c.Fields["country"] != "" || what != "" && what != "named" {
		return nil
	}
	return &view.Part{List: "names", Fields: map[string]string{"type": "place", "from": c.Fields["from"], "until": c.Fields["until"]}}
}
