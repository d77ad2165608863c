package export

import (
	"context"
	"reflect"
	"strings"

	"stemma"
	"stemma/internal/view"
)

// register gives the rows of a part as its screen shows them, all pages of it.
func (s *Source) register(ctx context.Context) (*registerTable, error) {
	switch s.Part.List {
	case "victims":
		return matters(s, func(c view.Choice) ([]view.VictimRow, string, error) {
			v, err := s.Lib.Victims(ctx, c)
			if err != nil {
				return nil, "", err
			}
			return v.Rows, v.Next, nil
		}, func(r view.VictimRow) []view.Cite { return r.Cites })
	case "votes":
		return matters(s, func(c view.Choice) ([]view.VoteRow, string, error) {
			v, err := s.Lib.Votes(ctx, c)
			if err != nil {
				return nil, "", err
			}
			return v.Rows, v.Next, nil
		}, func(r view.VoteRow) []view.Cite { return r.Cites })
	case "polls":
		return matters(s, func(c view.Choice) ([]view.PollRow, string, error) {
			v, err := s.Lib.Polls(ctx, c)
			if err != nil {
				return nil, "", err
			}
			return v.Rows, v.Next, nil
		}, func(r view.PollRow) []view.Cite { return r.Cites })
	case "measures":
		return matters(s, func(c view.Choice) ([]view.LegalMeasure, string, error) {
			v, err := s.Lib.LegalMeasures(ctx, c)
			if err != nil {
				return nil, "", err
			}
			return v.Rows, v.Next, nil
		}, func(r view.LegalMeasure) []view.Cite { return r.Cites })
	case "demands":
		return matters(s, func(c view.Choice) ([]view.DemandRow, string, error) {
			v, err := s.Lib.Demands(ctx, c)
			if err != nil {
				return nil, "", err
			}
			return v.Rows, v.Next, nil
		}, func(r view.DemandRow) []view.Cite { return r.Cites })
	}
	return s.steps(ctx)
}

// matters reads all pages of a list.
func matters[R any](s *Source, page func(view.Choice) ([]R, string, error), cites func(R) []view.Cite) (*registerTable, error) {
	columns, paths := shownColumns(reflect.TypeFor[R](), nil)
	out := &registerTable{columns: columns}
	c := view.Choice{Fields: s.Part.Fields}
	for {
		rows, next, err := page(c)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			m := matterRow{cells: cellsOf(reflect.ValueOf(r), paths)}
			for _, cite := range cites(r) {
				m.statements = append(m.statements, cite.Finding)
			}
			out.rows = append(out.rows, m)
		}
		if next == "" {
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
		switch x := v.Interface().(type) {
		case []view.PollAnswer:
			out = append(out, answered(x))
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

// isolates takes away the marks by which screens keep a name's direction to itself: a cell is a
// name alone.
var isolates = strings.NewReplacer("\u2068", "", "\u2069", "")

// answered gives the answers of a poll in one cell: “55 % disapprove: Ana Ruiz; …”.
func answered(list []view.PollAnswer) string {
	var parts []string
	for _, a := range list {
		words := a.Share + " " + a.Answer
		if a.Words != "" {
			words = a.Share + " “" + a.Words + "”"
		}
		if a.About != "" {
			words += ": " + a.About
		}
		parts = append(parts, words)
	}
	return strings.Join(parts, "; ")
}
