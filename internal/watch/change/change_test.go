package change_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/watch/change"
)

// The pile of these tests: text “old” says that 14 were killed and quotes Ida Brandt.
// Each finding's ID is its article's with a letter: f figure, q quote, e event.

func value(v float64) *float64 { return &v }

func text(id stemma.ID, findings string) change.Text {
	t := change.Text{Article: stemma.Article{ID: id, Text: strings.Repeat("x", 100)}, Reading: stemma.Reading{Article: id}}
	for i, k := range findings {
		at := stemma.Evidence{Article: id, Span: stemma.Span{Start: 10 * i, End: 10*i + 5}}
		switch name := id + "-" + stemma.ID(k); k {
		case 'f':
			t.Reading.Figures = append(t.Reading.Figures, stemma.Figure{ID: name, Evidence: at, Measure: "deaths", Op: "=", Value: value(19)})
		case 'q':
			t.Reading.Quotes = append(t.Reading.Quotes, stemma.Quote{ID: name, Evidence: at, Type: stemma.DirectQuote})
		case 'e':
			t.Reading.Events = append(t.Reading.Events, stemma.Event{ID: name, Evidence: at, Type: "PROTEST"})
		}
	}
	return t
}

func tally(points ...stemma.Point) stemma.Tally {
	t := stemma.Tally{ID: "l-1", Label: "deaths · Velmora", Points: points}
	for _, p := range points {
		t.Members = append(t.Members, p.Figures...)
	}
	return t
}

func point(v float64, figures ...stemma.ID) stemma.Point {
	return stemma.Point{Op: "=", Value: value(v), Figures: figures}
}

// before is the pile before; after adds a text and what is lined up then.
func before() change.Before { return change.Before{Articles: []stemma.Article{{ID: "old"}}} }

func after(t change.Text, l stemma.Lineup, copies ...stemma.Copy) change.After {
	return change.After{Articles: []stemma.Article{t.Article, {ID: "old"}}, Texts: []change.Text{t}, Lineup: l, Copies: copies}
}

// told puts a report in short: kind, what, and the numbers.
func told(r change.Report) string {
	var list []string
	for _, c := range r.Changes {
		s := c.Kind + " " + c.Of + " " + string(c.Group)
		for _, p := range c.Now {
			s += fmt.Sprint(" ", *p.Value)
		}
		list = append(list, s)
	}
	return strings.Join(list, ", ")
}

