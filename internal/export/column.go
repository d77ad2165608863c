package export

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/view"
)

// tableKinds are the kinds of record of which there are tables: the statements and the texts.
var tableKinds = append(slices.Clone(statements), "article")

// tables has one record of each kind, for its columns.
var tables = map[string]any{
	"quote": view.QuoteRecord{}, "figure": view.FigureRecord{}, "victim": view.VictimRecord{},
	"time": view.TimeRecord{}, "name": view.NameRecord{}, "event": view.EventRecord{}, "article": view.ArticleRecord{},
}

// column is one column of a table.
type column struct {
	name string
	kind string           // “string”, “number”, “integer” or “boolean”
	of   func(r *row) any // string, float64, int, bool or stemma.Date; nil for what is not known
}

// columnsOf gives the columns of the table of a kind: those of the record, then those of
// its text, so that each row can be cited, checked and found again.
func columnsOf(kind string) []column {
	out := fieldColumns(reflect.TypeOf(tables[kind]), nil)
	out = slices.DeleteFunc(out, func(c column) bool { return c.name == "url" }) // that of the page will do too
	for _, c := range textColumns {
		if !slices.ContainsFunc(out, func(o column) bool { return o.name == c.name }) {
			out = append(out, c)
		}
	}
	if kind == "article" { // whole texts have no sentence and no words around them
		out = slices.DeleteFunc(out, func(c column) bool {
			return slices.Contains([]string{"article", "exact", "text", "holes", "sentence", "prefix", "suffix"}, c.name)
		})
	}
	return out
}

// textColumns stand behind those of the record.
var textColumns = []column{
	{"sentence", "string", func(r *row) any { return r.sentence }},
	{"prefix", "string", func(r *row) any { return r.prefix }},
	{"suffix", "string", func(r *row) any { return r.suffix }},
	{"title", "string", func(r *row) any { return r.text.Title }},
	{"outlet", "string", func(r *row) any { return r.text.Outlet }},
	{"credit", "string", func(r *row) any { return r.text.Credit }},
	{"published", "string", func(r *row) any { return r.text.Published }},
	{"reposted", "string", func(r *row) any { return r.text.Reposted }},
	{"lang", "string", func(r *row) any { return r.text.Lang }},
	{"family", "string", func(r *row) any { return string(r.text.Family) }},
	{"url", "string", func(r *row) any { return r.text.URL }},
	{"sha256", "string", func(r *row) any { return r.text.SHA256 }},
}

// fieldColumns gives a column for each field of a record, those of its head first.
func fieldColumns(t reflect.Type, at []int) []column {
	var out []column
	for i := range t.NumField() {
		f := t.Field(i)
		path := append(slices.Clone(at), i)
		if f.Anonymous {
			out = append(out, fieldColumns(f.Type, path)...)
			continue
		}
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "sentence" {
			out = append(out, column{name, kindOf(f.Type), func(r *row) any {
				return plain(reflect.ValueOf(r.record).Elem().FieldByIndex(path))
			}})
		}
	}
	return out
}

// kindOf names the type of a column.
func kindOf(t reflect.Type) string {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch t.Kind() {
	case reflect.Float64:
		return "number"
	case reflect.Int, reflect.Int64:
		return "integer"
	case reflect.Bool:
		return "boolean"
	}
	return "string"
}

// plain gives the value of a field for a cell: a place is its name or words, a list its
// parts with semicolons.
func plain(v reflect.Value) any {
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return nil
		}
		v = v.Elem()
	}
	switch x := v.Interface().(type) {
	case float64, int, bool, stemma.Date:
		return x
	case view.RecordPlace:
		if words := value(x.Name); words != "" {
			return words
		}
		return value(x.Exact)
	}
	if v.Kind() == reflect.Slice {
		var parts []string
		for i := range v.Len() {
			parts = append(parts, written(plain(v.Index(i))))
		}
		return strings.Join(parts, "; ")
	}
	return fmt.Sprint(v.Interface())
}

// written gives a cell's value as text; "" for what is not known.
func written(v any) string {
	switch x := v.(type) {
	case nil:
		return ""
	case float64:
		return strconv.FormatFloat(x, 'f', -1, 64)
	}
	return fmt.Sprint(v)
}
