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

// scope is the place that a figure is narrowed down to; "" for what a text says of the
// whole that it is about: without a place, of a country, or of the place it names most.
func (p *pile) scope(f found[*stemma.Figure]) stemma.ID {
	id := p.actorOf(f.text, f.it.Place)
	if id == "" {
		if words := fold(p.nameOf(f.text, f.it.Place)); words != "" {
			return stemma.ID("place:" + words)
		}
		return ""
	}
	a := p.actors[id]
	if a.Geo != nil && (a.Geo.Precision == "country" || a.Geo.Precision == "region") || id == p.mainPlace(f.text) && p.everywhere(a) {
		return ""
	}
	return id
}

// everywhere reports whether most families of the pile name a place that no gazetteer
// knows: the country that the pile is about, as far as can be told.
func (p *pile) everywhere(a *stemma.Actor) bool {
	return a.Geo == nil && 10*a.Support.Families >= 6*p.witnesses
}

// mainPlace is the place that a text names most; "" when it names none.
func (p *pile) mainPlace(text int) stemma.ID { return p.subject[text].main }

// country is the country that more than half of a text's located places lie in, of at
// least three; "" where there is none.
func (p *pile) country(text int) string { return p.subject[text].country }

func (p *pile) mostNamed(text int) stemma.ID {
	counts := map[stemma.ID]int{}
	for _, m := range p.texts[text].Reading.Mentions {
		if m.Type == stemma.Place {
			counts[p.actorOf(text, stemma.Named{Entity: m.Entity})]++
		}
	}
	return most(counts)
}

func (p *pile) homeOf(text int) string {
	counts, all := map[string]int{}, 0
	for _, m := range p.texts[text].Reading.Mentions {
		if m.Type == stemma.Place && m.Geo != nil && m.Geo.Country != "" {
			counts[m.Geo.Country]++
			all++
		}
	}
	for _, c := range ordered(setOf(counts)) {
		if counts[c] >= 3 && 2*counts[c] > all {
			return c
		}
	}
	return ""
}

// commonPlace is the country that the texts of a group are about: at least one of them
// by most of its places, and most of them name it. "" where there is none: a town that
// many of them name would say less than the count covers.
func (p *pile) commonPlace(group []counted) stemma.ID {
	about, named := map[stemma.ID]int{}, map[stemma.ID]int{}
	seen := map[int]bool{}
	for _, c := range group {
		if seen[c.text] {
			continue
		}
		seen[c.text] = true
		home := p.country(c.text)
		for _, id := range p.subject[c.text].actors {
			if a := p.actors[id]; a.Type == stemma.Place && a.Geo != nil && a.Geo.Precision == "country" {
				if a.Geo.Country == home {
					about[id]++
				}
				if home == "" || a.Geo.Country == home {
					named[id]++
				}
			}
		}
	}
	for id := range named {
		if about[id] == 0 || 2*named[id] <= len(seen) {
			delete(named, id)
		}
	}
	return most(named)
}

// most gives the ID with the highest count, the first of equals.
func most(counts map[stemma.ID]int) stemma.ID {
	set := map[stemma.ID]bool{}
	for id := range counts {
		set[id] = id != ""
	}
	var best stemma.ID
	for _, id := range ordered(set) {
		if set[id] && counts[id] > counts[best] {
			best = id
		}
	}
	return best
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
