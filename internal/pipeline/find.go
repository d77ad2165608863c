package pipeline

import (
	"context"
	"errors"

	"stemma"
	"stemma/internal/kin"
	"stemma/internal/store"
)

// Finder says which texts of a pile share words with a text that need not be in it. Only
// the index of seeds is asked, and only the texts that it leads to are read. It is not safe
// for several goroutines at once.
type Finder struct {
	index *kin.Index
	shelf *shelf
}

// NewFinder opens the index of seeds of a pile. Texts that were added and not yet lined up
// are not in it. One that other steps have made is an error: it may be cut otherwise.
func NewFinder(ctx context.Context, from store.Reader) (*Finder, error) {
	_, version, err := from.Covered(ctx)
	if err != nil {
		return nil, err
	}
	if !sameSteps(version) {
		return nil, errors.New("the index of seeds was made by another version of the program; stemma add makes it anew")
	}
	index, shelf, _, err := openIndex(ctx, from)
	return &Finder{index, shelf}, err
}

// Shared is what a text of the pile has in common with the text that was asked for.
type Shared struct {
	Article  stemma.ID
	Passages []stemma.Passage // A lies in the text that was asked for
}

// Find gives, for every passage of the text that the pile has, the first text that was
// added with it and those that share what is new in a later one.
func (f *Finder) Find(a *stemma.Article) ([]Shared, error) {
	found, err := f.index.Find(a)
	if err != nil {
		return nil, err
	}
	out := make([]Shared, 0, len(found))
	for _, m := range found {
		texts, err := f.shelf.from.Seeded(f.shelf.ctx, m.Number)
		if err != nil {
			return nil, err
		}
		for _, t := range texts {
			out = append(out, Shared{t.Article, m.Passages})
		}
	}
	return out, nil
}

// Place puts the texts of the pile into its index of seeds that are not in it yet, without
// lining anything up.
func Place(ctx context.Context, to store.Store) error {
	list, _, err := listed(ctx, to)
	if err != nil {
		return err
	}
	_, err = place(ctx, to, list, &course{})
	return err
}
