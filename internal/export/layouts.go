package export

import (
	"encoding/csv"
	"io"
	"strings"

	"stemma"
	"stemma/internal/message"
)

// sourceColumns stand behind those of a layout, so that each row can be checked.
var sourceColumns = []string{"text_id", "url", "sha256", "start", "end", "exact", "prefix", "suffix"}

func sourceCells(r *row) []string {
	return []string{string(r.text.ID), r.text.URL, r.text.SHA256, written(r.Start), written(r.End), r.Exact, r.prefix, r.suffix}
}

// layout writes rows under fixed columns.
type layout struct {
	w       *csv.Writer
	columns []string
}

func newLayout(w io.Writer, columns string) *layout {
	l := &layout{w: csv.NewWriter(w), columns: append(strings.Fields(columns), sourceColumns...)}
	l.w.UseCRLF = true
	_ = l.w.Write(l.columns) // its error stays in the writer
	return l
}

// add writes a row; a column that cells do not name is empty.
func (l *layout) add(cells map[string]string, r *row) error {
	out := make([]string, 0, len(l.columns))
	for _, c := range l.columns[:len(l.columns)-len(sourceColumns)] {
		out = append(out, cells[c])
	}
	return l.w.Write(safe(append(out, sourceCells(r)...)))
}

func (l *layout) end() error {
	l.w.Flush()
	return l.w.Error()
}

// days gives the first and last day of a date, and how many days lie between them; ok is false
// where it has no beginning or no end.
func days(d stemma.Date) (first, last string, between int, ok bool) {
	a, b, ok := d.Bounds()
	if !ok || a.IsZero() || b.IsZero() {
		return "", "", 0, false
	}
	return a.Format("2006-01-02"), b.Format("2006-01-02"), int(b.Sub(a).Hours() / 24), true
}

// graded gives the number of the first of some bounds, from 1 on, that a number does not exceed;
// "" where it exceeds all.
func graded(n int, bounds ...int) string {
	for i, most := range bounds {
		if n <= most {
			return written(i + 1)
		}
	}
	return ""
}

// yearOf gives the year of a date that does not go beyond one.
func yearOf(d stemma.Date) string {
	first, last, _, _ := days(d)
	if firstPart(first) != firstPart(last) {
		return ""
	}
	return firstPart(first)
}

// located fills in where a place is, its country by its English name; what the gazetteer does
// not know stays empty.
func located(cells map[string]string, g stemma.Geo, admin1, admin2, precision string, classes map[string]string) {
	if g == (stemma.Geo{}) {
		return
	}
	cells["latitude"], cells["longitude"] = written(g.Lat), written(g.Lon)
	if g.Country != "" {
		cells["country"] = message.In("en").Country(g.Country)
	}
	cells[admin1], cells[admin2], cells[precision] = g.Admin1, g.Admin2, classes[g.Precision]
}
