package view

import (
	"context"
	"fmt"
	"time"

	"stemma"
)

// RulingRecord is one ruling, whole, for the audit log. It is no record of the export
// contract and is given only when rulings are asked for.
type RulingRecord struct {
	Kind     string          `json:"kind"` // “ruling”
	ID       stemma.ID       `json:"id"`
	At       string          `json:"at"` // RFC 3339, UTC
	By       string          `json:"by"`
	Verdict  string          `json:"verdict"`
	About    string          `json:"about"` // the kind of the finding that it is about; “text” for texts
	State    string          `json:"state"` // “holds”, “taken back”, “lost” (its words do not stand in any text now), “takes back”
	Before   []DetailRecord  `json:"before"`
	After    []DetailRecord  `json:"after"`
	Why      *string         `json:"why"`
	Answers  *stemma.ID      `json:"answers"`
	Article  *stemma.ID      `json:"article"` // in which it stands now
	Source   *string         `json:"source"`
	Finding  *stemma.ID      `json:"finding"`
	Selector SelectorRecord  `json:"selector"`
	Other    *SelectorRecord `json:"other"`
}

// DetailRecord is a field with its value.
type DetailRecord struct {
	Field string `json:"field"`
	Value string `json:"value"`
}

// SelectorRecord is the anchor of a ruling: both selectors of the Web Annotation model.
type SelectorRecord struct {
	Page   stemma.ID `json:"page"`
	Exact  string    `json:"exact"`
	Prefix string    `json:"prefix"`
	Suffix string    `json:"suffix"`
	Start  int       `json:"start"`
	End    int       `json:"end"`
}

// RulingRecords hands the rulings of a choice to yield, the earliest first; its fields are
// those of [Library.Rulings].
func (l *Library) RulingRecords(ctx context.Context, c Choice, yield func(*RulingRecord) error) error {
	s := l.shelf()
	log, err := s.rulingLog(ctx)
	if err != nil {
		return fmt.Errorf("rulings: %w", err)
	}
	chosen, _ := log.choose(c)
	for i := len(chosen) - 1; i >= 0; i-- {
		r, err := s.rulingRecord(ctx, &log.list[chosen[i]])
		if err != nil {
			return fmt.Errorf("rulings: %w", err)
		}
		if err := yield(r); err != nil {
			return err
		}
	}
	return nil
}

func (s *shelf) rulingRecord(ctx context.Context, r *ruled) (*RulingRecord, error) {
	out := &RulingRecord{
		Kind: "ruling", ID: r.ID, At: r.At.UTC().Format(time.RFC3339Nano), By: r.By, Verdict: r.Verdict, About: r.Kind, State: "holds",
		Before: detailRecords(r.Before), After: detailRecords(r.After), Why: orNull(r.Why), Answers: orNull(r.Answers), Finding: orNull(r.at.Finding),
		Selector: SelectorRecord(r.Anchor),
	}
	if out.About == "" {
		out.About = "text"
	}
	if r.Other.Exact != "" {
		other := SelectorRecord(r.Other)
		out.Other = &other
	}
	switch {
	case r.Verdict == stemma.TakenBack:
		out.State = "takes back"
	case r.answered:
		out.State = "taken back"
	case r.lost:
		out.State = "lost"
	}
	if len(r.texts) > 0 {
		a, err := s.article(ctx, r.texts[0])
		if err != nil {
			return nil, err
		}
		source, err := s.source(ctx, a.Page)
		if err != nil {
			return nil, err
		}
		out.Article, out.Source = &a.ID, &source
	}
	return out, nil
}

func detailRecords(list []stemma.Detail) []DetailRecord {
	out := []DetailRecord{}
	for _, d := range list {
		out = append(out, DetailRecord{d.Name, d.Value})
	}
	return out
}
