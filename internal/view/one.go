package view

import (
	"context"
	"fmt"

	"stemma"
	"stemma/internal/store"
)

// one gives the group of an ID; what names its kind in errors. There may be none
// ([stemma.ErrNotFound]).
func one[T any](ctx context.Context, list func(context.Context, store.Query) ([]T, error), what string, id stemma.ID) (T, error) {
	var none T
	found, err := list(ctx, store.Query{IDs: []stemma.ID{id}})
	if err == nil && len(found) == 0 {
		err = stemma.ErrNotFound
	}
	if err != nil {
		return none, fmt.Errorf("%s %s: %w", what, id, err)
	}
	return found[0], nil
}
