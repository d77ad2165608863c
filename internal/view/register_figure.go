package view

import (
	"cmp"
	"slices"

	"stemma"
)

// counted are the measures of the registers of figures.
var counted = map[string][]string{
	"votes": {"votes_for", "votes_against", "abstentions", "votes_needed"},
	"polls": {"poll_approve", "poll_disapprove", "poll_share"},
}

// countedIn gives copies of those figures of a text that a register is made of.
func countedIn(found []stemma.Figure, name string) (out []*stemma.Figure) {
	for _, f := range found {
		if slices.Contains(counted[name], f.Measure) && f.PartOf == "" { // “seven of the nine” are not the ballot's
			out = append(out, &f)
		}
	}
	return out
}

// polled gives the ballots or polls of a pile: the figures of one group of a text are one
// count, and counts of the same numbers one row.
func polled(all []*stemma.Figure, fields []string, k *kinship, who *people) []matter {
	var rows []matter
	for _, p := range adopted(ballots(counts(all, k), k)) {
		rows = append(rows, p.matter(fields, k, who))
	}
	return rows
}

// count is one text's figures of one ballot or poll.
type count struct {
	article stemma.ID
	figures []*stemma.Figure
	said    map[string]bool // measures and numbers
}

func (c *count) add(f *stemma.Figure) {
	c.figures = append(c.figures, f)
	c.said[numberOf(f)] = true
}

// numberOf names a number of a measure, for likeness.
func numberOf(f *stemma.Figure) string {
	return f.Measure + " " + Bound(f.Op, f.Value, f.Min, f.Max)
}

// counts puts the figures of one ballot or poll of one text together, in the order in which
// the texts appeared.
func counts(all []*stemma.Figure, k *kinship) (out []*count) {
	slices.SortStableFunc(all, func(a, b *stemma.Figure) int {
		return cmp.Or(k.compare(a.Article, b.Article), cmp.Compare(a.Span.Start, b.Span.Start))
	})
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].Article == all[0].Article {
			n++
		}
		out, all = append(out, countsOfText(all[:n])...), all[n:]
	}
	return out
}

func countsOfText(figures []*stemma.Figure) (out []*count) {
	group := map[stemma.ID]*count{}
	for _, f := range figures {
		c := group[f.Group]
		if c == nil {
			c = &count{article: f.Article, said: map[string]bool{}}
			out = append(out, c)
		}
		if f.Group != "" {
			group[f.Group] = c
		}
		c.add(f)
	}
	return out
}

// adopted gives what was needed to pass, told in a sentence of its own, to the ballot of its
// text, if there is just one.
func adopted(all []*poll) []*poll {
	of := map[stemma.ID][]*poll{} // ballots by text
	for _, p := range all {
		for _, c := range p.counts {
			if !c.only("votes_needed") && len(c.figures) > 1 && !slices.Contains(of[c.article], p) {
				of[c.article] = append(of[c.article], p)
			}
		}
	}
	return slices.DeleteFunc(all, func(p *poll) bool {
		c := p.counts[0]
		in := of[c.article]
		if len(p.counts) > 1 || !c.only("votes_needed") || len(in) != 1 {
			return false
		}
		in[0].counts = append(in[0].counts, c)
		return true
	})
}

func (c *count) only(measure string) bool {
	return !slices.ContainsFunc(c.figures, func(f *stemma.Figure) bool { return f.Measure != measure })
}

// nearDays is how far apart independent texts may be that count one ballot.
const nearDays = 92

// near reports whether nothing speaks against two counts being of one ballot or poll.
func (c *count) near(o *count, k *kinship) bool {
	a, b := appearedOn(k.articles[c.article]), appearedOn(k.articles[o.article])
	if a == unknown || b == unknown || !(days{a.first - nearDays, a.last + nearDays}).meets(b) {
		return false
	}
	on, other := c.on(), o.on()
	return (on == unknown || other == unknown || on.meets(other)) &&
		agree(c, o, func(f *stemma.Figure) string { return f.Place.Name }) && agree(c, o, func(f *stemma.Figure) string { return f.SaidBy.Name })
}

// agree reports whether two counts name the same, or one of them nothing.
func agree(c, o *count, of func(*stemma.Figure) string) bool {
	x, y := c.firstOf(of), o.firstOf(of)
	return x == "" || y == "" || fold(x) == fold(y)
}

func (c *count) firstOf(of func(*stemma.Figure) string) string {
	for _, f := range c.figures {
		if s := of(f); s != "" {
			return s
		}
	}
	return ""
}

// on gives the day that the figures state.
func (c *count) on() days {
	out := unknown
	for _, f := range c.figures {
		out = out.join(statedOn(f))
	}
	return out
}

// matter gives the row, with the values of its fields as the earliest count that knows them
// has them.
func (p *poll) matter(fields []string, k *kinship, who *people) matter {
	m := matter{on: unknown}
	for _, c := range p.counts {
		m.on = m.on.join(c.on())
		for _, f := range c.figures {
			m.statements = append(m.statements, f.ID)
		}
	}
	if m.on == unknown {
		m.on = appearedOn(k.articles[p.counts[0].article])
	}
	of := map[string]func(*stemma.Figure) stemma.Named{
		"place":   func(f *stemma.Figure) stemma.Named { return f.Place },
		"said_by": func(f *stemma.Figure) stemma.Named { return f.SaidBy },
		"about":   func(f *stemma.Figure) stemma.Named { return f.About },
	}
	for _, field := range fields {
		value := ""
		for _, c := range p.counts {
			value = cmp.Or(value, c.firstOf(func(f *stemma.Figure) string { return who.name(c.article, of[field](f)) }))
		}
		m.values = append(m.values, value)
	}
	return m
}
