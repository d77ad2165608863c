package view

import (
	"context"
	"slices"

	"stemma"
	"stemma/internal/store"
)

// groupsOf gives the groups that a finding of an article belongs to.
func (s *shelf) groupsOf(ctx context.Context, article stemma.ID, kind string, id stemma.ID) ([]GroupRef, error) {
	q := store.Query{Article: article}
	var refs []GroupRef
	var members [][]stemma.ID
	add := func(groupKind string, group stemma.ID, label string, of []stemma.ID, support stemma.Support) {
		if !slices.Contains(of, id) {
			return
		}
		refs = append(refs, GroupRef{
			ID: group, Kind: groupKind, Label: label, Support: s.words.Support(support),
			Sources: support.Sources, Href: GroupHref(groupKind, group),
		})
		members = append(members, of)
	}
	var err error
	switch kind {
	case KindQuote:
		var list []stemma.Saying
		list, err = s.r.Sayings(ctx, q)
		for _, g := range list {
			add("saying", g.ID, g.Label, g.Members, g.Support)
		}
	case KindFigure:
		var list []stemma.Tally
		list, err = s.r.Tallies(ctx, q)
		for _, g := range list {
			add("tally", g.ID, s.words.Tally(g.Label), g.Members, g.Support)
		}
	case KindEvent:
		var list []stemma.Happening
		list, err = s.r.Happenings(ctx, q)
		for _, g := range list {
			add("happening", g.ID, g.Label, g.Members, g.Support)
		}
	case KindName:
		var list []stemma.Actor
		list, err = s.r.Actors(ctx, q)
		for _, g := range list {
			add("name", g.ID, g.Name, g.Members, g.Support)
		}
	}
	if err != nil {
		return nil, err
	}
	for i := range refs {
		if err := s.others(ctx, &refs[i], article, members[i]); err != nil {
			return nil, err
		}
	}
	return refs, nil
}

// panelMembers bounds how many members of a group are looked up for a panel: a name
// may stand in every text of a pile.
const panelMembers = 200

// others fills in a few sentences of other texts, one a text.
func (s *shelf) others(ctx context.Context, g *GroupRef, article stemma.ID, members []stemma.ID) error {
	cites, err := s.cites(ctx, head(members, panelMembers))
	if err != nil {
		return err
	}
	seen := map[stemma.ID]bool{article: true}
	for _, c := range cites {
		if seen[c.Text.ID] {
			continue
		}
		seen[c.Text.ID] = true
		if len(g.Others) == panelOthers {
			g.More++
			continue
		}
		g.Others = append(g.Others, c)
	}
	return nil
}
