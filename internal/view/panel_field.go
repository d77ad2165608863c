package view

import (
	"cmp"
	"strings"

	"stemma"
	"stemma/internal/message"
)

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
	for _, v := range r.Victims {
		if v.ID == id {
			return v.Rule, describeVictim(b, v, text)
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
	f.add("figures.number", b.OfMeasure(x.Measure, b.Bound(x.Op, x.Value, x.Min, x.Max)))
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

func describeVictim(b *message.Book, v stemma.Victim, text string) []Field {
	f := fields{book: b}
	f.add("victims.who", cmp.Or(v.Name, v.Span.Of(text)))
	if v.Age > 0 {
		f.add("victims.age", b.Count("years", v.Age))
	}
	f.add("victims.harm", b.Term("harm", v.Harm))
	f.add("word.where", cmp.Or(v.Place.Name, v.Place.Span.Of(text)))
	f.date("word.when", v.Date)
	f.add("victims.how", cmp.Or(v.Circumstance.Name, v.Circumstance.Span.Of(text)))
	f.add("victims.by", cmp.Or(v.By.Name, v.By.Span.Of(text)))
	f.add("panel.said-by", cmp.Or(v.SaidBy.Name, v.SaidBy.Span.Of(text), b.Say("tolls.itself")))
	return f.list
}
