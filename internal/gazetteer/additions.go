package gazetteer

import (
	_ "embed"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

//go:embed regions.txt
var regionsFile string

// Addition is a place that is not in the embedded data, with all its names.
type Addition struct {
	Place
	Names []string // at least one; Place.Name is the first
}

// ParseAdditions reads a list of places, one a line:
//
//	name/other name|lat|lon|class|country|admin1|admin2
//
// Latitude and longitude are degrees, south and west negative; class is one of the
// constants of [Class]; country is an ISO 3166-1 alpha-2 code; the last three fields may
// be empty or left out. Empty lines and lines that begin with # are skipped. Lines that
// cannot be read are left out of the list and named in the problems, one plain sentence
// each with the line number.
func ParseAdditions(text string) (list []Addition, problems []string) {
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		a, err := parseAddition(line)
		if err != nil {
			problems = append(problems, fmt.Sprintf("line %d: %v", n, err))
			continue
		}
		list = append(list, a)
	}
	return list, problems
}

func parseAddition(line string) (Addition, error) {
	f := strings.Split(line, "|")
	if len(f) < 4 || len(f) > 7 {
		return Addition{}, fmt.Errorf("%d fields, want 4 to 7: name|lat|lon|class|country|admin1|admin2", len(f))
	}
	for len(f) < 7 {
		f = append(f, "")
	}
	for i := range f {
		f[i] = strings.TrimSpace(f[i])
	}
	var a Addition
	for name := range strings.SplitSeq(f[0], "/") {
		if name = strings.TrimSpace(name); Fold(name) != "" {
			a.Names = append(a.Names, name)
		}
	}
	if len(a.Names) == 0 {
		return a, fmt.Errorf("no name")
	}
	at, err := parsePoint(f[1], f[2])
	if err != nil {
		return a, err
	}
	class := Class(f[3])
	if rank(class) < 0 {
		return a, fmt.Errorf("unknown class %q", f[3])
	}
	if f[4] != "" && !isCode(f[4]) {
		return a, fmt.Errorf("%q is no country code of two capitals", f[4])
	}
	a.Place = Place{Name: a.Names[0], Lat: at.lat, Lon: at.lon, Class: class, Country: f[4], Admin1: f[5], Admin2: f[6]}
	return a, nil
}

// parsePoint reads a latitude and a longitude in degrees.
func parsePoint(lat, lon string) (point, error) {
	y, err1 := strconv.ParseFloat(lat, 64)
	x, err2 := strconv.ParseFloat(lon, 64)
	if err1 != nil || err2 != nil || !(math.Abs(y) <= 90 && math.Abs(x) <= 180) {
		return point{}, fmt.Errorf("%q, %q is no latitude and longitude in degrees", lat, lon)
	}
	return point{y, x}, nil
}

// isCode says whether s has the form of an ISO 3166-1 alpha-2 code.
func isCode(s string) bool {
	return len(s) == 2 && 'A' <= s[0] && s[0] <= 'Z' && 'A' <= s[1] && s[1] <= 'Z'
}

// additions is what was added to a table, by folded name.
type additions struct {
	places map[string][]found
	starts map[string]bool // every beginning, in whole words, of a name
}

// With returns a table that knows the given places too. Among places of one class those
// of the list come first: a project adds what its texts mean. The receiver is unchanged.
func (t *Table) With(list []Addition) *Table {
	u := *t
	u.lookups = &memo[[]Place]{}
	u.added = additions{places: map[string][]found{}, starts: map[string]bool{}}
	for k, v := range t.added.places {
		u.added.places[k] = v[:len(v):len(v)]
	}
	for k := range t.added.starts {
		u.added.starts[k] = true
	}
	for _, a := range list {
		place := a.Place
		if place.CountryName == "" {
			place.CountryName = t.countryName(place.Country)
		}
		for i, name := range a.Names {
			key := Fold(name)
			if slices.ContainsFunc(a.Names[:i], func(s string) bool { return Fold(s) == key }) {
				continue
			}
			u.added.places[key] = append(u.added.places[key], found{place: place, spelling: name, added: true})
			for at := range key {
				if key[at] == ' ' {
					u.added.starts[key[:at]] = true
				}
			}
			u.added.starts[key] = true
		}
	}
	return &u
}
