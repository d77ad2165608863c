package view

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"

	"stemma"
)

// Copies lists every two texts that were related, those that share most first.
type Copies struct {
	Pairs []Pair `json:"pairs"`
}

// Pair is two related texts; the earlier one is A where that can be told.
type Pair struct {
	ID        stemma.ID `json:"id"`
	A         TextRef   `json:"a"`
	B         TextRef   `json:"b"`
	Relation  string    `json:"relation"`
	ShareA    string    `json:"share_a"`
	ShareB    string    `json:"share_b"`
	Passages  int       `json:"passages"`
	Known     bool      `json:"known"` // it can be told that A came first
	Certainty string    `json:"certainty,omitempty"`
	Why       []string  `json:"why,omitempty"`
	Href      string    `json:"href"`
	share     float64
}

// Copies lists the related texts of the pile.
func (l *Library) Copies(ctx context.Context) (*Copies, error) {
	s := l.shelf()
	list, err := s.r.Copies(ctx, "")
	if err != nil {
		return nil, fmt.Errorf("copies: %w", err)
	}
	k, err := s.kinship(ctx)
	if err != nil {
		return nil, fmt.Errorf("copies: %w", err)
	}
	v := &Copies{}
	for _, c := range list {
		if c.Earlier == "b" {
			c = turned(c)
		}
		a, b := k.articles[c.A], k.articles[c.B]
		if a == nil || b == nil {
			continue
		}
		pair := Pair{
			ID: c.ID, Relation: l.words.Relation(c.Relation), ShareA: l.words.Percent(c.ShareA), ShareB: l.words.Percent(c.ShareB),
			Passages: len(c.Passages), Known: c.Earlier != "", Certainty: c.Certainty, Why: c.Why,
			Href: CopyHref(c.A, c.B), share: max(c.ShareA, c.ShareB),
		}
		if pair.A, err = s.textRef(ctx, a); err != nil {
			return nil, fmt.Errorf("copies: %w", err)
		}
		if pair.B, err = s.textRef(ctx, b); err != nil {
			return nil, fmt.Errorf("copies: %w", err)
		}
		v.Pairs = append(v.Pairs, pair)
	}
	slices.SortStableFunc(v.Pairs, func(x, y Pair) int {
		return cmp.Or(cmp.Compare(y.share, x.share), cmp.Compare(x.ID, y.ID))
	})
	return v, nil
}

// Text prints the pairs.
func (v *Copies) Text(w io.Writer) error {
	p := &printer{w: w}
	if len(v.Pairs) == 0 {
		p.line("No two texts share wording.")
		return p.err
	}
	p.line("%s", Count(len(v.Pairs), "pair of texts shares wording", "pairs of texts share wording"))
	for _, c := range v.Pairs {
		order := "which came first cannot be told"
		if c.Known {
			order = "A came first, certainty " + cmp.Or(c.Certainty, Unknown)
		}
		p.line("")
		p.line("%s: %s; %s; %s of A stands in B, %s of B in A", c.Relation, order, Count(c.Passages, "passage", "passages"), c.ShareA, c.ShareB)
		p.wrap("  A  ", c.A.Title+" ("+c.A.Where()+")")
		p.wrap("  B  ", c.B.Title+" ("+c.B.Where()+")")
		p.line("     %s %s", c.A.ID, c.B.ID)
		for _, why := range c.Why {
			p.wrap("     - ", why)
		}
	}
	return p.err
}
