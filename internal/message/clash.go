package message

import (
	"strconv"
	"strings"

	"stemma"
)

// Amount words an amount as the pile keeps it, in English: “about 2500”, “150 to 200”. What is
// none stays as it is.
func (b *Book) Amount(said string) string {
	number := func(s string) *float64 {
		if f, err := strconv.ParseFloat(s, 64); err == nil {
			return &f
		}
		return nil
	}
	if f := number(said); f != nil {
		return b.Bound("=", f, nil, nil)
	}
	for words, op := range map[string]string{"at least ": ">=", "more than ": ">", "at most ": "<=", "fewer than ": "<", "about ": "~"} {
		if rest, ok := strings.CutPrefix(said, words); ok && number(rest) != nil {
			return b.Bound(op, number(rest), nil, nil)
		}
	}
	least, most, _ := strings.Cut(said, " to ")
	switch x, y := number(least), number(most); {
	case x != nil && y != nil:
		return b.Bound("", nil, x, y)
	case number(strings.TrimSuffix(said, " or more")) != nil:
		return b.Bound("", nil, number(strings.TrimSuffix(said, " or more")), nil)
	case number(strings.TrimPrefix(said, "up to ")) != nil:
		return b.Bound("", nil, nil, number(strings.TrimPrefix(said, "up to ")))
	case said == "an unstated number":
		return b.Bound("", nil, nil, nil)
	}
	return said
}

// amounts words several of them: “19, about 31 and 46”.
func (b *Book) amounts(said string) string {
	list := strings.Split(strings.Replace(said, " and ", ", ", 1), ", ")
	for i := range list {
		list[i] = b.Amount(list[i])
	}
	return b.And(list)
}

// And joins the items of a list: “19, 31 and 46”.
func (b *Book) And(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:len(list)-1], ", ") + " " + b.Say("word.and") + " " + list[len(list)-1]
}

// Side words what a side of a clash says, by the clash's type and what it is about: a number, in
// the measure of its tally, or a date. Words and names stay as the texts have them.
func (b *Book) Side(kind, about, value string) string {
	switch kind {
	case "number":
		measure, _, _ := strings.Cut(about, " · ")
		return b.OfMeasure(strings.ReplaceAll(measure, " ", "_"), b.Amount(value))
	case "date":
		return b.Date(stemma.Date(value))
	}
	return value
}

// About words what a clash is about, by its type. Of numbers the pile keeps the label of
// their tally in English; two places, of which one lies in the other, have “and” between them.
func (b *Book) About(kind, label string) string {
	if kind != "number" {
		return label
	}
	said := b.Tally(label)
	head, last, ok := strings.Cut(said, " · ")
	if places := strings.Split(last, " and "); ok && len(places) == 2 {
		return head + " · " + b.And(places)
	}
	return said
}
