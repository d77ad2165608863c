package export

import (
	"context"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/view"
)

// hasRegister reports whether a part is rows of that kind, or steps of tolls.
func hasRegister(p view.Part) bool {
	if registerOf(p.List) != nil {
		return p.Query == "" && p.Groups == nil
	}
	return p.Query == "" && (p.List == "" || p.List == "figures") && len(p.Groups) > 0 &&
		!slices.ContainsFunc(p.Groups, func(id stemma.ID) bool { return !strings.HasPrefix(string(id), "l-") })
}

// matterRow is one row as its screen shows it.
type matterRow struct {
	cells      []any       // by the columns of the register
	statements []stemma.ID // that it is made of: the first of each family
}

// registerTable is a register with its columns.
type registerTable struct {
	columns []column // of cells; their functions are not used
	rows    []matterRow
}

// writeRegister writes what a list shows, a row for each person, event, clash, ballot, poll, measure
// or demand, or for each step of a toll: in how many independent texts it stands, all days that
// they give, the statements that it is made of, and the text, place and hash of the first one.
func writeRegister(ctx context.Context, w io.Writer, s *Source) error {
	if !hasRegister(s.Part) {
		return fmt.Errorf("this table is of one list; choose one of %s, or counts by their IDs: %w", strings.Join(registerLists(), ", "), stemma.ErrInvalid)
	}
	t, err := spreadsheet(w)
	if err != nil {
		return err
	}
	err = s.eachMatter(ctx, func(names []string) error { return t.Write(names) }, func(cells []any) error {
		line := make([]string, len(cells))
		for i, c := range cells {
			line[i] = written(c)
		}
		return t.Write(safe(line))
	})
	if err != nil {
		return err
	}
	t.Flush()
	return t.Error()
}

// firstColumns stand behind those of the register: how the first statement of a row is found again.
var firstColumns = append([]column{
	{"article", "string", func(r *row) any { return string(r.text.ID) }},
	{"source", "string", func(r *row) any { return r.Source }},
	{"start", "integer", func(r *row) any { return r.Start }},
	{"end", "integer", func(r *row) any { return r.End }},
	{"exact", "string", func(r *row) any { return r.Exact }},
}, textColumns...)

// eachMatter gives the names of the columns, then the cells of each row.
func (s *Source) eachMatter(ctx context.Context, head func([]string) error, each func([]any) error) error {
	table, err := s.register(ctx)
	if err != nil {
		return err
	}
	found := map[stemma.ID]*row{}
	for _, m := range table.rows {
		for _, id := range m.statements {
			found[id] = nil
		}
	}
	kinds := statements
	if kind := s.Part.Kind(); slices.Contains(statements, kind) {
		kinds = []string{kind}
	}
	err = s.rows(ctx, kinds, func(r *row) error {
		if _, wanted := found[r.ID]; wanted {
			found[r.ID] = r
		}
		return nil
	})
	if err != nil {
		return err
	}
	var names []string
	for _, c := range table.columns {
		names = append(names, c.name)
	}
	names = append(names, "days", "statements")
	for _, c := range firstColumns {
		names = append(names, c.name)
	}
	if err := head(names); err != nil {
		return err
	}
	for _, m := range table.rows {
		if err := each(append(m.cells, m.places(found)...)); err != nil {
			return err
		}
	}
	return nil
}

// places gives the cells behind those of the register.
func (m matterRow) places(found map[stemma.ID]*row) []any {
	var first *row
	var days, ids []string
	for _, id := range m.statements {
		ids = append(ids, string(id))
		r := found[id]
		if r == nil {
			continue
		}
		if first == nil {
			first = r
		}
		if day := string(dayOf(r.record)); day != "" && !slices.Contains(days, day) {
			days = append(days, day)
		}
	}
	out := []any{strings.Join(days, "; "), strings.Join(ids, "; ")}
	for _, c := range firstColumns {
		if first == nil {
			out = append(out, nil)
			continue
		}
		out = append(out, c.of(first))
	}
	return out
}

// dayOf gives the day that a statement gives: of a figure the one for which it speaks.
func dayOf(record view.Record) stemma.Date {
	switch r := record.(type) {
	case *view.FigureRecord:
		if day := value(r.AsOf); day != "" {
			return day
		}
		return value(r.Date)
	case *view.VictimRecord:
		return value(r.Date)
	case *view.EventRecord:
		return value(r.Date)
	}
	return ""
}

// shownColumns gives the fields of a row of a screen that are words, numbers, or yes and no.
func shownColumns(t reflect.Type, at []int) (columns []column, paths [][]int) {
	for i := range t.NumField() {
		f, path := t.Field(i), append(slices.Clone(at), i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Anonymous:
			c, p := shownColumns(f.Type, path)
			columns, paths = append(columns, c...), append(paths, p...)
		case !f.IsExported(), slices.Contains([]string{"href", "support", "cite"}, name), f.Type.Kind() == reflect.Slice && wordings[f.Type] == nil:
		default:
			columns, paths = append(columns, column{name: name, kind: kindOf(f.Type)}), append(paths, path)
		}
	}
	return columns, paths
}
