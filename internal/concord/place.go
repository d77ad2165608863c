package concord

import (
	"fmt"
	"strings"

	"stemma"
)

// placeKey tells places of the gazetteer apart: by their number there, else by kind,
// country and name.
func placeKey(g *stemma.Geo, name []string) string {
	if g.GeonameID != 0 {
		return fmt.Sprintf("geo:%d", g.GeonameID)
	}
	if g.Precision == "country" {
		return "geo:country:" + g.Country
	}
	return "geo:" + g.Precision + ":" + g.Country + ":" + strings.Join(name, " ")
}

// scope is the place that a figure holds for: its own, else what the text is about.
func (p *pile) scope(f found[*stemma.Figure]) stemma.ID {
	if id := p.actorOf(f.text, f.it.Place); id != "" {
		return id
	}
	if f.it.Place.Name != "" || !f.it.Place.Span.Empty() {
		return stemma.ID("place:" + fold(p.nameOf(f.text, f.it.Place)))
	}
	return p.mainPlace(f.text)
}

// mainPlace is the country or region that a text names most; "" when it names none.
// A gazetteer country gets the mentions of the places in it.
func (p *pile) mainPlace(text int) stemma.ID {
	counts := map[stemma.ID]int{}
	country := map[string]stemma.ID{}
	for _, m := range p.texts[text].Reading.Mentions {
		if m.Type != stemma.Place {
			continue
		}
		id := p.actorOf(text, stemma.Named{Entity: m.Entity})
		counts[id]++
		if m.Geo != nil && m.Geo.Precision == "country" {
			country[m.Geo.Country] = id
		}
	}
	for _, m := range p.texts[text].Reading.Mentions {
		if m.Type == stemma.Place && m.Geo != nil && m.Geo.Precision != "country" && country[m.Geo.Country] != "" {
			counts[country[m.Geo.Country]]++
		}
	}
	var best stemma.ID
	for _, id := range ordered(keys(counts)) {
		if id != "" && counts[id] > counts[best] {
			best = id
		}
	}
	return best
}

func keys(m map[stemma.ID]int) map[stemma.ID]bool {
	set := make(map[stemma.ID]bool, len(m))
	for k := range m {
		set[k] = true
	}
	return set
}

// placeName gives the words for a scope.
func (p *pile) placeName(id stemma.ID) string {
	if a := p.actors[id]; a != nil {
		return a.Name
	}
	return strings.TrimPrefix(string(id), "place:")
}

// within reports whether the first place is known to lie in the second.
func (p *pile) within(inner, outer stemma.ID) bool {
	a, b := p.actors[inner], p.actors[outer]
	if a == nil || b == nil || a.Geo == nil || b.Geo == nil || a.Geo.Country != b.Geo.Country || inner == outer {
		return false
	}
	switch b.Geo.Precision {
	case "country":
		return a.Geo.Precision != "country"
	case "admin1":
		return a.Geo.Precision != "country" && a.Geo.Precision != "admin1" && a.Geo.Admin1 == b.Geo.Admin1
	}
	return false
}
