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
	if ballot[c.measure] != "" || c.kind == percent {
		return status
	}
	first, end := f.clause(c, s)
	for i := first; i < end; i++ {
		n, value := f.d.Longest(f.k.outlook, i, end)
		if n == 0 && !f.nextClause(c.end, i) {
			n, value = f.k.outlookOf(f.d.Norm(i))
		}
		if n == 0 || i > s.First && f.d.Tokens[i].Case != text.Lower {
			continue // a capital inside a sentence makes a name of it: the month of May
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
	return holds(value, "noun") && max(c.from-end, first-max(c.end, c.noun.end)) > 2
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
		if n := f.d.Norm(i); n == ";" || n == "—" || n == ":" || f.is(i, "relative") {
			first = i + 1
		}
	}
	for end < s.End && f.d.Tokens[end].Kind == text.Word && end-c.end < 8 {
		end++
	}
	return first, end
}
