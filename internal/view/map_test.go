package view

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A map counts independent texts in its period, by what they say.
func TestAtlas(t *testing.T) {
	on := daysOf
	a := &atlas{family: []int32{0, 0, 1}, places: []atlasPlace{
		{MapPlace{ID: "k-1", Name: "Sella", Lat: 2, Lon: 3, Precision: "city", Country: "KE"}, nil, []seen{
			{0, 0, on("2022-03-01")}, {1, 0, on("2022-02-28")}, {1, 0, on("2022-03-01")}, {0, 1, on("2022-03-02")}, {1, 1, on("2022-02-28")}, {0, 2, on("2022-05-01")},
		}},
		{MapPlace{ID: "k-2", Name: "Tessa", Lat: 4, Lon: 5, Precision: "admin1", Country: "UG"}, nil, []seen{{0, 2, on("2022-05-01")}, {2, 2, unknown}}},
	}}
	for name, x := range map[string]struct {
		choice   map[string]string
		families []int // by place, those of most first
		href     string
	}{
		"all":              {nil, []int{2, 1}, "/timeline?place=Sella"},
		"a country":        {map[string]string{"country": "UG"}, []int{1}, ""},
		"events":           {map[string]string{"what": "events"}, []int{1}, "/timeline?place=Sella"},
		"a month":          {map[string]string{"from": "2022-03", "until": "2022-03"}, []int{1}, "/timeline?from=2022-03&place=Sella&until=2022-03"},
		"a day of events":  {map[string]string{"from": "2022-03-02", "what": "events"}, nil, ""},
		"figures":          {map[string]string{"what": "figures"}, []int{1}, ""},
		"figures of a day": {map[string]string{"what": "figures", "until": "2022-05-01"}, nil, ""},
	} {
		c := Choice{Fields: x.choice}
		var places []MapPlace
		for _, p := range a.look(c).places {
			places = append(places, a.place(english, p, c))
		}
		var families []int
		for _, p := range places {
			families = append(families, p.Families)
		}
		if diff := cmp.Diff(x.families, families); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if len(places) > 0 && places[0].EventHref != x.href {
			t.Errorf("%s: leads to %s", name, places[0].EventHref)
		}
	}
	whole := a.look(Choice{})
	zoom := zoomOf(english, "/map", Choice{}, whole.begun, whole.first, whole.last)
	if a.place(english, whole.places[0], Choice{}).Texts != 3 || whole.kinds["events"] != 1 || whole.countries["UG"] != 1 || len(zoom.Parts) != 3 {
		t.Errorf("%+v %+v", whole, zoom)
	}
}

// The part of the world that is shown holds most of what is said, not the farthest place.
func TestMapArea(t *testing.T) {
	marks := []MapMark{{Lon: 10, Lat: 5, Families: 30, Precision: "city"}, {Lon: 12, Lat: 6, Families: 20, Precision: "admin1"}, {Lon: -120, Lat: 40, Families: 1, Precision: "city"}, {Lon: 100, Lat: 60, Families: 50, Precision: "country"}}
	near := areaOf(marks, "")
	if near.West < 5 || near.East > 20 || near.South > 5 || near.North < 6 || near.Outside != 2 {
		t.Errorf("near: %+v", near)
	}
	if all := areaOf(marks, "all"); all.West > -120 || all.East < 100 || all.Outside != 0 {
		t.Errorf("all: %+v", all)
	}
	if world := areaOf(nil, ""); world.West != -180 || world.East != 180 {
		t.Errorf("the world: %+v", world)
	}
	if one := areaOf(marks[:1], ""); one.East-one.West < 1 || one.North-one.South < 1 {
		t.Errorf("one place: %+v", one)
	}
}
