package view

import (
	"context"
	"fmt"
	"io"
)

// Demands lists what is demanded, asked for or urged, a row for each demand as independent
// texts tell of it.
type Demands struct {
	Listing
	Rows []DemandRow `json:"rows"`
}

// DemandRow is one demand. What no text says is “”; where texts do not say the same, it is all
// they say.
type DemandRow struct {
	Matter
	Who    string `json:"who,omitempty"`
	Of     string `json:"of,omitempty"`   // whom it is demanded of
	What   string `json:"what,omitempty"` // in the text's words
	Place  string `json:"place,omitempty"`
	When   string `json:"when,omitempty"`
	SaidBy string `json:"said_by,omitempty"`
	Status string `json:"status"`
}

// Demands lists the demands of a choice, by day; its fields are those of the register and of a
// period. A demand's day is the stated one, else the day on which its first text appeared.
func (l *Library) Demands(ctx context.Context, c Choice) (*Demands, error) {
	s, v := l.shelf(), &Demands{}
	rows, err := s.listed(ctx, "demands", c, &v.Listing)
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		t, err := s.eventTellings(ctx, row)
		if err != nil {
			return nil, fmt.Errorf("demands: %w", err)
		}
		v.Rows = append(v.Rows, DemandRow{
			Matter: t.Matter, Who: t.words(actorsOf), Of: t.words(targetsOf), What: t.words(matterOf),
			Place: t.words(whereOf), When: t.dates(dateOf, s.words.Day), SaidBy: t.words(saidByOf), Status: t.status(),
		})
	}
	return v, nil
}

// Text prints the demands, with what no text says as “not stated”.
func (v *Demands) Text(w io.Writer) error {
	p := &printer{w: w}
	if v.Total == 0 {
		p.line("Nobody demands anything here.")
		return p.err
	}
	p.line("%s:", Count(v.Total, "demand", "demands"))
	for _, r := range v.Rows {
		status := ""
		if r.Status != "happened" {
			status = r.Status
		}
		r.print(p, stated(r.What), status, "who: "+stated(r.Who), "of whom: "+stated(r.Of), "where: "+stated(r.Place), "when: "+stated(r.When), before("said by ", r.SaidBy))
	}
	if v.Next != "" {
		p.more(len(v.Rows), v.Choice.Offset)
	}
	return p.err
}
