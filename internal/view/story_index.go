package view

import (
	"cmp"
	"context"
	"slices"

	"stemma"
	"stemma/internal/store"
)

// storyIndex holds the stories of the pile and says which of them a text is in: lists ask that of
// hundreds of texts, and a story may have thousands.
type storyIndex struct {
	rows []StoryRow            // those of most independent texts first
	of   map[stemma.ID][]int32 // text → rows, rising
}

// stories gives all stories, those of most independent texts first.
func (l *Library) stories(ctx context.Context) ([]StoryRow, error) {
	x, err := l.shelf().storyIndex(ctx)
	if err != nil {
		return nil, err
	}
	return x.rows, nil
}

func (s *shelf) storyIndex(ctx context.Context) (*storyIndex, error) {
	held, err := s.catalogue(ctx)
	if err != nil {
		return nil, err
	}
	return held.stories.get(ctx, s.r, newStoryIndex)
}

func newStoryIndex(ctx context.Context, r store.Reader) (*storyIndex, error) {
	all, err := r.Stories(ctx, store.Query{})
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(all, func(a, b stemma.Story) int {
		return cmp.Or(cmp.Compare(b.Support.Families, a.Support.Families), cmp.Compare(b.Support.Texts, a.Support.Texts), cmp.Compare(a.Label, b.Label), cmp.Compare(a.ID, b.ID))
	})
	x := &storyIndex{rows: make([]StoryRow, len(all)), of: map[stemma.ID][]int32{}}
	for i := range all {
		x.rows[i] = storyRow(&all[i])
		for _, id := range all[i].Articles {
			x.of[id] = append(x.of[id], int32(i))
		}
	}
	return x, nil
}
