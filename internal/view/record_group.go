package view

import (
	"stemma"
)

// CopyRecord is what two articles have to do with each other.
type CopyRecord struct {
	Kind      string          `json:"kind"`
	ID        stemma.ID       `json:"id"`
	A         stemma.ID       `json:"a"`
	B         stemma.ID       `json:"b"`
	Relation  string          `json:"relation"`
	Passages  []PassageRecord `json:"passages"`
	ShareA    float64         `json:"share_a"`
	ShareB    float64         `json:"share_b"`
	Earlier   *string         `json:"earlier"`
	Certainty *string         `json:"certainty"`
	Why       []string        `json:"why"`
}

// PassageRecord is a stretch of words that two articles share.
type PassageRecord struct {
	A RecordSpan `json:"a"`
	B RecordSpan `json:"b"`
}

// FamilyRecord is a set of texts that are one witness.
type FamilyRecord struct {
	Kind     string         `json:"kind"`
	ID       stemma.ID      `json:"id"`
	Articles []stemma.ID    `json:"articles"`
	First    *stemma.ID     `json:"first"`
	Edges    []EdgeRecord   `json:"edges"`
	Further  []SourceRecord `json:"further"`
	Lost     []string       `json:"lost"`
}

// SourceRecord says that parts of a text were taken from another one, of its family or not,
// beside what an edge says it was made of.
type SourceRecord struct {
	EdgeRecord
	Parts []RecordSpan `json:"parts"` // of the page of "to"
}

// EdgeRecord says that a text was made from another.
type EdgeRecord struct {
	From      stemma.ID `json:"from"`
	To        stemma.ID `json:"to"`
	Relation  string    `json:"relation"`
	Certainty *string   `json:"certainty"`
	Why       []string  `json:"why"`
}

// SupportRecord says how well a statement is attested.
type SupportRecord struct {
	Texts    int      `json:"texts"`
	Families int      `json:"families"`
	Voices   int      `json:"voices,omitempty"` // of tallies and happenings
	Sources  []string `json:"sources"`
	Outlets  []string `json:"outlets"`
	Authors  []string `json:"authors"`
}

// SayingRecord is one utterance in its forms.
type SayingRecord struct {
	Kind    string        `json:"kind"`
	ID      stemma.ID     `json:"id"`
	Label   string        `json:"label"`
	Members []stemma.ID   `json:"members"`
	Support SupportRecord `json:"support"`
}

// TallyRecord is one count over texts and days.
type TallyRecord struct {
	Kind    string        `json:"kind"`
	ID      stemma.ID     `json:"id"`
	Label   string        `json:"label"`
	Measure string        `json:"measure"`
	Of      *string       `json:"of"`
	Place   *string       `json:"place"`
	Points  []PointRecord `json:"points"`
	Members []stemma.ID   `json:"members"`
	Support SupportRecord `json:"support"`
}

// HappeningRecord is one event in its tellings.
type HappeningRecord struct {
	Kind    string        `json:"kind"`
	ID      stemma.ID     `json:"id"`
	Label   string        `json:"label"`
	Type    *string       `json:"type"`
	Date    *stemma.Date  `json:"date"`
	Place   *string       `json:"place"`
	Members []stemma.ID   `json:"members"`
	Support SupportRecord `json:"support"`
}

// StoryRecord is a set of texts about one event or one chain of events: which they are,
// and what holds them together.
type StoryRecord struct {
	Kind       string        `json:"kind"`
	ID         stemma.ID     `json:"id"`
	Label      string        `json:"label"`
	Articles   []stemma.ID   `json:"articles"`
	From       *stemma.Date  `json:"from"`
	Until      *stemma.Date  `json:"until"`
	Entities   []stemma.ID   `json:"entities"`
	Tallies    []stemma.ID   `json:"tallies"`
	Happenings []stemma.ID   `json:"happenings"`
	Why        []string      `json:"why"`
	Support    SupportRecord `json:"support"`
}

// PointRecord is one step of a tally. AsOf is null where no text states the day;
// Published then says when the text appeared.
type PointRecord struct {
	AsOf      *stemma.Date `json:"as_of"`
	Published *stemma.Date `json:"published"`
	Op        string       `json:"op"`
	Value     *float64     `json:"value"`
	Min       *float64     `json:"min"`
	Max       *float64     `json:"max"`
	Figures   []stemma.ID  `json:"figures"`
	Families  int          `json:"families"`
}

