package change

import (
	"fmt"
	"slices"

	"stemma"
)

// sayings gives the quotations that only new texts have.
func (c *comparison) sayings() []Change {
	var out []Change
	for _, s := range c.after.Lineup.Sayings {
		if texts, allNew := c.speakers(s.Members); allNew && len(texts) > 0 {
			out = append(out, statement(s.ID, "quotation", s.Label, s.Support, texts))
		}
	}
	return out
}

// happenings gives the events that only new texts tell.
func (c *comparison) happenings() []Change {
	var out []Change
	for _, h := range c.after.Lineup.Happenings {
		if texts, allNew := c.speakers(h.Members); allNew && len(texts) > 0 {
			s := statement(h.ID, "event", h.Label, h.Support, texts)
			s.Date = h.Date
			out = append(out, s)
		}
	}
	return out
}

func statement(group stemma.ID, of, label string, support stemma.Support, texts []stemma.ID) Change {
	return Change{ID: stemma.NewID("w", Statement, string(group)), Kind: Statement, Group: group, Of: of, Label: label, Support: support, Texts: texts}
}

// tallies gives the counts that only new texts have, and those of old texts for which a
// new text gives a number that none of them gave.
func (c *comparison) tallies() []Change {
	var out []Change
	for _, t := range c.after.Lineup.Tallies {
		texts, allNew := c.speakers(t.Members)
		if len(texts) == 0 {
			continue
		}
		if allNew {
			s := statement(t.ID, "count", t.Label, t.Support, texts)
			s.Now = amounts(t.Points, map[string]bool{})
			out = append(out, s)
		} else if x, ok := c.toll(t); ok {
			out = append(out, x)
		}
	}
	return out
}

// toll compares a count with what it was; ok says that there is a new number. The same
// number on another day is none.
func (c *comparison) toll(t stemma.Tally) (x Change, ok bool) {
	x = Change{Kind: Toll, Group: t.ID, Of: "count", Label: t.Label, Support: t.Support}
	var old, fresh []stemma.Point
	for _, p := range t.Points {
		texts, allNew := c.speakers(p.Figures)
		switch {
		case !allNew:
			old = append(old, p)
		case len(texts) > 0:
			fresh = append(fresh, p)
		}
	}
	known := map[string]bool{}
	x.Before = amounts(old, known)
	x.Now = amounts(fresh, known)
	parts := []string{Toll, string(t.ID)}
	var figures []stemma.ID
	for _, p := range x.Now {
		parts, figures = append(parts, amount(p)), append(figures, p.Figures...)
	}
	x.ID = stemma.NewID("w", parts...)
	x.Texts, _ = c.speakers(figures)
	return x, len(x.Now) > 0
}

// amounts gives points of numbers that are not known yet, each number once, and puts
// them among the known.
func amounts(points []stemma.Point, known map[string]bool) []stemma.Point {
	var out []stemma.Point
	for _, p := range points {
		if key := amount(p); !known[key] {
			known[key] = true
			out = append(out, p)
		}
	}
	return out
}

// amount names the number that a point states, whatever its day.
func amount(p stemma.Point) string {
	number := func(f *float64) string {
		if f == nil {
			return ""
		}
		return fmt.Sprint(*f)
	}
	return p.Op + " " + number(p.Value) + " " + number(p.Min) + " " + number(p.Max)
}

// clashes gives the contradictions and errors that were not there: those with a side
// that only new texts take, or between two that were not opposed before.
func (c *comparison) clashes(before []stemma.Clash) []Change {
	had := map[stemma.ID][]*stemma.Clash{} // finding → its clashes of before
	for i := range before {
		for _, m := range before[i].Members {
			had[m] = append(had[m], &before[i])
		}
	}
	var out []Change
	for _, x := range c.after.Lineup.Clashes {
		texts, _ := c.speakers(x.Members)
		if len(texts) == 0 || x.Verdict != "contradiction" && x.Verdict != "error" || stood(x, had) {
			continue
		}
		n := Change{Kind: Clash, Group: x.ID, Of: x.Type, Label: x.About, Why: x.Why, Texts: texts}
		for _, s := range x.Sides {
			n.Support.Families, n.Support.Texts = n.Support.Families+s.Families, n.Support.Texts+s.Texts
		}
		n.ID = stemma.NewID("w", Clash, string(x.ID))
		out = append(out, n)
	}
	return out
}

// stood reports whether a clash was there before: all its sides had been taken, against
// each other, in one clash of its type.
func stood(x stemma.Clash, had map[stemma.ID][]*stemma.Clash) bool {
	if len(x.Sides) == 0 {
		return false
	}
	for _, m := range x.Sides[0].Members {
		if slices.ContainsFunc(had[m], func(b *stemma.Clash) bool { return sameSides(x, b) }) {
			return true
		}
	}
	return false
}

func sameSides(x stemma.Clash, b *stemma.Clash) bool {
	if b.Type != x.Type || b.Verdict != x.Verdict {
		return false
	}
	side := map[stemma.ID]int{}
	for i, s := range b.Sides {
		for _, m := range s.Members {
			side[m] = i + 1
		}
	}
	opposed := map[int]bool{}
	for _, s := range x.Sides {
		i := slices.IndexFunc(s.Members, func(m stemma.ID) bool { return side[m] > 0 })
		if i < 0 {
			return false
		}
		opposed[side[s.Members[i]]] = true
	}
	return len(opposed) == len(x.Sides)
}
