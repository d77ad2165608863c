package figure

import (
	"stemma"
	"stemma/internal/text"
)

// oldest is the greatest age of a person that a text tells of.
const oldest = 110

// ageBehind reports whether a number in digits stands behind a name and a comma, as an age does:
// “Pilar, 14 were”. Behind a place with a preposition it is a count: “In Sarn, 14 were held”.
func (f *finder) ageBehind(c *count) bool {
	at := c.first - 1
	if c.plain == "" || c.kind != plain || c.from < c.first || c.amount() > oldest || at < 1 || f.d.Norm(at) != "," {
		return false
	}
	if m := f.nameEnding(at); m != nil && m.Type == stemma.Place && f.is(f.d.TokenAt(m.Span.Start)-1, "loc") {
		return false
	}
	t := f.d.Tokens[at-1]
	return t.Kind == text.Word && t.Case == text.Title && !f.d.Has(f.k.months, at-1)
}

// pairOfAges reports whether a number is the age of the second of two people, behind that of the
// first: “Tomas, 16, and Pilar, 14 were asleep”.
func (f *finder) pairOfAges(c *count, found []*count) bool {
	if !f.ageBehind(c) || !c.noun.empty() && c.noun.known {
		return false
	}
	for _, o := range found {
		if o.end < c.first && c.first-o.end <= longestBody+2 && f.d.Norm(o.end) == "," && f.ageBehind(o) {
			return true
		}
	}
	return false
}
