package pipeline

import (
	"context"
	"fmt"

	"stemma"
	"stemma/internal/concord"
	"stemma/internal/store"
)

// LineUp compares all texts of the pile and lines their statements up, unless that is
// done already by this version of the steps. Any state in which a run ended, killed or
// not, is mended by it.
//
// Texts that are new are placed by the index of seeds; families are made anew only of the
// texts that hang together with them.
func LineUp(ctx context.Context, to store.Store, o Options) error {
	done, err := to.LinedUp(ctx, Version())
	if err != nil || done {
		return err
	}
	if err := lineUp(ctx, to, o); err != nil {
		return fmt.Errorf("lining up: %w", err)
	}
	return to.Mark(ctx, Version())
}

func lineUp(ctx context.Context, to store.Store, o Options) error {
	list, err := to.Articles(ctx)
	if err != nil {
		return err
	}
	progress := func(step string) {
		if o.Progress != nil {
			o.Progress(Progress{Step: step, Articles: len(list)})
		}
	}
	progress("comparing")
	copies, families, err := compare(ctx, to, list)
	if err != nil {
		return err
	}
	upheld := store.Upheld(to)
	texts, err := load(ctx, upheld, list)
	if err != nil {
		return err
	}
	who, err := told(ctx, upheld)
	if err != nil {
		return err
	}
	progress("lining up")
	return to.PutLineup(ctx, copies, families, concord.Lineup(texts, families, who...))
}

// load reads all texts with what they state, in the order of the list.
func load(ctx context.Context, from store.Reader, list []stemma.Article) ([]concord.Text, error) {
	texts := make([]concord.Text, 0, len(list))
	for _, a := range list {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		whole, err := from.Article(ctx, a.ID)
		if err != nil {
			return nil, err
		}
		reading, err := from.Reading(ctx, a.ID)
		if err != nil {
			return nil, err
		}
		texts = append(texts, concord.Text{Article: &whole, Reading: &reading})
	}
	return texts, nil
}
