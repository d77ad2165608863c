package view

import (
	"cmp"
	"context"
	"slices"
	"strings"

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
	p.Rule, p.Fields = describeFinding(r, id, a.Text)
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

// describeFinding gives the rule and the fields of a finding.
func describeFinding(r *stemma.Reading, id stemma.ID, text string) (rule string, fields []Field) {
	for _, q := range r.Quotes {
		if q.ID == id {
			return q.Rule, describeQuote(q, text)
		}
	}
	for _, f := range r.Figures {
		if f.ID == id {
			return f.Rule, describeFigure(f)
		}
	}
	for _, t := range r.Times {
		if t.ID == id {
			return t.Rule, describeTime(t)
		}
	}
	for _, m := range r.Mentions {
		if m.ID == id {
			return m.Rule, describeName(m)
		}
	}
	for _, e := range r.Events {
		if e.ID == id {
			return e.Rule, describeEvent(e)
		}
	}
	return "", nil
}

// fields is a list of facts that leaves out what is not stated.
type fields []Field

func (f *fields) add(name, value string) {
	if value = strings.Join(strings.Fields(value), " "); value != "" {
		*f = append(*f, Field{Name: name, Value: value})
	}
}

func (f *fields) date(name string, d stemma.Date) {
	if d != "" {
		f.add(name, DateWords(d))
	}
}

func describeQuote(q stemma.Quote, text string) []Field {
	var f fields
	f.add("Type", q.Type)
	if q.Type != stemma.ScareQuote {
		f.add("Speaker", cmp.Or(q.Speaker.Name, q.Speaker.Span.Of(text), Unknown))
	}
	f.add("Said with", q.Cue.Of(text))
	f.add("Relayed by", q.RelayedBy.Name)
	f.add("Occasion", q.Occasion.Name)
	if q.Translated {
		f.add("Translated", "yes, says the text")
	}
	return f
}

func describeFigure(x stemma.Figure) []Field {
	var f fields
	f.add("Number", Bound(x.Op, x.Value, x.Min, x.Max))
	f.add("Unit", x.Unit)
	f.add("Measure", Measure(x.Measure))
	f.add("Of", x.Of.Name)
	f.add("About", x.About.Name)
	f.add("Place", x.Place.Name)
	f.date("When", x.Date)
	f.date("As of", x.AsOf)
	f.add("Said by", cmp.Or(x.SaidBy.Name, "the text itself"))
	f.add("Status", x.Status)
	return f
}

func describeTime(t stemma.Time) []Field {
	var f fields
	f.add("Meaning", DateWords(t.Value))
	f.add("Value", string(t.Value))
	f.add("Type", t.Type)
	f.add("Reckoned from", t.Anchor)
	return f
}

func describeName(m stemma.Mention) []Field {
	var f fields
	f.add("Full name", m.Name)
	f.add("Type", m.Type)
	f.add("Role", m.Role.Name)
	if m.Former && m.Role.Name != "" {
		f.add("Role held", "formerly")
	}
	if m.Age > 0 {
		f.add("Age", Count(m.Age, "year", "years"))
	}
	if m.Geo != nil {
		f.add("Country", m.Geo.Country)
		f.add("Region", m.Geo.Admin1)
		f.add("Known to the", m.Geo.Precision)
	}
	return f
}

func describeEvent(e stemma.Event) []Field {
	var f fields
	f.add("Type", strings.ToLower(e.Type))
	f.add("Mode", strings.ToLower(e.Mode))
	f.add("ACLED", e.ACLED)
	f.add("Status", e.Status)
	f.date("When", e.Date)
	f.date("Until", e.Until)
	f.date("For", e.Duration)
	f.add("Who", names(e.Actors))
	f.add("To whom", names(e.Targets))
	f.add("Where", e.Place.Name)
	f.add("Holds for", names(e.Scope))
	f.add("Matter", e.Matter.Name)
	f.date("Holds from", e.Starts)
	f.add("Hours", hours(e.Hours))
	f.add("Suspends", names(e.Rights))
	f.add("Purpose", e.Purpose.Name)
	f.add("Said by", cmp.Or(e.SaidBy.Name, "the text itself"))
	return f
}

// hours words the hours of a day that something holds for: “20:00 to 04:00”.
func hours(d stemma.Date) string {
	from, until, _ := strings.Cut(strings.ReplaceAll(string(d), "T", ""), "/")
	return from + before(" to ", until)
}
