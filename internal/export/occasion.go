package export

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"stemma"
	"stemma/internal/view"
)

// occasion is one event: all its tellings that are lined up, or one that stands alone.
type occasion struct {
	id              stemma.ID
	label           string
	date            stemma.Date // as exact as the texts are
	place           string
	where           stemma.ID // the entity of its place; "" where nobody knows it
	texts, families int
	tellings        []*row // by the date of their texts; never none
}

// event gives the record of the first telling.
func (o *occasion) event() *view.EventRecord { return o.tellings[0].record.(*view.EventRecord) }

// kind says in lower case what sort of event it is.
func (o *occasion) kind() string {
	e := o.event()
	return strings.ToLower(cmp.Or(value(e.Type), value(e.Mode), "other"))
}

// span gives the days that the event may have filled, both included; false where it has no
// place on the calendar, or no beginning or end.
func (o *occasion) span() (first, last time.Time, ok bool) {
	first, last, ok = o.date.Bounds()
	return first, last, ok && !first.IsZero() && !last.IsZero()
}

// occasions gives the events of a source in the order of their days; those without a day
// come last.
func (s *Source) occasions(ctx context.Context) ([]*occasion, error) {
	if _, err := s.of("event", "happening"); err != nil {
		return nil, err
	}
	rows := map[stemma.ID]*row{}
	var out []*occasion
	err := s.walk(ctx, []string{"event", "happening"}, func(r *row) error {
		rows[r.ID] = r
		return nil
	}, func(record any) error {
		h := record.(*view.HappeningRecord)
		o := &occasion{id: h.ID, label: strings.ReplaceAll(h.Label, " · ", " "), date: value(h.Date), place: value(h.Place), texts: h.Support.Texts, families: h.Support.Families}
		for _, id := range h.Members {
			if rows[id] != nil {
				o.tellings = append(o.tellings, rows[id])
				delete(rows, id)
			}
		}
		if len(o.tellings) > 0 {
			out = append(out, o)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		out = append(out, &occasion{id: r.ID, texts: 1, families: 1, tellings: []*row{r}})
	}
	for _, o := range out {
		o.complete()
	}
	slices.SortFunc(out, func(a, b *occasion) int { return cmp.Or(a.date.Compare(b.date), cmp.Compare(a.id, b.id)) })
	return out, nil
}

// complete takes from the tellings what the group does not say.
func (o *occasion) complete() {
	slices.SortFunc(o.tellings, func(a, b *row) int {
		return cmp.Or(a.text.when().Compare(b.text.when()), cmp.Compare(a.ID, b.ID))
	})
	for _, r := range o.tellings {
		e := r.record.(*view.EventRecord)
		o.label = cmp.Or(o.label, deed(e))
		o.place = cmp.Or(o.place, worded(e.Place))
		o.where = cmp.Or(o.where, placeOf(e))
		if date, until := value(e.Date), value(e.Until); o.date == "" {
			if o.date = date; date.Exact() && until.Exact() {
				o.date = date + "/" + until
			}
		}
	}
}

// cited says in a few lines where a statement stands, so that it can be found and checked.
func cited(r *row) []string {
	return []string{
		"“" + strings.Join(strings.Fields(cmp.Or(r.sentence, r.Exact)), " ") + "”",
		joined(", ", r.text.Title, r.text.where()),
		joined(" ", r.text.URL, "text "+string(r.text.ID), "statement "+string(r.ID)),
		"characters " + written(r.Start) + "–" + written(r.End) + " of the page: …" + oneLine(r.prefix) + "[" + oneLine(r.Exact) + "]" + oneLine(r.suffix) + "…",
		"SHA-256 " + r.text.SHA256,
	}
}

// oneLine puts words on one line; a space at either end stays.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' || r == '\t' {
			return ' '
		}
		return r
	}, s)
}
