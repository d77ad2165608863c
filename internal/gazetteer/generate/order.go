package main

import (
	"cmp"
	"math"
	"slices"

	"stemma/internal/gazetteer"
)

// number puts the places in their order, wider classes and larger towns first, so that
// what a place lies in has a smaller number and the often-read records lie together.
func (p *places) number() {
	ranks := map[gazetteer.Class]int{gazetteer.Country: 0, gazetteer.Admin1: 1, gazetteer.Admin2: 2, gazetteer.City: 3}
	slices.SortFunc(p.list, func(a, b *place) int {
		return cmp.Or(
			cmp.Compare(ranks[a.class], ranks[b.class]),
			cmp.Compare(b.population, a.population),
			cmp.Compare(a.country, b.country),
			cmp.Compare(a.name, b.name),
			cmp.Compare(a.code, b.code),
			cmp.Compare(a.id, b.id),
		)
	})
	for i, pl := range p.list {
		pl.number = i
	}
}

// middle returns the mean point of the towns on the sphere, which holds across the date
// line too; 0, 0 for none.
func middle(towns []*place) (lat, lon float64) {
	var x, y, z float64
	for _, t := range towns {
		north, east := t.lat*math.Pi/180, t.lon*math.Pi/180
		x += math.Cos(north) * math.Cos(east)
		y += math.Cos(north) * math.Sin(east)
		z += math.Sin(north)
	}
	if len(towns) == 0 {
		return 0, 0
	}
	return math.Atan2(z, math.Hypot(x, y)) * 180 / math.Pi, math.Atan2(y, x) * 180 / math.Pi
}
