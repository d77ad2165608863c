package gazetteer

import (
	"reflect"
	"testing"
)

func TestParseAdditions(t *testing.T) {
	list, problems := ParseAdditions(`# own places

Camp Orrin / Campo Orrín |-1.5|30.25|site|KE|North March|Low Vale
Old Marsh|10|20|region
|1|1|city
Nowhere|91|0|city
Nowhere|NaN|0|city
Nowhere|1|1|planet
Nowhere|1|1|city|ke
Nowhere|1
`)
	want := []Addition{
		{Place{Name: "Camp Orrin", Lat: -1.5, Lon: 30.25, Class: Site, Country: "KE", Admin1: "North March", Admin2: "Low Vale"},
			[]string{"Camp Orrin", "Campo Orrín"}},
		{Place{Name: "Old Marsh", Lat: 10, Lon: 20, Class: Region}, []string{"Old Marsh"}},
	}
	if !reflect.DeepEqual(list, want) {
		t.Errorf("got  %+v\nwant %+v", list, want)
	}
	if len(problems) != 6 || problems[0] != "line 5: no name" {
		t.Errorf("problems: %q", problems)
	}
}

// TestWith: own places are found, come before namesakes of their kind, and leave the
// table they were added to alone.
func TestWith(t *testing.T) {
	list, _ := ParseAdditions("Camp Orrin/Campo Orrín|-1.5|30.25|site|KE\nLondon|5|6|city\n")
	table := Default().With(list)
	got := table.Lookup("campo orrin")
	if len(got) != 1 || got[0].Name != "Camp Orrin" || got[0].CountryName != "Kenya" {
		t.Errorf("Campo Orrín: %+v", got)
	}
	if n := table.Longest([]string{"Camp", "Orrin", "gate"}); n != 2 {
		t.Errorf("Longest = %d", n)
	}
	if got := table.Lookup("London"); got[0].Lat != 5 || len(got) < 2 {
		t.Errorf("London: %+v", got)
	}
	if len(Default().Lookup("Camp Orrin")) != 0 || Default().Lookup("London")[0].Lat == 5 {
		t.Error("With changed the table it was called on")
	}
}
