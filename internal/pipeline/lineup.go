package pipeline

import (
	"context"
	"fmt"
	"iter"
	"slices"

	"stemma"
	"stemma/internal/borrowed"
	"stemma/internal/concord"
	"stemma/internal/kin"
	"stemma/internal/store"
)

// LineUp compares all texts of the pile and lines their statements up, unless that is
// done already by this version of the steps. Any state in which a run ended, killed or
// not, is mended by it.
//
// Texts that are new are placed by the index of seeds; families are made anew only of the
// texts that hang together with them. Where nothing is new but rulings about statements,
// only the kinds of these are lined up again.
func LineUp(ctx context.Context, to store.Store, o Options) error {
	done, err := to.LinedUp(ctx, Version())
	if err != nil || done {
		return err
	}
	defer bounded()()
	rulings, err := to.Rulings(ctx)
	if err != nil {
		return err
	}
	memo, err := lineUpSome(ctx, to, rulings)
	if err == nil && memo == nil {
		memo, err = lineUp(ctx, to, o)
	}
	if err != nil {
		return fmt.Errorf("lining up: %w", err)
	}
	return to.Mark(ctx, Version(), memosOf(memo, len(rulings))...)
}

func lineUp(ctx context.Context, to store.Store, o Options) (memo *concord.Memo, err error) {
	list, foreign, err := listed(ctx, to)
	if err != nil {
		return nil, err
	}
	way := &course{tell: o.Progress, told: Progress{Articles: len(list)}}
	copies, families, err := compare(ctx, to, list, foreign, way)
	if err != nil {
		return nil, err
	}
	upheld := store.Upheld(to)
	who, err := told(ctx, upheld)
	if err != nil {
		return nil, err
	}
	way.begin("lining up", len(list)*concord.Readings(len(list)))
	err = to.PutLineup(ctx, copies, families, func(put func(stemma.Lineup) error) (err error) {
		known, shared := families, borrowed.Stretches(families, copies)
		copies, families = nil, nil // they are put, and of very many texts they need much room
		memo, err = concord.LineUp(way.watched(stated(ctx, upheld)), known, shared, who, put)
		return err
	})
	return memo, err
}

// lineUpSome lines up only what rulings touch that were made since the last lineup. It gives no
// memo where that is not all that is to be done.
func lineUpSome(ctx context.Context, to store.Store, rulings []stemma.Ruling) (*concord.Memo, error) {
	_, version, err := to.Covered(ctx)
	if err != nil || version != Version() {
		return nil, err
	}
	parts, since, err := remembered(ctx, to)
	if err != nil || since > len(rulings) {
		return nil, err
	}
	upheld := store.Upheld(to)
	kinds, ok, err := touched(ctx, upheld, rulings, since)
	if err != nil || !ok {
		return nil, err
	}
	memo := concord.Remembered(parts)
	if memo == nil {
		return nil, nil
	}
	return memo, to.PutGroups(ctx, func(put func(stemma.Lineup) error) ([]string, error) {
		return memo.Again(stated(ctx, upheld), kinds, put)
	})
}

// listed gives the texts of the pile, in the order of their IDs, and whether translations may
// be found among them.
func listed(ctx context.Context, from store.Reader) (list []stemma.ID, foreign bool, err error) {
	var one []stemma.Article // of each language
	for t, err := range from.Texts(ctx) {
		if err != nil {
			return nil, false, err
		}
		list = append(list, t.Article.ID)
		if !slices.ContainsFunc(one, func(a stemma.Article) bool { return a.Lang == t.Article.Lang }) {
			one = append(one, t.Article)
		}
	}
	return list, kin.Foreign(one), nil
}

// stated gives all texts with what they state, as often as it is asked for.
func stated(ctx context.Context, from store.Reader) concord.Source {
	return func(kinds ...string) iter.Seq2[concord.Text, error] {
		return func(yield func(concord.Text, error) bool) {
			for t, err := range from.Texts(ctx, append(kinds, store.Wording)...) {
				if !yield(concord.Text{Article: &t.Article, Reading: &t.Reading}, err) {
					return
				}
			}
		}
	}
}
