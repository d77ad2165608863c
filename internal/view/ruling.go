package view

import (
	"context"
	"fmt"
	"io"
	"time"

	"stemma"
)

// Rulings is the screen of what people have decided: all of it, with who, when, before,
// after and why.
type Rulings struct {
	Total   int         `json:"total"`   // in the choice
	Rulings []RulingRow `json:"rulings"` // the latest first
	Facets  []Facet     `json:"facets"`
	Choice  Choice      `json:"choice"`
	Prev    string      `json:"prev,omitempty"`
	Next    string      `json:"next,omitempty"`
}

// RulingRow is one ruling in words.
type RulingRow struct {
	ID        stemma.ID      `json:"id"`
	Verdict   string         `json:"verdict"` // in words
	By        string         `json:"by"`
	Day       string         `json:"day"`
	At        string         `json:"at"` // to the second, UTC
	Why       string         `json:"why,omitempty"`
	Changes   []RulingChange `json:"changes,omitempty"`
	State     string         `json:"state"` // “holds”, “taken back”, “no longer finds its place”, or what it does itself
	Holds     bool           `json:"holds"`
	Texts     []TextRef      `json:"texts,omitempty"`      // those that it finds
	Words     string         `json:"words,omitempty"`      // by which it finds its place
	Kind      string         `json:"kind,omitempty"`       // of the finding that it is about; "" for one about texts
	Finding   stemma.ID      `json:"finding,omitempty"`    // that it is about
	Href      string         `json:"href,omitempty"`       // of the finding
	OtherHref string         `json:"other_href,omitempty"` // of the other one of a pair
	Other     string         `json:"other,omitempty"`      // its words
	To        string         `json:"-"`                    // the screen to go back to when it is taken back
	Is        string         `json:"is"`                   // the verdict as it is kept
	Together  int            `json:"together,omitempty"`   // how many that hold were made at one stroke, on copies of one text; it and they can be taken back together
	certainty string
}

// RulingChange is what a ruling says of one field, and what was said before.
type RulingChange struct {
	Field  string `json:"field"`
	Before string `json:"before"`
	After  string `json:"after"`
	Was    string `json:"-"` // both in the reader's language
	Says   string `json:"-"`
}

// Rulings lists the rulings of a choice; its fields are “by” and “verdict”.
func (l *Library) Rulings(ctx context.Context, c Choice) (*Rulings, error) {
	s := l.shelf()
	log, err := s.rulingLog(ctx)
	if err != nil {
		return nil, fmt.Errorf("rulings: %w", err)
	}
	chosen, counts := log.choose(c)
	v := &Rulings{Choice: c, Total: len(chosen)}
	v.Facets = []Facet{
		choiceFacet(l.words, "victims.who", "/rulings", "by", c, counts[0], same), choiceFacet(l.words, "accuracy.what", "/rulings", "verdict", c, counts[1], wordedBy(l.words, "ruling")),
	}
	v.Prev, v.Next = turns("/rulings", c, c.Offset, c.rows(), v.Total)
	for _, i := range window(chosen, c) {
		row, err := s.rulingRow(ctx, &log.list[i])
		if err != nil {
			return nil, fmt.Errorf("rulings: %w", err)
		}
		v.Rulings = append(v.Rulings, row)
	}
	return v, nil
}

// rulingRow words one ruling.
func (s *shelf) rulingRow(ctx context.Context, r *ruled) (RulingRow, error) {
	row := RulingRow{
		ID: r.ID, Verdict: s.words.Term("ruling", r.Verdict), Is: r.Verdict, By: r.By, Day: r.At.Format(time.DateOnly), At: r.At.UTC().Format(time.RFC3339),
		Why: r.Why, State: s.words.Say("rulings.holds"), Holds: r.holds(), Words: short(r.Exact, 80), Kind: r.Kind, Finding: r.at.Finding,
		Changes: changes(s.words, &r.Ruling), certainty: stemma.Value(r.After, "certainty"), Together: r.together,
	}
	for _, id := range r.texts {
		article, err := s.article(ctx, id)
		if err != nil {
			return row, err
		}
		ref, err := s.textRef(ctx, article)
		if err != nil {
			return row, err
		}
		row.Texts = append(row.Texts, ref)
	}
	if r.at.Finding != "" {
		row.Href = TextHref(r.at.Article, r.at.Finding)
	}
	if r.pairs() {
		row.Other = short(r.Other.Exact, 80)
		if r.at.OtherFinding != "" {
			row.OtherHref = TextHref(r.at.OtherArticle, r.at.OtherFinding)
		}
	}
	switch {
	case r.Verdict == stemma.TakenBack:
		row.State = s.words.Say("rulings.takes-back", "id", r.Answers)
	case r.answered:
		row.State = s.words.Say("rulings.taken-back")
	case r.lost:
		row.State = s.words.Say("rulings.lost")
	}
	return row, nil
}

// strike marks what people have rejected.
func (s *shelf) strike(ctx context.Context, marks []Mark) error {
	findings, err := s.lib.r.Ruled(ctx)
	if err != nil {
		return err
	}
	for i := range marks {
		marks[i].Off = findings.Rejected()[marks[i].ID]
	}
	return nil
}

// Text prints the rulings.
func (v *Rulings) Text(w io.Writer) error {
	p := &printer{w: w}
	if v.Total == 0 {
		p.line("Nobody has ruled on anything in this pile. See “stemma rule --help”.")
	}
	for _, r := range v.Rulings {
		p.line("%s  %s, by %s on %s: %s", r.ID, r.Verdict, r.By, r.Day, r.State)
		for _, c := range r.Changes {
			p.wrap("    ", c.words())
		}
		for _, t := range r.Texts {
			p.wrap("    ", t.Title+" ("+t.Where()+")")
		}
		if r.Kind != "" || len(r.Texts) == 0 {
			p.wrap("    ", "“"+r.Words+"”"+before(" and ", r.Other))
		}
		if r.Why != "" {
			p.wrap("    because ", r.Why)
		}
	}
	if v.Next != "" {
		p.more(len(v.Rulings), v.Choice.Offset)
	}
	return p.err
}

// words tells a change in a line: “number: 27, was 72”.
func (c RulingChange) words() string {
	switch {
	case c.Before == "":
		return FieldWords(c.Field) + ": " + c.After
	case c.After == "":
		return FieldWords(c.Field) + ": none, was " + c.Before
	}
	return FieldWords(c.Field) + ": " + c.After + ", was " + c.Before
}
