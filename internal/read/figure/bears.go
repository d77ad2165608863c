package figure

import "stemma/internal/text"

// bears reports whether the words from first to before end say of harm that it is feared, to come
// or alleged. They do so between the number and the word for the harm (“40 may have died”), right
// before both (“fears that 40 died”) and, for what is foreseen, right behind both (“40 deaths are
// expected”). Elsewhere they speak of what else the sentence tells: what those held are suspected
// of, the aid for those who fled, other people who are feared dead.
func (f *finder) bears(c *count, first, end int, value string) bool {
	from, to := f.harmPhrase(c)
	switch {
	case holds(value, "noun"): // “tres presuntos ladrones fueron detenidos”, but “la presunta muerte de dos”
		return end == c.word.first
	case first >= from && end <= to:
		return !holds(value, "condition")
	case end <= from:
		return f.governs(end, from)
	case first >= to && kindOf(value) != "alleged":
		return first == to || first == to+1 && f.is(to, "aux")
	}
	return false
}

// harmPhrase gives the tokens from the number to the word that says what became of those counted,
// whichever comes first.
func (f *finder) harmPhrase(c *count) (from, to int) {
	from, to = c.from, max(c.end, c.noun.end)
	if w := c.word; w.end > w.first && w.first >= f.d.Sentences[c.sentence].First {
		from, to = min(from, w.first), max(to, w.end)
	}
	return from, to
}

// governs reports whether words that end before a token speak of what begins at another: no sign,
// no other clause and nothing that has happened stands between.
func (f *finder) governs(end, to int) bool {
	if to-end > near {
		return false
	}
	for i := end; i < to; i++ {
		if f.d.Tokens[i].Kind != text.Word && f.d.Tokens[i].Kind != text.Number || f.is(i, "done") || f.is(i, "relative") || f.is(i, "and") || i > end && f.is(i, "that") {
			return false
		}
	}
	return true
}

// listedStatus gives a count of harm in a list the status of the one before it: “40 women and 20
// children are feared dead”.
func (f *finder) listedStatus(c *count) string {
	before := f.countsIn(f.d.Sentences[c.sentence].First, c.first)
	if len(before) > 0 && harms[c.measure] {
		if a := before[len(before)-1]; a.measure == c.measure && a.status != "" && a.status != "past" && f.listed(a, c) && (a.word == c.word || !f.is(max(c.end, c.noun.end), "aux")) {
			return a.status
		}
	}
	return "happened"
}
