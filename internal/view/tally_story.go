package view

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"stemma"
	"stemma/internal/store"
)

// firstFew is how many statements of a count are asked for their story: each costs a look-up,
// and a list has forty counts.
const firstFew = 12

// toldIn gives the story in which most of a count's first statements stand, so that a count
// for which no text gives a place can be told from the next; nil when there is no such story.
func (s *shelf) toldIn(ctx context.Context, members []stemma.ID) (*StoryPart, error) {
	figures, err := s.r.Figures(ctx, store.Query{IDs: head(members, firstFew)})
	if err != nil {
		return nil, err
	}
	stories, err := s.storyIndex(ctx)
	if err != nil {
		return nil, err
	}
	held := map[int32]int{}
	for i := range figures {
		for _, row := range stories.of[figures[i].Article] {
			held[row]++
		}
	}
	rows := slices.Collect(maps.Keys(held))
	if len(rows) == 0 {
		return nil, nil
	}
	most := slices.MaxFunc(rows, func(a, b int32) int {
		return cmp.Or(cmp.Compare(held[a], held[b]), cmp.Compare(stories.rows[b].ID, stories.rows[a].ID))
	})
	if 2*held[most] <= len(figures) {
		return nil, nil
	}
	x := &stories.rows[most]
	return &StoryPart{x.ID, x.Label, s.words.Standing(x.Texts, x.Families), x.Href}, nil
}

// placeless names the story of the counts of a list for which no text gives a place.
func (s *shelf) placeless(ctx context.Context, list []tallyEntry) (out []TallyRef, err error) {
	for i := range list {
		ref := list[i].in(s.words)
		if list[i].place == "" {
			if ref.Story, err = s.toldIn(ctx, list[i].first); err != nil {
				return nil, err
			}
		}
		out = append(out, ref)
	}
	return out, nil
}

// inStory names the story of a dispute about a count.
func (s *shelf) inStory(ctx context.Context, d *Dispute) (err error) {
	if d.Type == "number" {
		d.Story, err = s.toldIn(ctx, d.members)
	}
	return err
}

// inStories does so with each of several.
func (s *shelf) inStories(ctx context.Context, list []Dispute) error {
	for i := range list {
		if err := s.inStory(ctx, &list[i]); err != nil {
			return err
		}
	}
	return nil
}

// print says in which story a count stands; nothing when that is not known.
func (x *StoryPart) print(p *printer) {
	if x != nil {
		p.wrap("  ", "told in the story “"+x.Label+"”")
	}
}
