package export

import (
	"cmp"
	"context"
	"html/template"
	"strings"

	"stemma"
	"stemma/internal/message"
	"stemma/internal/view"
)

// dossier is what the page of a dossier shows.
type dossier struct {
	Lang           string // of the page's own words
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

	words  *message.Book
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
		words: s.Words, Lang: s.Words.Lang(), Title: s.Words.Say("dossier.title"), Chosen: chosenWords(s.Words, s.Part), Version: s.Version, Rules: s.Rules, Style: template.CSS(dossierStyle),
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
func chosenWords(b *message.Book, p view.Part) string {
	var out []string
	if p.List != "" {
		out = append(out, b.Term("list", p.List))
	}
	for _, l := range view.Lists {
		for _, f := range l.Fields {
			if l.Name == p.List && p.Fields[f] != "" {
				out = append(out, b.Say("dossier.value", "field", b.Term("chosen", f), "value", chosenValue(b, f, p.Fields[f])))
			}
		}
	}
	if p.Query != "" {
		out = append(out, b.Say("dossier.search", "query", p.Query))
	}
	for _, id := range p.Groups {
		out = append(out, string(id))
	}
	return strings.Join(out, ", ")
}

// chosenValue words what a list was narrowed down to: a term of ours, a day, or a name.
func chosenValue(b *message.Book, field, value string) string {
	switch field {
	case "from", "until":
		return b.Date(stemma.Date(value))
	case "measure":
		return b.Measure(value)
	case "harm", "status", "verdict":
		return b.Term(field, value)
	}
	return value
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
			d.Notes = append(d.Notes, d.noteOf(n, r))
		}
		out = append(out, dossierRef{n, !ok})
	}
	return out
}

// noteOf makes the footnote of a statement.
func (d *dossier) noteOf(n int, r *row) dossierNote {
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
		N: n, ID: r.ID, Before: before, Exact: r.Exact, Behind: behind, Where: joined(", ", joined(", ", r.text.Byline...), r.text.Title, cmp.Or(r.text.Outlet, r.text.Source), d.words.Day(r.text.when())),
		Rule: r.Rule, Start: r.Start, End: r.End, Text: r.text, Linkable: linkable(r.text.URL),
	}
}
