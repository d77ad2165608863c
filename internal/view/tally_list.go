package view

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"stemma"
	"stemma/internal/message"
	"stemma/internal/store"
)

// tallyList is how many tallies a screen of figures shows.
const tallyList = 40

// tallyEntry is a tally of the pile, with the values by which it is chosen.
type tallyEntry struct {
	TallyRef
	measure, place, of string
	days               []stemma.Date // of its points
	first              []stemma.ID   // some of its statements
	low, high          *float64      // the least and the most that they say
}

// tallyRefs lists the best attested tallies of a choice, and counts all of them.
func (s *shelf) tallyRefs(ctx context.Context, c Choice) (out []TallyRef, total int, err error) {
	held, err := s.catalogue(ctx)
	if err != nil {
		return nil, 0, err
	}
	all, err := held.tallies.get(ctx, s.r, newTallies)
	if err != nil {
		return nil, 0, fmt.Errorf("tallies: %w", err)
	}
	period, err := c.period()
	if err != nil {
		return nil, 0, err
	}
	within, err := s.talliesOf(ctx, c)
	if err != nil {
		return nil, 0, err
	}
	var shown []tallyEntry
	for i := range all {
		t := &all[i]
		if period != always && !slices.ContainsFunc(t.days, func(d stemma.Date) bool { return daysOf(d).meets(period) }) {
			continue
		}
		if m := c.Fields["measure"]; m != "" && m != t.measure || c.Fields["place"] != "" && c.Fields["place"] != t.place || within != nil && !within(t.ID) {
			continue
		}
		if total++; total <= tallyList {
			shown = append(shown, *t)
		}
	}
	out, err = s.placeless(ctx, shown)
	return out, total, err
}

func newTallies(ctx context.Context, r store.Reader) ([]tallyEntry, error) {
	all, err := r.Tallies(ctx, store.Query{})
	if err != nil {
		return nil, err
	}
	var out []tallyEntry
	for _, t := range all {
		low, high := extremes(t)
		out = append(out, tallyEntry{TallyRef{
			ID: t.ID, Label: t.Label, Points: len(t.Points), Families: t.Support.Families, Texts: t.Support.Texts, Href: GroupHref("tally", t.ID), voices: t.Support.Voices,
		}, t.Measure, t.Place, t.Of, pointDays(t), slices.Clone(head(t.Members, firstFew)), low, high})
	}
	slices.SortStableFunc(out, func(a, b tallyEntry) int {
		return cmp.Or(cmp.Compare(b.Families, a.Families), cmp.Compare(b.Points, a.Points), cmp.Compare(a.Label, b.Label), cmp.Compare(a.ID, b.ID))
	})
	return out, nil
}

func pointDays(t stemma.Tally) []stemma.Date {
	var out []stemma.Date
	for i := range t.Points {
		out = append(out, t.Points[i].AsOf)
	}
	return out
}

// extremes gives the least and the most that a tally's points say; nil where they say nothing.
func extremes(t stemma.Tally) (low, high *float64) {
	for i := range t.Points {
		p := &t.Points[i]
		for _, x := range []*float64{p.Value, p.Min, p.Max} {
			if x == nil {
				continue
			}
			if low == nil || *x < *low {
				low = x
			}
			if high == nil || *x > *high {
				high = x
			}
		}
	}
	return low, high
}

// in words an entry in a language.
func (t *tallyEntry) in(b *message.Book) TallyRef {
	ref := t.TallyRef
	ref.Label = b.Tally(t.Label)
	ref.Support = b.Attested(t.Texts, t.Families, t.voices)
	switch {
	case t.low == nil:
		ref.Range = b.Say("word.unknown")
	case *t.low == *t.high:
		ref.Range = b.OfMeasure(t.measure, b.Number(*t.low))
	default:
		ref.Range = b.OfMeasure(t.measure, b.Bound("", nil, t.low, t.high))
	}
	return ref
}
