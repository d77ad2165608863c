package view

import (
	"cmp"
	"context"
	"fmt"
	"io"

	"stemma"
)

// LegalMeasures lists measures in force – curfews, states of emergency, bans –, a row for
// each as independent texts tell of it. They are no [stemma.Measures].
type LegalMeasures struct {
	Listing
	Rows []LegalMeasure `json:"rows"`
}

// LegalMeasure is one rule that was set for a time. What no text says is “”; where texts do
// not say the same, it is all they say.
type LegalMeasure struct {
	Matter
	Type      string `json:"type"`           // “curfew” or “ban”
	Kind      string `json:"kind"`           // the same in words: states of emergency go with curfews
	What      string `json:"what,omitempty"` // in the text's words
	Authority string `json:"authority,omitempty"`
	Scope     string `json:"scope,omitempty"`
	Decided   string `json:"decided,omitempty"`
	Starts    string `json:"starts,omitempty"`
	Until     string `json:"until,omitempty"`
	Lasts     string `json:"lasts,omitempty"`
	Hours     string `json:"hours,omitempty"`
	Rights    string `json:"rights,omitempty"` // that it suspends
	SaidBy    string `json:"said_by,omitempty"`
	Status    string `json:"status"`
}

// LegalMeasures lists the measures of a choice, by day; its fields are those of the register
// and of a period. A measure's days are those from the first to the last that a telling names,
// else the day on which its first text appeared.
func (l *Library) LegalMeasures(ctx context.Context, c Choice) (*LegalMeasures, error) {
	s, v := l.shelf(), &LegalMeasures{}
	rows, err := s.listed(ctx, "measures", c, &v.Listing)
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		t, err := s.eventTellings(ctx, row)
		if err != nil {
			return nil, fmt.Errorf("measures: %w", err)
		}
		v.Rows = append(v.Rows, LegalMeasure{
			Matter: t.Matter, Type: row.values[0], Kind: s.words.Term("measures", row.values[0]), What: t.words(matterOf), Authority: t.words(actorsOf), Scope: t.words(whereOf),
			Decided: t.dates(dateOf, s.words.Day), Starts: t.dates(func(e *stemma.Event) stemma.Date { return e.Starts }, s.words.Date),
			Until: t.dates(func(e *stemma.Event) stemma.Date { return e.Until }, s.words.Date),
			Lasts: t.dates(func(e *stemma.Event) stemma.Date { return e.Duration }, s.words.Date),
			Hours: t.dates(func(e *stemma.Event) stemma.Date { return e.Hours }, s.words.Hours), Rights: t.words(rightsOf), SaidBy: t.words(saidByOf), Status: t.status(),
		})
	}
	return v, nil
}

// Text prints the measures, with what no text says as “not stated”.
func (v *LegalMeasures) Text(w io.Writer) error {
	p := &printer{w: w}
	if v.Total == 0 {
		p.line("No curfew, state of emergency or ban is told of here.")
		return p.err
	}
	p.line("%s:", Count(v.Total, "measure in force", "measures in force"))
	for _, r := range v.Rows {
		status := ""
		if r.Status != "happened" {
			status = r.Status
		}
		r.print(p, cmp.Or(r.What, r.Kind), status, "by: "+stated(r.Authority), "where: "+stated(r.Scope), "decided: "+stated(r.Decided), "from: "+stated(r.Starts),
			"until: "+stated(r.Until), before("lasts ", r.Lasts), "hours: "+stated(r.Hours), "rights suspended: "+stated(r.Rights), before("said by ", r.SaidBy))
	}
	if v.Next != "" {
		p.more(len(v.Rows), v.Choice.Offset)
	}
	return p.err
}
