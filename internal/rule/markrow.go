package rule

import (
	"slices"
	"strings"
)

// markRow is what can begin with a mark of a name: with any, or with one of a value.
type markRow struct {
	name  string
	all   patterns
	any   patterns
	value map[string]patterns
}

// addMark notes that a pattern can begin with a mark; size is that of sets of patterns.
// Rows stand in the order of their names.
func addMark(rows []markRow, m mark, pattern, size int) []markRow {
	at, is := slices.BinarySearchFunc(rows, m.name, func(r markRow, name string) int { return strings.Compare(r.name, name) })
	if !is {
		rows = slices.Insert(rows, at, markRow{m.name, make(patterns, size), make(patterns, size), map[string]patterns{}})
	}
	row := &rows[at]
	row.all.add(pattern)
	if m.value == "" {
		row.any.add(pattern)
		return rows
	}
	if row.value[m.value] == nil {
		row.value[m.value] = make(patterns, size)
	}
	row.value[m.value].add(pattern)
	return rows
}

// of adds to a set the patterns that take a mark with that value; hasValue says the same
// of one pattern.
func (r *markRow) of(value string, into patterns) {
	into.or(r.any)
	if len(r.value) == 0 {
		return
	}
	into.or(r.value[value])
	if strings.IndexByte(value, ' ') < 0 {
		return
	}
	for word := range strings.FieldsSeq(value) {
		into.or(r.value[word])
	}
}
