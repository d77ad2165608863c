package export

import (
	"cmp"
	"context"
	"html/template"
	"slices"
	"strconv"

	"stemma"
	"stemma/internal/view"
	"stemma/internal/web/chart"
)

// timeline fills in the events by day.
func (d *dossier) timeline(ctx context.Context, s *Source) error {
	all, err := s.occasions(ctx)
	if err != nil {
		return err
	}
	for _, o := range all {
		day := d.words.Day(o.date)
		if n := len(d.Days); n == 0 || d.Days[n-1].Day != day {
			d.Days = append(d.Days, dossierDay{Day: day})
		}
		var ids []stemma.ID
		for _, r := range o.tellings {
			ids = append(ids, r.ID)
		}
		last := &d.Days[len(d.Days)-1]
		last.Acts = append(last.Acts, dossierAct{
			What: joined(", ", o.label, o.place, notHappened(d.words, o.event().Status)), Support: d.words.Standing(o.texts, o.families), Refs: d.refs(ids...),
		})
	}
	return nil
}

// tolls fills in the counts over time, each with its picture.
func (d *dossier) tolls(ctx context.Context, s *Source, tallies []*view.TallyRecord) error {
	slices.SortStableFunc(tallies, func(a, b *view.TallyRecord) int {
		return cmp.Or(cmp.Compare(b.Support.Families, a.Support.Families), cmp.Compare(a.Label, b.Label), cmp.Compare(a.ID, b.ID))
	})
	for _, t := range tallies {
		v, err := s.Lib.Tally(ctx, t.ID)
		if err != nil {
			return err
		}
		toll := dossierToll{Tally: v}
		for _, p := range v.Points {
			toll.Points = append(toll.Points, dossierPoint{p, d.refs(p.Statements...)})
		}
		var points []chart.Point
		for _, spot := range v.Spots(func(p *view.TallyPoint) string { return "#note-" + strconv.Itoa(d.number[p.Statements[0]]) }) {
			points = append(points, chart.Point(spot))
		}
		if len(points) > 1 {
			toll.Chart = template.HTML(chart.Toll(d.words, v.Label, points))
		}
		d.Tolls = append(d.Tolls, toll)
	}
	return nil
}

// sayings fills in the quotations that several texts give, form by form.
func (d *dossier) sayings(all []*view.SayingRecord) {
	for _, g := range all {
		saying := dossierSaying{Label: g.Label, Support: d.words.Standing(g.Support.Texts, g.Support.Families)}
		at := map[string]int{}
		for _, id := range g.Members {
			r := d.rows[id]
			if r == nil {
				continue
			}
			words := describeIn(d.words, d.words.Date, r)
			if _, ok := at[words]; !ok {
				at[words] = len(saying.Forms)
				saying.Forms = append(saying.Forms, dossierLine{Words: words})
			}
			form := &saying.Forms[at[words]]
			form.Refs = append(form.Refs, d.refs(id)...)
		}
		d.Sayings = append(d.Sayings, saying)
	}
}

// alone fills in what no group tells of.
func (d *dossier) alone() {
	var rest []*row
	for _, r := range d.rows {
		if !d.told[r.ID] {
			rest = append(rest, r)
		}
	}
	slices.SortFunc(rest, func(a, b *row) int {
		return cmp.Or(a.text.when().Compare(b.text.when()), cmp.Compare(a.text.ID, b.text.ID), cmp.Compare(a.Start, b.Start), cmp.Compare(a.ID, b.ID))
	})
	for _, r := range rest {
		if q, ok := r.record.(*view.QuoteRecord); ok && q.Type == stemma.ScareQuote {
			continue // it quotes nobody
		}
		line := dossierLine{describeIn(d.words, d.words.Date, r), d.refs(r.ID)}
		switch r.Kind {
		case "quote":
			d.Quotes = append(d.Quotes, line)
		case "victim":
			d.Victims = append(d.Victims, line)
		default:
			d.Figures = append(d.Figures, line)
		}
	}
}

// clashes fills in where the texts do not say the same.
func (d *dossier) clashes(all []*view.ClashRecord) {
	for _, c := range all {
		if c.Verdict == "development" || c.Verdict == "compatible" {
			continue
		}
		clash := dossierClash{About: d.words.About(c.Type, c.About), Verdict: d.words.Term("verdict", c.Verdict), Why: d.words.Reason(c.Why)}
		for _, side := range c.Sides {
			clash.Sides = append(clash.Sides, dossierLine{joined(", ", d.words.Side(c.Type, c.About, side.Value), d.words.Standing(side.Texts, side.Families)), d.refs(side.Members...)})
		}
		d.Clashes = append(d.Clashes, clash)
	}
}

// sources lists the texts of the notes by date.
func (d *dossier) sources() {
	seen, families := map[stemma.ID]bool{}, map[stemma.ID]bool{}
	for _, n := range d.Notes {
		if !seen[n.Text.ID] {
			seen[n.Text.ID] = true
			d.Sources = append(d.Sources, n.Text)
		}
		families[n.Text.Family] = true
	}
	d.Families = len(families)
	slices.SortFunc(d.Sources, func(a, b *text) int { return cmp.Or(a.when().Compare(b.when()), cmp.Compare(a.ID, b.ID)) })
}
