package export

import (
	"cmp"
	"context"
	"io"
	"strings"

	tags "golang.org/x/text/language"

	"stemma"
	"stemma/internal/view"
)

// acledColumns are those of the Armed Conflict Location & Event Data, all 31 in the order of its
// exports since the change of columns of 20 March 2023 (acleddata.com, “Guide to 2023 ACLED column changes”;
// the header was compared with copies of it in public code in November 2026). What they mean follows that
// guide and the ACLED Codebook as it is generally cited, which was not at hand. Those that no text fills are there for the programs that look for them, and empty.
const acledColumns = `event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1
	actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude
	geo_precision source source_scale notes fatalities tags timestamp`

// acledPlaces is geo_precision by the precision of the gazetteer: 1 the town, 2 a small part of a
// region, 3 a region.
var acledPlaces = map[string]string{"city": "1", "admin2": "2", "admin1": "3", "region": "3"}

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
	actor1, with1 := leading(e.Actors)
	actor2, with2 := leading(e.Targets)
	var outlets []string
	for _, t := range o.tellings {
		if name := cmp.Or(t.text.Outlet, t.text.Source); !strings.Contains("; "+strings.Join(outlets, "; ")+";", "; "+name+";") {
			outlets = append(outlets, name)
		}
	}
	cells := map[string]string{
		"event_id_cnty": string(o.id), "event_date": first, "year": yearOf(o.date), "time_precision": precision, "event_type": kind, "sub_event_type": sub,
		"actor1": actor1, "assoc_actor_1": with1, "actor2": actor2, "assoc_actor_2": with2,
		"disorder_type": acledDisorder(kind, sub), "location": o.place, "source": strings.Join(outlets, "; "),
		"notes": strings.Join(strings.Fields(cmp.Or(r.sentence, r.Exact)), " "),
		"tags":  joined("; ", before("status=", e.Status), "texts="+written(o.texts), "independent="+written(o.families)),
	}
	if kind == "Violence against civilians" {
		cells["civilian_targeting"] = "Civilian targeting"
	}
	place := where[o.where]
	located(cells, place, "admin1", "admin2", "geo_precision", acledPlaces)
	if region, err := tags.ParseRegion(place.Country); err == nil && region.M49() > 0 {
		cells["iso"] = written(region.M49())
	}
	return cells
}

// acledDay gives the first day of a date and how exact it is: 1 a day, 2 up to a week, 3 up to
// a month; neither for what is longer.
func acledDay(d stemma.Date) (first, precision string) {
	first, _, between, known := days(d)
	if !known || between > 30 {
		return "", ""
	}
	return first, graded(between, 0, 6, 30)
}

// acledDisorder gives the type of disorder that event and sub-event type belong to.
func acledDisorder(kind, sub string) string {
	switch {
	case sub == "Excessive force against protesters":
		return "Political violence; Demonstrations"
	case kind == "Protests", sub == "Violent demonstration":
		return "Demonstrations"
	case kind == "Strategic developments":
		return kind
	case kind != "":
		return "Political violence"
	}
	return ""
}

// leading gives the first of some actors, and the others in one cell.
func leading(actors []view.RecordPlace) (first, others string) {
	names := listed(actors)
	if len(names) == 0 {
		return "", ""
	}
	return names[0], joined("; ", names[1:]...)
}
