package view

import (
	"stemma"
)

// QuoteRecord is a quotation.
type QuoteRecord struct {
	RecordHead
	Type       string       `json:"type"`
	Content    *RecordPlace `json:"content"`
	Speaker    *RecordPlace `json:"speaker"`
	Cue        *RecordPlace `json:"cue"`
	RelayedBy  *RecordPlace `json:"relayed_by"`
	Occasion   *RecordPlace `json:"occasion"`
	Translated bool         `json:"translated"`
	Sentence   *RecordPlace `json:"sentence"`
}

// FigureRecord is a stated number.
type FigureRecord struct {
	RecordHead
	Value    *float64     `json:"value"`
	Min      *float64     `json:"min"`
	Max      *float64     `json:"max"`
	Op       string       `json:"op"`
	Measure  string       `json:"measure"`
	Unit     *string      `json:"unit"`
	Of       *RecordPlace `json:"of"`
	About    *string      `json:"about"`
	Group    *stemma.ID   `json:"group"`
	PartOf   *stemma.ID   `json:"part_of"`
	Place    *RecordPlace `json:"place"`
	Date     *stemma.Date `json:"date"`
	AsOf     *stemma.Date `json:"as_of"`
	SaidBy   *RecordPlace `json:"said_by"`
	Status   string       `json:"status"`
	Sentence *RecordPlace `json:"sentence"`
}

// VictimRecord is one person harmed.
type VictimRecord struct {
	RecordHead
	Name         *string      `json:"name"`
	Age          *int         `json:"age"`
	Harm         string       `json:"harm"`
	Circumstance *RecordPlace `json:"circumstance"`
	Place        *RecordPlace `json:"place"`
	Date         *stemma.Date `json:"date"`
	By           *RecordPlace `json:"by"`
	SaidBy       *RecordPlace `json:"said_by"`
	Sentence     *RecordPlace `json:"sentence"`
}

// TimeRecord is an expression of time.
type TimeRecord struct {
	RecordHead
	Value    *stemma.Date `json:"value"`
	Type     string       `json:"type"`
	Anchor   *string      `json:"anchor"`
	Sentence *RecordPlace `json:"sentence"`
}

// NameRecord is a mention of a person, a body or a place.
type NameRecord struct {
	RecordHead
	Type   string       `json:"type"`
	Name   *string      `json:"name"`
	Entity *stemma.ID   `json:"entity"`
	Role   *RecordPlace `json:"role"`
	Age    *int         `json:"age"`
}

// EventRecord is a dated act.
type EventRecord struct {
	RecordHead
	Trigger  *RecordPlace  `json:"trigger"`
	Type     *string       `json:"type"` // a PLOVER category; null where it has none
	Mode     *string       `json:"mode"`
	ACLED    *string       `json:"acled"`
	Status   string        `json:"status"`
	Date     *stemma.Date  `json:"date"`
	Until    *stemma.Date  `json:"until"`
	Duration *stemma.Date  `json:"duration"`
	Actors   []RecordPlace `json:"actors"`
	Targets  []RecordPlace `json:"targets"`
	Place    *RecordPlace  `json:"place"`
	Scope    []RecordPlace `json:"scope"`
	Matter   *RecordPlace  `json:"matter"`
	Starts   *stemma.Date  `json:"starts"`
	Hours    *stemma.Date  `json:"hours"`
	Rights   []RecordPlace `json:"rights"`
	Purpose  *RecordPlace  `json:"purpose"`
	Figures  []stemma.ID   `json:"figures"`
	SaidBy   *RecordPlace  `json:"said_by"`
	Sentence *RecordPlace  `json:"sentence"`
}

func (s *scribe) quoteRecord(q *stemma.Quote) *QuoteRecord {
	r := &QuoteRecord{
		RecordHead: s.head("quote", q.ID, q.Span, q.Rule), Type: q.Type, Content: s.place(q.Content),
		Speaker: s.named(q.Speaker), Cue: s.place(q.Cue), RelayedBy: s.named(q.RelayedBy),
		Occasion: s.named(q.Occasion), Translated: q.Translated, Sentence: s.sentence(q.Sentence, q.Span),
	}
	for _, at := range q.Pieces {
		if p := s.place(at); p != nil && r.Content != nil {
			r.Content.Pieces = append(r.Content.Pieces, *p)
		}
	}
	return r
}

func (s *scribe) figureRecord(f *stemma.Figure) *FigureRecord {
	return &FigureRecord{
		RecordHead: s.head("figure", f.ID, f.Span, f.Rule),
		Value:      f.Value, Min: f.Min, Max: f.Max, Op: f.Op, Measure: f.Measure, Unit: orNull(f.Unit),
		Of: s.named(f.Of), About: s.words(f.About), Group: orNull(f.Group), PartOf: orNull(f.PartOf),
		Place: s.named(f.Place), Date: orNull(f.Date), AsOf: orNull(f.AsOf), SaidBy: s.named(f.SaidBy),
		Status: f.Status, Sentence: s.sentence(f.Sentence, f.Span),
	}
}

func (s *scribe) victimRecord(v *stemma.Victim) *VictimRecord {
	return &VictimRecord{
		RecordHead: s.head("victim", v.ID, v.Span, v.Rule), Name: orNull(v.Name), Age: ageOrNull(v.Age), Harm: v.Harm,
		Circumstance: s.named(v.Circumstance), Place: s.named(v.Place), Date: orNull(v.Date),
		By: s.named(v.By), SaidBy: s.named(v.SaidBy), Sentence: s.sentence(v.Sentence, v.Span),
	}
}

func (s *scribe) timeRecord(t *stemma.Time) *TimeRecord {
	return &TimeRecord{
		RecordHead: s.head("time", t.ID, t.Span, t.Rule), Value: orNull(t.Value), Type: t.Type,
		Anchor: orNull(t.Anchor), Sentence: s.sentence(t.Sentence, t.Span),
	}
}

func (s *scribe) nameRecord(m *stemma.Mention) *NameRecord {
	r := &NameRecord{
		RecordHead: s.head("name", m.ID, m.Span, m.Rule), Type: m.Type, Name: orNull(m.Name),
		Role: s.named(m.Role), Age: ageOrNull(m.Age),
	}
	if actor, ok := s.entities[m.Entity]; ok {
		r.Entity = &actor
	}
	return r
}

func (s *scribe) eventRecord(e *stemma.Event) *EventRecord {
	return &EventRecord{
		RecordHead: s.head("event", e.ID, e.Span, e.Rule), Trigger: s.place(e.Span), Type: category(e.Type),
		Mode: orNull(e.Mode), ACLED: orNull(e.ACLED), Status: e.Status, Date: orNull(e.Date), Until: orNull(e.Until),
		Duration: orNull(e.Duration), Actors: s.all(e.Actors), Targets: s.all(e.Targets), Place: s.named(e.Place),
		Scope: s.all(e.Scope), Matter: s.named(e.Matter), Starts: orNull(e.Starts), Hours: orNull(e.Hours), Rights: s.all(e.Rights),
		Purpose: s.named(e.Purpose), Figures: list(e.Figures), SaidBy: s.named(e.SaidBy), Sentence: s.sentence(e.Sentence, e.Span),
	}
}

// category gives a PLOVER category, nil where it has none for the event.
func category(t string) *string {
	if t == noCategory {
		return nil
	}
	return orNull(t)
}
