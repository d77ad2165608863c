package figure

import (
	"stemma/internal/text"
)

// statusOf says whether what is counted has happened, by the words of its clause.
func (f *finder) statusOf(c *count) string {
	if c.status != "" {
		return c.status
	}
	s := f.d.Sentences[c.sentence]
	status := f.listedStatus(c)
	if ballot[c.measure] != "" {
		return status
	}
	first, end := f.clause(c, s)
	if f.given(c, end) {
		end = 0
	}
	for i := first; i < end; i++ {
		n, value := f.d.Longest(f.k.outlook, i, end)
		if n == 0 && !f.nextClause(c.end, i) {
			n, value = f.k.outlookOf(f.d.Norm(i))
		}
		if n == 0 || i > s.First && f.d.Tokens[i].Case != text.Lower {
			continue // a capital inside a sentence makes a name of it: the month of May
		}
		if holds(value, "aim") && (i >= c.end || c.measure == "duration") {
			continue
		}
		if human(c.measure) && i >= max(c.end, c.noun.end) && holds(value, "condition") {
			break // “asked 800 adults if they would move”
		}
		switch kindOf(value) {
		case "planned", "predicted", "alleged":
			if !f.elsewhere(c, i, i+n, value) {
				status = kindOf(value)
			}
			if status == "planned" && unplanned[c.measure] {
				status = "predicted" // “45 million will die”
			}
		}
		i += n - 1
	}
	return status
}

// unplanned are the measures of what nobody plans, though it may be to come.
var unplanned = map[string]bool{"deaths": true, "injured": true, "missing": true}

// near is how many tokens may lie between a number and a word that speaks of it alone.
const near = 5

// elsewhere reports whether the words from first to before end speak of something other
// than the count: “presuntos autores” of who did it, what may become of those held.
func (f *finder) elsewhere(c *count, first, end int, value string) bool {
	if harms[c.measure] {
		return !f.bears(c, first, end, value)
	}
	behind := first >= max(c.end, c.noun.end)
	switch {
	case holds(value, "harm"): // “tried to feed 800 people” says that there are as many
		return true
	case holds(value, "noun"):
		return max(c.from-end, first-max(c.end, c.noun.end)) > 2
	case behind && human(c.measure) && kindOf(value) == "alleged":
		return true // “two porters suspected of arson”
	case !behind && end <= c.from:
		return f.isBase(c, end) || f.finished(c, end)
	}
	return false
}

// isBase reports whether a number is what another one is compared with: “will be worth three million,
// up from two million this year”.
func (f *finder) isBase(c *count, from int) bool {
	for n := 1; n <= 4 && c.from-n >= from; n++ {
		m, value := f.d.Longest(f.k.timing, c.from-n, c.first)
		if m == 0 || kindOf(value) != "compared" || len(f.countsIn(c.from-n+m, c.from)) > 0 || holds(value, "change") && !c.changes {
			continue
		}
		next := f.nextCount(c)
		return f.another(c, from, c.from) || c.changes && next != nil && f.another(c, c.end, min(next.first+1, c.end+near+3))
	}
	return false
}

// finished reports whether a clause behind the words that end before a token says that what is counted
// is done: “of the sum pledged, only three million had been spent”.
func (f *finder) finished(c *count, end int) bool {
	at := max(c.end, c.noun.end)
	if !f.commaIn(end, c.from) || !f.is(at, "aux") || !f.is(at+1, "be") {
		return false
	}
	n, _ := f.d.Longest(f.k.outlook, at, at+2)
	return n == 0
}

// nextClause reports whether another clause begins between two tokens: “costó 300 millones
// y el muelle pedirá otros cinco”.
func (f *finder) nextClause(from, to int) bool {
	for i := from; i+1 < to; i++ {
		if f.is(i, "and") && f.is(i+1, "det") {
			return true
		}
	}
	return false
}

// outlookOf says by a word's ending whether what is counted is to come: “vigilarán”.
func (k *knowledge) outlookOf(norm string) (n int, value string) {
	if value, ok := k.toCome.Longest(norm, 3); ok {
		return 1, value
	}
	return 0, ""
}

// clause gives the tokens of the part of the sentence that the number stands in: from
// the last semicolon or dash before it to the next comma or sign behind it.
func (f *finder) clause(c *count, s text.Sentence) (first, end int) {
	first, end = s.First, max(c.end, c.noun.end)
	for i := s.First; i < c.first; i++ {
		if n := f.d.Norm(i); n == ";" || n == "—" || n == ":" || f.is(i, "relative") || f.subordinate(i) && f.clausal(i+1, c.from) {
			first = i + 1
		}
	}
	for end < s.End && f.d.Tokens[end].Kind == text.Word && end-c.end < 8 && !f.opensOther(end) {
		end++
	}
	return first, end
}
