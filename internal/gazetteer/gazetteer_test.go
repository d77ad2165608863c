package gazetteer

import (
	"math"
	"strings"
	"testing"
)

// TestLookup: the first answer for well-known names, in English and Spanish.
func TestLookup(t *testing.T) {
	for _, c := range []struct {
		name     string
		want     string // usual name, class, country, first-level division
		lat, lon float64
	}{
		{"London", "London city GB England", 51.51, -0.13},
		{"Londres", "London city GB England", 51.51, -0.13},
		{"Nairobi", "Nairobi County admin1 KE Nairobi County", -1.28, 36.82},
		{"Tokio", "Tokyo city JP Tokyo", 35.69, 139.69},
		{"Auckland", "Auckland admin1 NZ Auckland", -36.85, 174.76},
		{"Bogota", "Bogotá city CO Bogota D.C.", 4.61, -74.08},
		{"Bogotá", "Bogotá city CO Bogota D.C.", 4.61, -74.08},
		{"Kiev", "Kyiv city UA Kyiv City", 50.45, 30.52},
		{"Port-au-Prince", "Port-au-Prince city HT Ouest", 18.54, -72.34},
		{"Sana’a", "Sanaa city YE Amanat Alasimah", 15.35, 44.21},
		{"Washington D.C.", "Washington city US District of Columbia", 38.9, -77.04},
		{"St. Louis", "St. Louis city US Missouri", 38.63, -90.2},
		{"Granada", "Provincia de Granada admin2 ES Andalusia", 37.18, -3.44},
		{"Nueva York", "New York admin1 US New York", 43, -75.5},
		{"Cataluña", "Catalonia admin1 ES Catalonia", 41.69, 1.95},
		{"Georgia", "Georgia country GE ", 42.1, 43.22},
		{"Estados Unidos", "United States country US ", 39.8, -99.3},
		{"EE. UU.", "United States country US ", 39.8, -99.3},
		{"EEUU", "United States country US ", 39.8, -99.3},
		{"U.S.", "United States country US ", 39.8, -99.3},
		{"USA", "United States country US ", 39.8, -99.3},
		{"UK", "United Kingdom country GB ", 54.5, -3},
		{"Alemania", "Germany country DE ", 51.5, 10.5},
		{"Côte d'Ivoire", "Ivory Coast country CI ", 8, -5.5},
		{"Sudán del Sur", "South Sudan country SS ", 7, 29.6},
		{"América Latina", "Latin America region  ", -10, -70},
		{"the Sahel", "", 0, 0},
		{"Sahel", "Sahel region  ", 14.5, 5},
		{"Mar Rojo", "Red Sea sea  ", 20, 38.5},
		{"Xyzzyland", "", 0, 0},
		{"", "", 0, 0},
		{"…", "", 0, 0},
	} {
		got := Default().Lookup(c.name)
		if len(got) == 0 {
			if c.want != "" {
				t.Errorf("Lookup(%q): nothing, want %q", c.name, c.want)
			}
			continue
		}
		p := got[0]
		if s := strings.Join([]string{p.Name, string(p.Class), p.Country, p.Admin1}, " "); s != c.want {
			t.Errorf("Lookup(%q)[0] = %q, want %q", c.name, s, c.want)
		}
		if math.Abs(p.Lat-c.lat) > 0.5 || math.Abs(p.Lon-c.lon) > 0.5 {
			t.Errorf("Lookup(%q)[0] lies at %.2f, %.2f, want about %.2f, %.2f", c.name, p.Lat, p.Lon, c.lat, c.lon)
		}
	}
}

