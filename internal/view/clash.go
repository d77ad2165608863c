package view

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"

	"stemma"
	"stemma/internal/store"
)

// Clashes lists where texts do not say the same, the gravest first, what people have settled
// last.
type Clashes struct {
	Total   int       `json:"total"`
	Clashes []Dispute `json:"clashes"`
	Facets  []Facet   `json:"facets"`
	Choice  Choice    `json:"choice"`
	Prev    string    `json:"prev,omitempty"`
	Next    string    `json:"next,omitempty"`
}

// Clashes lists the clashes of a choice; its fields are “verdict” and “type”.
func (l *Library) Clashes(ctx context.Context, c Choice) (*Clashes, error) {
	all, err := l.shelf().clashes(ctx)
	if err != nil {
		return nil, fmt.Errorf("clashes: %w", err)
	}
	chosen, counts := all.choose(c)
	v := &Clashes{Choice: c, Total: len(chosen)}
	v.Facets = []Facet{
		choiceFacet(l.words, "clashes.verdict", "/clashes", "verdict", c, counts[0], wordedBy(l.words, "verdict")), choiceFacet(l.words, "clashes.about", "/clashes", "type", c, counts[1], wordedBy(l.words, "clash")),
	}
	v.Prev, v.Next = turns("/clashes", c, c.Offset, c.rows(), v.Total)
	for _, row := range window(chosen, c) {
		v.Clashes = append(v.Clashes, dispute(l.words, all.list[row], all.settled[all.list[row].ID]))
	}
	if err := l.shelf().inStories(ctx, v.Clashes); err != nil {
		return nil, fmt.Errorf("clashes: %w", err)
	}
	return v, nil
}

// clashes are all clashes of a pile, the gravest first.
type clashes struct {
	ledger  // verdict, type
	list    []stemma.Clash
	of      map[stemma.ID][]int32     // by member
	settled map[stemma.ID]*Settlement // by clash
}

func (s *shelf) clashes(ctx context.Context) (*clashes, error) {
	c, err := s.catalogue(ctx)
	if err != nil {
		return nil, err
	}
	return c.clashes.get(ctx, s.r, func(ctx context.Context, _ store.Reader) (*clashes, error) { return s.newClashes(ctx) })
}

func (s *shelf) newClashes(ctx context.Context) (*clashes, error) {
	all, err := s.r.Clashes(ctx, store.Query{})
	if err != nil {
		return nil, err
	}
	settled, err := s.settlements(ctx, all)
	if err != nil {
		return nil, err
	}
	out := &clashes{ledger: *newLedger(choices["clashes"]...), list: slices.Clone(all), of: map[stemma.ID][]int32{}, settled: settled} // the store may keep the list
	slices.SortFunc(out.list, func(a, b stemma.Clash) int {
		return cmp.Or(cmp.Compare(settledLast(settled[a.ID]), settledLast(settled[b.ID])),
			cmp.Compare(gravity(a.Verdict), gravity(b.Verdict)), cmp.Compare(clashOrder(a.Type), clashOrder(b.Type)),
			cmp.Compare(witnesses(b), witnesses(a)), cmp.Compare(a.ID, b.ID))
	})
	for i, x := range out.list {
		out.add(x.Verdict, x.Type)
		for _, m := range x.Members {
			out.of[m] = append(out.of[m], int32(i))
		}
	}
	return out, nil
}

// clashOrder puts what is about the world before what is about wording.
func clashOrder(kind string) int {
	return slices.Index([]string{"number", "date", "who", "place", "wording", "spelling"}, kind)
}

// Clash is one clash with the sentences on each side.
type Clash struct {
	Dispute
	Stands  []ClashSide `json:"stands"`
	Rulings []RulingRow `json:"rulings,omitempty"` // that settle it, or did
}

// ClashSide is one side with its sentences.
type ClashSide struct {
	Value    string `json:"value"`
	Said     string `json:"said"` // the value in the reader's language
	Standing string `json:"standing"`
	Families int    `json:"families"`
	Texts    int    `json:"texts"`
	Cites    []Cite `json:"cites"`
}

