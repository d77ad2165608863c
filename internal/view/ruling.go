package view

import (
	"context"
	"fmt"
	"io"
	"slices"
	"time"

	"stemma"
	"stemma/internal/store"
)

// Rulings is the screen of what people have decided.
type Rulings struct {
	Rulings []RulingRow `json:"rulings"` // the latest first
}

// RulingRow is one ruling in words.
type RulingRow struct {
	ID      stemma.ID `json:"id"`
	Verdict string    `json:"verdict"` // in words
	By      string    `json:"by"`
	Day     string    `json:"day"`
	Why     string    `json:"why,omitempty"`
	State   string    `json:"state"` // “holds”, “taken back”, “no longer finds its place”, or what it does itself
	Holds   bool      `json:"holds"`
	Texts   []TextRef `json:"texts,omitempty"` // those that it finds
	Words   string    `json:"words,omitempty"` // by which it finds its place
	Kind    string    `json:"kind,omitempty"`  // of the finding that it is about; "" for one about texts
	Href    string    `json:"href,omitempty"`  // of the finding
	finding stemma.ID
	verdict string // as it is kept
}

// Rulings lists all rulings.
func (l *Library) Rulings(ctx context.Context) (*Rulings, error) {
	rows, err := l.shelf().rulings(ctx, nil)
	if err != nil {
		return nil, fmt.Errorf("rulings: %w", err)
	}
	return &Rulings{Rulings: rows}, nil
}

// rulings words the rulings that are about any of the texts, or all of them for nil; the
// latest first.
func (s *shelf) rulings(ctx context.Context, about []stemma.ID) ([]RulingRow, error) {
	all, err := s.r.Rulings(ctx)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	articles, err := s.r.Articles(ctx)
	if err != nil {
		return nil, err
	}
	back := make(map[stemma.ID]bool)
	for _, r := range all {
		back[r.Answers] = true
	}
	var rows []RulingRow
	for i := len(all) - 1; i >= 0; i-- {
		row, ids, err := s.rulingRow(ctx, all[i], back[all[i].ID], articles)
		if err != nil {
			return nil, err
		}
		if about == nil || (all[i].Verdict != stemma.TakenBack && all[i].Kind == "" && covers(about, ids)) {
			rows = append(rows, row)
		}
	}
	return rows, nil
}

// covers reports whether there are ids and all of them are among the texts.
func covers(texts, ids []stemma.ID) bool {
	for _, id := range ids {
		known := false
		for _, t := range texts {
			known = known || t == id
		}
		if !known {
			return false
		}
	}
	return len(ids) > 0
}

// rulingRow words one ruling, and gives the articles that it is about.
func (s *shelf) rulingRow(ctx context.Context, r stemma.Ruling, back bool, articles []stemma.Article) (RulingRow, []stemma.ID, error) {
	row := RulingRow{ID: r.ID, Verdict: verdictWords(r.Verdict), verdict: r.Verdict, By: r.By, Day: r.At.Format(time.DateOnly), Why: r.Why, State: "holds", Holds: true, Words: short(r.Exact, 80)}
	var ids []stemma.ID
	lost := false
	for _, a := range []stemma.Anchor{r.Anchor, r.Other} {
		if a.Exact == "" {
			continue
		}
		id, found, err := store.Anchored(ctx, s.r, a, articles)
		if err != nil {
			return row, nil, err
		}
		if lost = lost || !found; !found {
			continue
		}
		article, err := s.article(ctx, id)
		if err != nil {
			return row, nil, err
		}
		ref, err := s.textRef(ctx, article)
		if err != nil {
			return row, nil, err
		}
		row.Texts, ids = append(row.Texts, ref), append(ids, id)
	}
	if r.Kind != "" && !lost {
		at, err := s.ruledAt(ctx, r.ID)
		if err != nil {
			return row, nil, err
		}
		row.Kind, row.finding, lost = r.Kind, at.Finding, at.Finding == ""
		if !lost {
			row.Href = TextHref(at.Article, at.Finding)
		}
	}
	switch {
	case r.Verdict == stemma.TakenBack:
		row.State, row.Holds = "takes back "+string(r.Answers), false
	case back:
		row.State, row.Holds = "taken back", false
	case lost:
		row.State, row.Holds = "no longer finds its place: its words do not stand in any text now", false
	}
	return row, ids, nil
}

// verdictWords words a verdict.
func verdictWords(verdict string) string {
	switch verdict {
	case stemma.NotACopy:
		return "not a copy"
	case stemma.CameFirst:
		return "this one was first"
	case stemma.TakenBack:
		return "taken back"
	case stemma.Accepted:
		return "right"
	case stemma.Rejected:
		return "wrong"
	}
	return verdict
}

// rulingsOn words the rulings about a finding, the latest first.
func (s *shelf) rulingsOn(ctx context.Context, finding stemma.ID) ([]RulingRow, error) {
	all, err := s.rulings(ctx, nil)
	return slices.DeleteFunc(all, func(r RulingRow) bool {
		return r.finding != finding || r.finding == "" || r.verdict == stemma.TakenBack
	}), err
}

// rejected gives the findings that people have rejected.
func (s *shelf) rejected(ctx context.Context) (map[stemma.ID]bool, error) {
	ruled, err := s.lib.r.Ruled(ctx)
	if err != nil {
		return nil, err
	}
	return ruled.Rejected(), nil
}

// ruledAt gives what a ruling about a finding is about now.
func (s *shelf) ruledAt(ctx context.Context, ruling stemma.ID) (store.Found, error) {
	ruled, err := s.lib.r.Ruled(ctx)
	if err != nil {
		return store.Found{}, err
	}
	return ruled.At(ruling), nil
}

// strike marks what people have rejected.
func (s *shelf) strike(ctx context.Context, marks []Mark) error {
	rejected, err := s.rejected(ctx)
	for i := range marks {
		marks[i].Off = rejected[marks[i].ID]
	}
	return err
}

// Text prints the rulings.
func (v *Rulings) Text(w io.Writer) error {
	p := &printer{w: w}
	if len(v.Rulings) == 0 {
		p.line("Nobody has ruled on anything in this pile. See “stemma rule --help”.")
	}
	for _, r := range v.Rulings {
		p.line("%s  %s, by %s on %s: %s", r.ID, r.Verdict, r.By, r.Day, r.State)
		for _, t := range r.Texts {
			p.wrap("    ", t.Title+" ("+t.Where()+")")
		}
		if len(r.Texts) == 0 {
			p.wrap("    ", "“"+r.Words+"”")
		}
		if r.Why != "" {
			p.wrap("    because ", r.Why)
		}
	}
	return p.err
}
