package export

import (
	"cmp"
	"context"
	"html/template"
	"slices"
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/view"
	"stemma/internal/web/chart"
)

// dossier is what the page of a dossier shows.
type dossier struct {
	Title, Chosen  string
	Version, Rules string
	Style          template.CSS
	Families       int
	Days           []dossierDay
	Tolls          []dossierToll
	Sayings        []dossierSaying
	Quotes         []dossierLine // lined up with nothing
	Victims        []dossierLine
	Figures        []dossierLine // in no tally
	Clashes        []dossierClash
	Notes          []dossierNote
	Sources        []*text

	rows   map[stemma.ID]*row
	number map[stemma.ID]int
	told   map[stemma.ID]bool // statements that a group tells of
}

// dossierRef is a reference to a note.
type dossierRef struct {
	N     int
	First bool // of that note
}

type dossierLine struct {
	Words string
	Refs  []dossierRef
}

type dossierDay struct {
	Day  string
	Acts []dossierAct
}

type dossierAct struct {
	What, Support string
	Refs          []dossierRef
}

type dossierToll struct {
	*view.Tally
	Chart  template.HTML
	Points []dossierPoint
}

type dossierPoint struct {
	view.TallyPoint
	Refs []dossierRef
}

type dossierSaying struct {
	Label, Support string
	Forms          []dossierLine
}

type dossierClash struct {
	About, Verdict, Why string
	Sides               []dossierLine
}

// dossierNote is a footnote: a sentence with the statement marked, and where it stands.
type dossierNote struct {
	N                     int
	ID                    stemma.ID
	Before, Exact, Behind string // the sentence, the statement and what is around it
	Where, Rule           string
	Start, End            int
	Text                  *text
	Linkable              bool
}

// dossier reads what the page shows, section by section: notes are numbered in the order in
// which they are first referred to.
func (s *Source) dossier(ctx context.Context) (*dossier, error) {
	if _, err := s.of("quote", "figure", "victim", "event", "article"); err != nil {
		return nil, err
	}
	d := &dossier{
		Title: "What the texts say", Chosen: chosenWords(s.Part), Version: s.Version, Rules: s.Rules, Style: template.CSS(dossierStyle),
		rows: map[stemma.ID]*row{}, number: map[stemma.ID]int{}, told: map[stemma.ID]bool{},
	}
	var sayings []*view.SayingRecord
	var tallies []*view.TallyRecord
	var clashes []*view.ClashRecord
	err := s.walk(ctx, []string{"quote", "figure", "victim", "event", "saying", "tally", "clash"}, func(r *row) error {
		if d.rows[r.ID] = r; len(d.rows) > dossierNotes {
			return tooMany(len(d.rows))
		}
		return nil
	}, func(record any) error {
		switch x := record.(type) {
		case *view.SayingRecord:
			sayings = append(sayings, x)
		case *view.TallyRecord:
			tallies = append(tallies, x)
		case *view.ClashRecord:
			clashes = append(clashes, x)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if err := d.tolls(ctx, s, tallies); err != nil {
		return nil, err
	}
	if err := d.timeline(ctx, s); err != nil {
		return nil, err
	}
	d.sayings(sayings)
	d.alone()
	d.clashes(clashes)
	d.sources()
	return d, nil
}

// chosenWords says what a part was chosen by.
func chosenWords(p view.Part) string {
	var out []string
	if p.List != "" {
		out = append(out, p.List)
	}
	for _, l := range view.Lists {
		for _, f := range l.Fields {
			if l.Name == p.List && p.Fields[f] != "" {
				out = append(out, strings.ReplaceAll(f, "_", " ")+" “"+p.Fields[f]+"”")
			}
		}
	}
	if p.Query != "" {
		out = append(out, "the search “"+p.Query+"”")
	}
	for _, id := range p.Groups {
		out = append(out, string(id))
	}
	return strings.Join(out, ", ")
}

// refs gives references to the notes of statements; those that are not in the source have
// none.
func (d *dossier) refs(ids ...stemma.ID) []dossierRef {
	var out []dossierRef
	for _, id := range ids {
		r := d.rows[id]
		if r == nil {
			continue
		}
		d.told[id] = true
		n, ok := d.number[id]
		if !ok {
			n = len(d.Notes) + 1
			d.number[id] = n
			d.Notes = append(d.Notes, noteOf(n, r))
		}
		out = append(out, dossierRef{n, !ok})
	}
	return out
}

// noteOf makes the footnote of a statement.
func noteOf(n int, r *row) dossierNote {
	before, behind := r.prefix, r.suffix
	if at := sentencePlace(r.record); at != nil && at.Start != nil {
		words := []rune(value(at.Exact))
		if start := r.Start - *at.Start; start >= 0 && start <= len(words) {
			before = string(words[:start])
		}
		if end := r.End - *at.Start; end >= 0 {
			behind = string(words[min(end, len(words)):]) // a quotation may go on behind the sentence
		}
	}
	return dossierNote{
		N: n, ID: r.ID, Before: before, Exact: r.Exact, Behind: behind, Where: joined(", ", joined(", ", r.text.Byline...), r.text.Title, r.text.where()),
		Rule: r.Rule, Start: r.Start, End: r.End, Text: r.text, Linkable: linkable(r.text.URL),
	}
}

// timeline fills in the events by day.
func (d *dossier) timeline(ctx context.Context, s *Source) error {
	all, err := s.occasions(ctx)
	if err != nil {
		return err
	}
	for _, o := range all {
		day := "Day unknown"
		if o.date != "" {
			day = view.DateWords(o.date)
		}
		if n := len(d.Days); n == 0 || d.Days[n-1].Day != day {
			d.Days = append(d.Days, dossierDay{Day: day})
		}
		var ids []stemma.ID
		for _, r := range o.tellings {
			ids = append(ids, r.ID)
		}
		last := &d.Days[len(d.Days)-1]
		last.Acts = append(last.Acts, dossierAct{
			What: joined(", ", o.label, o.place, notHappened(o.event().Status)), Support: view.Standing(o.texts, o.families), Refs: d.refs(ids...),
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
			toll.Chart = template.HTML(chart.Toll(v.Label, points))
		}
		d.Tolls = append(d.Tolls, toll)
	}
	return nil
}

// sayings fills in the quotations that several texts give, form by form.
func (d *dossier) sayings(all []*view.SayingRecord) {
	for _, g := range all {
		saying := dossierSaying{Label: g.Label, Support: view.Standing(g.Support.Texts, g.Support.Families)}
		at := map[string]int{}
		for _, id := range g.Members {
			r := d.rows[id]
			if r == nil {
				continue
			}
			words := describe(r)
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
		line := dossierLine{describe(r), d.refs(r.ID)}
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
		clash := dossierClash{About: c.About, Verdict: c.Verdict, Why: c.Why}
		for _, side := range c.Sides {
			clash.Sides = append(clash.Sides, dossierLine{joined(", ", side.Value, view.Standing(side.Texts, side.Families)), d.refs(side.Members...)})
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
