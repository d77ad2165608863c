package figure

import (
	"sort"

	"stemma/internal/text"
)

// setApart reports whether the words of a sentence set a time, tokens first to before end, apart
// from a number: it is when harm was remembered or punished, the time of a number that this one is
// compared with, or that of something later.
func (f *finder) setApart(c *count, first, end int) bool {
	if first >= c.end {
		return f.setBehind(c, first)
	}
	if f.compares(c, first) && f.punctuated(end, c.first) && !f.is(f.past(end), "moment") {
		return true // “yesterday four points above Monday: a jump of nine percent”
	}
	return harms[c.measure] && (f.remembered(end, c.from) || f.recalled(c, end)) || state[c.measure] && f.nextMain(end, c.from)
}

// nextMain reports whether a main clause begins between two tokens, behind a comma and “and”: “the war,
// which ended in 2031, and 40 are still missing”.
func (f *finder) nextMain(from, to int) bool {
	for i := from; i+1 < to; i++ {
		if f.d.Norm(i) == "," && f.is(i+1, "and") {
			return true
		}
	}
	return false
}

// compares reports whether a word of comparison stands right before a token.
func (f *finder) compares(c *count, time int) bool {
	for n := 1; n <= 3 && time-n > f.d.Sentences[c.sentence].First; n++ {
		if m, value := f.d.Longest(f.k.timing, time-n, time); m == n && kindOf(value) == "compared" && !holds(value, "change") {
			return true
		}
	}
	return false
}

// punctuated reports whether a sign stands between two tokens.
func (f *finder) punctuated(from, to int) bool {
	for i := from; i < to; i++ {
		if f.d.Tokens[i].Kind == text.Punct {
			return true
		}
	}
	return false
}

// setBehind is setApart for a time behind the number.
func (f *finder) setBehind(c *count, time int) bool {
	if f.semicolon(c.end, time) {
		return true
	}
	for i := c.end; i < time; i++ {
		n, value := f.d.Longest(f.k.timing, i, time)
		switch kindOf(value) {
		case "aftermath":
			if harms[c.measure] && i > c.noun.end {
				return true // “the 12 victims were mourned on Friday”
			}
		case "ahead":
			if i+n < time { // “before the vote in May”; “before 2040” is its own
				return true
			}
		case "compared":
			if at := i + n; (f.changed(c) || !holds(value, "change")) && (at == time || at+1 == time && (f.is(at, "det") || f.is(at, "in"))) && f.comparable(value, time) || f.another(c, at, time) && !holds(value, "coarse") {
				return true // “five million, up from three in 2031”
			}
		}
	}
	return harms[c.measure] && f.mainClause(c, time)
}

// comparable reports whether a word of comparison may be one before a time: before a day “on” says when.
func (f *finder) comparable(value string, time int) bool {
	if !holds(value, "coarse") {
		return true
	}
	k := sort.Search(len(f.times), func(k int) bool { return f.times[k].Span.End > f.d.Tokens[time].Span.Start })
	return k < len(f.times) && len(f.times[k].Value) < len("2031-03-04")
}

// changed reports whether a number says by how much something grew or shrank: “up 9 percent”.
func (f *finder) changed(c *count) bool {
	return c.kind == percent || f.is(c.from-1, "by")
}

// another reports whether a number of the same kind as c stands between two tokens, not in brackets as
// the same in another currency.
func (f *finder) another(c *count, from, to int) bool {
	for _, o := range f.countsIn(from, to) {
		if o.kind == c.kind && o.measure == c.measure && o.from >= from && !f.inBrackets(o.first) { // and no “than” of “more than 40”
			return true
		}
	}
	return false
}

// inBrackets reports whether a token stands in brackets.
func (f *finder) inBrackets(token int) bool {
	for i := token - 1; i >= 0 && i > token-longestAside; i-- {
		switch f.d.Norm(i) {
		case "(":
			return true
		case ")":
			return false
		}
	}
	return false
}

// longestAside is how many tokens an aside in brackets has at most.
const longestAside = 12

// remembered reports whether something that is done about harm later stands between two tokens: “met
// on Monday in memory of the 12 dead”.
func (f *finder) remembered(from, to int) bool {
	for i := from; i < to; i++ {
		if n, value := f.d.Longest(f.k.timing, i, to); n > 0 && value == "aftermath" {
			return true
		}
	}
	return false
}

// recalled reports whether a number stands in a clause about something earlier than the time that
// ends before a token: “a bill in 2041 for the flood that killed 12”, “closed on Monday after the
// flood, in which 12 died”. Harm that is told before tells of the same blow.
func (f *finder) recalled(c *count, end int) bool {
	for _, a := range f.countsIn(f.d.Sentences[c.sentence].First, end) {
		if harms[a.measure] {
			return false
		}
	}
	earlier := false
	for i := end; i < c.first; i++ {
		earlier = earlier || f.is(i, "done")
		if earlier && (f.is(i, "relative") || f.is(i, "that")) {
			return true
		}
	}
	return false
}

// mainClause reports whether a number stands in a clause about a noun, and the time behind it in the
// clause around: “the man who planned the blast that killed 12, was sentenced on Friday”.
func (f *finder) mainClause(c *count, time int) bool {
	if !f.inRelative(c) {
		return false
	}
	comma := false
	for i := c.end; i < time; i++ {
		comma = comma || f.d.Norm(i) == ","
		if comma && !f.is(i-1, "and") && (f.is(i, "aux") || f.k.ending(f.d.Norm(i)) == "past" || f.k.past(&f.d.Tokens[i])) {
			return true
		}
	}
	return false
}

// inRelative reports whether a number stands in a clause about a noun, with no comma between: “the
// blast that killed 12”.
func (f *finder) inRelative(c *count) bool { return f.relative(c) > 0 }

// relative gives the token of the word that begins a clause about a noun in which a number stands, 0
// where none does.
func (f *finder) relative(c *count) int {
	for i := c.from - 1; i > f.d.Sentences[c.sentence].First && i > c.from-longestClause && f.d.Norm(i) != ","; i-- {
		if f.is(i, "relative") && !f.is(i-1, "of") || f.is(i, "that") && f.verbBehind(i+1) && !f.d.Has(f.k.speech, i-1) {
			return i
		}
	}
	return 0
}

// verbBehind reports whether a word for “that” before a token leads to a verb, so that it stands for
// the noun before: “that killed”, and not “that 40 people were killed”.
func (f *finder) verbBehind(i int) bool {
	n, _ := f.d.Longest(f.k.harm, i, len(f.d.Tokens))
	return n > 0 || f.is(i, "aux") || f.k.ending(f.d.Norm(i)) == "past" || f.k.past(&f.d.Tokens[i])
}

// longestClause is how many words lie at most between the beginning of such a clause and its number.
const longestClause = 16

// longAgoOrFar reports whether harm is told of in the past tense in a clause about a noun: “the blast
// that killed 12” may be of another day and land than the text. What “has killed 12” goes on here.
func (f *finder) longAgoOrFar(c *count) bool {
	i := f.relative(c)
	return i > 0 && harms[c.measure] && (f.is(i+1, "be") || !f.is(i+1, "aux"))
}