// TestPlace: every field of a town is filled.
func TestPlace(t *testing.T) {
	want := Place{
		Name: "Vienna", Lat: 48.2085, Lon: 16.3721, GeonameID: 2761369, Class: City,
		Country: "AT", CountryName: "Austria", Admin1: "Vienna", Admin2: "Wien Stadt",
		Population: 1691468, Capital: true,
	}
	list := Default().Lookup("Viena")
	i := indexOf(list, func(p Place) bool { return p.Class == City })
	if i < 0 {
		t.Fatal("no town of Vienna")
	}
	if got := list[i]; got != want {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if !want.Located() || (Place{}).Located() {
		t.Error("Located is wrong")
	}
}

func indexOf(list []Place, is func(Place) bool) int {
	for i, p := range list {
		if is(p) {
			return i
		}
	}
	return -1
}

// TestOrder: among namesakes, who comes before whom.
func TestOrder(t *testing.T) {
	for _, c := range []struct{ name, first, second string }{
		{"Georgia", "GE country", "US admin1"},
		{"New York", "US admin1", "US city"},
		{"Lima", "PE admin1", "PE city"},
		{"San Salvador", "SV city", "BS admin1"}, // a capital before a far island
		{"Paris", "FR city", "US city"},
		{"Granada", "ES city", "GD country"}, // the island state by its Spanish name
		{"León", "MX city", "ES admin2"},
		{"Kent", "GB admin2", "US city"},
		{"Bogota", "CO city", "US city"}, // no marks say nothing
	} {
		var at [2]int
		for i, want := range []string{c.first, c.second} {
			at[i] = indexOf(Default().Lookup(c.name), func(p Place) bool {
				return p.Country+" "+string(p.Class) == want
			})
		}
		if at[0] < 0 || at[1] < 0 || at[0] >= at[1] {
			t.Errorf("%s: %s at %d, %s at %d", c.name, c.first, at[0], c.second, at[1])
		}
	}
}

// TestMarks: a name spelled with marks prefers the places spelled so.
func TestMarks(t *testing.T) {
	same := Default().With([]Addition{
		{Place: Place{Name: "Velmora", Lat: 1, Lon: 1, Class: City, Population: 9000}, Names: []string{"Velmora"}},
		{Place: Place{Name: "Velmóra", Lat: 2, Lon: 2, Class: City, Population: 10}, Names: []string{"Velmóra"}},
	})
	if got := same.Lookup("Velmóra"); len(got) != 2 || got[0].Name != "Velmóra" {
		t.Errorf("with marks: %+v", got)
	}
	if got := same.Lookup("Velmora"); len(got) != 2 || got[0].Name != "Velmora" {
		t.Errorf("without marks: %+v", got)
	}
}

// TestAbbreviation: small letters do not make an abbreviation.
func TestAbbreviation(t *testing.T) {
	for _, name := range []string{"us", "Us", "uk"} {
		for _, p := range Default().Lookup(name) {
			if p.Class == Country {
				t.Errorf("Lookup(%q) finds %s", name, p.Name)
			}
		}
	}
	if n := Default().Longest([]string{"eeuu"}); n != 0 {
		t.Errorf("Longest of eeuu is %d", n)
	}
}

func TestLongest(t *testing.T) {
	for _, c := range []struct {
		text string
		want int
	}{
		{"New York City police", 3},
		{"New York police", 2},
		{"Port - au - Prince port", 5},
		{"Port-au-Prince port", 1},
		{"United States of America", 4},
		{"United Velmora", 0},
		{"EE. UU. dijo", 2},
		{"San José , Costa Rica", 2},
		{"Paris , Texas", 1},
		{"Latin America and the", 2},
		{"Latin America and the Caribbean today", 5},
		{"Mar Rojo", 2},
		{"The Hague", 2},
		{"xyzzy", 0},
		{"- Lima", 0},
		{"", 0},
	} {
		if got := Default().Longest(strings.Fields(c.text)); got != c.want {
			t.Errorf("Longest(%q) = %d, want %d", c.text, got, c.want)
		}
	}
}

func TestCommon(t *testing.T) {
	for name, want := range map[string]bool{
		"Nice": true, "NICE": true, "Reading": true, "Of": true, "Man": true, "Mobile": true, "Jordan": true, "us": true, "US": false,
		"London": false, "Guayaquil": false, "": false,
	} {
		if got := Default().Common(name); got != want {
			t.Errorf("Common(%q) = %v", name, got)
		}
	}
}
