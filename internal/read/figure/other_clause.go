package figure

import "stemma/internal/text"

// opensOther reports whether a clause of its own subject or verb begins at a token behind what is counted:
// “have two boats and will sail on Sunday”, “two boats and its owner would …”, “three firms without which
// he could …”. “that will”, “nurses and doctors will” go on with what is counted.
func (f *finder) opensOther(i int) bool {
	switch {
	case f.subordinate(i):
		return true
	case f.is(i, "and") || f.contrast(i):
		return f.is(i+1, "aux") || f.is(i+1, "det") || f.is(i+1, "pronoun")
	case f.is(i, "relative") || f.is(i, "that"):
		return !f.is(i+1, "aux") && !f.is(i+1, "adverb") && f.d.Tokens[i+1].Kind == text.Word && !f.foretold(i+1)
	}
	return false
}

// foretold reports whether a word of outlook.txt or an ending for what is to come stands at a token.
func (f *finder) foretold(i int) bool {
	if n, _ := f.d.Longest(f.k.outlook, i, len(f.d.Tokens)); n > 0 {
		return true
	}
	n, _ := f.k.outlookOf(f.d.Norm(i))
	return n > 0
}

// subordinate reports whether a token opens a clause about something else: “because”, “while”.
func (f *finder) subordinate(i int) bool {
	value, _ := f.d.Value(f.k.clause, i)
	return holds(value, "sub") && !holds(value, "prep") && !holds(value, "that") && !holds(value, "as") && !holds(value, "conj") &&
		!f.is(i, "relative") && !f.foretold(i)
}

// contrast reports whether a token is a conjunction such as “but”.
func (f *finder) contrast(i int) bool {
	value, _ := f.d.Value(f.k.clause, i)
	return holds(value, "conj")
}

// given reports whether a number only says how many there are of people or places that are there already,
// whatever is to happen to them: “the three parties will …”, “would meet their two leaders”, “one of four
// islanders who …”. Where a word for what is to come stands right before it, more are to come.
func (f *finder) given(c *count, end int) bool {
	if c.kind != plain || c.op == "range" || harms[c.measure] && c.measure != "detained" || !human(c.measure) && c.measure != "places" || c.noun.empty() {
		return false
	}
	at := c.from
	if f.is(at-1, "of") && f.one(at-2) { // “one of four”
		return true
	}
	if !f.is(at-1, "det") && !f.is(at, "det") && f.d.Norm(at-1) != possessive || f.more(c.first, c.noun.end) {
		return false
	}
	for i := c.noun.end; i < end; i++ {
		if (f.is(i, "relative") || f.is(i, "that")) && f.foretold(i+1) {
			return false // “the 200 officers who will be hired”
		}
	}
	return true
}

// one reports whether a token is a word for one: “one of”.
func (f *finder) one(i int) bool {
	w := f.wordAt(i)
	return w.sort == adds && w.value == 1
}

// more reports whether one of the tokens says that what is counted is new: “the 200 extra officers”.
func (f *finder) more(first, end int) bool {
	for i := first; i < end; i++ {
		if f.is(i, "same") || f.is(i, "new") || f.foretold(i) {
			return true
		}
	}
	return false
}

// apartBy reports whether another clause, with a subject or a verb of its own, begins between what
// is counted and a time behind it: “has 40 boats, having bought the first in 2031”, “sold 30 boats
// and both yards made money in 2033”, “pays 40 cents but may earn less in 2035”.
func (f *finder) apartBy(c *count, time int) bool {
	start := max(c.end, c.noun.end)
	for i := start; i < time; i++ {
		switch {
		case f.d.Norm(i) == "," && f.k.ending(f.d.Norm(i+1)) == "doing" && (!f.is(i+1, "stop") || f.is(i+1, "aux")) && i+2 < time:
			return true
		case (f.subordinate(i) || f.contrast(i) && !f.is(i, "and") && !f.is(i, "or")) && f.clausal(i+1, time):
			return true
		case f.is(i, "and") && i+2 < time && !f.verb(i+1) && len(f.countsIn(i+1, i+4)) == 0 && f.clausal(i+2, min(time, i+longestSubject)):
			if i > start || f.is(i+1, "det") || f.is(i+1, "pronoun") { // “40 girls and women were freed in 2031”
				return true
			}
		}
	}
	return false
}

// longestSubject is how many words behind “and” the verb of another clause stands at most.
const longestSubject = 6

// verb reports whether a verb stands at a token.
func (f *finder) verb(i int) bool {
	return f.is(i, "aux") || f.k.ending(f.d.Norm(i)) == "past" || f.k.past(&f.d.Tokens[i])
}
