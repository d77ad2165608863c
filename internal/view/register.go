package view

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/message"
	"stemma/internal/store"
)

// Register is one of the lists of matters that newsrooms keep: ballots, polls, measures in
// force, demands.
type Register struct {
	Name   string   // and its address
	Kind   string   // of the findings that its rows are made of
	Fields []string // that it is narrowed down by, besides those of a period
}

// Registers are the registers that a pile is asked for.
var Registers = []Register{
	{"votes", KindFigure, []string{"place", "said_by"}},
	{"polls", KindFigure, []string{"place", "said_by", "about"}},
	{"measures", KindEvent, []string{"type", "place", "authority"}},
	{"demands", KindEvent, []string{"who", "of", "place"}},
}

// fieldNames are the messages that are the headings of the fields by which registers are narrowed.
var fieldNames = map[string]string{
	"place": "tolls.place", "said_by": "tolls.source", "about": "clashes.about", "type": "word.kind", "authority": "measures.by", "who": "demands.who", "of": "polls.of",
}

func registerAt(name string) int {
	return slices.IndexFunc(Registers, func(r Register) bool { return r.Name == name })
}

// register is a register over a whole pile, by day: a row for each matter as one independent
// text or several tell it. A copy adds a telling to a row, never a row.
type register struct {
	ledger
	list []matter
}

// matter is one row of a register.
type matter struct {
	statements []stemma.ID // that make it, those of the earliest text first
	on         days
	values     []string // by field of the register
}

// register gives a register, made of the whole pile once for each of its states.
func (s *shelf) register(ctx context.Context, name string) (*register, error) {
	c, err := s.catalogue(ctx)
	if err != nil {
		return nil, err
	}
	n := registerAt(name)
	return swept(ctx, s, &c.registers[n], func(ctx context.Context) (*making[*register], error) { return s.beginRegister(ctx, n) })
}

// beginRegister begins one of Registers.
func (s *shelf) beginRegister(ctx context.Context, n int) (*making[*register], error) {
	k, who, err := s.kinAndPeople(ctx)
	if err != nil {
		return nil, err
	}
	name, fields := Registers[n].Name, Registers[n].Fields
	if Registers[n].Kind == KindFigure {
		var all []*stemma.Figure
		take := func(t *store.Text) error { all = append(all, countedIn(t.Reading.Figures, name)...); return nil }
		return &making[*register]{[]string{store.Figures.Kind}, take, func() *register { return newRegister(fields, polled(all, fields, k, who)) }}, nil
	}
	of, err := happeningOf(ctx, s.r)
	if err != nil {
		return nil, err
	}
	var all []*stemma.Event
	take := func(t *store.Text) error { all = append(all, decidedIn(t.Reading.Events, name)...); return nil }
	return &making[*register]{[]string{store.Events.Kind}, take, func() *register { return newRegister(fields, decided(all, of, fields, k, who)) }}, nil
}

func newRegister(fields []string, rows []matter) *register {
	slices.SortStableFunc(rows, func(a, b matter) int {
		if (a.on == unknown) != (b.on == unknown) { // what has no day stands last
			return cmp.Compare(b.on.last, a.on.last)
		}
		return a.on.compare(b.on)
	})
	out := &register{ledger: *newLedger(fields...), list: rows}
	spans := make([]days, len(rows))
	for i := range rows {
		out.add(rows[i].values...)
		spans[i] = rows[i].on
	}
	out.timed(spans)
	return out
}

// Listing is what the screens of the registers have in common: how many rows there are, by
// what they are narrowed down, and the pages before and behind.
type Listing struct {
	Total  int     `json:"total"` // in the choice
	Facets []Facet `json:"facets"`
	Choice Choice  `json:"choice"`
	Prev   string  `json:"prev,omitempty"`
	Next   string  `json:"next,omitempty"`
}

// Turns gives the addresses of the pages before and behind.
func (v *Listing) Turns() (prev, next string) { return v.Prev, v.Next }

// listed gives the rows of one page of a register, and fills in what stands around them.
func (s *shelf) listed(ctx context.Context, name string, c Choice, v *Listing) (rows []matter, err error) {
	v.Choice = c
	if _, err := c.period(); err != nil {
		return nil, err
	}
	all, err := s.register(ctx, name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	chosen, counts := all.choose(c)
	for i, column := range all.columns {
		v.Facets = append(v.Facets, choiceFacet(s.words, fieldNames[column.field], "/"+name, column.field, c, counts[i], valueWords(s.words, name, column.field)))
	}
	v.Total = len(chosen)
	v.Prev, v.Next = turns("/"+name, c, c.Offset, c.rows(), v.Total)
	for _, row := range window(chosen, c) {
		rows = append(rows, all.list[row])
	}
	return rows, s.takeDown(ctx, name, rows)
}

// valueWords gives what words the values of a field.
func valueWords(b *message.Book, name, field string) func(string) string {
	if name == "measures" && field == "type" {
		return wordedBy(b, "measures")
	}
	return same
}

// Matter is what the rows of the registers have in common.
type Matter struct {
	ID       stemma.ID `json:"id"` // of the first statement
	Support  string    `json:"support"`
	Families int       `json:"families"`
	Texts    int       `json:"texts"`
	Cites    []Cite    `json:"cites"` // of the first text of each family, all its sentences
}

// cited counts the support of a row and cites the first text of each family. What of the row
// was rejected since is passed over.
func (s *shelf) cited(ctx context.Context, row matter, found map[stemma.ID]stemma.Evidence, cite func(stemma.ID) (Cite, error)) (Matter, error) {
	out := Matter{ID: row.statements[0]}
	k, err := s.kinship(ctx)
	if err != nil {
		return out, err
	}
	texts, first := map[stemma.ID]bool{}, map[stemma.ID]stemma.ID{} // the text that is cited for a family
	for _, id := range row.statements {
		at, ok := found[id]
		if !ok {
			continue
		}
		texts[at.Article] = true
		family := k.witness(at.Article)
		if first[family] = cmp.Or(first[family], at.Article); first[family] != at.Article {
			continue
		}
		c, err := cite(id)
		if err != nil {
			return out, err
		}
		if !slices.ContainsFunc(out.Cites, c.sameSentence) {
			out.Cites = append(out.Cites, c)
		}
	}
	out.Texts, out.Families = len(texts), len(first)
	out.Support = s.words.Standing(out.Texts, out.Families)
	return out, nil
}

func (c Cite) sameSentence(d Cite) bool {
	_, x, _ := strings.Cut(c.Href, "#")
	_, y, _ := strings.Cut(d.Href, "#")
	return c.Text.ID == d.Text.ID && x == y
}

// either words what several tellings say: “20:00 to 04:00”, or “15 March or 16 March” where
// they do not say the same. Who says nothing is left out.
func either(b *message.Book, said []string) string {
	var out []string
	for _, s := range said {
		if s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return b.Or(out)
}

// print prints a row: its head, what is known of it, its sentences.
func (m Matter) print(p *printer, head string, known ...string) {
	p.line("")
	p.wrap("", head+"; "+m.Support)
	p.wrap("  ", strings.Join(slices.DeleteFunc(known, func(s string) bool { return s == "" }), " · "))
	for _, c := range m.Cites {
		p.wrap("  ", "“"+c.Words()+"”")
		p.line("    %s  %s", c.Text.Where(), c.Finding)
	}
}
