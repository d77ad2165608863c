package view

import (
	"cmp"
	"context"
	"slices"

	"stemma"
	"stemma/internal/mend"
)

// Panel is what stands beside an article about its selected finding.
type Panel struct {
	Text    stemma.ID   `json:"text"`
	ID      stemma.ID   `json:"id"`
	Kind    string      `json:"kind"`
	Label   string      `json:"label"`
	Exact   string      `json:"exact"` // the words marked
	Rule    string      `json:"rule"`  // why it was found
	Fields  []Field     `json:"fields"`
	Groups  []GroupRef  `json:"groups,omitempty"`
	Clashes []Dispute   `json:"clashes,omitempty"`
	Rulings []RulingRow `json:"rulings,omitempty"` // about it
	Ruled   string      `json:"ruled,omitempty"`   // what holds of them: “accept”, “reject”, “mend”
	Certain string      `json:"certain,omitempty"` // how sure a person is: “high”, “medium”, “low”
	Mend    []FormField `json:"mend,omitempty"`    // what a person can say of it otherwise
	Another string      `json:"another"`           // the form for another statement of its sentence
	Here    string      `json:"here"`              // the permanent address of the finding
	Close   string      `json:"close"`
	Prev    string      `json:"prev,omitempty"`
	Next    string      `json:"next,omitempty"`
}

// GroupRef is what other texts say with the finding.
type GroupRef struct {
	ID      stemma.ID `json:"id"`
	Kind    string    `json:"kind"`
	Label   string    `json:"label"`
	Support string    `json:"support"`
	Sources []string  `json:"sources,omitempty"`
	Others  []Cite    `json:"others,omitempty"` // of other texts, a few
	More    int       `json:"more,omitempty"`
	Href    string    `json:"href"`
}

// panelOthers is how many sentences of other texts a panel shows for a group.
const panelOthers = 5

// panel describes the selected finding; nil when the article has none of that ID.
func (s *shelf) panel(ctx context.Context, a *stemma.Article, r *stemma.Reading, marks []Mark, id stemma.ID) (*Panel, error) {
	marks = slices.Clone(marks)
	slices.SortFunc(marks, compareMarks)
	at := slices.IndexFunc(marks, func(m Mark) bool { return m.ID == id })
	if at < 0 {
		return nil, nil
	}
	m := marks[at]
	p := &Panel{Text: a.ID, ID: id, Kind: m.Kind, Label: m.Label, Exact: m.Span.Of(a.Text), Close: TextHref(a.ID, "")}
	p.Rule, p.Fields = describeFinding(s.words, r, id, a.Text)
	p.Mend = formFields(m.Kind, mend.Details(r, m.Kind, id))
	sentence, err := s.sentence(ctx, a.ID, m.Span)
	if err != nil {
		return nil, err
	}
	p.Another = makeHref(a.ID, KindFigure, sentence.Start, "")
	if p.Here, err = s.findingHref(ctx, a.ID, m); err != nil {
		return nil, err
	}
	if at > 0 {
		if p.Prev, err = s.findingHref(ctx, a.ID, marks[at-1]); err != nil {
			return nil, err
		}
	}
	if at+1 < len(marks) {
		if p.Next, err = s.findingHref(ctx, a.ID, marks[at+1]); err != nil {
			return nil, err
		}
	}
	if p.Groups, err = s.groupsOf(ctx, a.ID, m.Kind, id); err != nil {
		return nil, err
	}
	if p.Rulings, err = s.rulingsOn(ctx, id); err != nil {
		return nil, err
	}
	for _, r := range p.Rulings {
		if !r.Holds {
			continue
		}
		switch r.Is { // the latest first
		case stemma.Accepted, stemma.Rejected, stemma.Mended:
			p.Ruled = cmp.Or(p.Ruled, r.Is)
		case stemma.Noted:
			p.Certain = cmp.Or(p.Certain, r.certainty)
		}
	}
	p.Clashes, err = s.clashesOf(ctx, []stemma.ID{id})
	return p, err
}

// findingHref is the address of a finding in its article.
func (s *shelf) findingHref(ctx context.Context, article stemma.ID, m Mark) (string, error) {
	sentence, err := s.sentence(ctx, article, m.Span)
	return SentenceHref(article, m.ID, sentence.Start), err
}
