package view

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"strings"

	"stemma"
)

// Figures is the list of stated numbers, with the tallies that line them up.
type Figures struct {
	Total   int         `json:"total"` // in the choice
	Rows    []FigureRow `json:"rows"`
	Facets  []Facet     `json:"facets"`
	Counts  int         `json:"counts"`  // tallies of the measure and place chosen, with a figure in a text of the outlet, credit and language chosen
	Tallies []TallyRef  `json:"tallies"` // the best attested of them
	Choice  Choice      `json:"choice"`
	Prev    string      `json:"prev,omitempty"`
	Next    string      `json:"next,omitempty"`
}

// FigureRow is one stated number with all that is known of it, in words.
type FigureRow struct {
	ID      stemma.ID `json:"id"`
	Amount  string    `json:"amount"` // “at least 27”
	Unit    string    `json:"unit,omitempty"`
	Measure string    `json:"measure"`
	Counted string    `json:"counted"` // the measure in the form that goes with the number: “death” of 1
	Of      string    `json:"of,omitempty"`
	About   string    `json:"about,omitempty"`
	Place   string    `json:"place,omitempty"`
	Date    string    `json:"date,omitempty"`
	AsOf    string    `json:"as_of,omitempty"`
	SaidBy  string    `json:"said_by,omitempty"`
	Status  string    `json:"status"`
	Part    bool      `json:"part,omitempty"`  // part of a total in the same text
	Parts   []string  `json:"parts,omitempty"` // of a total in a toll: what its text splits it into, in words
	Copy    bool      `json:"copy,omitempty"`  // in a toll: an earlier row is of the same family and says the same
	Also    int       `json:"also,omitempty"`  // in a toll: how many copies repeat this row
	Rule    string    `json:"rule"`
	Cite    Cite      `json:"cite"`
	measure string    // as the contract has it
}

// What says what is counted, and what sort of count that is where it is not plain from it: “deaths”
// and “police”, but “boats” and “count”, and “people” alone.
func (r FigureRow) What() []string {
	switch {
	case r.plain():
		return []string{r.Counted}
	case r.measure == "people" || r.measure == "places":
		return []string{r.Of}
	case r.measure == "count":
		return []string{r.Of, r.Counted}
	}
	return []string{r.Counted, r.Of}
}

// plain reports whether the words for what is counted add nothing to its measure and unit.
func (r FigureRow) plain() bool {
	return r.Of == "" || strings.EqualFold(r.Of, r.Counted) || strings.EqualFold(r.Of, r.Unit)
}

// TallyRef is a tally in a list.
type TallyRef struct {
	ID       stemma.ID `json:"id"`
	Label    string    `json:"label"`
	Range    string    `json:"range"` // “14 to 174”
	Points   int       `json:"points"`
	Support  string    `json:"support"`
	Families int       `json:"families"`
	Texts    int       `json:"texts"`
	Href     string    `json:"href"`
	// Story is the one in which a count stands for which no text gives a place.
	Story  *StoryPart `json:"story,omitempty"`
	voices int
}

// figureHeads are the messages that head the fields by which figures are narrowed.
var figureHeads = map[string]string{"measure": "tolls.measure", "place": "tolls.place", "said_by": "tolls.source", "status": "word.status"}

// Figures lists the figures of a choice, by measure, then date of the text. Its fields are
// “measure”, “place”, “said_by”, “status”, those of a period, and “outlet”, “credit” and “lang” of the text.
func (l *Library) Figures(ctx context.Context, c Choice) (*Figures, error) {
	s := l.shelf()
	all, err := s.figures(ctx)
	if err != nil {
		return nil, fmt.Errorf("figures: %w", err)
	}
	if _, err := c.period(); err != nil {
		return nil, err
	}
	v := &Figures{Choice: c}
	chosen, counts := all.choose(c)
	for i, field := range choices["figures"] {
		head, word := textFacet(l.words, field)
		if field == "measure" || field == "status" {
			word = wordedBy(l.words, field)
		}
		v.Facets = append(v.Facets, choiceFacet(l.words, cmp.Or(figureHeads[field], head), "/figures", field, c, counts[i], word))
	}
	v.Total = len(chosen)
	v.Prev, v.Next = turns("/figures", v.Choice, c.Offset, c.rows(), v.Total)
	if v.Rows, err = s.figureRows(ctx, all, window(chosen, c)); err != nil {
		return nil, fmt.Errorf("figures: %w", err)
	}
	v.Tallies, v.Counts, err = s.tallyRefs(ctx, c)
	return v, err
}

func (s *shelf) figureRow(ctx context.Context, f stemma.Figure) (FigureRow, error) {
	a, err := s.article(ctx, f.Article)
	if err != nil {
		return FigureRow{}, err
	}
	who, err := s.people(ctx)
	if err != nil {
		return FigureRow{}, err
	}
	words := func(n stemma.Named) string { return wordsOf(n, a) }
	row := FigureRow{
		ID: f.ID, Amount: s.words.OfMeasure(f.Measure, s.words.Bound(f.Op, f.Value, f.Min, f.Max)), Unit: f.Unit, Measure: s.words.Measure(f.Measure), measure: f.Measure, Counted: s.words.Counted(f), Of: words(f.Of), About: words(f.About),
		Place: words(f.Place), SaidBy: cmp.Or(who.name(f.Article, f.SaidBy), words(f.SaidBy)), Status: f.Status, Part: f.PartOf != "", Rule: f.Rule,
	}
	if f.Date != "" {
		row.Date = s.words.Date(f.Date)
	}
	if f.AsOf != "" {
		row.AsOf = s.words.Date(f.AsOf)
	}
	row.Cite, err = s.cite(ctx, f.ID, f.Evidence, f.Sentence, KindFigure, figureIn(s.words, f, a.Text))
	return row, err
}

// Text prints tallies and figures.
func (v *Figures) Text(w io.Writer) error {
	p := &printer{w: w}
	if v.Total == 0 {
		p.line("No figures are stated here.")
		return p.err
	}
	if len(v.Tallies) > 0 {
		p.line("%s over several texts or days:", Count(v.Counts, "count", "counts"))
		for _, t := range v.Tallies {
			p.line("  %-44s %-14s %s, %s  %s", short(t.Label, 44), t.Range, Count(t.Points, "point", "points"), t.Support, t.ID)
		}
		if more := v.Counts - len(v.Tallies); more > 0 {
			p.line("  … and %d more: choose a measure or a place.", more)
		}
		p.line("")
	}
	p.line("%s:", Count(v.Total, "figure", "figures"))
	for _, r := range v.Rows {
		r.print(p)
	}
	if v.Next != "" {
		p.more(len(v.Rows), v.Choice.Offset)
	}
	return p.err
}

func (r FigureRow) print(p *printer) {
	p.line("")
	p.line("%s %s", strings.TrimSpace(r.Amount+" "+r.Unit), strings.Join(r.details(), " · "))
	p.wrap("  ", "“"+r.Cite.Words()+"”")
	p.line("  %s  %s", r.Cite.Text.Where(), r.ID)
}

// details words what is known of a figure besides its number.
func (r FigureRow) details() []string {
	out := []string{r.Counted}
	add := func(before, s string) {
		if s != "" {
			out = append(out, before+s)
		}
	}
	if !r.plain() {
		add("of ", r.Of)
	}
	add("on ", r.About)
	add("in ", r.Place)
	add("", r.Date)
	add("as of ", r.AsOf)
	add("said by ", r.SaidBy)
	if r.Status != "happened" {
		add("", r.Status)
	}
	if r.Part {
		add("", "part of a total")
	}
	return out
}
