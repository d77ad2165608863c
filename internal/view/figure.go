package view

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/store"
)

// Figures is the list of stated numbers, with the tallies that line them up.
type Figures struct {
	Total   int         `json:"total"` // in the choice
	Rows    []FigureRow `json:"rows"`
	Facets  []Facet     `json:"facets"`
	Counts  int         `json:"counts"`  // tallies of the measure and place chosen
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
}

// figureChoices are the fields by which figures are narrowed, with their headings.
var figureChoices = []struct{ field, name string }{
	{"measure", "Measure"}, {"place", "Place"}, {"said_by", "Source"}, {"status", "Status"},
}

// Figures lists the figures of a choice, by measure, then date of the text.
func (l *Library) Figures(ctx context.Context, c Choice) (*Figures, error) {
	s := l.shelf()
	all, err := s.figures(ctx)
	if err != nil {
		return nil, fmt.Errorf("figures: %w", err)
	}
	v := &Figures{Choice: c}
	chosen, counts := all.choose(c)
	for i, x := range figureChoices {
		word := same
		if x.field == "measure" {
			word = Measure
		}
		v.Facets = append(v.Facets, choiceFacet(x.name, "/figures", x.field, c, counts[i], word))
	}
	v.Total = len(chosen)
	v.Prev, v.Next = turns("/figures", v.Choice, v.Choice.Offset, listPage, v.Total)
	if v.Rows, err = s.figureRows(ctx, all, window(chosen, c.Offset)); err != nil {
		return nil, fmt.Errorf("figures: %w", err)
	}
	tallies, err := s.tallyRefs(ctx, c)
	v.Counts, v.Tallies = len(tallies), head(tallies, tallyList)
	return v, err
}

// figures are all figures of a pile, by measure, then date of the text; the columns of the
// ledger are figureChoices.
type figures struct {
	ledger
	list []sighting
}

func (s *shelf) figures(ctx context.Context) (*figures, error) {
	c, err := s.catalogue(ctx)
	if err != nil {
		return nil, err
	}
	k, err := s.kinship(ctx)
	if err != nil {
		return nil, err
	}
	return c.figures.get(ctx, s.r, func(ctx context.Context, r store.Reader) (*figures, error) { return newFigures(ctx, r, k) })
}

func newFigures(ctx context.Context, r store.Reader, k *kinship) (*figures, error) {
	all, err := r.Figures(ctx, store.Query{})
	if err != nil {
		return nil, err
	}
	all = slices.Clone(all) // the store may keep the list
	slices.SortStableFunc(all, func(a, b stemma.Figure) int {
		return cmp.Or(cmp.Compare(measureOrder(a.Measure), measureOrder(b.Measure)),
			k.compare(a.Article, b.Article), cmp.Compare(a.Span.Start, b.Span.Start))
	})
	out := &figures{ledger: *newLedger()}
	for _, x := range figureChoices {
		out.columns = append(out.columns, newColumn(x.field))
	}
	for i := range all {
		f := &all[i]
		out.add(figureValues(f)...)
		out.list = append(out.list, sighting{f.ID, f.Article, f.Sentence})
	}
	return out, nil
}

// figureRows words rows of the list of figures.
func (s *shelf) figureRows(ctx context.Context, all *figures, rows []int32) ([]FigureRow, error) {
	var ids []stemma.ID
	for _, row := range rows {
		ids = append(ids, all.list[row].id)
	}
	if len(ids) == 0 {
		return nil, nil
	}
	found, err := s.r.Figures(ctx, store.Query{IDs: ids})
	if err != nil {
		return nil, err
	}
	by := map[stemma.ID]FigureRow{}
	for _, f := range found {
		if by[f.ID], err = s.figureRow(ctx, f); err != nil {
			return nil, err
		}
	}
	var out []FigureRow
	for _, id := range ids {
		if row, ok := by[id]; ok {
			out = append(out, row)
		}
	}
	return out, nil
}

// figureValues are the values of figureChoices.
func figureValues(f *stemma.Figure) []string {
	return []string{f.Measure, f.Place.Name, f.SaidBy.Name, f.Status}
}

