package export

import (
	"context"
	"io"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"
)

// writeICal writes the dated events as a calendar (RFC 5545): whole days, from the first to
// the last that the text leaves open. What has no day on the calendar is not in it.
func writeICal(ctx context.Context, w io.Writer, s *Source) error {
	all, err := s.occasions(ctx)
	if err != nil {
		return err
	}
	where, err := s.Lib.Places(ctx)
	if err != nil {
		return err
	}
	c := ics.NewCalendarFor("Stemma")
	c.SetProductId("-//Stemma//Stemma//EN")
	for _, o := range all {
		first, last, ok := o.span()
		if !ok || first.Year() < 1 || last.Year() > 9998 {
			continue
		}
		e := c.AddEvent(string(o.id) + "@stemma")
		e.SetDtStampTime(stamp(o))
		e.SetAllDayStartAt(first)
		e.SetAllDayEndAt(last.AddDate(0, 0, 1)) // RFC 5545: the day behind the last
		e.SetSummary(joined(", ", o.label, before("date as stated: ", imprecise(o))))
		e.SetDescription(strings.Join(o.cited(), "\n"))
		e.AddCategory(o.kind())
		if o.place != "" {
			e.SetLocation(o.place)
		}
		if geo, ok := where[o.where]; ok {
			e.SetGeo(geo.Lat, geo.Lon)
		}
		if linkable(o.tellings[0].text.URL) {
			e.SetURL(o.tellings[0].text.URL)
		}
		status := ics.ObjectStatusTentative
		if o.event().Status == "happened" {
			status = ics.ObjectStatusConfirmed
		}
		e.SetStatus(status)
	}
	return c.SerializeTo(w, ics.WithNewLineWindows)
}

// stamp is the time of an entry: when its first text appeared, since there is no clock.
func stamp(o *occasion) time.Time {
	first, _, ok := o.tellings[0].text.when().Bounds()
	if !ok || first.Year() < 1 {
		return time.Unix(0, 0).UTC()
	}
	return first
}

// imprecise gives the date of an event that is not one day.
func imprecise(o *occasion) string {
	if o.date.Exact() {
		return ""
	}
	return string(o.date)
}

// cited says how well an event is attested, and where each telling stands.
func (o *occasion) cited() []string {
	out := []string{written(o.families) + " independent of " + written(o.texts) + " texts; " + o.event().Status}
	for _, r := range o.tellings {
		out = append(out, "")
		out = append(out, cited(r)...)
	}
	return out
}
