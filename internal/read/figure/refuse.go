package figure

import (
	"math"
	"sort"
	"strings"

	"stemma"
	"stemma/internal/text"
)

// noFigure reports whether a number says nothing about the world by where and how it
// is written: part of a date or a name, a year, an address, the number of a list item.
func (f *finder) noFigure(c *count, found []*count) bool {
	if f.clock(c) || len(c.plain) > longestDigits && plainDigits(c.plain) || ballot[c.measure] == "vote" && f.yearLike(c) && f.is(c.first-1, "in") {
		return true // “4:30 p.m.”; “protests in 1992 against …”
	}
	if c.rank < f.k.sure {
		return false
	}
	if f.inTime(c) || f.inName(c) || f.betweenCapitals(c) || f.dated(c) || f.joined(c) || f.listNumber(c) {
		return true
	}
	if c.kind == plain && f.tabled(c) {
		return true
	}
	if c.kind == plain && (f.yearLike(c) || f.numbered(c) || f.named(c)) {
		return true
	}
	zero := c.value != nil && *c.value == 0 && c.side == 0 && c.plain == "" && !(c.noun.end > c.noun.first && f.plural(f.d.Norm(c.noun.end-1))) // “zero control”, but “zero incidents”
	return c.kind == plain && (zero || f.pairOfAges(c, found) || f.article(c, found) || f.known(c))
}

// tabled reports whether a number with decimals stands before a word with a capital that is
// no listed noun, as in tables of prices: “Ellin 131,9 Sarn 145,9”.
func (f *finder) tabled(c *count) bool {
	return c.value != nil && *c.value != math.Trunc(*c.value) && !c.noun.known && !c.noun.empty() && c.inner == "" &&
		c.noun.first == c.end && f.d.Tokens[c.end].Case != text.Lower
}

// known reports whether a small number only takes up what was told before: “these
// three parties”, “the four actors”.
func (f *finder) known(c *count) bool {
	if c.from == c.first || c.side != 0 || c.op != "=" || c.amount() >= 10 || c.plain != "" {
		return false
	}
	switch c.measure {
	case "count", "people", "places", "troops", "police":
		return c.from == c.first-1 && f.is(c.from, "det")
	}
	return false
}

// inTime reports whether the number is part of a date or a time of day.
func (f *finder) inTime(c *count) bool {
	i := sort.Search(len(f.times), func(i int) bool { return f.times[i].Span.End > c.span.Start })
	for ; i < len(f.times) && f.times[i].Span.Start < c.span.End; i++ {
		if t := f.times[i]; t.Type != stemma.TimeDuration && t.Span.Holds(c.span) {
			return true
		}
	}
	return false
}

// inName reports whether the number is part of a name.
func (f *finder) inName(c *count) bool {
	i := sort.Search(len(f.names), func(i int) bool { return f.names[i].Span.End > c.span.Start })
	return i < len(f.names) && f.names[i].Span.Holds(c.span)
}

// betweenCapitals reports whether a small number stands inside a name that is not known: behind
// “the”, between two words with capitals, in a sentence that is no headline: “from the Parents 4
// Peace campaign”.
func (f *finder) betweenCapitals(c *count) bool {
	s, t := f.d.Sentences[c.sentence], f.d.Tokens
	if c.kind != plain || c.plain == "" || len(c.plain) > 2 || c.noun.known || c.end != c.first+1 || c.first-2 <= s.First || c.end >= s.End {
		return false
	}
	title := func(i int) bool { return t[i].Kind == text.Word && t[i].Case == text.Title }
	return title(c.first-1) && title(c.end) && f.is(c.first-2, "det") && t[c.first-2].Case == text.Lower
}

// dated reports whether a month stands beside the number.
func (f *finder) dated(c *count) bool {
	month := func(i int) bool {
		value, ok := f.d.Value(f.k.months, i)
		return ok && (!holds(value, "word") || f.d.Tokens[i].Case != text.Lower)
	}
	if c.kind != plain || c.value == nil || *c.value > 2100 || c.noun.known {
		return false
	}
	next := c.end
	if f.is(next, "of") {
		next++
	}
	if c.first > 0 && c.plain != "" && *c.value <= 31 && f.d.Has(f.k.weekdays, c.first-1) && !f.plural(f.d.Norm(max(c.noun.end-1, 0))) { // “el domingo 8”
		return true
	}
	return month(c.first-1) || month(next)
}

// joined reports whether the number is glued to others by signs: clock times, scores,
// addresses, types (“F-16”).
func (f *finder) joined(c *count) bool {
	t := f.d.Tokens
	if c.first > 0 && t[c.first].Glued && c.kind == plain {
		switch t[c.first-1].Norm {
		case "-", "/", ":", "#", "_", ".", "@", "+", "*", "=", "°":
			return c.first-1 == 0 || t[c.first-1].Glued || t[c.first-1].Norm == "#"
		}
		if t[c.first-1].Kind == text.Word || t[c.first-1].Kind == text.Number {
			return true
		}
	}
	if c.end < len(t) && c.plain != "" && c.kind == plain && t[c.end].Glued && t[c.end].Kind == text.Word && !c.noun.known && c.inner == "" {
		return true // “18h00”, “seat 12B”
	}
	if c.end+1 < len(t) && t[c.end].Glued && t[c.end+1].Glued && t[c.end+1].Kind == text.Number {
		switch t[c.end].Norm {
		case "-", "/", ":", ".", "—":
			return true
		}
	}
	return false
}

// longestDigits is how many digits without a sign between them a count has at most; longer
// ones are numbers of posts and accounts.
const longestDigits = 12

