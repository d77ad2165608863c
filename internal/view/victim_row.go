package view

import (
	"cmp"
	"context"
	"io"
	"slices"
	"strconv"

	"stemma"
)

// VictimRow is one person harmed. What no text says is “”, which screens show as a gap.
type VictimRow struct {
	ID           stemma.ID `json:"id"`             // of the first telling
	Name         string    `json:"name,omitempty"` // or initials
	Who          string    `json:"who"`            // the name, or the words that describe the person
	Ages         string    `json:"ages,omitempty"` // “34”, or “34 or 35” where texts differ
	Harm         string    `json:"harm"`
	Circumstance string    `json:"circumstance,omitempty"`
	Place        string    `json:"place,omitempty"`
	Date         string    `json:"date,omitempty"`
	By           string    `json:"by,omitempty"`
	SaidBy       string    `json:"said_by,omitempty"`
	Support      string    `json:"support"`
	Families     int       `json:"families"`
	Texts        int       `json:"texts"`
	Cites        []Cite    `json:"cites"` // one a family, the first of each
}

func (s *shelf) victimRow(ctx context.Context, h harmed) (VictimRow, error) {
	first := &h.tellings[0]
	row := VictimRow{ID: first.ID, Harm: first.Harm, Name: h.firstOf(func(v *stemma.Victim) string { return v.Name })}
	texts, families := map[stemma.ID]bool{}, map[stemma.ID]bool{}
	var ages []string
	for i := range h.tellings {
		v := &h.tellings[i]
		a, err := s.article(ctx, v.Article)
		if err != nil {
			return row, err
		}
		row.Who = cmp.Or(row.Who, wordsOf(stemma.Named{Name: v.Name, Span: v.Span}, a))
		row.Circumstance = cmp.Or(row.Circumstance, wordsOf(v.Circumstance, a))
		row.Place = cmp.Or(row.Place, wordsOf(v.Place, a))
		row.By = cmp.Or(row.By, wordsOf(v.By, a))
		row.SaidBy = cmp.Or(row.SaidBy, wordsOf(v.SaidBy, a))
		if row.Date == "" && v.Date != "" {
			row.Date = s.words.Date(v.Date)
		}
		if v.Age > 0 && !slices.Contains(ages, strconv.Itoa(v.Age)) {
			ages = append(ages, strconv.Itoa(v.Age))
		}
		texts[v.Article] = true
		family := h.k.witness(v.Article)
		if !families[family] {
			families[family] = true
			c, err := s.cite(ctx, v.ID, v.Evidence, v.Sentence, KindVictim, s.words.Victim(*v))
			if err != nil {
				return row, err
			}
			row.Cites = append(row.Cites, c)
		}
	}
	row.Ages = s.words.Or(ages)
	row.Texts, row.Families = len(texts), len(families)
	row.Support = s.words.Standing(row.Texts, row.Families)
	return row, nil
}

// Text prints the people, one by one, with what no text says as “not stated”.
func (v *Victims) Text(w io.Writer) error {
	p := &printer{w: w}
	if v.Total == 0 {
		p.line("Nobody is named or described here as harmed.")
		return p.err
	}
	p.line("%s harmed, one by one:", Count(v.Total, "person", "people"))
	for _, r := range v.Rows {
		p.line("")
		p.line("%s, %s: %s; %s", r.Who, ageWords(r.Ages), r.Harm, r.Support)
		p.line("  where: %s · when: %s · how: %s · by: %s%s", stated(r.Place), stated(r.Date), stated(r.Circumstance), stated(r.By), before(" · said by ", r.SaidBy))
		for _, c := range r.Cites {
			p.wrap("  ", "“"+c.Words()+"”")
			p.line("    %s  %s", c.Text.Where(), c.Finding)
		}
	}
	if v.Next != "" {
		p.more(len(v.Rows), v.Choice.Offset)
	}
	return p.err
}

func ageWords(ages string) string {
	if ages == "" {
		return "age not stated"
	}
	return ages
}

func stated(s string) string { return cmp.Or(s, "not stated") }
