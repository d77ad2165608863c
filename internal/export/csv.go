package export

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/view"
)

// TableKinds are the kinds of record that CSV can write: the statements.
var TableKinds = []string{"quote", "figure", "victim", "time", "name", "event"}

// tables has one record of each kind, for its columns.
var tables = map[string]any{
	"quote": view.QuoteRecord{}, "figure": view.FigureRecord{}, "victim": view.VictimRecord{},
	"time": view.TimeRecord{}, "name": view.NameRecord{}, "event": view.EventRecord{},
}

// textColumns stand behind those of the record: where the statement is printed, and the
// words around it, by which it is found again (TextQuoteSelector of the W3C Web Annotation
// Data Model, whose TextPositionSelector is start and end).
var textColumns = []string{"sentence", "prefix", "suffix", "title", "outlet", "credit", "published", "reposted", "lang", "url", "sha256"}

// around is how many characters of the article prefix and suffix hold.
const around = 32

// byteOrderMark tells Excel that a file is UTF-8.
const byteOrderMark = "\uFEFF"

// CSV writes the statements of one kind as a table, in the order of the JSON Lines: a row
// each, with the columns of the record and those of its text (RFC 4180, UTF-8 with a byte
// order mark). Of a person, body or place that a record points to it gives the name, else
// the words. A cell that a spreadsheet would take for a formula begins with an apostrophe.
// The error wraps [stemma.ErrInvalid] for a kind that is no statement.
func CSV(ctx context.Context, w io.Writer, lib *view.Library, kind string) error {
	if tables[kind] == nil {
		return fmt.Errorf("there is no table of kind %q; there are %s: %w", kind, strings.Join(TableKinds, ", "), stemma.ErrInvalid)
	}
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	t := &table{w: csv.NewWriter(w)}
	t.w.UseCRLF = true
	t.row(append(columns(reflect.TypeOf(tables[kind])), textColumns...))
	err := lib.Records(ctx, []string{"page", "article", kind}, t.record)
	t.flush()
	t.w.Flush()
	for _, err := range []error{err, t.w.Error()} {
		if err != nil {
			return fmt.Errorf("export: %w", err)
		}
	}
	return nil
}

// table writes the rows of one source when all its records are there: the page's comes
// behind some of its statements.
type table struct {
	w        *csv.Writer
	source   string
	page     *view.PageRecord
	articles map[stemma.ID]*view.ArticleRecord
	rows     []view.Record
}

func (t *table) record(r any) error {
	if source := r.(view.Record).Head().Source; source != t.source {
		t.flush()
		t.source, t.page, t.articles = source, nil, map[stemma.ID]*view.ArticleRecord{}
	}
	switch r := r.(type) {
	case *view.PageRecord:
		t.page = r
	case *view.ArticleRecord:
		t.articles[r.ID] = r
	case view.Record:
		t.rows = append(t.rows, r)
	}
	return t.w.Error()
}

func (t *table) flush() {
	for _, r := range t.rows {
		t.row(append(cells(reflect.ValueOf(r).Elem()), t.text(r)...))
	}
	t.rows = t.rows[:0]
}

func (t *table) row(cells []string) { _ = t.w.Write(cells) } // its error stays in the writer

// text gives the cells of textColumns.
func (t *table) text(r view.Record) []string {
	head, out := r.Head(), []string{""}
	if s := reflect.ValueOf(r).Elem().FieldByName("Sentence"); s.IsValid() {
		out[0] = cell(s)
	}
	a := new(view.ArticleRecord)
	if head.Article != nil && t.articles[*head.Article] != nil {
		a = t.articles[*head.Article]
	}
	before, behind := aroundIn(a, head.Start, head.End)
	out = append(out, before, behind)
	for _, x := range []any{a.Title, a.Outlet, a.Credit, a.Published, a.Reposted, a.Lang, a.URL} {
		out = append(out, cell(reflect.ValueOf(x)))
	}
	sha := ""
	if t.page != nil {
		sha = t.page.SHA256
	}
	return safe(append(out, sha))
}

// aroundIn gives the characters of an article before and behind a range of the page.
func aroundIn(a *view.ArticleRecord, start, end int) (before, behind string) {
	text := []rune(a.Text)
	start, end = start-a.Start, end-a.Start
	if start < 0 || end > len(text) || start > end {
		return "", ""
	}
	return string(text[max(0, start-around):start]), string(text[end:min(len(text), end+around)])
}

// columns gives the names of the record's fields, with those of its head first.
func columns(t reflect.Type) []string {
	var out []string
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous {
			out = append(out, columns(f.Type)...)
			continue
		}
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "sentence" {
			out = append(out, name)
		}
	}
	return out
}

// cells gives the values of the fields that columns names.
func cells(v reflect.Value) []string {
	var out []string
	for i := range v.NumField() {
		f := v.Type().Field(i)
		switch name, _, _ := strings.Cut(f.Tag.Get("json"), ","); {
		case f.Anonymous:
			out = append(out, cells(v.Field(i))...)
		case name != "sentence":
			out = append(out, cell(v.Field(i)))
		}
	}
	return safe(out)
}

// cell words a value: what is unknown is empty, a place its name or words, a list its parts
// with semicolons.
func cell(v reflect.Value) string {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return ""
		}
		return cell(v.Elem())
	case reflect.Slice:
		var parts []string
		for i := range v.Len() {
			parts = append(parts, cell(v.Index(i)))
		}
		return strings.Join(parts, "; ")
	case reflect.Struct:
		if p, ok := v.Interface().(view.RecordPlace); ok {
			if p.Name != nil && *p.Name != "" {
				return *p.Name
			}
			return cell(reflect.ValueOf(p.Exact))
		}
	case reflect.Float64:
		return strconv.FormatFloat(v.Float(), 'f', -1, 64)
	}
	return fmt.Sprint(v.Interface())
}

// safe puts an apostrophe before what a spreadsheet would run as a formula (OWASP, CSV
// Injection); a number stays one, and a sign alone is none.
func safe(cells []string) []string {
	for i, c := range cells {
		if len(c) < 2 || !strings.ContainsRune("=+-@\t\r", rune(c[0])) {
			continue
		}
		if _, err := strconv.ParseFloat(c, 64); err != nil {
			cells[i] = "'" + c
		}
	}
	return cells
}
