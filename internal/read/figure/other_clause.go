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
	if !f.is(at-1, "det") && !f.is(at, "det") || f.more(c.first, c.noun.end) {
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
