package gazetteer

import (
	"math"
	"slices"
	"strings"
	"testing"
)

// TestMiddles: every line of middles.txt can be read, is in its place, and names a
// country or division of the table whose towns are on average not far away.
func TestMiddles(t *testing.T) {
	var keys []string
	for line := range strings.Lines(middlesFile) {
		if line[0] != '#' {
			keys = append(keys, strings.TrimSpace(line))
		}
	}
	if !slices.IsSorted(keys) {
		t.Error("middles.txt is not sorted")
	}
	bare := *Default()
	bare.middles = nil
	for _, line := range keys {
		key, _, _ := strings.Cut(line, "|")
		m, ok := Default().middles[key]
		code, name, division := strings.Cut(key, "/")
		class := Admin1
		if !division {
			class, name = Country, bare.countryName(code)
		}
		if !ok || name == "" {
			t.Errorf("%q: cannot be read, or no such country", line)
			continue
		}
		found := false
		for _, p := range bare.Lookup(name) {
			if p.Class == class && p.Country == code {
				found = true
				if p.Located() && math.Hypot(p.Lat-m.lat, (p.Lon-m.lon)*math.Cos(m.lat*math.Pi/180)) > 26 {
					t.Errorf("%q: its towns lie around %.1f, %.1f", line, p.Lat, p.Lon)
				}
			}
		}
		if !found {
			t.Errorf("%q: %q is no %s there", line, name, class)
		}
	}
}
