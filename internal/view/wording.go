package view

import (
	"cmp"
	"math"
	"strconv"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"stemma"
)

// Unknown is how a screen says that something cannot be told.
const Unknown = "unknown"

// Untitled stands in for the title of a text that has none.
const Untitled = "Untitled text"

// Count words a number of things: “1 text”, “2,310 texts”.
func Count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return Number(float64(n)) + " " + many
}

// wordsOf words what a finding points to on one line: by its name, else by the words of
// its text.
func wordsOf(n stemma.Named, a *stemma.Article) string {
	return strings.Join(strings.Fields(cmp.Or(n.Name, n.Span.Of(a.Text))), " ")
}

// Number words a number with commas between thousands and no needless decimals.
func Number(f float64) string {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return Unknown
	}
	s := strconv.FormatFloat(math.Abs(f), 'f', -1, 64)
	whole, rest, _ := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if f < 0 {
		whole = "−" + whole
	}
	if rest != "" {
		whole += "." + rest
	}
	return whole
}

// Percent words a share of 0–1; what is not quite nothing or all is not rounded to it.
func Percent(share float64) string {
	n := math.Round(share * 100)
	switch {
	case share > 0 && n == 0:
		return "under 1 %"
	case share < 1 && n == 100:
		return "over 99 %"
	}
	return strconv.FormatFloat(n, 'f', 0, 64) + " %"
}

// Language names a language in English: “Spanish” for “es”.
func Language(tag string) string {
	if tag == "" || tag == "und" {
		return "language unknown"
	}
	t, err := language.Parse(tag)
	if err != nil {
		return tag
	}
	if name := display.English.Languages().Name(t); name != "" {
		return name
	}
	return tag
}

// Support words how well something is attested, families first: they are what
// counts as independent.
func Support(s stemma.Support) string {
	return Standing(s.Texts, s.Families)
}

// Standing words how many texts of how many families say something.
func Standing(texts, families int) string {
	return Count(families, "independent text", "independent texts") + " of " + Number(float64(texts))
}

// Relation words what one text is to another: “an edited reprint”.
func Relation(relation string) string {
	switch relation {
	case stemma.Reprint:
		return "a reprint"
	case stemma.Edited:
		return "an edited reprint"
	case stemma.Excerpt:
		return "an excerpt"
	case stemma.SharedWords:
		return "shares wording"
	case stemma.Translation:
		return "a translation"
	case stemma.SharedQuote:
		return "shares a quotation"
	case stemma.SharedSite:
		return "shares site text only"
	case "":
		return Unknown
	}
	return relation
}

// Bound words a stated number with its operator: “at least 27”, “20 to 30”.
func Bound(op string, value, least, most *float64) string {
	number := func(f *float64) string {
		if f == nil {
			return "?"
		}
		return Number(*f)
	}
	if value == nil {
		switch {
		case least != nil && most != nil:
			return number(least) + " to " + number(most)
		case least != nil:
			return "at least " + number(least)
		case most != nil:
			return "at most " + number(most)
		}
		return "an unstated number"
	}
	switch op {
	case ">=":
		return "at least " + number(value)
	case ">":
		return "more than " + number(value)
	case "<=":
		return "at most " + number(value)
	case "<":
		return "fewer than " + number(value)
	case "~":
		return "about " + number(value)
	}
	return number(value)
}

// Measure words a measure of the contract: “in_hospital” is “in hospital”.
func Measure(measure string) string { return strings.ReplaceAll(measure, "_", " ") }

// FigureWords words a figure: “at least 27 deaths”, “25,000 USD (money)”.
func FigureWords(f stemma.Figure) string {
	s := Bound(f.Op, f.Value, f.Min, f.Max)
	if f.Unit != "" {
		s += " " + f.Unit
	}
	of := Measure(f.Measure)
	if f.Measure == "count" || f.Measure == "people" || f.Measure == "places" {
		if f.Of.Name != "" {
			of = f.Of.Name
		}
	}
	return s + " " + of
}
