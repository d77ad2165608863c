package view

import (
	"cmp"
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
	Told     int       `json:"told"`  // tellings: a text may tell of an event more than once
	Cites    []Cite    `json:"cites"` // a page of them, by the date of their texts
	Clashes  []Dispute `json:"clashes"`
	Choice   Choice    `json:"choice"`
	Prev     string    `json:"prev,omitempty"`
	Next     string    `json:"next,omitempty"`
}

// Turns gives the addresses of the pages before and behind.
func (v *Happening) Turns() (prev, next string) { return v.Prev, v.Next }

// Happening gives one happening, with a page of its tellings.
func (l *Library) Happening(ctx context.Context, id stemma.ID, c Choice) (*Happening, error) {
	s := l.shelf()
	h, err := one(ctx, s.r.Happenings, "happening", id)
	if err != nil {
		return nil, err
	}
	v := &Happening{
		ID: h.ID, Label: strings.ReplaceAll(h.Label, " · ", " "), Type: eventKind(h.Type, ""), When: l.words.Day(h.Date), Place: h.Place,
		Support: l.words.Support(h.Support), Families: h.Support.Families, Texts: h.Support.Texts, Choice: c,
	}
	tellings, err := s.tellings(ctx, h.Members, 2*c.rows())
	if err != nil {
		return nil, fmt.Errorf("happening %s: %w", id, err)
	}
	v.Told = len(tellings)
	v.Prev, v.Next = turns(GroupHref("happening", id), c, c.Offset, c.rows(), v.Told)
	shown := window(tellings, c)
	cites, err := s.citesByID(ctx, shown)
	if err != nil {
		return nil, fmt.Errorf("happening %s: %w", id, err)
	}
	for _, id := range shown {
		if c, ok := cites[id]; ok { // else it was rejected since
			v.Cites = append(v.Cites, c)
		}
	}
	first, err := s.r.Events(ctx, store.Query{IDs: list(head(h.Members, 1))})
	if len(first) > 0 {
		v.Type = eventKind(first[0].Type, first[0].Mode)
	}
	if err != nil {
		return nil, fmt.Errorf("happening %s: %w", id, err)
	}
	v.Clashes, err = s.clashesOf(ctx, h.Members)
	return v, err
}

// tellings gives events in the order of their sentences: by the date of their texts, then by
// text and place. More than a few are looked for in memory, where all events of the pile may be: an
// event may be told thousands of times, of which a page is shown. A few are read sooner than found there.
func (s *shelf) tellings(ctx context.Context, members []stemma.ID, few int) ([]stemma.ID, error) {
	k, err := s.kinship(ctx)
	if err != nil {
		return nil, err
	}
	where, err := s.whereTold(ctx, members, few)
	slices.SortFunc(where, func(a, b sighting) int {
		return cmp.Or(k.compare(a.article, b.article), cmp.Compare(a.sentence.Start, b.sentence.Start), cmp.Compare(a.id, b.id))
	})
	out := make([]stemma.ID, len(where))
	for i := range where {
		out[i] = where[i].id
	}
	return out, err
}

func (s *shelf) whereTold(ctx context.Context, members []stemma.ID, few int) (where []sighting, err error) {
	c, err := s.catalogue(ctx)
	if err != nil {
		return nil, err
	}
	if all, known := c.sightings[slices.Index(searchKinds[:], KindEvent)].peek(); known && len(members) > few {
		wanted := withAll(nil, members)
		for _, x := range all.list {
			if wanted[x.id] {
				where = append(where, x)
			}
		}
		return where, nil
	}
	events, err := s.r.Events(ctx, store.Query{IDs: members})
	for i := range events {
		where = append(where, sighting{events[i].ID, events[i].Article, events[i].Sentence})
	}
	return where, err
}

// Text prints the tellings.
func (v *Happening) Text(w io.Writer) error {
	p := &printer{w: w}
	p.line("%s (%s), %s%s: %s", v.Label, v.Type, v.When, before(", ", v.Place), v.Support)
	for _, c := range v.Cites {
		p.wrap("  ", "“"+c.Words()+"”")
		p.line("    %s", c.Text.Where())
	}
	if v.Next != "" {
		p.more(len(v.Cites), v.Choice.Offset)
	}
	return p.err
}
