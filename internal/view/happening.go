package view

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/store"
)

// Happening is one event with all its tellings.
type Happening struct {
	ID       stemma.ID `json:"id"`
	Label    string    `json:"label"`
	Type     string    `json:"type"`
	When     string    `json:"when"`
	Place    string    `json:"place,omitempty"`
	Support  string    `json:"support"`
	Families int       `json:"families"`
	Texts    int       `json:"texts"`
	Cites    []Cite    `json:"cites"`
	Clashes  []Dispute `json:"clashes"`
}

// Happening gives one happening.
func (l *Library) Happening(ctx context.Context, id stemma.ID) (*Happening, error) {
	s := l.shelf()
	h, err := one(ctx, s.r.Happenings, "happening", id)
	if err != nil {
		return nil, err
	}
	v := &Happening{
		ID: h.ID, Label: strings.ReplaceAll(h.Label, " · ", " "), Type: eventKind(h.Type, ""), When: l.words.Day(h.Date), Place: h.Place,
		Support: l.words.Support(h.Support), Families: h.Support.Families, Texts: h.Support.Texts,
	}
	events, err := s.r.Events(ctx, store.Query{IDs: h.Members})
	if err != nil {
		return nil, fmt.Errorf("happening %s: %w", id, err)
	}
	tellings := make([]found, len(events))
	for i := range events {
		tellings[i] = s.foundEvent(events[i])
	}
	if v.Cites, err = s.citesOf(ctx, KindEvent, tellings); err != nil {
		return nil, fmt.Errorf("happening %s: %w", id, err)
	}
	slices.SortStableFunc(v.Cites, compareCites)
	if len(events) > 0 {
		v.Type = eventKind(events[0].Type, events[0].Mode)
	}
	v.Clashes, err = s.clashesOf(ctx, h.Members)
	return v, err
}

// Text prints the tellings.
func (v *Happening) Text(w io.Writer) error {
	p := &printer{w: w}
	p.line("%s (%s), %s%s: %s", v.Label, v.Type, v.When, before(", ", v.Place), v.Support)
	for _, c := range v.Cites {
		p.wrap("  ", "“"+c.Words()+"”")
		p.line("    %s", c.Text.Where())
	}
	return p.err
}