// Clash gives one clash.
func (l *Library) Clash(ctx context.Context, id stemma.ID) (*Clash, error) {
	s := l.shelf()
	c, err := one(ctx, s.r.Clashes, "clash", id)
	if err != nil {
		return nil, err
	}
	settled, err := s.settlements(ctx, []stemma.Clash{c})
	if err != nil {
		return nil, fmt.Errorf("clash %s: %w", id, err)
	}
	v := &Clash{Dispute: dispute(l.words, c, settled[c.ID])}
	if err = s.inStory(ctx, &v.Dispute); err != nil {
		return nil, fmt.Errorf("clash %s: %w", id, err)
	}
	if v.Rulings, err = s.rulingRows(ctx, func(r *ruled) bool { return r.Verdict == stemma.Settled && r.about(c.Members...) }); err != nil {
		return nil, fmt.Errorf("clash %s: %w", id, err)
	}
	for i := range v.Rulings {
		v.Rulings[i].To = v.Href
	}
	for _, side := range c.Sides {
		cites, err := s.cites(ctx, side.Members)
		if err != nil {
			return nil, fmt.Errorf("clash %s: %w", id, err)
		}
		v.Stands = append(v.Stands, ClashSide{side.Value, l.words.Side(c.Type, c.About, side.Value), l.words.Standing(side.Texts, side.Families), side.Families, side.Texts, cites})
	}
	return v, nil
}

// clashesOf gives the clashes in which any of the findings has a part, the gravest first.
func (s *shelf) clashesOf(ctx context.Context, members []stemma.ID) ([]Dispute, error) {
	all, err := s.clashes(ctx)
	if err != nil {
		return nil, err
	}
	var rows []int32
	for _, m := range members {
		rows = append(rows, all.of[m]...)
	}
	slices.Sort(rows)
	var out []Dispute
	for _, row := range slices.Compact(rows) {
		out = append(out, dispute(s.words, all.list[row], all.settled[all.list[row].ID]))
	}
	slices.SortStableFunc(out, func(a, b Dispute) int {
		return cmp.Or(cmp.Compare(settledLast(a.Settled), settledLast(b.Settled)), cmp.Compare(gravity(a.Verdict), gravity(b.Verdict)), cmp.Compare(a.ID, b.ID))
	})
	return out, nil
}

// Text prints the clashes.
func (v *Clashes) Text(w io.Writer) error {
	p := &printer{w: w}
	if v.Total == 0 {
		p.line("No two texts were found to clash.")
		return p.err
	}
	p.line("%s:", Count(v.Total, "clash", "clashes"))
	for _, c := range v.Clashes {
		p.line("")
		c.print(p)
	}
	return p.err
}

// Text prints one clash with its sentences.
func (v *Clash) Text(w io.Writer) error {
	p := &printer{w: w}
	v.print(p)
	for _, s := range v.Stands {
		p.line("")
		p.line("%s: %s", s.Value, s.Standing)
		for _, c := range s.Cites {
			p.wrap("  ", "“"+c.Words()+"”")
			p.line("    %s", c.Text.Where())
		}
	}
	return p.err
}

func (c Dispute) print(p *printer) {
	p.line("%s: %s (%s)  %s", c.Verdict, c.About, c.Type, c.ID)
	c.Story.print(p)
	for _, s := range c.Sides {
		p.fill("  ", "      ", s.Value+": "+s.Standing)
	}
	p.wrap("  ", c.Why)
	if s := c.Settled; s != nil {
		p.wrap("  ", s.words())
	}
}

// words tells a settlement in a line.
func (s *Settlement) words() string {
	what := "settled by " + s.By + " on " + s.Day + ": " + cmp.Or(s.Right, "all sides") + before("; ", s.Why)
	if s.Open {
		what += " (open again: a side has come since)"
	}
	return what
}
