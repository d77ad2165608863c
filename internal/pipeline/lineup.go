package pipeline

import (
	"context"
	"fmt"

	"stemma"
	"stemma/internal/concord"
	"stemma/internal/kin"
	"stemma/internal/store"
)

// LineUp compares all texts of the pile and lines their statements up, unless that is
// done already by this version of the steps. Any state in which a run ended, killed or
// not, is mended by it.
func LineUp(ctx context.Context, to store.Store, o Options) error {
	done, err := to.LinedUp(ctx, Version())
	if err != nil || done {
		return err
	}
	texts, err := load(ctx, to)
	if err != nil {
		return fmt.Errorf("lining up: %w", err)
	}
	progress := func(step string) {
		if o.Progress != nil {
			o.Progress(Progress{Step: step, Articles: len(texts)})
		}
	}
	progress("comparing")
	articles := make([]stemma.Article, len(texts))
	for i := range texts {
		articles[i] = *texts[i].Article
	}
	copies, families := kin.Families(articles)
	if err := ctx.Err(); err != nil {
		return err
	}
	progress("lining up")
	lineup := concord.Lineup(texts, families)
	if err := to.PutLineup(ctx, copies, families, lineup); err != nil {
		return fmt.Errorf("lining up: %w", err)
	}
	return to.Mark(ctx, Version())
}

// load reads all texts with what they state, ordered by ID.
func load(ctx context.Context, from store.Reader) ([]concord.Text, error) {
	list, err := from.Articles(ctx)
	if err != nil {
		return nil, err
	}
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
