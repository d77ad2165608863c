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

// scope is the place that a figure is narrowed down to: an actor, or words for one that is
// none. The zero scope is what a text says of the whole that it is about: without a place,
// of a country, or of the place it names most.
type scope struct {
	place int32 // the number of an actor, and one more
	words string
}

// in gives the actor that a scope is; nobody for another one.
func (s scope) in() int32 { return s.place - 1 }

func (p *pile) scope(t *stated, f *stemma.Figure) scope {
	id := p.actorOf(t.number, f.Place)
	if id == nobody {
		return scope{words: p.keep(fold(p.nameOf(t, f.Place)))}
	}
	a := &p.actors[id]
	if a.geo != nil && (a.geo.Precision == "country" || a.geo.Precision == "region") || id == p.texts[t.number].subject.main && p.everywhere(a) {
		return scope{}
	}
	return scope{place: id + 1}
}

// everywhere reports whether most families of the pile name a place that no gazetteer
// knows: the country that the pile is about, as far as can be told.
func (p *pile) everywhere(a *who) bool {
	return a.geo == nil && 10*int(a.families) >= 6*len(p.alone)
}

// country is the country that a text is about; "" where there is none.
func (p *pile) country(text int) string { return p.texts[text].subject.country }

// commonPlace is the country that the texts of a group are about: at least one of them
// by most of its places, and most of them name it. It gives nobody where there is none: a town
// that many of them name would say less than the count covers.
func (p *pile) commonPlace(group []*counted) int32 {
	about, named := map[int32]int{}, map[int32]int{}
	seen := map[int]bool{}
	for _, c := range group {
		if seen[c.text] {
			continue
		}
		seen[c.text] = true
		home := p.country(c.text)
		for _, id := range p.texts[c.text].subject.actors {
			if a := &p.actors[id]; a.kind == stemma.Place && a.geo != nil && a.geo.Precision == "country" {
				if a.geo.Country == home {
					about[id]++
				}
				if home == "" || a.geo.Country == home {
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

// most gives the actor with the highest count, the first of equals; nobody without one.
func most(counts map[int32]int) int32 {
	best := int32(nobody)
	for id, n := range counts {
		if id != nobody && (best == nobody || n > counts[best] || n == counts[best] && id < best) {
			best = id
		}
	}
	return best
}

// placeName gives the words for a scope.
func (p *pile) placeName(s scope) string {
	if id := s.in(); id != nobody {
		return p.actors[id].name
	}
	return s.words
}

// within reports whether the first place is known to lie in the second.
func (p *pile) within(inner, outer int32) bool {
	if inner == nobody || outer == nobody || inner == outer {
		return false
	}
	a, b := p.actors[inner].geo, p.actors[outer].geo
	if a == nil || b == nil || a.Country != b.Country {
		return false
	}
	switch b.Precision {
	case "country":
		return a.Precision != "country"
	case "admin1":
		return a.Precision != "country" && a.Precision != "admin1" && a.Admin1 == b.Admin1
	}
	return false
}
