package view

import (
	"context"
	"fmt"
	"io"
	"slices"

	"stemma"
	"stemma/internal/store"
)

// Times lists expressions of time with what they mean.
type Times struct {
	Total  int       `json:"total"`
	Rows   []TimeRow `json:"rows"`
	Choice Choice    `json:"choice"`
	Next   string    `json:"next,omitempty"`
}

// TimeRow is one expression of time.
type TimeRow struct {
	ID     stemma.ID   `json:"id"`
	Words  string      `json:"words"` // as published
	Value  stemma.Date `json:"value"`
	Means  string      `json:"means"`
	Type   string      `json:"type"`
	Anchor string      `json:"anchor,omitempty"`
	Cite   Cite        `json:"cite"`
}

// Times lists the times of a choice by date; its field is “type”.
func (l *Library) Times(ctx context.Context, c Choice) (*Times, error) {
	s := l.shelf()
	all, err := s.r.Times(ctx, store.Query{})
	if err != nil {
		return nil, fmt.Errorf("times: %w", err)
	}
	all = slices.DeleteFunc(all, func(t stemma.Time) bool { return !c.matches(map[string]string{"type": t.Type}) })
	slices.SortStableFunc(all, func(a, b stemma.Time) int { return a.Value.Compare(b.Value) })
	v := &Times{Total: len(all), Choice: c, Next: pageHref("/times", c, c.Offset+c.rows(), len(all))}
	for _, t := range window(all, c) {
		cite, err := s.cite(ctx, t.ID, t.Evidence, t.Sentence, KindTime, l.words.Date(t.Value))
		if err != nil {
			return nil, fmt.Errorf("times: %w", err)
		}
		v.Rows = append(v.Rows, TimeRow{t.ID, marked(cite), t.Value, l.words.Date(t.Value), t.Type, t.Anchor, cite})
	}
	return v, nil
}

// Text prints the times.
func (v *Times) Text(w io.Writer) error {
	p := &printer{w: w}
	p.line("%s", Count(v.Total, "expression of time", "expressions of time"))
	for _, r := range v.Rows {
		p.line("%-24s “%s” (%s)  %s", r.Value, r.Words, r.Means, r.ID)
		p.line("    %s", r.Cite.Text.Where())
	}
	if v.Next != "" {
		p.line("--offset %d shows more.", v.Choice.Offset+v.Choice.rows())
	}
	return p.err
}
