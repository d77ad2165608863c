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
	return swept(ctx, s, &c.figures, s.beginFigures)
}

// beginFigures begins the list of all figures.
func (s *shelf) beginFigures(ctx context.Context) (*making[*figures], error) {
	k, who, err := s.kinAndPeople(ctx)
	if err != nil {
		return nil, err
	}
	var rows []figureInList
	take := func(t *store.Text) error {
		for i := range t.Reading.Figures {
			f := &t.Reading.Figures[i]
			rows = append(rows, figureInList{
				sighting: sighting{f.ID, f.Article, f.Sentence}, measure: int32(measureOrder(f.Measure)), text: k.place(f.Article), start: int32(f.Span.Start),
				values: [4]string(figureValues(f, who)), on: stoodOn(f, k.articles[f.Article]),
			})
		}
		return nil
	}
	return &making[*figures]{[]string{store.Figures.Kind}, take, func() *figures { return newFigures(rows, k) }}, nil
}

// figureInList is what the list keeps of a figure, and by what it is ordered.
type figureInList struct {
	sighting
	measure, text, start int32
	values               [4]string // by the first fields of choices
	on                   days
}

func newFigures(rows []figureInList, k *kinship) *figures {
	order := sorted(rows, func(a, b *figureInList) int {
		return cmp.Or(cmp.Compare(a.measure, b.measure), cmp.Compare(a.text, b.text), cmp.Compare(a.article, b.article), cmp.Compare(a.start, b.start))
	})
	out := &figures{ledger: *newLedger(choices["figures"]...), list: make([]sighting, 0, len(rows))}
	spans := make([]days, 0, len(rows))
	for _, at := range order {
		out.add(append(rows[at].values[:], k.aboutText(rows[at].text)...)...)
		out.list = append(out.list, rows[at].sighting)
		spans = append(spans, rows[at].on)
	}
	out.timed(spans)
	return out
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

// figureValues are the values of a figure in its list, but for those of its text. A source has one
// name in all texts.
func figureValues(f *stemma.Figure, who *people) []string {
	return []string{f.Measure, f.Place.Name, who.name(f.Article, f.SaidBy), f.Status}
}

func measureOrder(m string) int {
	if i := slices.Index(stemma.Measures, m); i >= 0 {
		return i
	}
	return len(stemma.Measures)
}
