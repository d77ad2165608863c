package export

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"stemma"
)

const (
	sheetRows  = 1 << 20 // what Excel can open, head line included
	sheetLinks = 5000    // addresses of a sheet that are links; the others are words
	cellLength = 32_000  // characters of a cell; Excel ends at 32,767
)

// sheetNames names the sheet of each kind.
var sheetNames = map[string]string{
	"article": "texts", "quote": "quotes", "figure": "figures", "victim": "victims", "time": "times", "name": "names", "event": "events",
}

// writeXLSX writes a workbook: a sheet for each kind that has rows, the head line frozen.
// Words are cells of words, whatever they begin with: nothing in it is a formula.
func writeXLSX(ctx context.Context, w io.Writer, s *Source) error {
	kinds, err := s.of(tableKinds...)
	if err != nil {
		return err
	}
	b := &workbook{f: excelize.NewFile(), sheets: map[string]*sheet{}}
	defer b.f.Close()
	if err := b.styles(); err != nil {
		return err
	}
	if hasRegister(s.Part) && s.Kinds == nil {
		if err := b.register(ctx, s); err != nil {
			return err
		}
	}
	for _, kind := range tableKinds { // the order of the sheets
		if slices.Contains(kinds, kind) {
			if err := b.begin(kind); err != nil {
				return err
			}
		}
	}
	if err := b.f.DeleteSheet("Sheet1"); err != nil {
		return err
	}
	if err := s.rows(ctx, kinds, b.add); err != nil {
		return err
	}
	for _, kind := range kinds {
		if err := b.sheets[kind].w.Flush(); err != nil {
			return err
		}
	}
	made, err := b.f.WriteToBuffer()
	if err != nil {
		return err
	}
	return sortedZip(w, made.Bytes())
}

// workbook is a workbook in the making.
type workbook struct {
	f         *excelize.File
	sheets    map[string]*sheet
	head, day int // styles
}

type sheet struct {
	name    string
	w       *excelize.StreamWriter
	columns []column
	rows    int // with the head line
	links   int
}

func (b *workbook) styles() (err error) {
	if b.head, err = b.f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}}); err != nil {
		return err
	}
	format := "yyyy-mm-dd"
	b.day, err = b.f.NewStyle(&excelize.Style{CustomNumFmt: &format})
	return err
}

// begin adds the sheet of a kind with its head line.
func (b *workbook) begin(kind string) error {
	columns := columnsOf(kind)
	var names []string
	for _, c := range columns {
		names = append(names, c.name)
	}
	sh, err := b.sheet(sheetNames[kind], names)
	if err != nil {
		return err
	}
	sh.columns, b.sheets[kind] = columns, sh
	return nil
}

// sheet adds a sheet with a head line.
func (b *workbook) sheet(name string, columns []string) (*sheet, error) {
	sh := &sheet{name: name, rows: 1}
	_, err := b.f.NewSheet(name)
	if err != nil {
		return nil, err
	}
	if sh.w, err = b.f.NewStreamWriter(name); err != nil {
		return nil, err
	}
	head := make([]any, len(columns))
	for i, c := range columns {
		head[i] = excelize.Cell{StyleID: b.head, Value: c}
		width := 12.0
		if slices.Contains([]string{"exact", "sentence", "title", "content", "url", "answers"}, c) {
			width = 40
		}
		if err := sh.w.SetColWidth(i+1, i+1, width); err != nil {
			return nil, err
		}
	}
	if err := sh.w.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return nil, err
	}
	return sh, sh.w.SetRow("A1", head)
}

// register adds the sheet of what the screen shows, before those of the statements.
func (b *workbook) register(ctx context.Context, s *Source) error {
	var sh *sheet
	err := s.eachMatter(ctx, func(columns []string) (err error) {
		sh, err = b.sheet("register", columns)
		return err
	}, func(cells []any) error {
		sh.rows++
		for i := range cells {
			cells[i] = b.cell(cells[i])
		}
		at, err := excelize.CoordinatesToCellName(1, sh.rows)
		if err != nil {
			return err
		}
		return sh.w.SetRow(at, cells)
	})
	if err != nil {
		return err
	}
	return sh.w.Flush()
}

// add adds a row to the sheet of its kind.
func (b *workbook) add(r *row) error {
	sh := b.sheets[r.Kind]
	if sh.rows++; sh.rows > sheetRows {
		return fmt.Errorf("a sheet holds %d rows, and there are more %s; choose fewer, or take --format csv: %w", sheetRows-1, sh.name, stemma.ErrInvalid)
	}
	cells := make([]any, len(sh.columns))
	for i, c := range sh.columns {
		cells[i] = b.cell(c.of(r))
		if c.name != "url" || sh.links >= sheetLinks || !linkable(r.text.URL) {
			continue
		}
		sh.links++
		at, err := excelize.CoordinatesToCellName(i+1, sh.rows)
		if err != nil {
			return err
		}
		if err := b.f.SetCellHyperLink(sh.name, at, r.text.URL, "External"); err != nil {
			return err
		}
	}
	at, err := excelize.CoordinatesToCellName(1, sh.rows)
	if err != nil {
		return err
	}
	return sh.w.SetRow(at, cells)
}

// cell gives a value as Excel has it: days as days where they are one day that Excel can
// count, all else that is not a number or a yes and no as words.
func (b *workbook) cell(v any) any {
	switch x := v.(type) {
	case nil, float64, int, bool:
		return x
	case stemma.Date:
		if first, _, ok := x.Bounds(); ok && x.Exact() && len(x) == len("2006-01-02") && first.Year() > 1900 && first.Year() < 9999 {
			return excelize.Cell{StyleID: b.day, Value: first}
		}
		return words(string(x))
	}
	return words(written(v))
}

// words gives a cell of words, nil for none; what a cell cannot hold is cut off.
func words(s string) any {
	if s == "" {
		return nil
	}
	if utf8.RuneCountInString(s) > cellLength {
		s = string([]rune(s)[:cellLength]) + "…"
	}
	return s
}

// linkable reports whether an address may be offered as a link: of the web, and of a
// length that Excel takes.
func linkable(url string) bool {
	return (strings.HasPrefix(url, "https://") || strings.HasPrefix(url, "http://")) && len(url) < 2000
}

// sortedZip copies a zip file with its files in order and without times, so that the same
// files give the same bytes.
func sortedZip(w io.Writer, made []byte) error {
	from, err := zip.NewReader(bytes.NewReader(made), int64(len(made)))
	if err != nil {
		return err
	}
	slices.SortFunc(from.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	to := zip.NewWriter(w)
	for _, f := range from.File {
		body, err := f.Open()
		if err != nil {
			return err
		}
		into, err := to.Create(f.Name)
		if err == nil {
			_, err = io.Copy(into, body)
		}
		if err != nil {
			return err
		}
		if err := body.Close(); err != nil {
			return err
		}
	}
	return to.Close()
}
