package change

import (
	"cmp"
	"slices"

	"stemma"
)

// comparison is what is known of two states.
type comparison struct {
	after    After
	old      map[stemma.ID]bool // articles of before
	fresh    []stemma.Article   // new ones, ordered by ID
	reprint  map[stemma.ID]bool // of these, reprints and translations of old ones
	repeated map[stemma.ID][]stemma.Span
	new      map[stemma.ID]bool      // findings of new articles
	said     map[stemma.ID]stemma.ID // those that repeat nothing → their articles
}

func newComparison(before Before, after After) *comparison {
	c := &comparison{
		after: after, old: map[stemma.ID]bool{}, reprint: map[stemma.ID]bool{}, repeated: map[stemma.ID][]stemma.Span{},
		new: map[stemma.ID]bool{}, said: map[stemma.ID]stemma.ID{},
	}
	for _, a := range before.Articles {
		c.old[a.ID] = true
	}
	for _, a := range after.Articles {
		if !c.old[a.ID] {
			c.fresh = append(c.fresh, a)
		}
	}
	slices.SortFunc(c.fresh, func(a, b stemma.Article) int { return cmp.Compare(a.ID, b.ID) })
	for _, x := range after.Copies {
		if c.old[x.A] != c.old[x.B] {
			c.copied(x)
		}
	}
	for i := range after.Texts {
		r := &after.Texts[i].Reading
		for _, q := range r.Quotes {
			c.finding(q.ID, q.Evidence)
		}
		for _, f := range r.Figures {
			c.finding(f.ID, f.Evidence)
		}
		for _, e := range r.Events {
			c.finding(e.ID, e.Evidence)
		}
	}
	return c
}

// copied notes what a new text shares with an old one.
func (c *comparison) copied(x stemma.Copy) {
	fresh, old := x.A, c.old[x.A]
	if old {
		fresh = x.B
	}
	if x.Relation == stemma.Reprint || x.Relation == stemma.Translation {
		c.reprint[fresh] = true
	}
	for _, p := range x.Passages {
		if old {
			p.A = p.B
		}
		c.repeated[fresh] = append(c.repeated[fresh], p.A)
	}
}

// finding notes a finding of a new text.
func (c *comparison) finding(id stemma.ID, at stemma.Evidence) {
	if c.old[at.Article] {
		return
	}
	c.new[id] = true
	within := func(p stemma.Span) bool { return p.Start <= at.Span.Start && at.Span.End <= p.End }
	if !c.reprint[at.Article] && !slices.ContainsFunc(c.repeated[at.Article], within) {
		c.said[id] = at.Article
	}
}

// speakers gives the new articles that say any of the findings and do not repeat it;
// allNew says that no old one has any of them.
func (c *comparison) speakers(findings []stemma.ID) (texts []stemma.ID, allNew bool) {
	allNew = true
	for _, f := range findings {
		allNew = allNew && c.new[f]
		if a, ok := c.said[f]; ok {
			texts = append(texts, a)
		}
	}
	slices.Sort(texts)
	return slices.Compact(texts), allNew
}
