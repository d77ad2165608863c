package view

import (
	"context"

	"stemma"
	"stemma/internal/store"
)

// clashes makes the members of the clashes of the choice those of the part.
func (m *chooser) clashes(ctx context.Context) error {
	all, err := m.r.Clashes(ctx, store.Query{})
	members := map[stemma.ID]bool{}
	m.out.clashes = map[stemma.ID]bool{}
	for _, c := range all {
		if !(Choice{Fields: m.part.Fields}).matches(map[string]string{"verdict": c.Verdict, "type": c.Type}) {
			continue
		}
		m.out.clashes[c.ID] = true
		for _, id := range c.Members {
			if m.members == nil || m.members[id] {
				members[id] = true
			}
		}
	}
	m.members = members
	return err
}

// stories makes the texts of the stories of the choice those of the part.
func (m *chooser) stories(ctx context.Context) error {
	c := Choice{Fields: m.part.Fields}
	rows, err := m.lib.stories(ctx)
	if err == nil {
		rows, err = within(rows, c)
	}
	if err != nil {
		return err
	}
	m.out.stories = map[stemma.ID]bool{}
	for _, row := range rows {
		if c.timeless().matches(map[string]string{"told": row.told()}) {
			m.out.stories[row.ID] = true
		}
	}
	all, err := m.r.Stories(ctx, queryAll)
	within := map[stemma.ID]bool{}
	for _, s := range all {
		for _, id := range s.Articles {
			if m.out.stories[s.ID] && (m.within == nil || m.within[id]) {
				within[id] = true
			}
		}
	}
	m.within = within
	return err
}

// register takes the statements of the rows of a register.
func (m *chooser) register(ctx context.Context, of Register) error {
	all, err := m.shelf.register(ctx, of.Name)
	if err != nil {
		return err
	}
	chosen := map[stemma.ID]bool{}
	rows, _ := all.choose(Choice{Fields: m.part.Fields})
	for _, row := range rows {
		for _, id := range all.list[row].statements {
			chosen[id] = true
		}
	}
	if of.Kind == KindFigure {
		return takeOf(ctx, m, store.Figures, m.r.Figures, chosen)
	}
	return takeOf(ctx, m, store.Events, m.r.Events, chosen)
}

func (m *chooser) names(ctx context.Context, c Choice) error {
	held, err := m.catalogue(ctx)
	if err != nil {
		return err
	}
	all, err := held.actors.get(ctx, m.r, m.newActors)
	if err != nil {
		return err
	}
	groups := map[stemma.ID]bool{}
	rows, _ := all.pick(c)
	for _, row := range rows {
		groups[all.list[row].ID] = true
	}
	if m.part.List == "names" && m.members == nil && m.within == nil && m.found == nil {
		m.out.names = groups
	}
	if len(c.Fields) == 0 {
		return takeOf(ctx, m, store.Mentions, m.r.Mentions, nil) // mentions of no actor too
	}
	actors, err := m.r.Actors(ctx, queryAll)
	if err != nil {
		return err
	}
	chosen := map[stemma.ID]bool{}
	for i := range actors {
		if groups[actors[i].ID] {
			chosen = withAll(chosen, actors[i].Members)
		}
	}
	return takeOf(ctx, m, store.Mentions, m.r.Mentions, chosen)
}
