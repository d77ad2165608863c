package main

import (
	"math"
	"slices"
	"testing"

	"stemma/internal/gazetteer"
)

// TestStripped: words for the kind of division are left out, where that is usual.
func TestStripped(t *testing.T) {
	for _, c := range []struct{ name, country, want string }{
		{"North March Province", "KE", "North March"},
		{"Provincia de Orrín", "KE", "Orrín"},
		{"Orrin County", "IE", "Orrin"},
		{"Orrin County", "US", ""}, // said in full there
		{"Orrin", "KE", ""},
		{"Province of the Lakes", "KE", ""}, // no name is left
	} {
		got := stripped(&place{name: c.name, country: c.country, class: gazetteer.Admin1})
		if want := []string{c.want}; (c.want != "" || got != nil) && !slices.Equal(got, want) {
			t.Errorf("%s in %s: %q, want %q", c.name, c.country, got, c.want)
		}
	}
}

func TestUsable(t *testing.T) {
	for name, want := range map[string]bool{
		"Velmóra": true, "Velmora del Sur": true, "Velm'ora": true,
		"VLM": false, "velmora": false, "Velmörå": false, "Velm": false, "Orin": true, "Вельмора": false,
	} {
		if got := usable(name, "Orín de Abajo"); got != want {
			t.Errorf("usable(%q) = %v", name, got)
		}
	}
}

// TestMiddle: the mean point holds across the date line.
func TestMiddle(t *testing.T) {
	lat, lon := middle([]*place{{lat: 10, lon: 179}, {lat: 10, lon: -179}})
	if math.Abs(lat-10) > 0.1 || math.Abs(math.Abs(lon)-180) > 0.1 {
		t.Errorf("middle at %v, %v", lat, lon)
	}
	if lat, lon := middle(nil); lat != 0 || lon != 0 {
		t.Errorf("middle of nothing at %v, %v", lat, lon)
	}
}

// TestNewer: the newer codes are taken from the nearest town of that name, or from the
// town at the same spot; not from a namesake far away.
func TestNewer(t *testing.T) {
	n := newer{
		named("KE", "Orrín"):   {{1, 1, [2]string{"01", "far"}}, {5, 5, [2]string{"02", "near"}}},
		spot("KE", 7.0, 7.0):   {{7, 7, [2]string{"03", "spot"}}},
		named("TZ", "Velmora"): {{1, 1, [2]string{"04", "other"}}},
	}
	for _, c := range []struct {
		place place
		want  string
	}{
		{place{name: "Orrin", country: "KE", lat: 5.1, lon: 5.1}, "near"},
		{place{name: "Renamed", country: "KE", lat: 7.001, lon: 7.001}, "spot"},
		{place{name: "Velmora", country: "KE", lat: 1, lon: 1}, ""},
		{place{name: "Orrin", country: "KE", lat: 3, lon: 3}, ""},
	} {
		if got, ok := n.codes(&c.place); got[1] != c.want || ok != (c.want != "") {
			t.Errorf("%+v: %q, %v, want %q", c.place, got[1], ok, c.want)
		}
	}
}
