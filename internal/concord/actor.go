package concord

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"stemma"
)

// actor makes the actor of a group of entities.
func actor(p *pile, all []figurehead, group []int, taken map[stemma.ID]bool) stemma.Actor {
	head := all[group[0]]
	a := stemma.Actor{Type: head.kind, Forms: map[string]int{}}
	b := newBacking()
	full := map[string]int{}
	for _, i := range group {
		f := all[i]
		full[f.name] += len(f.mentions)
		b.add(p, f.text, "")
		for _, m := range f.mentions {
			a.Forms[m.Span.Of(p.texts[f.text].Article.Text)]++
			a.Members = append(a.Members, m.ID)
			a.Roles = append(a.Roles, roles(p, f.text, m)...)
		}
		if a.Geo == nil {
			a.Geo = f.geo
		}
	}
	a.Name = bestName(full)
	a.Roles = distinctRoles(a.Roles)
	a.Support = b.support()
	slices.Sort(a.Members)
	a.ID = actorID(&a, taken)
	for _, i := range group {
		p.actor[all[i].entity] = a.ID
	}
	return a
}

// actorID is made from what the actor is called, so that links to it stay when texts
// are added; of two of one name the second gets a member's ID mixed in.
func actorID(a *stemma.Actor, taken map[stemma.ID]bool) stemma.ID {
	key := fold(a.Name)
	if a.Geo != nil {
		key = placeKey(a.Geo, words(a.Name))
	}
	id := stemma.NewID("k", a.Type, key)
	if taken[id] {
		id = stemma.NewID("k", a.Type, key, string(a.Members[0]))
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

// roles gives the office that stands beside a mention.
func roles(p *pile, text int, m *stemma.Mention) []stemma.Role {
	if m.Role.Span.Empty() && m.Role.Name == "" {
		return nil
	}
	name := cmp.Or(m.Role.Name, m.Role.Span.Of(p.texts[text].Article.Text))
	at := m.Evidence
	if !m.Role.Span.Empty() {
		at.Span = m.Role.Span
	}
	how := "held"
	if m.Former {
		how = "former"
	}
	return []stemma.Role{{Name: strings.Join(strings.Fields(name), " "), AsOf: p.dateOf(text), How: how, At: at}}
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

// weigh says how much each actor tells of a text's subject: much when few families
// name it (inverse document frequency, Spärck Jones 1972, over families).
func (p *pile) weigh() {
	families := map[stemma.ID]map[stemma.ID]bool{}
	p.subject = make([]subject, len(p.texts))
	for i, t := range p.texts {
		named := map[stemma.ID]bool{}
		for _, m := range t.Reading.Mentions {
			id := p.actor[entity{t.Article.ID, cmp.Or(m.Entity, m.ID)}]
			if id == "" {
				continue
			}
			named[id] = true
			if families[id] == nil {
				families[id] = map[stemma.ID]bool{}
			}
			families[id][p.familyOf(i)] = true
		}
		p.subject[i] = subject{actors: ordered(named), main: p.mostNamed(i), country: p.homeOf(i)}
	}
	for id, f := range families {
		p.weight[id] = math.Log(1 + float64(p.witnesses)/float64(len(f)))
	}
	for i := range p.subject {
		for _, id := range p.subject[i].actors {
			p.subject[i].square += p.weight[id] * p.weight[id]
		}
	}
}

// subject is what a text is about, as far as names tell.
type subject struct {
	actors  []stemma.ID // ordered
	square  float64     // the sum of their weights squared
	main    stemma.ID   // the place that it names most
	country string      // the country that its places lie in
}

// related is how much two texts have to do with each other: the cosine of the actors
// that they name, 0–1.
func (p *pile) related(i, j int) float64 {
	if i == j || p.familyOf(i) == p.familyOf(j) {
		return 1
	}
	a, b := &p.subject[i], &p.subject[j]
	return cosine(shared(a.actors, b.actors, p.weight), a.square, b.square)
}
