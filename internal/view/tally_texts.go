package view

import (
	"context"
	"slices"

	"stemma"
	"stemma/internal/store"
)

// talliesOf gives what tells whether one of the figures of a tally stands in a text of the
// outlet, credit and language of a choice; nil where none of them is chosen.
func (s *shelf) talliesOf(ctx context.Context, c Choice) (func(stemma.ID) bool, error) {
	of := Choice{Fields: map[string]string{}}
	for _, field := range textFields {
		if value := c.Fields[field]; value != "" {
			of.Fields[field] = value
		}
	}
	if len(of.Fields) == 0 {
		return nil, nil
	}
	list, err := s.textList(ctx)
	if err != nil {
		return nil, err
	}
	k, err := s.kinship(ctx)
	if err != nil {
		return nil, err
	}
	held, err := s.catalogue(ctx)
	if err != nil {
		return nil, err
	}
	texts, err := held.counting.get(ctx, s.r, s.countingTexts)
	if err != nil {
		return nil, err
	}
	chosen := make([]bool, len(k.order))
	rows, _ := list.choose(of)
	for _, row := range rows {
		chosen[k.place(list.ids[row])] = true
	}
	return func(id stemma.ID) bool {
		return slices.ContainsFunc(texts[id], func(place int32) bool { return chosen[place] })
	}, nil
}

// countingTexts gives the texts of each tally.
func (s *shelf) countingTexts(ctx context.Context, r store.Reader) (map[stemma.ID][]int32, error) {
	k, err := s.kinship(ctx)
	if err != nil {
		return nil, err
	}
	figures, err := s.figures(ctx)
	if err != nil {
		return nil, err
	}
	tallies, err := r.Tallies(ctx, queryAll)
	if err != nil {
		return nil, err
	}
	of := map[stemma.ID]stemma.ID{} // figure → tally
	for i := range tallies {
		for _, m := range tallies[i].Members {
			of[m] = tallies[i].ID
		}
	}
	out := make(map[stemma.ID][]int32, len(tallies))
	for i := range figures.list {
		if tally, ok := of[figures.list[i].id]; ok {
			if place := k.place(figures.list[i].article); int(place) < len(k.order) {
				out[tally] = append(out[tally], place)
			}
		}
	}
	for id, places := range out {
		slices.Sort(places)
		out[id] = slices.Clone(slices.Compact(places))
	}
	return out, nil
}
