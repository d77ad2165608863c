package export

import (
	"context"
	"html"
	"io"
	"strings"
	"time"
)

// writeTimelineJS writes the dated events as the JSON of TimelineJS 3 (Knight Lab): a slide
// an event, grouped by type, its sentences and sources as the slide's text. What has no day
// on the calendar is not in it.
func writeTimelineJS(ctx context.Context, w io.Writer, s *Source) error {
	all, err := s.occasions(ctx)
	if err != nil {
		return err
	}
	out, err := listIn(w, object{"scale": "human"}, "events")
	if err != nil {
		return err
	}
	for _, o := range all {
		first, last, ok := o.span()
		if !ok {
			continue
		}
		slide := object{
			"unique_id": string(o.id), "start_date": onCalendar(first), "group": o.kind(),
			"text": object{"headline": html.EscapeString(joined(", ", o.label, o.place)), "text": slideText(o)},
		}
		if last.After(first) {
			slide["end_date"], slide["display_date"] = onCalendar(last), string(o.date)
		}
		if err := out.add(slide); err != nil {
			return err
		}
	}
	return out.end()
}

func onCalendar(t time.Time) object {
	return object{"year": t.Year(), "month": int(t.Month()), "day": t.Day()}
}

// slideText is HTML, as the format wants it: nothing of a text is markup.
func slideText(o *occasion) string {
	var b strings.Builder
	for _, line := range o.cited() {
		if line != "" {
			b.WriteString("<p>" + html.EscapeString(line) + "</p>")
		}
	}
	return b.String()
}
