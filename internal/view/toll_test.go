package view_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/view"
	"stemma/internal/view/viewtest"
)

func tolls(t *testing.T, fields map[string]string) *view.Tolls {
	t.Helper()
	v, err := view.New(viewtest.Velmora()).Tolls(t.Context(), view.Choice{Fields: fields})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// Without a measure the gravest is shown; each point says who said so first, a copy is a
// row less and not a witness more, and no source's word is joined with another's.
func TestTolls(t *testing.T) {
	v := tolls(t, nil)
	if v.Choice.Fields["measure"] != "deaths" || v.Total != 1 || len(v.Tolls) != 1 {
		t.Fatalf("%+v", v)
	}
	toll := v.Tolls[0]
	var told []string
	for _, p := range toll.Points {
		told = append(told, p.Amount+", "+p.Source+", "+p.First)
	}
	for _, want := range []string{"at least 27, the health office, Harbour Post, 5 March 2021", "31, the general hospital, Inland Courier, 7 March 2021"} {
		if !slices.Contains(told, want) {
			t.Errorf("%q is missing in %q", want, told)
		}
	}
	copies, also := 0, 0
	for _, r := range toll.Rows {
		also += r.Also
		if r.Copy {
			copies++
		}
	}
	if copies != 1 || also != 1 {
		t.Errorf("%d rows are copies, %d are said to be repeated", copies, also)
	}
	if len(toll.BySource) != 4 {
		t.Errorf("by source: %+v", toll.BySource)
	}
	for _, s := range toll.Spots(func(p *view.TallyPoint) string { return p.Href }) {
		if s.Families != 1 {
			t.Errorf("a reprint is drawn twice: %+v", s)
		}
	}
}

// A period leaves the points of its days, and says how many it left out.
func TestTollsOfAPeriod(t *testing.T) {
	v := tolls(t, map[string]string{"measure": "deaths", "from": "2021-03-06", "until": "2021-03-07"})
	if len(v.Tolls) != 1 || len(v.Tolls[0].Points) == 0 || v.Left == 0 {
		t.Fatalf("%+v", v)
	}
	for _, p := range v.Tolls[0].Points {
		if first, last, ok := p.At.Bounds(); !ok || last.Format("2006-01-02") < "2021-03-06" || first.Format("2006-01-02") > "2021-03-07" {
			t.Errorf("%s is not of the period", p.At)
		}
	}
	for _, r := range v.Tolls[0].Rows {
		if strings.Contains(r.Amount, "27") {
			t.Errorf("a statement of another day: %+v", r)
		}
	}
	if got := tolls(t, map[string]string{"until": "1999-01-01"}); got.Total != 0 || len(got.Measures) == 0 {
		t.Errorf("a period without points: %+v", got)
	}
	// The list of figures names only counts of the period; the two ends may be the wrong way round.
	figures := func(from, until string) int {
		v, err := view.New(viewtest.Velmora()).Figures(t.Context(), view.Choice{Fields: map[string]string{"from": from, "until": until}})
		if err != nil {
			t.Fatal(err)
		}
		return v.Counts
	}
	if before, within, turned := figures("", "1999"), figures("2021-03-06", "2021-03-07"), figures("2021-03-07", "2021-03-06"); before != 0 || within == 0 || turned != within {
		t.Errorf("counts before the period %d, in it %d, given the wrong way round %d", before, within, turned)
	}
	_, err := view.New(viewtest.Velmora()).Tolls(t.Context(), view.Choice{Fields: map[string]string{"from": "tomorrow"}})
	if !errors.Is(err, stemma.ErrInvalid) {
		t.Errorf("a day that is none: %v", err)
	}
}
