package view

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"stemma"
	"stemma/internal/message"
)

// Tolls is one measure over time: the tallies of a place, of those counted and of a period,
// each with its points, its sources and its statements. It never joins two of them.
type Tolls struct {
	Choice   Choice      `json:"choice"` // as understood: without a measure, the first that is counted
	Measures []TollField `json:"measures"`
	Places   []TollField `json:"places"` // of the measure
	Of       []TollField `json:"of"`     // of the measure
	Total    int         `json:"total"`  // tallies of the choice
	Tolls    []*Tally    `json:"tolls"`  // the best attested of them, the points of the period only
	More     []TallyRef  `json:"more"`   // the others
	Left     int         `json:"left"`   // points of the tolls shown that are not of the period
}

// TollField is one value that a field of the choice can have.
type TollField struct {
	Value  string `json:"value"`
	Name   string `json:"name"`
	Count  int    `json:"count"` // tallies
	Chosen bool   `json:"chosen,omitempty"`
}

const (
	tollsShown = 4   // pictures of a screen
	tollFields = 200 // values of a field that are offered
)

// TollFields are the fields of the choice of [Library.Tolls]; the day of a point is the one
// that it is counted for.
var TollFields = []string{"measure", "place", "of", "from", "until"}

// Tolls gives the tallies of a choice. The error wraps [stemma.ErrInvalid] for a period that
// is none.
func (l *Library) Tolls(ctx context.Context, c Choice) (*Tolls, error) {
	s := l.shelf()
	held, err := s.catalogue(ctx)
	if err != nil {
		return nil, err
	}
	all, err := held.tallies.get(ctx, s.r, newTallies)
	if err != nil {
		return nil, fmt.Errorf("tolls: %w", err)
	}
	period, err := c.period()
	if err != nil {
		return nil, err
	}
	v := &Tolls{Choice: Choice{Fields: map[string]string{}}}
	for _, f := range TollFields {
		v.Choice.Fields[f] = c.Fields[f]
	}
	v.fields(l.words, all)
	var more []tallyEntry
	for i := range all {
		t := &all[i]
		if !v.holds(t, "") || !slices.ContainsFunc(t.days, func(d stemma.Date) bool { return daysOf(d).meets(period) }) {
			continue
		}
		if v.Total++; len(v.Tolls) == tollsShown {
			if len(more) < tallyList {
				more = append(more, *t)
			}
			continue
		}
		toll, err := l.Tally(ctx, t.ID)
		if err != nil {
			return nil, err
		}
		v.Left += toll.within(period)
		v.Tolls = append(v.Tolls, toll)
	}
	v.More, err = s.placeless(ctx, more)
	return v, err
}

// TollOf gives one tally, of a choice's period the points only.
func (l *Library) TollOf(ctx context.Context, id stemma.ID, c Choice) (*Tally, error) {
	period, err := c.period()
	if err != nil {
		return nil, err
	}
	toll, err := l.Tally(ctx, id)
	if err != nil {
		return nil, err
	}
	toll.within(period)
	return toll, nil
}

// holds reports whether a tally is of the choice; the field besides is left open.
func (v *Tolls) holds(t *tallyEntry, besides string) bool {
	suits := func(field, value string) bool {
		want := v.Choice.Fields[field]
		return want == "" || want == value || field == besides
	}
	return suits("measure", t.measure) && suits("place", t.place) && suits("of", t.of)
}

// fields fills in what can be chosen. Without a measure it takes the first of the contract's
// order that is counted: deaths before all.
func (v *Tolls) fields(b *message.Book, all []tallyEntry) {
	measures := map[string]int{}
	for i := range all {
		measures[all[i].measure]++
	}
	for _, m := range stemma.Measures {
		if v.Choice.Fields["measure"] == "" && measures[m] > 0 {
			v.Choice.Fields["measure"] = m
		}
	}
	places, of := map[string]int{}, map[string]int{}
	for i := range all {
		if v.holds(&all[i], "place") {
			places[all[i].place]++
		}
		if v.holds(&all[i], "of") {
			of[all[i].of]++
		}
	}
	v.Measures = tollField(measures, v.Choice.Fields["measure"], b.Measure)
	slices.SortStableFunc(v.Measures, func(a, b TollField) int { return cmp.Compare(measureOrder(a.Value), measureOrder(b.Value)) })
	v.Places, v.Of = tollField(places, v.Choice.Fields["place"], same), tollField(of, v.Choice.Fields["of"], same)
}

// tollField lists values, the most frequent first.
func tollField(counts map[string]int, chosen string, word func(string) string) []TollField {
	var out []TollField
	for _, value := range sortedKeys(counts) {
		if value != "" {
			out = append(out, TollField{value, word(value), counts[value], value == chosen})
		}
	}
	slices.SortStableFunc(out, func(a, b TollField) int { return cmp.Compare(b.Count, a.Count) })
	return head(out, tollFields)
}

// within leaves the points of a period, and gives how many it left out.
func (v *Tally) within(p days) int {
	left := map[stemma.ID]bool{} // statements of other days
	all := len(v.Points)
	v.Points = slices.DeleteFunc(v.Points, func(x TallyPoint) bool {
		out := !daysOf(x.At).meets(p)
		if out {
			left = withAll(left, x.Statements)
		}
		return out
	})
	v.Rows = slices.DeleteFunc(v.Rows, func(r FigureRow) bool { return left[r.ID] })
	v.BySource = bySource(v.Points)
	return all - len(v.Points)
}

// Text prints the tolls.
func (v *Tolls) Text(w io.Writer) error {
	p := &printer{w: w}
	if v.Total == 0 {
		p.line("No count over several texts or days fits this choice.")
		return p.err
	}
	for i, t := range v.Tolls {
		if i > 0 {
			p.line("")
		}
		p.line("%s: %s  %s", t.Label, t.Support, t.ID)
		t.Story.print(p)
		wide := 22 // of a day
		for _, x := range t.Points {
			wide = max(wide, utf8.RuneCountInString(x.When))
		}
		for _, x := range t.Points {
			note := ""
			if x.Dissent {
				note = "; contradicted"
			}
			p.line("  %-*s %-14s %s; first in %s; %s%s", wide, x.When, x.Amount, cmp.Or(x.Source, "the text itself"), x.First, Standing(x.Texts, x.Families), note)
		}
		for _, s := range t.BySource {
			if who := cmp.Or(s.Source, "the texts themselves"); s.Points == 1 {
				p.line("  by %s: %s", who, s.Latest)
			} else {
				p.line("  by %s: least %s, most %s, latest %s", who, s.Least, s.Most, s.Latest)
			}
		}
	}
	if len(v.More) > 0 {
		p.line("")
		for _, t := range v.More {
			p.line("  %s %s  %s", strings.TrimSpace(t.Range), t.Label, t.ID)
		}
	}
	return p.err
}
