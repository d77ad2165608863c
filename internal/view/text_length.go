package view

import (
	"context"

	"stemma"
	"stemma/internal/store"
)

// beginLengths begins to count the words of all texts, so that a list of texts need not read them.
func (s *shelf) beginLengths(ctx context.Context) (*making[[]int32], error) {
	k, err := s.kinship(ctx)
	if err != nil {
		return nil, err
	}
	lengths := make([]int32, len(k.order))
	take := func(t *store.Text) error {
		if at := k.place(t.Article.ID); int(at) < len(lengths) {
			lengths[at] = int32(words(t.Article.Own()))
		}
		return nil
	}
	return &making[[]int32]{[]string{store.Wording}, take, func() []int32 { return lengths }}, nil
}

// lengthOf gives a text with how many words it has. Its own text is there only if it had to be
// read for that.
func (s *shelf) lengthOf(ctx context.Context, k *kinship, id stemma.ID) (*stemma.Article, int, error) {
	c, err := s.catalogue(ctx)
	if err != nil {
		return nil, 0, err
	}
	if lengths, ok := c.lengths.peek(); ok && k.articles[id] != nil {
		return k.articles[id], int(lengths[k.place(id)]), nil
	}
	a, err := s.article(ctx, id)
	if err != nil {
		return nil, 0, err
	}
	return a, words(a.Own()), nil
}
