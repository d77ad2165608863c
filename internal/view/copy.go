package view

import (
	"context"
	"fmt"

	"stemma"
	"stemma/internal/message"
)

// Copy is the screen of two texts side by side, word by word.
type Copy struct {
	A          TextRef     `json:"a"`
	B          TextRef     `json:"b"`
	Listed     bool        `json:"listed"` // the pair is recorded as a copy; else only what they have in common is shown
	Relation   string      `json:"relation"`
	ShareA     string      `json:"share_a"` // how much of A stands in B, in words
	ShareB     string      `json:"share_b"`
	Direction  string      `json:"direction"` // which came first, a sentence
	Certainty  string      `json:"certainty,omitempty"`
	Why        []string    `json:"why,omitempty"`
	Passages   int         `json:"passages"`
	Rows       []CopyRow   `json:"rows"`
	Changes    int         `json:"changes"` // stretches that differ
	Facts      []Fact      `json:"facts,omitempty"`
	Rulings    []RulingRow `json:"rulings,omitempty"`
	NotACopy   bool        `json:"not_a_copy,omitempty"` // by a ruling that holds
	FamilyHref string      `json:"family_href,omitempty"`
	SwapHref   string      `json:"swap_href"`
}

// CopyRow is one stretch of both texts that is shown on one level: up to a
// paragraph of each.
type CopyRow struct {
	Kind   string     `json:"kind"` // “same”, “changed”, “replaced” (no word is the same), “translated”, “only-a”, “only-b”
	A      []DiffPart `json:"a,omitempty"`
	B      []DiffPart `json:"b,omitempty"`
	Inline []DiffPart `json:"inline"` // both in one
	HrefA  string     `json:"href_a,omitempty"`
	HrefB  string     `json:"href_b,omitempty"`
}

// DiffPart is a stretch of words of a diff.
type DiffPart struct {
	Op    string `json:"op"` // “same”, “removed” (only in A), “added” (only in B), “translated”
	Text  string `json:"text"`
	Moved bool   `json:"moved,omitempty"` // it stands elsewhere in the other text
}

// Copy compares two texts. Passages come from what was recorded of the pair; a pair
// of one family that is not recorded itself is compared whole.
func (l *Library) Copy(ctx context.Context, a, b stemma.ID) (*Copy, error) {
	if a == b {
		return nil, fmt.Errorf("compare %s with itself: %w", a, stemma.ErrInvalid)
	}
	s := l.shelf()
	x, err := s.article(ctx, a)
	if err != nil {
		return nil, fmt.Errorf("compare: %w", err)
	}
	y, err := s.article(ctx, b)
	if err != nil {
		return nil, fmt.Errorf("compare: %w", err)
	}
	v := &Copy{SwapHref: CopyHref(b, a)}
	if v.A, err = s.textRef(ctx, x); err != nil {
		return nil, fmt.Errorf("compare: %w", err)
	}
	if v.B, err = s.textRef(ctx, y); err != nil {
		return nil, fmt.Errorf("compare: %w", err)
	}
	c, err := s.pair(ctx, a, b)
	if err != nil {
		return nil, fmt.Errorf("compare: %w", err)
	}
	v.describe(l.words, c)
	if !v.Listed {
		if err := s.edge(ctx, v); err != nil {
			return nil, fmt.Errorf("compare: %w", err)
		}
	}
	if v.Facts, err = s.factChanges(ctx, x, y); err != nil {
		return nil, fmt.Errorf("compare: %w", err)
	}
	if err := s.ruledPair(ctx, v); err != nil {
		return nil, fmt.Errorf("compare: %w", err)
	}
	if c.Relation == stemma.Translation {
		v.Rows = translatedRows(x, y, c.Passages)
	} else {
		v.Rows = copyRows(x, y, c.Passages, l.align)
	}
	for _, r := range v.Rows {
		if r.Kind != "same" && r.Kind != "translated" {
			v.Changes++
		}
	}
	return v, nil
}

// pair gives what was recorded of two texts, seen from a; the zero Copy when nothing
// was.
func (s *shelf) pair(ctx context.Context, a, b stemma.ID) (stemma.Copy, error) {
	copies, err := s.r.Copies(ctx, a)
	if err != nil {
		return stemma.Copy{}, err
	}
	for _, c := range copies {
		switch {
		case c.A == a && c.B == b:
			return c, nil
		case c.A == b && c.B == a:
			return turned(c), nil
		}
	}
	return stemma.Copy{}, nil
}

// describe words what was recorded of the pair.
func (v *Copy) describe(b *message.Book, c stemma.Copy) {
	v.Listed = c.ID != ""
	if !v.Listed {
		v.Relation, v.Direction = b.Say("word.unknown"), b.Say("copy.unlisted")
		return
	}
	v.Relation, v.Passages = b.Relation(c.Relation), len(c.Passages)
	v.ShareA, v.ShareB = b.Percent(c.ShareA), b.Percent(c.ShareB)
	v.Certainty, v.Why = c.Certainty, b.Reasons(c.Why)
	switch c.Earlier {
	case "a":
		v.Direction = b.Say("copy.left-first")
	case "b":
		v.Direction = b.Say("copy.right-first")
	default:
		v.Direction = b.Say("copy.no-first")
	}
}

// edge says, for a pair that is not recorded, whether the two are of one family.
func (s *shelf) edge(ctx context.Context, v *Copy) error {
	k, err := s.kinship(ctx)
	if err != nil {
		return err
	}
	f := k.family(v.A.ID)
	if f.ID != "" && f.ID == k.family(v.B.ID).ID {
		v.Relation = s.words.Say("copy.one-family")
		v.Direction = s.words.Say("copy.one-family-what")
	}
	return nil
}

// ruledPair says what was ruled of the pair, and where its family is.
func (s *shelf) ruledPair(ctx context.Context, v *Copy) error {
	rows, err := s.rulings(ctx, []stemma.ID{v.A.ID, v.B.ID})
	if err != nil {
		return err
	}
	v.Rulings = rows
	for _, r := range rows {
		v.NotACopy = v.NotACopy || r.Holds && len(r.Texts) == 2
	}
	k, err := s.kinship(ctx)
	if err != nil {
		return err
	}
	if f := k.family(v.A.ID); f.ID != "" && f.ID == k.family(v.B.ID).ID {
		v.FamilyHref = FamilyHref(v.A.ID)
	}
	return nil
}
