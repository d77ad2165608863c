package view

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma"
)

// What is one ballot: copies that keep a part of the numbers, and independent texts with two
// equal numbers, unless day, place or time speak against it.
func TestBallots(t *testing.T) {
	articles := []stemma.Article{
		{ID: "a-1", Published: "2022-05-12"}, {ID: "a-2", Published: "2022-05-13"}, {ID: "a-3", Published: "2022-05-14"}, {ID: "a-4", Published: "2022-11-01"},
	}
	k := &kinship{articles: map[stemma.ID]*stemma.Article{}, of: map[stemma.ID]int{"a-1": 0, "a-2": 0}, rank: ranks(inTime(articles)),
		families: []stemma.Family{{ID: "y-1", First: "a-1", Articles: []stemma.ID{"a-1", "a-2"}}}}
	for i := range articles {
		k.articles[articles[i].ID] = &articles[i]
	}
	vote := func(article stemma.ID, place string, date stemma.Date, yes, no float64) []*stemma.Figure {
		var out []*stemma.Figure
		for _, x := range []struct {
			measure string
			n       float64
		}{{"votes_for", yes}, {"votes_against", no}} {
			if x.n > 0 {
				f := &stemma.Figure{ID: stemma.ID(fmt.Sprint(article, x.measure)), Measure: x.measure, Op: "=", Value: &x.n, Group: "g-" + article, Date: date}
				f.Article, f.Place.Name = article, place
				out = append(out, f)
			}
		}
		return out
	}
	first := vote("a-1", "Sella", "2022-05-11", 61, 38)
	for name, x := range map[string]struct {
		other []*stemma.Figure
		rows  int
	}{
		"a copy with one of the numbers":          {vote("a-2", "", "", 61, 0), 1},
		"a copy with another number":              {vote("a-2", "", "", 60, 38), 2},
		"an independent text with both":           {vote("a-3", "", "", 61, 38), 1},
		"an independent text with one":            {vote("a-3", "", "", 61, 0), 2},
		"an independent text, another place":      {vote("a-3", "Tessa", "", 61, 38), 2},
		"an independent text, another day":        {vote("a-3", "", "2022-05-13", 61, 38), 2},
		"an independent text half a year later":   {vote("a-4", "", "", 61, 38), 2},
		"an independent text with a third number": {append(vote("a-3", "", "", 61, 38), needed("a-3", 52)), 1},
	} {
		rows := ballots(counts(append(slices.Clone(first), x.other...), k), k)
		if len(rows) != x.rows {
			t.Errorf("%s: %d rows, want %d", name, len(rows), x.rows)
		}
	}
	lone := needed("a-1", 52)
	lone.Group = ""
	rows := adopted(ballots(counts(append(slices.Clone(first), lone), k), k))
	if len(rows) != 1 || len(rows[0].counts) != 2 {
		t.Errorf("what was needed stands alone: %d rows", len(rows))
	}
}

func needed(article stemma.ID, n float64) *stemma.Figure {
	f := &stemma.Figure{ID: "f-needed-" + article, Measure: "votes_needed", Op: "=", Value: &n, Group: "g-" + article}
	f.Article = article
	return f
}

// A period holds the days that may lie in it, both ends included.
func TestPeriod(t *testing.T) {
	for _, x := range []struct {
		from, until string
		want        days
		wrong       bool
	}{
		{"", "", always, false}, {"2022-03-04", "2022-03-04", daysOf("2022-03-04"), false},
		{"2022-03", "2022", days{daysOf("2022-03-01").first, daysOf("2022-12-31").last}, false}, {"soon", "", always, true},
	} {
		got, err := Choice{Fields: map[string]string{"from": x.from, "until": x.until}}.period()
		if diff := cmp.Diff(x.want, got, cmp.AllowUnexported(days{})); (err != nil) != x.wrong || diff != "" {
			t.Errorf("%s to %s: %v %v", x.from, x.until, got, err)
		}
	}
}
