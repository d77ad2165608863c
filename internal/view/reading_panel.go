package view

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/mend"
	"stemma/internal/message"
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

// describeFinding gives the rule and the fields of a finding.
func describeFinding(b *message.Book, r *stemma.Reading, id stemma.ID, text string) (rule string, fields []Field) {
	for _, q := range r.Quotes {
		if q.ID == id {
			return q.Rule, describeQuote(b, q, text)
		}
	}
	for _, f := range r.Figures {
		if f.ID == id {
			return f.Rule, describeFigure(b, f)
		}
	}
	for _, t := range r.Times {
		if t.ID == id {
			return t.Rule, describeTime(b, t)
		}
	}
	for _, m := range r.Mentions {
		if m.ID == id {
			return m.Rule, describeName(b, m)
		}
	}
	for _, e := range r.Events {
		if e.ID == id {
			return e.Rule, describeEvent(b, e)
		}
	}
	return "", nil
}

// fields is a list of facts that leaves out what is not stated.
type fields struct {
	book *message.Book
	list []Field
}

func (f *fields) add(name, value string) {
	if value = strings.Join(strings.Fields(value), " "); value != "" {
		f.list = append(f.list, Field{Name: f.book.Say(name), Value: value})
	}
}

func (f *fields) date(name string, d stemma.Date) {
	if d != "" {
		f.add(name, f.book.Date(d))
	}
}

func describeQuote(b *message.Book, q stemma.Quote, text string) []Field {
	f := fields{book: b}
	f.add("word.type", b.Term("quote", q.Type))
	if q.Type != stemma.ScareQuote {
		f.add("quotes.speaker", cmp.Or(q.Speaker.Name, q.Speaker.Span.Of(text), b.Say("word.unknown")))
	}
	f.add("panel.cue", q.Cue.Of(text))
	f.add("panel.relayed", q.RelayedBy.Name)
	f.add("panel.occasion", q.Occasion.Name)
	if q.Translated {
		f.add("panel.translated", b.Say("panel.translated-yes"))
	}
	return f.list
}

func describeFigure(b *message.Book, x stemma.Figure) []Field {
	f := fields{book: b}
	f.add("figures.number", b.Bound(x.Op, x.Value, x.Min, x.Max))
	f.add("panel.unit", x.Unit)
	f.add("tolls.measure", b.Measure(x.Measure))
	f.add("panel.of", x.Of.Name)
	f.add("clashes.about", x.About.Name)
	f.add("tolls.place", x.Place.Name)
	f.date("word.when", x.Date)
	f.date("panel.as-of", x.AsOf)
	f.add("panel.said-by", cmp.Or(x.SaidBy.Name, b.Say("tolls.itself")))
	f.add("word.status", b.Term("status", x.Status))
	return f.list
}

func describeTime(b *message.Book, t stemma.Time) []Field {
	f := fields{book: b}
	f.add("panel.meaning", b.Date(t.Value))
	f.add("panel.value", string(t.Value))
	f.add("word.type", b.Term("time", t.Type))
	f.add("panel.anchor", t.Anchor)
	return f.list
}

func describeName(b *message.Book, m stemma.Mention) []Field {
	f := fields{book: b}
	f.add("panel.full-name", m.Name)
	f.add("word.type", b.Term("name", m.Type))
	f.add("panel.role", m.Role.Name)
	if m.Former && m.Role.Name != "" {
		f.add("panel.role-held", b.Say("panel.formerly"))
	}
	if m.Age > 0 {
		f.add("victims.age", b.Count("years", m.Age))
	}
	if m.Geo != nil {
		f.add("panel.country", m.Geo.Country)
		f.add("panel.region", m.Geo.Admin1)
		f.add("panel.known", b.Term("precision", m.Geo.Precision))
	}
	return f.list
}

func describeEvent(b *message.Book, e stemma.Event) []Field {
	f := fields{book: b}
	f.add("word.type", b.EventKind(strings.ToLower(e.Type)))
	f.add("panel.mode", b.EventKind(strings.ToLower(e.Mode)))
	f.add("panel.acled", e.ACLED)
	f.add("word.status", b.Term("status", e.Status))
	f.date("word.when", e.Date)
	f.date("tolls.until", e.Until)
	f.date("panel.for", e.Duration)
	f.add("victims.who", names(e.Actors))
	f.add("panel.to", names(e.Targets))
	f.add("word.where", e.Place.Name)
	f.add("panel.scope", names(e.Scope))
	f.add("panel.matter", e.Matter.Name)
	f.date("panel.starts", e.Starts)
	f.add("measures.hours", b.Hours(e.Hours))
	f.add("panel.suspends", names(e.Rights))
	f.add("panel.purpose", e.Purpose.Name)
	f.add("panel.said-by", cmp.Or(e.SaidBy.Name, b.Say("tolls.itself")))
	return f.list
}