// ClashRecord is a place where texts do not say the same.
type ClashRecord struct {
	Kind    string       `json:"kind"`
	ID      stemma.ID    `json:"id"`
	About   string       `json:"about"`
	Type    string       `json:"type"`
	Verdict string       `json:"verdict"`
	Why     string       `json:"why"`
	Sides   []SideRecord `json:"sides"`
	Members []stemma.ID  `json:"members"`
}

// SideRecord is one of the statements of a clash.
type SideRecord struct {
	Value    string      `json:"value"`
	Members  []stemma.ID `json:"members"`
	Texts    int         `json:"texts"`
	Families int         `json:"families"`
}

func familyRecord(f *stemma.Family, spans map[stemma.ID]map[stemma.Span]RecordSpan) *FamilyRecord {
	r := &FamilyRecord{
		Kind: "family", ID: f.ID, Articles: list(f.Articles), First: orNull(f.First),
		Edges: []EdgeRecord{}, Further: []SourceRecord{}, Lost: list(f.Lost),
	}
	for _, e := range f.Edges {
		r.Edges = append(r.Edges, edgeRecord(e))
	}
	for _, s := range f.Further {
		source := SourceRecord{EdgeRecord: edgeRecord(s.Edge), Parts: []RecordSpan{}}
		for _, part := range s.Parts {
			source.Parts = append(source.Parts, spans[s.To][part])
		}
		r.Further = append(r.Further, source)
	}
	return r
}

func edgeRecord(e stemma.Edge) EdgeRecord {
	return EdgeRecord{e.From, e.To, e.Relation, orNull(e.Certainty), list(e.Why)}
}

func supportRecord(s stemma.Support) SupportRecord {
	return SupportRecord{s.Texts, s.Families, s.Voices, list(s.Sources), list(s.Outlets), list(s.Authors)}
}

func sayingRecord(g *stemma.Saying) *SayingRecord {
	return &SayingRecord{Kind: "saying", ID: g.ID, Label: g.Label, Members: list(g.Members), Support: supportRecord(g.Support)}
}

func tallyRecord(g *stemma.Tally) *TallyRecord {
	r := &TallyRecord{
		Kind: "tally", ID: g.ID, Label: g.Label, Measure: g.Measure, Of: orNull(g.Of), Place: orNull(g.Place),
		Points: []PointRecord{}, Members: list(g.Members), Support: supportRecord(g.Support),
	}
	for _, p := range g.Points {
		x := PointRecord{Op: p.Op, Value: p.Value, Min: p.Min, Max: p.Max, Figures: list(p.Figures), Families: p.Families}
		if p.Stated {
			x.AsOf = orNull(p.AsOf)
		} else {
			x.Published = orNull(p.AsOf)
		}
		r.Points = append(r.Points, x)
	}
	return r
}

func happeningRecord(g *stemma.Happening) *HappeningRecord {
	return &HappeningRecord{
		Kind: "happening", ID: g.ID, Label: g.Label, Type: category(g.Type), Date: orNull(g.Date), Place: orNull(g.Place),
		Members: list(g.Members), Support: supportRecord(g.Support),
	}
}

func storyRecord(g *stemma.Story) *StoryRecord {
	return &StoryRecord{
		Kind: "story", ID: g.ID, Label: g.Label, Articles: list(g.Articles), From: orNull(g.From), Until: orNull(g.Until),
		Entities: list(g.Actors), Tallies: list(g.Tallies), Happenings: list(g.Happenings), Why: list(g.Why), Support: supportRecord(g.Support),
	}
}

func clashRecord(c *stemma.Clash) *ClashRecord {
	r := &ClashRecord{Kind: "clash", ID: c.ID, About: c.About, Type: c.Type, Verdict: c.Verdict, Why: c.Why, Sides: []SideRecord{}, Members: list(c.Members)}
	for _, s := range c.Sides {
		r.Sides = append(r.Sides, SideRecord{s.Value, list(s.Members), s.Texts, s.Families})
	}
	return r
}

// list gives the values, and an empty list for none, which prints as [] and not null.
func list[T any](vs []T) []T {
	if vs == nil {
		return []T{}
	}
	return vs
}
