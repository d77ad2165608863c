package view

import (
	"strings"

	"stemma"
)

// nameField is the field of a choice of names that takes words as a person types them.
const nameField = "name"

// pick gives the rows of a choice and how many of each type the other fields leave, as
// [ledger.choose] does; of the field “name” each word must begin a word of the name or of one of
// its forms, in whatever letters and order.
func (a *actors) pick(c Choice) (rows []int32, types map[string]int) {
	asked := foldedWords(c.Fields[nameField], stemma.Span{End: len(c.Fields[nameField])})
	if c.Fields[nameField] == "" {
		rows, counts := a.choose(c.without(nameField))
		return rows, counts[0]
	}
	types = map[string]int{}
	all, _ := a.choose(c.without(nameField).without("type"))
	for _, row := range all {
		if !a.called(row, asked) {
			continue
		}
		kind := a.value(0, row)
		types[kind]++
		if want := c.Fields["type"]; want == "" || want == kind {
			rows = append(rows, row)
		}
	}
	return rows, types
}

// called reports whether a row is called so; nobody is called by what has no word in it.
func (a *actors) called(row int32, asked []folded) bool {
	for _, w := range asked {
		if !strings.Contains(a.words[row], " "+w.word) {
			return false
		}
	}
	return len(asked) > 0
}

// callable gives all words of a name and its forms, as searches compare them, each behind a blank.
func callable(row *NameRow) string {
	var b strings.Builder
	for _, form := range append([]string{row.Name}, row.Forms...) {
		for _, w := range foldedWords(form, stemma.Span{End: len(form)}) {
			b.WriteByte(' ')
			b.WriteString(w.word)
		}
	}
	return b.String()
}
