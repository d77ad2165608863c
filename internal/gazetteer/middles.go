package gazetteer

import (
	_ "embed"
	"strings"
)

//go:embed middles.txt
var middlesFile string

// point is a latitude and a longitude in degrees.
type point struct{ lat, lon float64 }

// parseMiddles reads middles.txt: the middle points of countries, by code, and of
// divisions, by “code/name”. A line that cannot be read is left out; the test reads all.
func parseMiddles(text string) map[string]point {
	m := map[string]point{}
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		key, rest, _ := strings.Cut(line, "|")
		lat, lon, _ := strings.Cut(rest, "|")
		if p, err := parsePoint(lat, lon); err == nil {
			m[key] = p
		}
	}
	return m
}

// middle puts the place at the middle of its land, where the table knows it.
func (t *Table) middle(p *Place) {
	key := p.Country
	switch p.Class {
	case Country:
	case Admin1:
		key += "/" + p.Admin1
	default:
		return
	}
	if m, ok := t.middles[key]; ok {
		p.Lat, p.Lon = m.lat, m.lon
	}
}
