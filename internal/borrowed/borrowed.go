// Package borrowed says which statements of texts that are no copies of each other come from
// one hand all the same: those in a passage that the texts share. A paragraph taken over into
// another report, and a line that an outlet puts under all its texts, are no second source.
//
// It takes the families and copies that kin found, and gives the stretches of texts whose
// statements count as another text's. It promises that the order of copies changes nothing,
// and does not say who took from whom. Words of a third party that two texts quote are no
// shared passage: each may have heard them.
package borrowed

import (
	"cmp"
	"slices"

	"stemma"
)

// Stretch is a part of a text, half-open in bytes, whose statements count as those of another
// text.
type Stretch struct {
	Article stemma.ID
	stemma.Span
	Of stemma.ID // a text of the family that stands for all that share the passage
}

// shares are the relations in which words were taken over, from the other text or from a
// third.
var shares = map[string]bool{
	stemma.Reprint: true, stemma.Edited: true, stemma.Excerpt: true, stemma.SharedWords: true, stemma.SharedSite: true,
}

// Stretches gives, by article and place, the stretches of texts that share words with a text
// of another family, but for those of the family that stands for the passage. They may overlap.
func Stretches(families []stemma.Family, copies []stemma.Copy) []Stretch {
	head := map[stemma.ID]stemma.ID{} // article → the first of its family
	for _, f := range families {
		for _, a := range f.Articles {
			head[a] = f.Articles[0]
		}
	}
	of := func(a stemma.ID) stemma.ID { return cmp.Or(head[a], a) }
	var g passages
	for i := range copies {
		c := &copies[i]
		if !shares[c.Relation] || of(c.A) == of(c.B) {
			continue
		}
		for _, p := range c.Passages {
			g.pair(part{c.A, p.A, of(c.A)}, part{c.B, p.B, of(c.B)})
		}
	}
	g.joinOverlapping()
	return g.stretches()
}

// part is one side of a shared passage.
type part struct {
	article stemma.ID
	span    stemma.Span
	family  stemma.ID // its first article
}

// passages are groups of parts that have the same words.
type passages struct {
	parts []part
	up    []int // towards the group's first part
}

func (g *passages) pair(a, b part) {
	n := len(g.parts)
	g.parts = append(g.parts, a, b)
	g.up = append(g.up, n, n)
}

func (g *passages) first(i int) int {
	for g.up[i] != i {
		g.up[i] = g.up[g.up[i]]
		i = g.up[i]
	}
	return i
}

// joinOverlapping joins parts of one text that have at least half of the shorter one in common.
func (g *passages) joinOverlapping() {
	order := make([]int, len(g.parts))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		a, b := &g.parts[i], &g.parts[j]
		return cmp.Or(cmp.Compare(a.article, b.article), cmp.Compare(a.span.Start, b.span.Start), cmp.Compare(b.span.End, a.span.End), cmp.Compare(i, j))
	})
	far := -1 // the part of this text that reaches furthest
	for _, i := range order {
		p := &g.parts[i]
		if far < 0 || g.parts[far].article != p.article {
			far = i
			continue
		}
		f := &g.parts[far]
		if 2*(min(f.span.End, p.span.End)-p.span.Start) >= min(f.span.Len(), p.span.Len()) {
			a, b := g.first(far), g.first(i)
			g.up[max(a, b)] = min(a, b)
		}
		if p.span.End > f.span.End {
			far = i
		}
	}
}

func (g *passages) stretches() []Stretch {
	stands := map[int]stemma.ID{} // group → the family that stands for it
	for i := range g.parts {
		n := g.first(i)
		if had, ok := stands[n]; !ok || g.parts[i].family < had {
			stands[n] = g.parts[i].family
		}
	}
	var out []Stretch
	for i, p := range g.parts {
		if of := stands[g.first(i)]; of != p.family {
			out = append(out, Stretch{p.article, p.span, of})
		}
	}
	slices.SortFunc(out, func(a, b Stretch) int {
		return cmp.Or(cmp.Compare(a.Article, b.Article), cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.Of, b.Of))
	})
	return slices.Compact(out)
}

// In gives the text that a statement counts for: the one that stands for the first of its
// text's stretches in which more than half of it lies; "" where there is none.
func In(stretches []Stretch, at stemma.Span) stemma.ID {
	for i := range stretches {
		s := &stretches[i]
		if s.Start >= at.End {
			break
		}
		if 2*(min(s.End, at.End)-max(s.Start, at.Start)) > at.Len() {
			return s.Of
		}
	}
	return ""
}
