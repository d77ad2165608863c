package export

import (
	"cmp"
	"context"
	"encoding/csv"
	"io"
	"strings"

	"stemma"
	"stemma/internal/view"
)

// sourceColumns stand behind those of a layout, so that each row can be checked.
var sourceColumns = []string{"text_id", "url", "sha256", "start", "end", "exact", "prefix", "suffix"}

func sourceCells(r *row) []string {
	return []string{string(r.text.ID), r.text.URL, r.text.SHA256, written(r.Start), written(r.End), r.Exact, r.prefix, r.suffix}
}

// layout writes rows under fixed columns.
type layout struct {
	w       *csv.Writer
	columns []string
}

func newLayout(w io.Writer, columns string) *layout {
	l := &layout{w: csv.NewWriter(w), columns: append(strings.Fields(columns), sourceColumns...)}
	l.w.UseCRLF = true
	_ = l.w.Write(l.columns) // its error stays in the writer
	return l
}

// add writes a row; a column that cells do not name is empty.
func (l *layout) add(cells map[string]string, r *row) error {
	out := make([]string, 0, len(l.columns))
	for _, c := range l.columns[:len(l.columns)-len(sourceColumns)] {
		out = append(out, cells[c])
	}
	return l.w.Write(safe(append(out, sourceCells(r)...)))
}

func (l *layout) end() error {
	l.w.Flush()
	return l.w.Error()
}

// ucdpColumns are those of the UCDP Georeferenced Event Dataset that a figure can fill.
const ucdpColumns = `id relid year date_start date_end date_prec where_coordinates where_prec adm_1 adm_2 latitude longitude country
	low best high number_of_sources source_article source_office source_date source_headline source_original`

// writeUCDP writes each statement about deaths under the columns of the UCDP Georeferenced
// Event Dataset. It is a layout, not their data: “best” is what this one statement says and
// empty where it says a range or a bound; rows of one “relid” are one tally, to be weighed
// and never to be added up. Precisions are those of the UCDP's codebook.
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
		first, last, precision := days(value(f.Date))
		cells := map[string]string{
			"id": string(f.ID), "relid": string(tallies[f.ID]), "year": firstPart(first), "date_start": first, "date_end": last, "date_prec": precision,
			"where_coordinates": worded(f.Place), "low": low, "best": best, "high": high, "number_of_sources": written(max(families[f.ID], 1)),
			"source_article": r.text.Title, "source_office": r.text.Outlet, "source_date": iso(r.text.Published), "source_headline": r.text.Title,
			"source_original": worded(f.SaidBy),
		}
		located(cells, where[placeOf(f)], "adm_1", "adm_2", "where_prec", ucdpPlaces)
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

// days gives the first and last day of a date and how exact it is: 1 a day, 2 up to six
// days, 3 a week or two, 4 a month, 5 longer.
func days(d stemma.Date) (first, last, precision string) {
	a, b, ok := d.Bounds()
	if !ok || a.IsZero() || b.IsZero() {
		return "", "", ""
	}
	precision = "5"
	for i, most := range []float64{0, 6, 14, 31} {
		if b.Sub(a).Hours()/24 <= most {
			precision = written(i + 1)
			break
		}
	}
	return a.Format("2006-01-02"), b.Format("2006-01-02"), precision
}

// acledDay gives the first day of a date and how exact it is: 1 a day, 2 a week or two, 3 a
// month; neither for what is longer.
func acledDay(d stemma.Date) (first, precision string) {
	first, _, exact := days(d)
	precision = map[string]string{"1": "1", "2": "2", "3": "2", "4": "3"}[exact]
	if precision == "" {
		return "", ""
	}
	return first, precision
}

// yearOf gives the year of a date that does not go beyond one.
func yearOf(d stemma.Date) string {
	first, last, _ := days(d)
	if firstPart(first) != firstPart(last) {
		return ""
	}
	return firstPart(first)
}

// located fills in where a place is; what the gazetteer does not know stays empty.
func located(cells map[string]string, g stemma.Geo, admin1, admin2, precision string, classes map[string]string) {
	if g == (stemma.Geo{}) {
		return
	}
	cells["latitude"], cells["longitude"], cells["country"] = written(g.Lat), written(g.Lon), g.Country
	cells[admin1], cells[admin2], cells[precision] = g.Admin1, g.Admin2, classes[g.Precision]
}

// acledColumns are the columns of the Armed Conflict Location & Event Data; those that no text
// fills are there for the programs that look for them, and empty.
const acledColumns = `event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 actor2 assoc_actor_2
	country admin1 admin2 location latitude longitude geo_precision source source_scale notes fatalities tags`

// writeACLED writes the events under the columns of the Armed Conflict Location & Event
// Data: a row an event, with the sentence of its first telling. It is a layout, not their
// data: “fatalities” stays empty, since no text says which of its counts is of which event.
func writeACLED(ctx context.Context, w io.Writer, s *Source) error {
	all, err := s.occasions(ctx)
	if err != nil {
		return err
	}
	where, err := s.Lib.Places(ctx)
	if err != nil {
		return err
	}
	out := newLayout(w, acledColumns)
	for _, o := range all {
		if err := out.add(acledCells(o, where), o.tellings[0]); err != nil {
			return err
		}
	}
	return out.end()
}

func acledCells(o *occasion, where map[stemma.ID]stemma.Geo) map[string]string {
	e, r := o.event(), o.tellings[0]
	kind, sub, _ := strings.Cut(value(e.ACLED), "/")
	first, precision := acledDay(o.date)
	var outlets []string
	for _, t := range o.tellings {
		if name := cmp.Or(t.text.Outlet, t.text.Source); !strings.Contains("; "+strings.Join(outlets, "; ")+";", "; "+name+";") {
			outlets = append(outlets, name)
		}
	}
	cells := map[string]string{
		"event_id_cnty": string(o.id), "event_date": first, "year": yearOf(o.date), "time_precision": precision, "event_type": kind, "sub_event_type": sub,
		"actor1": joined("; ", listed(e.Actors)...), "actor2": joined("; ", listed(e.Targets)...), "location": o.place, "source": strings.Join(outlets, "; "),
		"notes": strings.Join(strings.Fields(cmp.Or(r.sentence, r.Exact)), " "),
		"tags":  joined("; ", before("status=", e.Status), "texts="+written(o.texts), "independent="+written(o.families)),
	}
	located(cells, where[o.where], "admin1", "admin2", "geo_precision", acledPlaces)
	return cells
}

// How exactly a place is known, by the precision of the gazetteer, in the numbers of the
// two codebooks.
var (
	ucdpPlaces  = map[string]string{"city": "1", "admin2": "3", "admin1": "4", "region": "5", "country": "6"}
	acledPlaces = map[string]string{"city": "1", "admin2": "2", "admin1": "3", "region": "3"}
)
