package outline

import (
	"testing"
)

// Places lie in their countries, and neighbours share their borders.
func TestWorld(t *testing.T) {
	world := World()
	for _, x := range []struct {
		code     string
		lon, lat float64
	}{
		{"PE", -77.03, -12.04}, {"BO", -66, -17}, {"LS", 28.3, -29.5}, {"MX", -99.1, 19.4}, {"FR", 2.35, 48.86}, {"NZ", 175, -39}, {"US", -100, 40}, {"KE", 36.8, -1.3},
	} {
		var in []string
		for i := range world {
			if world[i].holds(Point{x.lon, x.lat}) {
				in = append(in, world[i].Code)
			}
		}
		if len(in) != 1 || in[0] != x.code {
			t.Errorf("%v %v lies in %v, want %s", x.lon, x.lat, in, x.code)
		}
	}
	points, known := 0, map[string]bool{}
	for _, c := range world {
		known[c.Code] = true
		for _, r := range c.Rings {
			points += len(r)
			if r[0] != r[len(r)-1] {
				t.Errorf("%s: a ring is not closed", c.Code)
			}
			for i, p := range r {
				if i > 0 && (p.Lon-r[i-1].Lon > 180 || r[i-1].Lon-p.Lon > 180) && p.Lat > -80 {
					t.Errorf("%s goes around the world at %v", c.Code, p)
				}
				if p.Lon < -180 || p.Lon > 200 || p.Lat < -90 || p.Lat > 90 {
					t.Errorf("%s: %v is nowhere", c.Code, p)
				}
			}
		}
	}
	if len(known) < 200 || points < 10000 {
		t.Errorf("%d countries of %d points", len(known), points)
	}
}

// holds reports whether a place lies in a country, by the number of its borders to the east.
func (c *Country) holds(p Point) bool {
	in := false
	for _, r := range c.Rings {
		for i := range r[1:] {
			a, b := r[i], r[i+1]
			if (a.Lat > p.Lat) != (b.Lat > p.Lat) && p.Lon < (b.Lon-a.Lon)*(p.Lat-a.Lat)/(b.Lat-a.Lat)+a.Lon {
				in = !in
			}
		}
	}
	return in
}

func TestBrokenFile(t *testing.T) {
	for _, file := range []string{"1 2 3", "1 x", "1 2 3 4\nPE: 1", "1 2 3 4\nPE: -2", "1 2\nPE: x"} {
		if _, err := parse(file); err == nil {
			t.Errorf("%q is read", file)
		}
	}
}
