package view

import (
	"cmp"
	"context"
	"fmt"
	"io"

	"stemma"
	"stemma/internal/message"
)

// Map is where the texts of a pile play: the places that they name, and those at which
// something is said to have happened, to have been counted, or somebody to have been harmed.
type Map struct {
	Total  int        `json:"total"` // places in the choice
	Places []MapPlace `json:"places"`
	Marks  []MapMark  `json:"marks"` // the best attested of the whole choice, for a picture
	Shown  MapArea    `json:"shown"` // the part of the world that holds most of them
	Whole  []Way      `json:"whole"` // the ways to choose that part
	Lost   int        `json:"lost"`  // named places of which nobody knows where they are
	Facets []Facet    `json:"facets"`
	Zoom   Zoom       `json:"zoom"`            // by the statements' days
	Slide  *Slide     `json:"slide,omitempty"` // through time
	Choice Choice     `json:"choice"`
	Prev   string     `json:"prev,omitempty"`
	Next   string     `json:"next,omitempty"`
}

// MapPlace is one place with how many independent texts say what of it in the period.
type MapPlace struct {
	ID        stemma.ID `json:"id"`
	Name      string    `json:"name"`
	Where     string    `json:"where,omitempty"` // its division and country
	Lat       float64   `json:"lat"`             // WGS 84, degrees
	Lon       float64   `json:"lon"`
	Precision string    `json:"precision"` // “country”, “region”, “admin1”, “admin2”, “city”
	Country   string    `json:"country,omitempty"`
	Support   string    `json:"support"`
	Families  int       `json:"families"` // that say what the choice asks for
	Texts     int       `json:"texts"`
	Named     int       `json:"named"`   // independent texts that name it
	Events    int       `json:"events"`  // that tell of an event there
	Figures   int       `json:"figures"` // that count something there
	Victims   int       `json:"victims"` // that tell of somebody harmed there
	Href      string    `json:"href"`
	EventHref string    `json:"events_href,omitempty"`
	CountHref string    `json:"figures_href,omitempty"`
	HarmHref  string    `json:"victims_href,omitempty"`
}

// MapMark is a place as it is drawn.
type MapMark struct {
	Name      string  `json:"name"`
	Lat       float64 `json:"lat"`
	Lon       float64 `json:"lon"`
	Precision string  `json:"precision"`
	Country   string  `json:"country,omitempty"`
	Families  int     `json:"families"`
	Label     string  `json:"label"`
	Href      string  `json:"href"` // its statements
}

// mapMarks is how many places are drawn, those of most independent texts first.
const mapMarks = 400

// MapFields are the fields of the choice of [Library.Map], besides those of a period: “what” is one
// of MapKinds, “country” an ISO 3166-1 alpha-2 code; “area” says which part of the world is shown
// (“all” places, the “world”), and narrows nothing.
var MapFields = []string{"what", "country", "area"}

// MapKinds are what a place can be chosen for: that a text names it (without a choice), or what it
// says of it.
var MapKinds = []string{"named", "events", "figures", "victims"}

// mapKindNames are the messages that name MapKinds.
var mapKindNames = map[string]string{"named": "map.named", "events": "map.events", "figures": "nav.figures", "victims": "nav.victims"}

// Map gives the places of a choice, those of most independent texts first. A statement's day is
// that which it names, else the one on which its text appeared.
func (l *Library) Map(ctx context.Context, c Choice) (*Map, error) {
	s := l.shelf()
	if _, err := c.period(); err != nil {
		return nil, err
	}
	held, err := s.catalogue(ctx)
	if err != nil {
		return nil, fmt.Errorf("map: %w", err)
	}
	all, err := swept(ctx, s, &held.atlas, s.beginAtlas)
	if err != nil {
		return nil, fmt.Errorf("map: %w", err)
	}
	found := all.choose(c.without("area"))
	v := &Map{Choice: c, Total: len(found.places), Lost: all.lost, Marks: all.marks(l.words, found, c)}
	v.Shown, v.Zoom = areaOf(v.Marks, c.Fields["area"]), zoomOf(l.words, "/map", c, found.begun, found.first, found.last)
	v.Slide = slideOf(l.words, "/map", c, all.choose(c.timeless().without("area")).begun)
	what := Facet{Name: l.words.Say("register.what-head")}
	for _, kind := range MapKinds {
		what.Values = append(what.Values, mapFacet(l.words, c, kind, found.kinds[kind]))
	}
	v.Facets = []Facet{what, choiceFacet(l.words, "panel.country", "/map", "country", c, found.countries, l.words.Country)}
	for _, w := range []string{"near", "all", "world"} {
		value := w
		if w == "near" {
			value = ""
		}
		v.Whole = append(v.Whole, Way{w, listHref("/map", c, "area", value), c.Fields["area"] == value})
	}
	v.Prev, v.Next = turns("/map", c, c.Offset, c.rows(), v.Total)
	for _, x := range window(found.places, c) {
		v.Places = append(v.Places, all.place(l.words, x, c))
	}
	return v, nil
}

func mapFacet(b *message.Book, c Choice, kind string, n int) FacetValue {
	value := kind
	if kind == MapKinds[0] {
		value = ""
	}
	f := FacetValue{Name: b.Say(mapKindNames[kind]), Count: n, Href: listHref("/map", c, "what", value)}
	if c.Fields["what"] == value && value != "" {
		f.Chosen, f.Href = true, listHref("/map", c, "what", "")
	}
	return f
}

// mark gives a place as it is drawn.
func (p MapPlace) mark(c Choice) MapMark {
	m := MapMark{Name: p.Name, Lat: p.Lat, Lon: p.Lon, Precision: p.Precision, Country: p.Country, Families: p.Families, Href: p.Href}
	m.Label = p.Name + before(", ", p.Where) + ": " + p.Support
	switch c.Fields["what"] {
	case "events":
		m.Href = cmp.Or(p.EventHref, m.Href)
	case "figures":
		m.Href = cmp.Or(p.CountHref, m.Href)
	case "victims":
		m.Href = cmp.Or(p.HarmHref, m.Href)
	}
	return m
}

// Text prints the places.
func (v *Map) Text(w io.Writer) error {
	p := &printer{w: w}
	if v.Total == 0 {
		p.line("No place is named here of which it is known where it is.")
		return p.err
	}
	p.line("%s; of %s nobody knows where they are", Count(v.Total, "place", "places"), Count(v.Lost, "named place", "named places"))
	for _, x := range v.Places {
		p.line("")
		p.line("%s%s (%s, %.4f, %.4f): %s  %s", x.Name, before(", ", x.Where), x.Precision, x.Lat, x.Lon, x.Support, x.ID)
		p.line("  independent texts that name it %d, tell of events there %d, count there %d, tell of people harmed there %d", x.Named, x.Events, x.Figures, x.Victims)
	}
	if v.Next != "" {
		p.more(len(v.Places), v.Choice.Offset)
	}
	return p.err
}
