package export

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"math"

	"stemma"
	"stemma/internal/view"
)

// ucdpColumns are those of the UCDP Georeferenced Event Dataset, all 49 in the order of its CSV
// release 23.1 (ucdp.uu.se/downloads; the header was compared with copies of it in public code in
// November 2026). What they mean follows the UCDP GED Codebook as it is generally cited; the codebook
// itself was not at hand. What no text tells, such as the UCDP's own numbers for conflicts and actors,
// stays empty.
const ucdpColumns = `id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name
	dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b
	number_of_sources source_article source_office source_date source_headline source_original where_prec where_coordinates
	where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity date_prec
	date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob`

// ucdpPlaces is where_prec by the precision of the gazetteer: 1 the place itself, 3 a second-level and
// 4 a first-level division, 5 a region without bounds, 6 a country.
var ucdpPlaces = map[string]string{"city": "1", "admin2": "3", "admin1": "4", "region": "5", "country": "6"}

// writeUCDP writes each statement about deaths under the columns of the UCDP Georeferenced
// Event Dataset. It is a layout, not their data: “best” is what this one statement says and
// empty where it says a range or a bound; rows of one “relid” are one tally, to be weighed
// and never to be added up, and “id” is the statement's.
func writeUCDP(ctx context.Context, w io.Writer, s *Source) error {
	if _, err := s.of("figure", "tally"); err != nil {
		return err
	}
	where, err := s.Lib.Places(ctx)
	if err != nil {
		return err
	}
	tallies, families, err := s.tallies(ctx)
	if err != nil {
		return err
	}
	out := newLayout(w, ucdpColumns)
	if err := s.rows(ctx, []string{"figure"}, func(r *row) error {
		f := r.record.(*view.FigureRecord)
		if f.Measure != "deaths" || f.Status != "happened" {
			return nil
		}
		low, best, high := bounds(f)
		first, last, between, known := days(value(f.Date))
		precision := ""
		if known {
			precision = graded(between, ucdpDays...)
		}
		cells := map[string]string{
			"id": string(f.ID), "relid": string(tallies[f.ID]), "year": firstPart(first), "date_start": first, "date_end": last, "date_prec": precision,
			"where_coordinates": worded(f.Place), "where_description": asWritten(f.Place), "low": low, "best": best, "high": high, "number_of_sources": written(max(families[f.ID], 1)),
			"source_article": joined(", ", r.text.Outlet, iso(r.text.Published), r.text.Title), "source_office": r.text.Outlet, "source_date": iso(r.text.Published), "source_headline": r.text.Title,
			"source_original": worded(f.SaidBy),
		}
		place := where[placeOf(f)]
		located(cells, place, "adm_1", "adm_2", "where_prec", ucdpPlaces)
		if place != (stemma.Geo{}) {
			cells["geom_wkt"] = fmt.Sprintf("POINT (%s %s)", cells["longitude"], cells["latitude"])
			cells["priogrid_gid"] = prioGrid(place.Lat, place.Lon)
		}
		return out.add(cells, r)
	}); err != nil {
		return err
	}
	return out.end()
}

// tallies tells the tally of each figure, and how many families state its point.
func (s *Source) tallies(ctx context.Context) (of map[stemma.ID]stemma.ID, families map[stemma.ID]int, err error) {
	of, families = map[stemma.ID]stemma.ID{}, map[stemma.ID]int{}
	err = s.walk(ctx, []string{"tally"}, func(*row) error { return nil }, func(record any) error {
		t := record.(*view.TallyRecord)
		for _, p := range t.Points {
			for _, id := range p.Figures {
				of[id], families[id] = t.ID, p.Families
			}
		}
		return nil
	})
	return of, families, err
}

// bounds gives the least, the stated and the greatest number of a figure; "" for what it
// does not say.
func bounds(f *view.FigureRecord) (low, best, high string) {
	number := func(v *float64) string {
		if v == nil {
			return ""
		}
		return written(*v)
	}
	low, high = number(f.Min), number(f.Max)
	switch f.Op {
	case "=":
		best = number(f.Value)
		return cmp.Or(low, best), best, cmp.Or(high, best)
	case ">", ">=":
		return cmp.Or(low, number(f.Value)), "", high
	case "<", "<=":
		return low, "", cmp.Or(high, number(f.Value))
	}
	return low, "", high
}

// ucdpDays are the days between first and last up to which date_prec is 1 (the day is known),
// 2 (two to six days), 3 (the week), 4 (eight days to a month) and 5 (up to a year).
var ucdpDays = []int{0, 5, 6, 30, 365}

// prioGrid gives the number of the cell of PRIO-GRID in which a place lies: half degrees, row by
// row from the south-west.
func prioGrid(lat, lon float64) string {
	row, column := int(math.Floor((lat+90)*2)), int(math.Floor((lon+180)*2))
	return written(min(row, 359)*720 + min(column, 719) + 1)
}

// asWritten gives the words of a place as the text has them.
func asWritten(p *view.RecordPlace) string {
	if p == nil {
		return ""
	}
	return value(p.Exact)
}
