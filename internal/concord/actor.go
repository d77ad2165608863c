package concord

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
)

// identify says who each group of entities is, and notes it in the pile. It gives the
// groups in the order of the actors.
func identify(p *pile, c *cast, t *hearsay, groups [][]int) (order []int) {
	taken := map[stemma.ID]bool{}
	found := make([]who, len(groups))
	for g, group := range groups {
		a := who{kind: c.heads[group[0]].kind}
		full := map[string]int{}
		for _, i := range group {
			h := &c.heads[i]
			full[h.name] += int(h.to - h.from)
			if a.geo == nil {
				a.geo = h.geo
			}
		}
		a.name = bestName(full)
		a.id = actorID(&a, taken, func() stemma.ID { return slices.Min(c.members(group)) })
		a.name = cmp.Or(t.name(group), a.name)
		found[g] = a
		order = append(order, g)
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(found[a].id, found[b].id) })
	p.actors = make([]who, len(order))
	for n, g := range order {
		p.actors[n] = found[g]
		for _, i := range groups[g] {
			p.entities[i].actor = int32(n) // entities and figureheads have the same numbers
		}
	}
	return order
}

// members gives the mentions of a group of entities.
func (c *cast) members(group []int) []stemma.ID {
	var ids []stemma.ID
	for _, i := range group {
		for _, m := range c.of(i) {
			ids = append(ids, m.id)
		}
	}
	return ids
}

// actor makes the actor of a group of entities, with the offices that acts gave them.
func (c *cast) actor(p *pile, group []int, known *who, offices []stemma.Role) stemma.Actor {
	a := stemma.Actor{ID: known.id, Type: known.kind, Name: known.name, Geo: known.geo, Forms: map[string]int{}, Members: c.members(group)}
	b := newBacking()
	for _, i := range group {
		b.add(p, int(c.heads[i].text), p.familyOf(int(c.heads[i].text)), "")
		for _, m := range c.of(i) {
			a.Forms[m.form]++
			if m.role != nil {
				a.Roles = append(a.Roles, *m.role)
			}
		}
	}
	a.Roles = distinctRoles(append(a.Roles, offices...))
	a.Support = b.support()
	slices.Sort(a.Members)
	return a
}

// actorID is made from what the actor is called, so that links to it stay when texts
// are added; of two of one name the second gets a member's ID mixed in.
func actorID(a *who, taken map[stemma.ID]bool, member func() stemma.ID) stemma.ID {
	key := fold(a.name)
	if a.geo != nil {
		key = placeKey(a.geo, words(a.name))
	}
	id := stemma.NewID("k", a.kind, key)
	if taken[id] {
		id = stemma.NewID("k", a.kind, key, string(member()))
	}
	taken[id] = true
	return id
}

// bestName is the name with the most words, then the one most often used, then the
// first by letters.
func bestName(names map[string]int) string {
	best := ""
	for n, count := range names {
		c := cmp.Or(cmp.Compare(len(strings.Fields(n)), len(strings.Fields(best))), cmp.Compare(count, names[best]), cmp.Compare(best, n))
		if best == "" || c > 0 {
			best = n
		}
	}
	return strings.Join(strings.Fields(best), " ")
}

// roleBeside gives the office that stands beside a mention of the pile's last text; nil
// where there is none.
func roleBeside(p *pile, t *Text, m *stemma.Mention) *stemma.Role {
	if m.Role.Span.Empty() && m.Role.Name == "" {
		return nil
	}
	name := cmp.Or(m.Role.Name, m.Role.Span.Of(t.Article.Text))
	last := &p.texts[len(p.texts)-1]
	at := stemma.Evidence{Article: last.id, Span: m.Span, Rule: p.keep(m.Rule)}
	if !m.Role.Span.Empty() {
		at.Span = m.Role.Span
	}
	how := "held"
	if m.Former {
		how = "former"
	}
	return &stemma.Role{Name: p.keep(strings.Join(strings.Fields(name), " ")), AsOf: last.date, How: how, At: at}
}

// distinctRoles keeps one of each office, with its earliest text.
func distinctRoles(all []stemma.Role) []stemma.Role {
	slices.SortFunc(all, func(a, b stemma.Role) int {
		return cmp.Or(cmp.Compare(fold(a.Name), fold(b.Name)), cmp.Compare(a.How, b.How), cmp.Compare(a.From, b.From), cmp.Compare(a.Until, b.Until), a.AsOf.Compare(b.AsOf),
			cmp.Compare(a.At.Article, b.At.Article), cmp.Compare(a.At.Span.Start, b.At.Span.Start))
	})
	out := slices.CompactFunc(all, func(a, b stemma.Role) bool {
		return fold(a.Name) == fold(b.Name) && a.How == b.How && a.From == b.From && a.Until == b.Until
	})
	slices.SortStableFunc(out, func(a, b stemma.Role) int { return a.AsOf.Compare(b.AsOf) })
	return out
}
