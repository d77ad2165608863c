package view

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"

	"stemma"
	"stemma/internal/message"
	"stemma/internal/store"
)

// Tally is one count over texts and days: the points of its chart and the sentences
// that state them.
type Tally struct {
	ID       stemma.ID    `json:"id"`
	Label    string       `json:"label"`
	Measure  string       `json:"measure"`
	Support  string       `json:"support"`
	Families int          `json:"families"`
	Texts    int          `json:"texts"`
	Sources  []string     `json:"sources"`
	Points   []TallyPoint `json:"points"` // by date; undated last
	Rows     []FigureRow  `json:"rows"`   // by date of the point, then text
	BySource []SourceToll `json:"by_source"`
	Clashes  []Dispute    `json:"clashes"`
	Story    *StoryPart   `json:"story,omitempty"` // in which it stands, where no text gives its place
	words    *message.Book
}

// TallyPoint is one mark of the chart.
type TallyPoint struct {
	At       stemma.Date `json:"at"`
	When     string      `json:"when"`
	Amount   string      `json:"amount"`
	Low      *float64    `json:"low" jsonschema:"nullable"`
	High     *float64    `json:"high" jsonschema:"nullable"` // nil where the statement is open above
	Source   string      `json:"source,omitempty"`
	Families int         `json:"families"`
	Texts    int         `json:"texts"`
	Dissent  bool        `json:"dissent"`        // contradicted by another point of the same day
	Part     bool        `json:"part,omitempty"` // all its statements are parts of totals
	First    string      `json:"first"`          // the text that said so first, as far as the dates tell
	Href     string      `json:"href"`           // its first sentence
	// Statements are the figures that state it, the earliest first.
	Statements []stemma.ID `json:"statements"`
	parts      []float64   // what a text splits it into
}

// SourceToll is what one named source said first, last, least and most: never one true
// value.
type SourceToll struct {
	Source string `json:"source"` // "" for texts that speak in their own voice
	First  string `json:"first"`  // its first word, by day
	Least  string `json:"least"`
	Most   string `json:"most"`
	Latest string `json:"latest"`
	Points int    `json:"points"`
}

// Tally gives one tally.
func (l *Library) Tally(ctx context.Context, id stemma.ID) (*Tally, error) {
	s := l.shelf()
	t, err := one(ctx, s.r.Tallies, "tally", id)
	if err != nil {
		return nil, err
	}
	v := &Tally{
		words: s.words,
		ID:    t.ID, Label: s.words.Tally(t.Label), Measure: l.words.Measure(t.Measure), Support: l.words.Support(t.Support),
		Families: t.Support.Families, Texts: t.Support.Texts, Sources: t.Support.Sources,
	}
	figures, err := s.r.Figures(ctx, store.Query{IDs: t.Members})
	if err != nil {
		return nil, fmt.Errorf("tally %s: %w", id, err)
	}
	rows := map[stemma.ID]FigureRow{}
	for _, f := range figures {
		if rows[f.ID], err = s.figureRow(ctx, f); err != nil {
			return nil, fmt.Errorf("tally %s: %w", id, err)
		}
	}
	if t.Place == "" {
		if v.Story, err = s.toldIn(ctx, t.Members); err != nil {
			return nil, fmt.Errorf("tally %s: %w", id, err)
		}
	}
	parts, err := s.splits(ctx, figures)
	if err != nil {
		return nil, fmt.Errorf("tally %s: %w", id, err)
	}
	if v.Clashes, err = s.clashesOf(ctx, t.Members); err != nil {
		return nil, fmt.Errorf("tally %s: %w", id, err)
	}
	evidence := evidenceOf(figures)
	count, err := s.counting(ctx, evidence)
	if err != nil {
		return nil, fmt.Errorf("tally %s: %w", id, err)
	}
	standsFor := func(r *FigureRow) stemma.ID { return count.witness(evidence[r.ID]) }
	disputed := contradicted(v.Clashes)
	v.Clashes = slices.DeleteFunc(v.Clashes, func(c Dispute) bool { return c.Verdict == "development" }) // the points show it
	for _, p := range t.Points {
		v.addPoint(t.Measure, p, rows, disputed, standsFor)
	}
	v.addParts(parts)
	v.BySource = bySource(v.Points)
	return v, nil
}

