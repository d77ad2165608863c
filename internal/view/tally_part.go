package view

import (
	"cmp"
	"context"
	"strings"
	"time"

	"stemma"
	"stemma/internal/store"
)

// foldCopies marks the rows of a list that a copy repeats, and counts the families. The
// list is one source's statements of one count and day, the earliest first.
func foldCopies(list []FigureRow, standsFor func(*FigureRow) stemma.ID) (families int) {
	at := map[stemma.ID]int{}
	for i := range list {
		text := list[i].Cite.Text.ID
		family := standsFor(&list[i])
		if first, ok := at[family]; ok {
			list[i].Copy = true
			if list[first].Cite.Text.ID != text {
				list[first].Also++
			}
			continue
		}
		at[family] = i
	}
	return len(at)
}

// part is one of the numbers into which a text splits a total.
type part struct {
	words string
	value float64
}

// splits gives what texts split totals into: the parts of each figure that has any.
func (s *shelf) splits(ctx context.Context, totals []stemma.Figure) (map[stemma.ID][]part, error) {
	out := map[stemma.ID][]part{}
	asked := map[stemma.ID]bool{}
	for i := range totals {
		article := totals[i].Article
		if totals[i].Group == "" || asked[article] {
			continue
		}
		asked[article] = true
		a, err := s.article(ctx, article)
		if err != nil {
			return nil, err
		}
		list, err := s.r.Figures(ctx, store.Query{Article: article})
		if err != nil {
			return nil, err
		}
		for _, f := range list {
			if f.PartOf == "" || f.Value == nil {
				continue
			}
			of := cmp.Or(wordsOf(f.Place, a), wordsOf(f.Of, a))
			out[f.PartOf] = append(out[f.PartOf], part{strings.TrimSpace(s.words.OfMeasure(f.Measure, s.words.Bound(f.Op, f.Value, f.Min, f.Max)) + " " + of), *f.Value})
		}
	}
	return out, nil
}

// addParts tells of the rows and points of a toll what their texts split them into.
func (v *Tally) addParts(parts map[stemma.ID][]part) {
	at := map[string]*TallyPoint{} // by its first sentence
	for i := range v.Points {
		at[v.Points[i].Href] = &v.Points[i]
	}
	for i := range v.Rows {
		r := &v.Rows[i]
		for _, p := range parts[r.ID] {
			r.Parts = append(r.Parts, p.words)
			if point := at[r.Cite.Href]; point != nil {
				point.parts = append(point.parts, p.value)
			}
		}
	}
}

// Spot is a point of a toll as a picture needs it: it has the fields of chart.Point, which it
// is converted to by who draws.
type Spot struct {
	From, Until time.Time // the days of which it may speak; equal for one day
	Low         *float64
	High        *float64 // nil where it is open above (“at least”)
	Source      string   // "" for texts that speak in their own voice
	Families    int
	Dissent     bool      // contradicted by another statement of the same day
	Part        bool      // part of a total
	Parts       []float64 // what its text splits it into
	Label       string    // in words
	Href        string
}

// Spots gives the points that have a place on the calendar; href says where each leads to.
func (v *Tally) Spots(href func(*TallyPoint) string) []Spot {
	var out []Spot
	for i := range v.Points {
		p := &v.Points[i]
		first, last, ok := p.At.Bounds()
		if !ok || first.IsZero() || last.IsZero() {
			continue
		}
		words := []string{p.Amount, p.When, cmp.Or(p.Source, v.words.Say("tolls.itself")), v.words.Say("count.independent", "n", p.Families), v.words.Say("tally.first-in", "text", p.First)}
		if p.Part {
			words = append(words, v.words.Say("tally.part"))
		}
		if p.Dissent {
			words = append(words, v.words.Say("tolls.contradicted"))
		}
		out = append(out, Spot{
			From: first, Until: last, Low: p.Low, High: p.High, Source: p.Source, Families: p.Families, Dissent: p.Dissent, Part: p.Part, Parts: p.parts,
			Label: strings.Join(words, ", "), Href: href(p),
		})
	}
	return out
}
