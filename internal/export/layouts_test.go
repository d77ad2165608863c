package export

import (
	"bytes"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/view"
)

// The columns of a layout are those that are published, in their order, and then ours.
func TestColumnsOfLayouts(t *testing.T) {
	for name, want := range map[string]string{
		"ucdp": "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id," +
			"dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources," +
			"source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description," +
			"adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end," +
			"deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob",
		"acled": "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1," +
			"actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude," +
			"longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp",
	} {
		columns := map[string]string{"ucdp": ucdpColumns, "acled": acledColumns}[name]
		var table bytes.Buffer
		if err := newLayout(&table, columns).end(); err != nil {
			t.Fatal(err)
		}
		if got := table.String(); got != want+",text_id,url,sha256,start,end,exact,prefix,suffix\r\n" {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestExactnessOfDays(t *testing.T) {
	for date, want := range map[stemma.Date]string{
		"2021-03-04": "1 1", "2021-03-04/2021-03-06": "2 2", "2021-03-01/2021-03-07": "3 2", "2021-03-01/2021-03-10": "4 3",
		"2021-03": "4 3", "2021": "5 ", "2020/2021": " ", "2021-03-04/..": " ",
	} {
		_, _, between, known := days(date)
		ucdp := ""
		if known {
			ucdp = graded(between, ucdpDays...)
		}
		_, acled := acledDay(date)
		if got := ucdp + " " + acled; got != want {
			t.Errorf("%s: %q, want %q", date, got, want)
		}
	}
}

func TestPrioGrid(t *testing.T) {
	for _, c := range []struct {
		lat, lon float64
		want     string
	}{{10.51, 2.29, "145085"}, {-90, -180, "1"}, {90, 180, "259200"}} {
		if got := prioGrid(c.lat, c.lon); got != c.want {
			t.Errorf("%v, %v: %s, want %s", c.lat, c.lon, got, c.want)
		}
	}
}

// A place has its country by name, as both have it, and the others of several actors stand apart.
func TestCellsOfLayouts(t *testing.T) {
	cells := map[string]string{}
	located(cells, stemma.Geo{Lat: 1, Lon: 2, Country: "PE", Admin1: "Loreto", Precision: "admin1"}, "adm_1", "adm_2", "where_prec", ucdpPlaces)
	if cells["country"] != "Peru" || cells["adm_1"] != "Loreto" || cells["where_prec"] != "4" {
		t.Errorf("%v", cells)
	}
	name := func(s string) view.RecordPlace { return view.RecordPlace{Name: &s} }
	first, others := leading([]view.RecordPlace{name("dockers"), name("students"), name("nurses")})
	if first != "dockers" || others != "students; nurses" {
		t.Errorf("%s, %s", first, others)
	}
	for _, c := range []string{"Protests/Peaceful protest/Demonstrations", "Riots/Mob violence/Political violence", "Battles/Armed clash/Political violence", "//"} {
		parts := strings.Split(c, "/")
		if got := acledDisorder(parts[0], parts[1]); got != parts[2] {
			t.Errorf("%s: %s", c, got)
		}
	}
}
