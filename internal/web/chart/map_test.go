package chart

import (
	"fmt"
	"strings"
	"testing"
)

// A country is an area, a district a hollow mark, a town a full one; all are links with names,
// what lies outside is not drawn, and nothing but the outlines is needed.
func TestMap(t *testing.T) {
	places := []Place{
		{"Peru", -10, -75.5, "country", "PE", 9, "Peru: 9", "/name/p"}, {"Puno <b>", -15, -70, "admin1", "PE", 4, "Puno", "/name/q?a=1&b=2"},
		{"Lima", -12.05, -77.04, "city", "PE", 2, "Lima", "/name/l"}, {"Oslo", 59.9, 10.7, "city", "NO", 1, "Oslo", "/name/o"}, {"Tuvala", -12, -72, "country", "", 1, "Tuvala", "/name/t"},
	}
	area := Area{West: -82, South: -19, East: -68, North: 1}
	desk := Map("places", places, area, false)
	wellFormed(t, desk)
	for what, want := range map[string]int{
		`class="land said level-2"`: 1, `class="mark rough"`: 1, `class="mark"`: 1, `class="mark rough broad"`: 1, "data-item": 4, "<b>": 0, "Oslo": 0, `class="place-name"`: 4, "http": 0,
	} {
		if got := strings.Count(desk, what); got != want {
			t.Errorf("%d × %s, want %d", got, what, want)
		}
	}
	phone := Map("places", places, area, true)
	wellFormed(t, phone)
	if strings.Contains(phone, "data-item") || !strings.Contains(phone, `viewBox="0 0 344 `) || strings.Count(phone, `class="point"`) != 4 {
		t.Error("for a phone")
	}
	if desk != Map("places", places, area, false) {
		t.Error("the same places give another picture")
	}
	world := Map("places", places, Area{-180, -58, 180, 80}, false)
	wellFormed(t, world)
	if strings.Count(world, `class="land`) < 150 || len(world) > 200_000 || !strings.Contains(world, "Oslo") {
		t.Errorf("the world: %d countries in %d bytes", strings.Count(world, `class="land`), len(world))
	}
}

// Where there are more marks than names may be, the best attested have theirs still.
func TestMapOfManyPlaces(t *testing.T) {
	places := []Place{{"Best", 10, 5, "city", "", 99, "Best", "/name/b"}}
	for i := range 300 {
		places = append(places, Place{fmt.Sprint("P", i), -9 + float64(i/20), -9 + float64(i%20)/3, "city", "", 1, "P", "/name/x"})
	}
	picture := Map("places", places, Area{West: -10, South: -10, East: 9.9, North: 20}, false)
	wellFormed(t, picture)
	if !strings.Contains(picture, ">Best</text>") {
		t.Error("the best attested place has no name")
	}
}
