package view

import (
	"context"
	"slices"
	"time"

	"stemma"
)

// Settlement is what a person says of a clash.
type Settlement struct {
	Right string    `json:"right,omitempty"` // the side that is right; "" for all of them
	Said  string    `json:"said,omitempty"`  // the same in the reader's language
	By    string    `json:"by"`
	Day   string    `json:"day"`
	Why   string    `json:"why,omitempty"`
	Open  bool      `json:"open,omitempty"` // a side has come that was not weighed: it is open again
	ID    stemma.ID `json:"id"`             // of the ruling
}

// Closed reports whether nothing is left to settle.
func (s *Settlement) Closed() bool { return s != nil && !s.Open }

// settlement gives what people say of a clash, the latest that holds; nil where they say
// nothing. A ruling is about the clash of its type that has its two findings on two sides.
func settlement(c *stemma.Clash, log *rulingLog) *Settlement {
	for i := range log.list { // the latest first
		r := &log.list[i]
		if r.Verdict != stemma.Settled || !r.holds() || stemma.Value(r.After, "type") != c.Type {
			continue
		}
		if one, other := sideOf(c, r.at.Finding), sideOf(c, r.at.OtherFinding); one < 0 || other < 0 || one == other {
			continue
		}
		s := &Settlement{Right: stemma.Value(r.After, "right"), By: r.By, Day: r.At.Format(time.DateOnly), Why: r.Why, ID: r.ID}
		for _, side := range c.Sides {
			s.Open = s.Open || !slices.ContainsFunc(r.Before, func(d stemma.Detail) bool { return d.Value == side.Value })
		}
		return s
	}
	return nil
}

// sideOf gives the number of the side that a finding is on; -1 for none.
func sideOf(c *stemma.Clash, finding stemma.ID) int {
	return slices.IndexFunc(c.Sides, func(s stemma.Side) bool { return slices.Contains(s.Members, finding) })
}

// settlements gives what people say of clashes, by clash.
func (s *shelf) settlements(ctx context.Context, list []stemma.Clash) (map[stemma.ID]*Settlement, error) {
	log, err := s.rulingLog(ctx)
	if err != nil || !slices.ContainsFunc(log.list, func(r ruled) bool { return r.Verdict == stemma.Settled }) {
		return nil, err
	}
	out := map[stemma.ID]*Settlement{}
	for i := range list {
		if x := settlement(&list[i], log); x != nil {
			out[list[i].ID] = x
		}
	}
	return out, nil
}

// settledLast tells what comes behind what is open.
func settledLast(s *Settlement) int {
	if s.Closed() {
		return 1
	}
	return 0
}