// addPoint adds a point and the rows of its figures; a point that several sources state
// becomes one mark a source.
func (v *Tally) addPoint(measure string, p stemma.Point, rows map[stemma.ID]FigureRow, disputed map[string]bool, standsFor func(*FigureRow) stemma.ID) {
	by := map[string][]FigureRow{}
	for _, id := range p.Figures {
		if row, ok := rows[id]; ok {
			by[row.SaidBy] = append(by[row.SaidBy], row)
		}
	}
	for _, source := range sortedKeys(by) {
		list := by[source]
		slices.SortStableFunc(list, func(a, b FigureRow) int { return compareCites(a.Cite, b.Cite) })
		texts, families := map[stemma.ID]bool{}, foldCopies(list, standsFor)
		var ids []stemma.ID
		part := true
		for _, r := range list {
			texts[r.Cite.Text.ID], part = true, part && r.Part
			ids = append(ids, r.ID)
		}
		amount := v.words.OfMeasure(measure, v.words.Bound(p.Op, p.Value, p.Min, p.Max))
		low, high := limits(p)
		v.Points = append(v.Points, TallyPoint{
			At: p.AsOf, When: pointDay(v.words, p), Amount: amount, Low: low, High: high, Source: source,
			Families: families, Texts: len(texts), Dissent: disputed[string(list[0].ID)], Part: part, First: list[0].Cite.Text.Where(), Href: list[0].Cite.Href, Statements: ids,
		})
		v.Rows = append(v.Rows, list...)
	}
}

// pointDay words the day of a point; one that no text states is told as such.
func pointDay(b *message.Book, p stemma.Point) string {
	switch {
	case p.AsOf == "":
		return b.Say("cite.no-date")
	case !p.Stated:
		return b.Say("tally.published", "date", b.OnDay(p.AsOf))
	}
	return b.Day(p.AsOf)
}

// limits gives the bounds of a point: equal for a plain number, no upper one for “at
// least”.
func limits(p stemma.Point) (low, high *float64) {
	if p.Value == nil {
		return p.Min, p.Max
	}
	switch p.Op {
	case ">", ">=":
		return p.Value, nil
	case "<", "<=":
		zero := 0.0
		return &zero, p.Value
	}
	return p.Value, p.Value
}

// contradicted gives the findings that stand in a contradiction.
func contradicted(clashes []Dispute) map[string]bool {
	out := map[string]bool{}
	for _, c := range clashes {
		if c.Verdict == "contradiction" {
			for _, m := range c.members {
				out[string(m)] = true
			}
		}
	}
	return out
}

// bySource sums up what each source said.
func bySource(points []TallyPoint) []SourceToll {
	by := map[string][]TallyPoint{}
	for _, p := range points {
		by[p.Source] = append(by[p.Source], p)
	}
	var out []SourceToll
	for _, source := range sortedKeys(by) {
		list := slices.Clone(by[source])
		last := list[len(list)-1]
		var latest stemma.Date
		for _, p := range list { // a point of an unknown day is not the latest
			if _, _, ok := p.At.Bounds(); ok && (latest == "" || p.At.Compare(latest) >= 0) {
				last, latest = p, p.At
			}
		}
		slices.SortStableFunc(list, func(a, b TallyPoint) int { return cmp.Compare(value(a), value(b)) })
		out = append(out, SourceToll{
			Source: source, First: told(by[source][0]), Least: told(list[0]), Most: told(list[len(list)-1]), Latest: told(last), Points: len(list),
		})
	}
	slices.SortStableFunc(out, func(a, b SourceToll) int { return cmp.Compare(b.Points, a.Points) })
	return out
}

func value(p TallyPoint) float64 {
	switch {
	case p.High != nil:
		return *p.High
	case p.Low != nil:
		return *p.Low
	}
	return 0
}

func told(p TallyPoint) string { return p.Amount + " (" + p.When + ")" }

// Text prints the tally.
func (v *Tally) Text(w io.Writer) error {
	p := &printer{w: w}
	p.line("%s: %s", v.Label, v.Support)
	v.Story.print(p)
	wide := 22 // of a day
	for _, x := range v.Points {
		wide = max(wide, utf8.RuneCountInString(x.When))
	}
	for _, x := range v.Points {
		source := x.Source
		if source == "" {
			source = "the text itself"
		}
		p.line("  %-*s %-16s %s, %s", wide, x.When, x.Amount, source, Standing(x.Texts, x.Families))
	}
	for _, r := range v.Rows {
		r.print(p)
	}
	for _, c := range v.Clashes {
		p.line("")
		c.print(p)
	}
	return p.err
}
