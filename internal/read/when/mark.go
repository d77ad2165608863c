package when

import (
	"strconv"
	"strings"

	"stemma/internal/text"
	"stemma/lang"
)

// marks answers the marks of when.rules at the token at hand:
//
//	<@day>       1 to 31, with or without an ordinal's letters; <@daynum> in words
//	<@month>     a month that has company; <@month1> one that can stand alone;
//	             <@monthword> one that is also another word
//	<@modmonth>  “mid-December” as one word
//	<@weekday>   a day of the week
//	<@year>      four digits, 1500 to 2199, “’98”, or “nineteen ninety-six”; <@twodigits> the end of “1998–99”
//	<@decade>    “1990s”, “’90s”; <@twodecade> “90” and its word
//	<@numeric>   a date in figures; its value is “29.11.2022” in the order written
//	<@n>         a number, in digits or words; <@ord> an ordinal; <@roman> Roman figures
//	<@hourword>  a full hour of twelve; <@shortyear> “89”, the year 1989
//	<@length>    “five-year” as one word; <@ordunit> “third-quarter” as one word
//	<@clock>     an hour, with or without minutes; <@hm> “4:30”, <@hmdot> “4.30”, <@hhmm> “1630”
//	<@quarter> <@shortunit> <@longunit>  some of the units
type marks struct {
	*finder
	limit    int
	hopeless int // a token at which no mark begins
}

// prepare looks at a token before its marks are asked for, since most words are none.
func (m *marks) prepare(i, limit int) {
	m.limit, m.hopeless = limit, -1
	t := &m.d.Tokens[i]
	switch t.Kind {
	case text.Number, text.Mark:
	case text.Word:
		if m.k.words.Begin(t.Known) == nil && !t.Has(m.k.months) && !t.Has(m.k.weekdays) &&
			strings.IndexByte(t.Norm, '-') < 0 && roman(t.Span.Of(m.d.Text)) == 0 {
			m.hopeless = i
		}
	default:
		m.hopeless = i
	}
}

// At implements rule.Marks.
func (m *marks) At(name string, i int) (end int, value string, ok bool) {
	if i == m.hopeless {
		return 0, "", false
	}
	t := &m.d.Tokens[i]
	if t.Kind == text.Number {
		return m.number(name, i, t)
	}
	if t.Kind == text.Mark {
		return m.apostrophe(name, i)
	}
	if t.Kind != text.Word {
		return 0, "", false
	}
	switch name {
	case "day":
		if v, ok := t.Value(m.k.words); ok && lang.Flag(v, "day") && class(v, "ord") != "" {
			return i + 1, class(v, "ord"), true
		}
	case "daynum":
		if end, v, ok := m.cardinal(i); ok && first(v) <= 31 {
			return end, v, true
		}
		if v, _ := t.Value(m.k.words); lang.Flag(v, "one") {
			return i + 1, "1", true
		}
	case "month", "month1", "monthword":
		return m.month(i, t, name)
	case "year":
		return m.yearWords(i)
	case "weekday":
		return m.weekday(i, t)
	case "n":
		return m.cardinal(i)
	case "ord":
		if v, ok := t.Value(m.k.words); ok && class(v, "ord") != "" && class(v, "ord") != "-1" {
			return i + 1, class(v, "ord"), true
		}
	case "roman":
		if n := roman(t.Span.Of(m.d.Text)); n > 0 {
			return i + 1, strconv.Itoa(n), true
		}
	case "length", "ordunit", "modmonth":
		if value := m.hyphened(name, t.Norm); value != "" {
			return i + 1, value, true
		}
	case "quarter", "shortunit", "longunit":
		v, _ := t.Value(m.k.words)
		if u := class(v, "unit"); u != "" && strings.Contains(unitGroups[name], " "+u+" ") {
			return i + 1, v, true
		}
	case "twodecade":
		if n := m.numAt(t); n >= 20 && n < 100 && n%10 == 0 {
			return i + 1, strconv.Itoa(n), true
		}
	case "clock", "hourword":
		if n := m.hourWord(t); n > 0 {
			return i + 1, strconv.Itoa(n), true
		}
	}
	return 0, "", false
}

var unitGroups = map[string]string{"quarter": " Q HY ", "shortunit": " D W M Y ", "longunit": " W M Q Y DE CE "}

// month looks for a month; alone, without company, only forms that are nothing else.
func (m *marks) month(i int, t *text.Token, name string) (int, string, bool) {
	v, ok := t.Value(m.k.months)
	if !ok || name == "monthword" && !lang.Flag(v, "word") {
		return 0, "", false
	}
	alone := name == "month1"
	capital := t.Case == text.Title || t.Case == text.Upper
	switch {
	case lang.Flag(v, "word") && (alone || !capital), alone && lang.Flag(v, "short"), alone && lang.Flag(v, "small") && t.Case == text.Title && m.named(i):
		return 0, "", false
	}
	return i + 1, v, true
}

func (m *marks) weekday(i int, t *text.Token) (int, string, bool) {
	v, ok := t.Value(m.k.weekdays)
	if !ok || lang.Flag(v, "plural") {
		return 0, "", false
	}
	if lang.Flag(v, "word") && t.Case != text.Title || lang.Flag(v, "small") && t.Case == text.Title && m.named(i) {
		return 0, "", false
	}
	return i + 1, v, true
}

// named reports whether a word with a capital is a name: inside a sentence, or before
// another capital.
func (m *marks) named(i int) bool {
	s := m.d.Sentences[m.sentenceNo]
	return !m.opens(i) || !s.Title && i+1 < m.limit && m.d.Tokens[i+1].Kind == text.Word && m.d.Tokens[i+1].Case == text.Title
}

// opens reports whether a capital at token i says nothing, since a sentence or a
// quotation begins there.
func (m *marks) opens(i int) bool {
	s := m.d.Sentences[m.sentenceNo]
	return i == s.First || i > 0 && m.d.Tokens[i-1].Kind != text.Word || s.Title
}
