package figure

import "stemma/internal/text"

// model reports whether digits name a model and count nothing: they stand behind a name that a number or
// “a” stands before (“two Leopard 2 tanks”, “a Falcon 40 carrying …”), right behind another number (“10
// 640-300 planes”), or are glued to letters and digits (“7E7”). before are the numbers found so far.
func (f *finder) model(c *count, before []*count) bool {
	t := f.d.Tokens
	if c.kind != plain || c.from != c.first || t[c.first].Kind != text.Number {
		return false
	}
	if c.end >= len(t) {
		return false
	}
	if end := &t[c.end]; end.Glued && end.Kind == text.Word && end.Case != text.Lower && end.Norm[len(end.Norm)-1] >= '0' && end.Norm[len(end.Norm)-1] <= '9' {
		return true
	}
	first, end := c.first, c.end
	if f.glue(end) && t[end+1].Kind == text.Number { // the first half of “640-300”
		end += 2
	}
	if first > 2 && t[first].Glued && f.glue(first-1) && t[first-2].Kind == text.Number { // the second
		first -= 2
	}
	if end >= len(t) || t[end].Kind != text.Word || t[end].Case != text.Lower || f.is(end, "stop") {
		return false
	}
	last := 0 // where the number before ends
	if n := len(before); n > 0 {
		last = before[n-1].end
	}
	if c.op == "range" && c.end == c.first+3 && last == c.first {
		return !f.yearLike(before[len(before)-1])
	}
	maker := first
	for first > 0 && maker-first < longestMaker && f.capital(first-1) {
		first--
	}
	return first < maker && first > 0 && (first == last || f.is(first-1, "a") && f.is(first-1, "stop"))
}

// modelNumber gives how many tokens the number of a model has that stands at token i, inside the noun
// phrase that begins at start and behind a name; 0 for no such number.
func (f *finder) modelNumber(i, start, limit int) int {
	t := f.d.Tokens
	if i == start || t[i].Kind != text.Number || !f.capital(i-1) {
		return 0
	}
	if i+2 < limit && f.glue(i+1) && t[i+2].Kind == text.Number {
		return 3
	}
	return 1
}

// longestMaker is how many words the name of a maker or model has at most before its number.
const longestMaker = 3

// capital reports whether a token is a word with a capital that is no month and no day.
func (f *finder) capital(i int) bool {
	t := f.d.Tokens[i]
	return t.Kind == text.Word && t.Case != text.Lower && !f.d.Has(f.k.months, i) && !f.d.Has(f.k.weekdays, i)
}
