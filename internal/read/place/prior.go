package place

import (
	"math"
	"strings"

	"stemma/internal/gazetteer"
)

// prior says how likely the i-th namesake is without any text.
func prior(p gazetteer.Place, form string, i int) float64 {
	score := 0.75*math.Log10(float64(p.Population)+10) - 0.3*math.Log2(float64(i+1))
	switch p.Class {
	case gazetteer.Country, gazetteer.Region, gazetteer.Sea:
		score += 4
	case gazetteer.Admin1:
		score -= 0.4 // rather its capital
	case gazetteer.Admin2:
		score -= 0.5
	case gazetteer.Site:
		score += 4 // “Wall Street”: it is listed since news speaks of it
	}
	if i > 0 && !strings.HasPrefix(gazetteer.Fold(p.Name), gazetteer.Fold(form)) { // it bears the name beside its usual one
		score -= 1
	}
	if p.Capital { // rather than the division around it
		score += 2
	}
	return score
}

// outshone reports whether a namesake in another country is a city that the world knows, a
// capital or a city of a million, and p is none.
func outshone(p gazetteer.Place, all []gazetteer.Place) bool {
	for _, o := range all {
		if o.Class == gazetteer.City && o.Country != p.Country && (o.Capital || o.Population >= 1_000_000) && o.Population > 4*p.Population {
			return true
		}
	}
	return false
}

// overDivision reports whether p is the capital of the country in which a division of its name lies:
// “Khartoum” is rather the town than the state around it, and “Washington” no state.
func overDivision(p, division gazetteer.Place) bool {
	return p.Capital && division.Class == gazetteer.Admin1 && division.Country == p.Country
}

// narrow reports whether a place is a town or a district.
func narrow(p gazetteer.Place) bool {
	return p.Class == gazetteer.City || p.Class == gazetteer.Admin2 || p.Class == gazetteer.Site
}

// broad reports whether a place is a country, a part of the world, or a division of a
// million inhabitants or more.
func broad(p gazetteer.Place) bool {
	return !narrow(p) && (p.Class != gazetteer.Admin1 || p.Population >= 1_000_000)
}