// clock reports whether a sum is the end of a time of day: the “30 p” of “4:30 p.m.”.
func (f *finder) clock(c *count) bool {
	return c.kind == money && c.first > 0 && f.d.Norm(c.first-1) == ":" && f.d.Tokens[c.first].Glued
}

// result reports whether two small numbers alone stand in brackets, with a hyphen between:
// how a match ended, “(2-1)”.
func (f *finder) result(c *count) bool {
	t := f.d.Tokens
	alone := func(i int) bool {
		return i > 0 && i+3 < len(t) && t[i-1].Norm == "(" && t[i].Kind == text.Number && t[i+1].Norm == "-" && t[i+2].Kind == text.Number && t[i+3].Norm == ")"
	}
	return c.plain != "" && (alone(c.first) || alone(c.first-2))
}

// listNumber reports whether the number opens its sentence as an item's number.
func (f *finder) listNumber(c *count) bool {
	s := f.d.Sentences[c.sentence]
	if c.plain == "" || c.end >= len(f.d.Tokens) || c.first > s.First+1 {
		return false
	}
	norm := f.d.Norm(c.end)
	return c.first == s.First && (norm == "." || norm == ")") ||
		c.first == s.First+1 && f.d.Norm(s.First) == "(" && norm == ")" || c.first == s.First && c.end == s.End
}

// yearLike reports whether four digits are a year rather than a count.
func (f *finder) yearLike(c *count) bool {
	if c.op == "range" && c.kind == plain && c.min != nil && c.max != nil && year(*c.min) && year(*c.max) && !c.noun.known && len(f.d.Norm(c.first)) == len("2031") {
		return c.first > 0 && f.preposition(c.first-1) || f.is(c.first-1, "loc") // “in 2011 or 2012”
	}
	return len(c.plain) == 4 && c.end == c.first+1 && c.value != nil && year(*c.value) &&
		!(c.noun.known && c.from < c.first) && !(c.noun.known && kindOf(c.noun.class) == "person" && (c.first == 0 || !f.preposition(c.first-1)))
}

// numbered reports whether the word before the number is one that bears numbers:
// “resolution 12”.
func (f *finder) numbered(c *count) bool {
	if c.first == 0 || c.from < c.first {
		return false
	}
	value, ok := f.d.Value(f.k.numbered, c.first-1)
	if before := f.d.Norm(c.first - 1); strings.IndexByte(before, '-') >= 0 {
		value, ok = f.k.numbered.Value(tail(before)) // “biosafety-level 3”
	}
	return ok && (value == "strong" && c.plain != "" || !c.noun.known)
}

// named reports whether the number is part of a name of something: “Bright Harbour 9”,
// “the Three Sisters”.
func (f *finder) named(c *count) bool {
	s := f.d.Sentences[c.sentence]
	if c.plain == "" && c.first > s.First+1 && !s.Title && c.end < s.End &&
		f.d.Tokens[c.first].Case == text.Title && f.d.Tokens[c.end].Case == text.Title {
		return true
	}
	if c.first <= s.First+1 || c.from < c.first || c.noun.known || c.noun.same || c.side != 0 ||
		!c.noun.empty() && (c.noun.class != "thing" || f.plural(f.d.Norm(c.noun.end-1))) {
		return false
	}
	t := f.d.Tokens[c.first-1]
	return t.Kind == text.Word && (t.Case == text.Title || t.Case == text.Mixed || t.Case == text.Upper)
}

// enumerated reports whether a one stands in a list behind a larger number, with a noun
// of its own: “two surgeons, one generator and no blood”.
func (f *finder) enumerated(a, c *count) bool {
	return f.listed(a, c) && a.amount() >= 2 && !a.noun.empty() && !c.noun.empty() && !f.is(c.first, "a") &&
		c.noun.end-c.noun.first <= 2 && f.k.ending(f.d.Norm(c.noun.first)) != "doing"
}

// article reports whether a one is an article or a pronoun rather than a count. It
// counts where a rule says what happened to the one, and behind other numbers.
func (f *finder) article(c *count, found []*count) bool {
	if c.plain != "" || c.value == nil || *c.value != 1 || c.inner != "" {
		return false
	}
	if c.noun.empty() && f.is(c.first-1, "det") { // “you will be the one arrested”
		return true
	}
	if c.from < c.first && (c.op != "=" && c.op != "<=" || c.noun.known) { // “up to a limit”, “only a step” count nothing
		return false
	}
	if c.side != 0 && (c.noun.known || c.noun.empty() || c.noun.same) {
		return false
	}
	for i, o := range found {
		if o == c && i > 0 && (c.noun.known && kindOf(found[i-1].noun.class) == kindOf(c.noun.class) && (f.listed(found[i-1], c) || f.within(found[i-1], c)) || f.enumerated(found[i-1], c)) {
			return false
		}
	}
	return true
}

// results reports whether a sentence is a line of a table of matches, names and bare numbers
// only: “Sarn 3 Tessa 1”.
func (f *finder) results(s text.Sentence) bool {
	numbers, names := 0, 0
	for i := s.First; i < s.End; i++ {
		switch t := &f.d.Tokens[i]; {
		case t.Kind == text.Number && len(t.Norm) <= 3:
			numbers++
		case t.Kind == text.Word && t.Case != text.Lower:
			names++
		case t.Norm != "." && t.Norm != "-" && t.Norm != "(" && t.Norm != ")":
			return false
		}
	}
	return !s.Title && numbers >= 2 && names >= 2 && f.d.Tokens[s.End-1].Kind == text.Number
}
