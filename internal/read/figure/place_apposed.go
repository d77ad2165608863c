package figure

import (
	"stemma"
	"stemma/internal/text"
)

// longestApposition is how many words lie at most between a place and the word for what it is.
const longestApposition = 4

// apposed gives the place that an apposition with the number says something about: “Sarn, a market
// town of some 41,000 people”.
func (f *finder) apposed(c *count) *stemma.Mention {
	at := c.from - 1
	if at < 3 || !f.is(at, "of") || !f.d.Has(f.k.placeclasses, at-1) {
		return nil
	}
	for i := at - 2; i > 0 && i > at-2-longestApposition && f.d.Tokens[i].Kind == text.Word; i-- {
		if f.d.Norm(i-1) != "," {
			continue
		}
		if m := f.nameEnding(i - 1); f.is(i, "a") && m != nil && m.Type == stemma.Place {
			return m
		}
		return nil
	}
	return nil
}
