package view

import (
	"context"
	"fmt"
	"io"
)

// Votes lists ballots, a row for each as independent texts count it.
type Votes struct {
	Listing
	Rows []VoteRow `json:"rows"`
}

// VoteRow is one ballot. What no text says is “”, which screens show as unknown; where texts
// do not say the same, it is all they say.
type VoteRow struct {
	Matter
	On        string `json:"on,omitempty"` // what was voted on
	For       string `json:"for,omitempty"`
	Against   string `json:"against,omitempty"`
	Abstained string `json:"abstained,omitempty"`
	Needed    string `json:"needed,omitempty"` // to pass
	Place     string `json:"place,omitempty"`
	When      string `json:"when,omitempty"`
	SaidBy    string `json:"said_by,omitempty"`
}

// Votes lists the ballots of a choice, by day; its fields are those of the register and of a
// period. A ballot's day is the stated one, else the day on which its first text appeared.
func (l *Library) Votes(ctx context.Context, c Choice) (*Votes, error) {
	s, v := l.shelf(), &Votes{}
	rows, err := s.listed(ctx, "votes", c, &v.Listing)
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		t, err := s.figureTellings(ctx, row)
		if err != nil {
			return nil, fmt.Errorf("votes: %w", err)
		}
		v.Rows = append(v.Rows, VoteRow{
			Matter: t.Matter, On: t.words(aboutOf), For: t.number("votes_for"), Against: t.number("votes_against"),
			Abstained: t.number("abstentions"), Needed: t.number("votes_needed"), Place: t.words(placeOf), When: t.when(), SaidBy: t.words(sourceOf),
		})
	}
	return v, nil
}

// Text prints the ballots, with what no text says as “not stated”.
func (v *Votes) Text(w io.Writer) error {
	p := &printer{w: w}
	if v.Total == 0 {
		p.line("No votes are counted here.")
		return p.err
	}
	p.line("%s:", Count(v.Total, "vote", "votes"))
	for _, r := range v.Rows {
		head := fmt.Sprintf("%s for, %s against, %s abstained%s", stated(r.For), stated(r.Against), stated(r.Abstained), before(", needed ", r.Needed))
		r.print(p, head, "on: "+stated(r.On), "where: "+stated(r.Place), "when: "+stated(r.When), before("said by ", r.SaidBy))
	}
	if v.Next != "" {
		p.more(len(v.Rows), v.Choice.Offset)
	}
	return p.err
}