func measureOrder(m string) int {
	if i := slices.Index(stemma.Measures, m); i >= 0 {
		return i
	}
	return len(stemma.Measures)
}

func (s *shelf) figureRow(ctx context.Context, f stemma.Figure) (FigureRow, error) {
	a, err := s.article(ctx, f.Article)
	if err != nil {
		return FigureRow{}, err
	}
	words := func(n stemma.Named) string { return wordsOf(n, a) }
	row := FigureRow{
		ID: f.ID, Amount: Bound(f.Op, f.Value, f.Min, f.Max), Unit: f.Unit, Measure: Measure(f.Measure), Of: words(f.Of), About: words(f.About),
		Place: words(f.Place), SaidBy: words(f.SaidBy), Status: f.Status, Part: f.PartOf != "", Rule: f.Rule,
	}
	if f.Date != "" {
		row.Date = DateWords(f.Date)
	}
	if f.AsOf != "" {
		row.AsOf = DateWords(f.AsOf)
	}
	row.Cite, err = s.cite(ctx, f.ID, f.Evidence, f.Sentence, KindFigure, FigureWords(f))
	return row, err
}

// tallyList is how many tallies a screen of figures shows.
const tallyList = 40

// tallyEntry is a tally of the pile, with the values by which it is chosen.
type tallyEntry struct {
	TallyRef
	measure, place, of string
	days               []stemma.Date // of its points
}

// tallyRefs lists the tallies of a choice, the best attested first.
func (s *shelf) tallyRefs(ctx context.Context, c Choice) ([]TallyRef, error) {
	held, err := s.catalogue(ctx)
	if err != nil {
		return nil, err
	}
	all, err := held.tallies.get(ctx, s.r, newTallies)
	if err != nil {
		return nil, fmt.Errorf("tallies: %w", err)
	}
	var out []TallyRef
	for _, t := range all {
		if m := c.Fields["measure"]; m != "" && m != t.measure || c.Fields["place"] != "" && c.Fields["place"] != t.place {
			continue
		}
		out = append(out, t.TallyRef)
	}
	return out, nil
}

func newTallies(ctx context.Context, r store.Reader) ([]tallyEntry, error) {
	all, err := r.Tallies(ctx, store.Query{})
	if err != nil {
		return nil, err
	}
	var out []tallyEntry
	for _, t := range all {
		out = append(out, tallyEntry{TallyRef{
			ID: t.ID, Label: t.Label, Range: tallyRange(t), Points: len(t.Points), Support: Support(t.Support),
			Families: t.Support.Families, Texts: t.Support.Texts, Href: GroupHref("tally", t.ID),
		}, t.Measure, t.Place, t.Of, pointDays(t)})
	}
	slices.SortStableFunc(out, func(a, b tallyEntry) int {
		return cmp.Or(cmp.Compare(b.Families, a.Families), cmp.Compare(b.Points, a.Points), cmp.Compare(a.Label, b.Label), cmp.Compare(a.ID, b.ID))
	})
	return out, nil
}

func pointDays(t stemma.Tally) []stemma.Date {
	var out []stemma.Date
	for i := range t.Points {
		out = append(out, t.Points[i].AsOf)
	}
	return out
}

// tallyRange words the least and the most that a tally's points say.
func tallyRange(t stemma.Tally) string {
	var low, high *float64
	for i := range t.Points {
		p := &t.Points[i]
		for _, x := range []*float64{p.Value, p.Min, p.Max} {
			if x == nil {
				continue
			}
			if low == nil || *x < *low {
				low = x
			}
			if high == nil || *x > *high {
				high = x
			}
		}
	}
	switch {
	case low == nil:
		return Unknown
	case *low == *high:
		return Number(*low)
	}
	return Number(*low) + " to " + Number(*high)
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
	out := []string{r.Measure}
	add := func(before, s string) {
		if s != "" {
			out = append(out, before+s)
		}
	}
	add("of ", r.Of)
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
