package view

import (
	"cmp"
	"context"
	"slices"

	"stemma"
	"stemma/internal/store"
)

// figures are all figures of a pile, by measure, then date of the text; the columns of the
// ledger are those of choices.
type figures struct {
	ledger
	list []sighting
}

func (s *shelf) figures(ctx context.Context) (*figures, error) {
	c, err := s.catalogue(ctx)
	if err != nil {
		return nil, err
	}
	k, err := s.kinship(ctx)
	if err != nil {
		return nil, err
	}
	who, err := s.people(ctx)
	if err != nil {
		return nil, err
	}
	return c.figures.get(ctx, s.r, func(ctx context.Context, r store.Reader) (*figures, error) { return newFigures(ctx, r, k, who) })
}

func newFigures(ctx context.Context, r store.Reader, k *kinship, who *people) (*figures, error) {
	all, err := r.Figures(ctx, store.Query{})
	if err != nil {
		return nil, err
	}
	all = slices.Clone(all) // the store may keep the list
	slices.SortStableFunc(all, func(a, b stemma.Figure) int {
		return cmp.Or(cmp.Compare(measureOrder(a.Measure), measureOrder(b.Measure)),
			k.compare(a.Article, b.Article), cmp.Compare(a.Span.Start, b.Span.Start))
	})
	out := &figures{ledger: *newLedger(choices["figures"]...)}
	spans := make([]days, 0, len(all))
	for i := range all {
		f := &all[i]
		out.add(figureValues(f, who)...)
		out.list = append(out.list, sighting{f.ID, f.Article, f.Sentence})
		spans = append(spans, stoodOn(f, k.articles[f.Article]))
	}
	out.timed(spans)
	return out, nil
}

// figureRows words rows of the list of figures.
func (s *shelf) figureRows(ctx context.Context, all *figures, rows []int32) ([]FigureRow, error) {
	var ids []stemma.ID
	for _, row := range rows {
		ids = append(ids, all.list[row].id)
	}
	if len(ids) == 0 {
		return nil, nil
	}
	found, err := s.r.Figures(ctx, store.Query{IDs: ids})
	if err != nil {
		return nil, err
	}
	by := map[stemma.ID]FigureRow{}
	for _, f := range found {
		if by[f.ID], err = s.figureRow(ctx, f); err != nil {
			return nil, err
		}
	}
	var out []FigureRow
	for _, id := range ids {
		if row, ok := by[id]; ok {
			out = append(out, row)
		}
	}
	return out, nil
}

// figureValues are the values of a figure in its list. A source has one name in all texts.
func figureValues(f *stemma.Figure, who *people) []string {
	return []string{f.Measure, f.Place.Name, who.name(f.Article, f.SaidBy), f.Status}
}

func measureOrder(m string) int {
	if i := slices.Index(stemma.Measures, m); i >= 0 {
		return i
	}
	return len(stemma.Measures)
}
