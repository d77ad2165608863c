package export

import (
	"context"
	"maps"
	"reflect"

	"stemma"
	"stemma/internal/view"
)

// registers are the lists whose rows are no statements but what several texts state as one, with how
// their rows are read.
var registers = []struct {
	list string
	rows func(context.Context, *Source) (*registerTable, error)
}{
	{"victims", func(ctx context.Context, s *Source) (*registerTable, error) {
		return matters(s, func(c view.Choice) (*view.Victims, error) { return s.Lib.Victims(ctx, c) },
			func(v *view.Victims) ([]view.VictimRow, string) { return v.Rows, v.Next },
			func(r view.VictimRow) []stemma.ID { return citedIn(r.Cites) })
	}},
	{"votes", func(ctx context.Context, s *Source) (*registerTable, error) {
		return matters(s, func(c view.Choice) (*view.Votes, error) { return s.Lib.Votes(ctx, c) },
			func(v *view.Votes) ([]view.VoteRow, string) { return v.Rows, v.Next },
			func(r view.VoteRow) []stemma.ID { return citedIn(r.Cites) })
	}},
	{"polls", func(ctx context.Context, s *Source) (*registerTable, error) {
		return matters(s, func(c view.Choice) (*view.Polls, error) { return s.Lib.Polls(ctx, c) },
			func(v *view.Polls) ([]view.PollRow, string) { return v.Rows, v.Next },
			func(r view.PollRow) []stemma.ID { return citedIn(r.Cites) })
	}},
	{"measures", func(ctx context.Context, s *Source) (*registerTable, error) {
		return matters(s, func(c view.Choice) (*view.LegalMeasures, error) { return s.Lib.LegalMeasures(ctx, c) },
			func(v *view.LegalMeasures) ([]view.LegalMeasure, string) { return v.Rows, v.Next },
			func(r view.LegalMeasure) []stemma.ID { return citedIn(r.Cites) })
	}},
	{"demands", func(ctx context.Context, s *Source) (*registerTable, error) {
		return matters(s, func(c view.Choice) (*view.Demands, error) { return s.Lib.Demands(ctx, c) },
			func(v *view.Demands) ([]view.DemandRow, string) { return v.Rows, v.Next },
			func(r view.DemandRow) []stemma.ID { return citedIn(r.Cites) })
	}},
	{"events", func(ctx context.Context, s *Source) (*registerTable, error) { return s.events(ctx) }},
	{"names", func(ctx context.Context, s *Source) (*registerTable, error) { return s.actors(ctx) }},
	{"clashes", func(ctx context.Context, s *Source) (*registerTable, error) {
		return matters(s, func(c view.Choice) (*view.Clashes, error) { return s.Lib.Clashes(ctx, c) },
			func(v *view.Clashes) ([]view.Dispute, string) { return v.Clashes, v.Next }, view.Dispute.Statements)
	}},
}

// registerOf gives how the rows of a list are read, nil for a list that has no register.
func registerOf(list string) func(context.Context, *Source) (*registerTable, error) {
	for _, r := range registers {
		if r.list == list {
			return r.rows
		}
	}
	return nil
}

// registerLists are the names of the lists that have a register.
func registerLists() []string {
	var names []string
	for _, r := range registers {
		names = append(names, r.list)
	}
	return names
}

// register gives the rows of a part as its screen shows them, all pages of it; those of counts step
// by step.
func (s *Source) register(ctx context.Context) (*registerTable, error) {
	if rows := registerOf(s.Part.List); rows != nil {
		return rows(ctx, s)
	}
	return s.steps(ctx)
}

// citedIn gives the statements of a row's sentences.
func citedIn(cites []view.Cite) []stemma.ID {
	var ids []stemma.ID
	for _, c := range cites {
		ids = append(ids, c.Finding)
	}
	return ids
}

// datedAct is an event of the timeline with its date.
type datedAct struct {
	Date stemma.Date `json:"date"`
	view.Act
}

