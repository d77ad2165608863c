package view

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"stemma"
)

// A ledger chooses and counts as one would row by row.
func TestLedger(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := rapid.SampledFrom([]string{"", "a", "b", "c"})
		rows := rapid.SliceOfN(rapid.SliceOfN(value, 2, 2), 0, 30).Draw(t, "rows")
		c := Choice{Fields: map[string]string{"x": value.Draw(t, "x"), "y": rapid.SampledFrom([]string{"", "a", "z"}).Draw(t, "y"), "other": rapid.SampledFrom([]string{"", "", "a"}).Draw(t, "other"),
			"from": rapid.SampledFrom([]string{"", "2022-03-02", "2022-04", "no day"}).Draw(t, "from"), "until": rapid.SampledFrom([]string{"", "2022-03-20", "2021"}).Draw(t, "until")}}
		l := newLedger("x", "y")
		dates := rapid.SliceOfN(rapid.SampledFrom([]stemma.Date{"", "2022-03-01", "2022-03", "2022-04-01/..", "../2022-03-02"}), len(rows), len(rows)).Draw(t, "dates")
		var spans []days
		var want []int32
		counts := []map[string]int{{}, {}}
		for i, r := range rows {
			l.add(r...)
			spans = append(spans, daysOf(dates[i]))
			values := map[string]string{"x": r[0], "y": r[1]}
			if !mayLie(dates[i], stemma.Date(c.Fields["from"]), stemma.Date(c.Fields["until"])) {
				continue
			}
			if c.timeless().matches(values) {
				want = append(want, int32(i))
			}
			for k, field := range []string{"x", "y"} {
				if c.timeless().without(field).matches(values) {
					counts[k][values[field]]++
				}
			}
		}
		l.timed(spans)
		got, numbers := l.choose(c)
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("rows (-one by one, +ledger):\n%s", diff)
		}
		if diff := cmp.Diff(counts, numbers); diff != "" {
			t.Fatalf("counts (-one by one, +ledger):\n%s", diff)
		}
	})
}

// mayLie tells, by the calendar, whether a day may lie in a period.
func mayLie(d, from, until stemma.Date) bool {
	if from == "" && until == "" {
		return true
	}
	first, last, known := d.Bounds()
	begin, _, ok := from.Bounds()
	_, end, ok2 := until.Bounds()
	if ok && ok2 && end.Before(begin) { // the wrong way round
		return mayLie(d, until, from)
	}
	return known && (from == "" || ok && (last.IsZero() || !last.Before(begin))) && (until == "" || ok2 && (first.IsZero() || !first.After(end)))
}

// Many events of a lane become few marks: each event is in one of them, and a mark leads to
// their time.
func TestManyEventsAreDrawnTogether(t *testing.T) {
	for _, x := range []struct {
		days, step int // that hold an event each; days between them
		first      stemma.Date
	}{
		{laneMarks, 1, "2020-01-01"}, {laneMarks + 1, 1, "2020-01"}, {4000, 3, "2020"}, {4000, 300, "202X"},
	} {
		all := acts{ledger: *newLedger("type", "place", "who", "status")}
		var chosen []int32
		for i := range x.days {
			day := time.Date(2020, 1, 1+i*x.step, 0, 0, 0, 0, time.UTC)
			all.add("PROTEST", "", "", "happened")
			all.list = append(all.list, deed{event: stemma.ID(fmt.Sprint("e-", i)), date: stemma.DateOf(day.Date()), begins: day, dated: true})
			chosen = append(chosen, int32(i))
		}
		lanes := all.lanes(english, chosen, Choice{})
		if len(lanes) != 1 || lanes[0].events() != x.days || lanes[0].Marks[0].Date != x.first {
			t.Errorf("%d days: lanes %+v", x.days, lanes)
			continue
		}
		if n := len(lanes[0].Marks); n > laneMarks && x.first != "202X" {
			t.Errorf("%d days: %d marks", x.days, n)
		}
		if at := lanes[0].Marks[1]; x.days > laneMarks && at.Href != fmt.Sprintf("/timeline?from=%s&type=PROTEST&until=%s", at.Date, at.Date) {
			t.Errorf("%d days: the second mark leads to %s", x.days, at.Href)
		}
	}
}
