package view

import (
	"context"
	"fmt"

	"stemma"
	"stemma/internal/store"
)

// groups finds the members of the groups that the part is of.
func (m *chooser) groups(ctx context.Context) error {
	for _, id := range m.part.Groups {
		members, err := m.membersOf(ctx, store.Query{IDs: []stemma.ID{id}})
		if err != nil {
			return err
		}
		var texts []stemma.ID
		if members == nil {
			if texts, err = m.groupTexts(ctx, id); err != nil {
				return err
			}
		}
		if members == nil && texts == nil {
			return fmt.Errorf("there is nothing with the ID %s: %w", id, stemma.ErrNotFound)
		}
		m.members, m.within = withAll(m.members, members), withAll(m.within, texts)
	}
	return nil
}

// membersOf gives the statements of a group; nil when no group has the ID.
func (s *shelf) membersOf(ctx context.Context, only store.Query) ([]stemma.ID, error) {
	if list, err := s.r.Sayings(ctx, only); err != nil || len(list) > 0 {
		return first(list, func(g stemma.Saying) []stemma.ID { return g.Members }), err
	}
	if list, err := s.r.Tallies(ctx, only); err != nil || len(list) > 0 {
		return first(list, func(g stemma.Tally) []stemma.ID { return g.Members }), err
	}
	if list, err := s.r.Happenings(ctx, only); err != nil || len(list) > 0 {
		return first(list, func(g stemma.Happening) []stemma.ID { return g.Members }), err
	}
	if list, err := s.r.Clashes(ctx, only); err != nil || len(list) > 0 {
		return first(list, func(g stemma.Clash) []stemma.ID { return g.Members }), err
	}
	list, err := s.r.Actors(ctx, only)
	return first(list, func(g stemma.Actor) []stemma.ID { return g.Members }), err
}

// first gives the members of the first group of a list.
func first[T any](list []T, members func(T) []stemma.ID) []stemma.ID {
	if len(list) == 0 {
		return nil
	}
	return members(list[0])
}

// groupTexts gives the texts of a family or a story, or the text that an ID names; nil for
// none of them.
func (s *shelf) groupTexts(ctx context.Context, id stemma.ID) ([]stemma.ID, error) {
	if list, err := s.r.Stories(ctx, store.Query{IDs: []stemma.ID{id}}); err != nil || len(list) > 0 {
		return first(list, func(g stemma.Story) []stemma.ID { return g.Articles }), err
	}
	families, err := s.r.Families(ctx)
	if err != nil {
		return nil, err
	}
	for i := range families {
		if families[i].ID == id {
			return families[i].Articles, nil
		}
	}
	texts, err := s.r.Articles(ctx, id)
	if err != nil || len(texts) == 0 {
		return nil, err
	}
	return []stemma.ID{id}, nil
}

// withAll adds IDs to a set; nil stays nil where there are none.
func withAll(set map[stemma.ID]bool, ids []stemma.ID) map[stemma.ID]bool {
	if set == nil && ids != nil {
		set = make(map[stemma.ID]bool, len(ids))
	}
	for _, id := range ids {
		set[id] = true
	}
	return set
}