// events gives the events of a choice. Their sentences are not read, which a row has no use for:
// where the first telling stands, and what of its text is told, comes with the statements.
func (s *Source) events(ctx context.Context) (*registerTable, error) {
	acts, err := s.Lib.Acts(ctx, view.Choice{Fields: s.Part.Fields})
	if err != nil {
		return nil, err
	}
	columns, paths := shownColumns(reflect.TypeFor[datedAct](), nil)
	out := &registerTable{columns: columns, rows: make([]matterRow, 0, len(acts))}
	for _, a := range acts {
		row := datedAct{a.Day(), a}
		out.rows = append(out.rows, matterRow{cells: cellsOf(reflect.ValueOf(row), paths), statements: []stemma.ID{a.Cite.Finding}})
	}
	return out, nil
}

// actors gives the people, bodies and places of a choice, type by type: the list of one type has
// pages, and the list of all begins with the best attested.
func (s *Source) actors(ctx context.Context) (*registerTable, error) {
	first, err := s.Lib.FirstMentions(ctx)
	if err != nil {
		return nil, err
	}
	out := &registerTable{}
	for _, kind := range []string{stemma.Person, stemma.Organisation, stemma.Place} {
		if asked := s.Part.Fields["type"]; asked != "" && asked != kind {
			continue
		}
		of := *s
		of.Part.Fields = maps.Clone(s.Part.Fields)
		if of.Part.Fields == nil {
			of.Part.Fields = map[string]string{}
		}
		of.Part.Fields["type"] = kind
		more, err := matters(&of, func(c view.Choice) (*view.Names, error) { return s.Lib.Names(ctx, c) }, func(v *view.Names) (rows []view.NameRow, next string) {
			for _, g := range v.Groups {
				rows = append(rows, g.Names...)
			}
			return rows, v.Next
		}, func(r view.NameRow) []stemma.ID { return []stemma.ID{first[r.ID]} })
		if err != nil {
			return nil, err
		}
		out.columns, out.rows = more.columns, append(out.rows, more.rows...)
	}
	if out.columns == nil { // a type that nobody is of
		out.columns, _ = shownColumns(reflect.TypeFor[view.NameRow](), nil)
	}
	return out, nil
}

// registerPage is how many rows of a list are read at once.
const registerPage = 1000

// matters reads all pages of a list.
func matters[V, R any](s *Source, page func(view.Choice) (V, error), rowsOf func(V) ([]R, string), of func(R) []stemma.ID) (*registerTable, error) {
	columns, paths := shownColumns(reflect.TypeFor[R](), nil)
	out := &registerTable{columns: columns}
	c := view.Choice{Fields: s.Part.Fields, Rows: registerPage}
	for {
		v, err := page(c)
		if err != nil {
			return nil, err
		}
		rows, next := rowsOf(v)
		for _, r := range rows {
			out.rows = append(out.rows, matterRow{cells: cellsOf(reflect.ValueOf(r), paths), statements: of(r)})
		}
		if next == "" || len(rows) == 0 {
			return out, nil
		}
		c.Offset += len(rows)
	}
}

// steps gives the steps of tolls: each number that a source gives, with who gave it first.
func (s *Source) steps(ctx context.Context) (*registerTable, error) {
	columns, paths := shownColumns(reflect.TypeFor[view.TallyPoint](), nil)
	out := &registerTable{columns: append([]column{{name: "count", kind: "string"}, {name: "of", kind: "string"}}, columns...)}
	for _, id := range s.Part.Groups {
		toll, err := s.Lib.TollOf(ctx, id, view.Choice{Fields: s.Part.Fields})
		if err != nil {
			return nil, err
		}
		for _, p := range toll.Points {
			cells := append([]any{string(id), toll.Label}, cellsOf(reflect.ValueOf(p), paths)...)
			out.rows = append(out.rows, matterRow{cells: cells, statements: p.Statements})
		}
	}
	return out, nil
}

// cellsOf gives the values of a row's fields; what no text says is an empty cell.
func cellsOf(row reflect.Value, paths [][]int) []any {
	var out []any
	for _, path := range paths {
		v := row.FieldByIndex(path)
		if word := wordings[v.Type()]; word != nil {
			out = append(out, word(v.Interface()))
			continue
		}
		switch x := v.Interface().(type) {
		case stemma.ID:
			out = append(out, string(x))
		case string:
			out = append(out, isolates.Replace(x))
		default:
			out = append(out, plain(v))
		}
	}
	return out
}