func TestBetween(t *testing.T) {
	clash := func(verdict string, sides ...[]stemma.ID) stemma.Clash {
		c := stemma.Clash{ID: "c-1", Type: "number", Verdict: verdict}
		for _, s := range sides {
			c.Sides = append(c.Sides, stemma.Side{Members: s})
			c.Members = append(c.Members, s...)
		}
		return c
	}
	moved := stemma.Lineup{Tallies: []stemma.Tally{tally(point(14, "old-f"), point(19, "new-f"))}}
	same := stemma.Lineup{
		Tallies: []stemma.Tally{tally(point(14, "new-f", "old-f"))},
		Sayings: []stemma.Saying{{ID: "y-1", Members: []stemma.ID{"new-q", "old-q"}}},
	}
	whole := []stemma.Passage{{A: stemma.Span{Start: 0, End: 100}, B: stemma.Span{Start: 0, End: 100}}}
	for _, c := range []struct {
		what  string
		after change.After
		want  string
	}{
		{"nothing came", change.After{Articles: []stemma.Article{{ID: "old"}}, Lineup: moved}, ""},
		{"a number that is new", after(text("new", "f"), moved), "toll count l-1 19"},
		{"a number that was known, on another day", after(text("new", "f"), stemma.Lineup{Tallies: []stemma.Tally{tally(point(14, "old-f"), point(14, "new-f"))}}), ""},
		{"statements that were known", after(text("new", "fq"), same), ""},
		{"statements that stand alone", after(text("new", "fqe"), stemma.Lineup{}), "statement quotation new-q, statement figure new-f, statement event new-e"},
		{"a count of which nobody spoke", after(text("new", "f"), stemma.Lineup{Tallies: []stemma.Tally{tally(point(3, "new-f"))}}), "statement count l-1 3"},
		{"a saying that nobody had", after(text("new", "q"), stemma.Lineup{Sayings: []stemma.Saying{{ID: "y-2", Members: []stemma.ID{"new-q"}}}}), "statement quotation y-2"},
		{"a reprint, whatever is found in it", after(text("new", "fqe"), moved, stemma.Copy{A: "new", B: "old", Relation: stemma.Reprint}), ""},
		{"a translation", after(text("new", "fqe"), moved, stemma.Copy{A: "new", B: "old", Relation: stemma.Translation}), ""},
		{"an edited reprint: what stands in the passage they share", after(text("new", "fqe"), moved, stemma.Copy{A: "new", B: "old", Relation: stemma.Edited, Passages: whole}), ""},
		{"an edited reprint: what was added", after(text("new", "fqe"), stemma.Lineup{}, stemma.Copy{A: "new", B: "old", Relation: stemma.Edited, Passages: []stemma.Passage{{A: stemma.Span{Start: 0, End: 20}}}}), "statement event new-e"},
		{"a contradiction", after(text("new", "f"), stemma.Lineup{Tallies: same.Tallies, Clashes: []stemma.Clash{clash("contradiction", []stemma.ID{"old-f"}, []stemma.ID{"new-f"})}}), "clash number c-1"},
		{"a development is no clash", after(text("new", "f"), stemma.Lineup{Tallies: moved.Tallies, Clashes: []stemma.Clash{clash("development", []stemma.ID{"old-f"}, []stemma.ID{"new-f"})}}), "toll count l-1 19"},
		{"a clash among old texts that lines up otherwise", after(text("new", ""), stemma.Lineup{Clashes: []stemma.Clash{clash("contradiction", []stemma.ID{"old-f"}, []stemma.ID{"old-g"})}}), ""},
	} {
		t.Run(c.what, func(t *testing.T) {
			r := change.Between(before(), c.after)
			if got := told(r); got != c.want || r.Alarm() != (c.want != "") {
				t.Errorf("%q, want %q", got, c.want)
			}
			for _, x := range r.Changes {
				if x.ID == "" || !slices.Equal(x.Texts, []stemma.ID{"new"}) {
					t.Errorf("%+v: no ID, or not said by the new text", x)
				}
			}
		})
	}
}

// TestKnownClash: one more text on a side of a clash makes no new one; a third side does.
func TestKnownClash(t *testing.T) {
	sides := func(lists ...[]stemma.ID) []stemma.Clash {
		c := stemma.Clash{ID: stemma.NewID("c", fmt.Sprint(lists)), Type: "number", Verdict: "contradiction"}
		for _, s := range lists {
			c.Sides = append(c.Sides, stemma.Side{Members: s})
			c.Members = append(c.Members, s...)
		}
		return []stemma.Clash{c}
	}
	was := before()
	was.Clashes = sides([]stemma.ID{"old-f"}, []stemma.ID{"old-g"})
	now := func(c []stemma.Clash) change.After {
		return after(text("new", "f"), stemma.Lineup{Tallies: []stemma.Tally{tally(point(14, "new-f", "old-f"))}, Clashes: c})
	}
	if r := change.Between(was, now(sides([]stemma.ID{"new-f", "old-f"}, []stemma.ID{"old-g"}))); r.Alarm() {
		t.Errorf("a known clash is told: %s", told(r))
	}
	if r := change.Between(was, now(sides([]stemma.ID{"old-f"}, []stemma.ID{"old-g"}, []stemma.ID{"new-f"}))); len(r.Changes) != 1 || r.Changes[0].Kind != change.Clash {
		t.Errorf("a third side is not told: %s", told(r))
	}
}
