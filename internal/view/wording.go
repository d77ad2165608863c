package view

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/message"
	"stemma/lang"
)

// english is what commands, exports and the API speak.
var english = message.In("en")

// Unknown is how a screen says that something cannot be told.
const Unknown = "unknown"

// Untitled stands in for the title of a text that has none.
const Untitled = "Untitled text"

// Count words a number of things in English: “1 text”, “2,310 texts”.
func Count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return Number(float64(n)) + " " + many
}

// wordsOf words what a finding points to on one line: by its name, else by the words of
// its text; “” for a pronoun, which tells nobody.
func wordsOf(n stemma.Named, a *stemma.Article) string {
	words := strings.Join(strings.Fields(cmp.Or(n.Name, n.Span.Of(a.Text))), " ")
	if n.Name == "" && isPronoun(words, a.Lang) {
		return ""
	}
	return words
}

// figureIn words a figure with what its text says is counted: “6 boats”, not “6 count”.
func figureIn(b *message.Book, f stemma.Figure, text string) string {
	if f.Of.Name == "" {
		words := strings.Join(strings.Fields(f.Of.Span.Of(text)), " ")
		if !slices.ContainsFunc(lang.Codes(), func(code string) bool { return isPronoun(words, code) }) {
			f.Of.Name = words
		}
	}
	return b.Figure(f)
}

func isPronoun(words, language string) bool {
	pack := lang.Load(language)
	if pack == nil {
		return false
	}
	value, _ := pack.List("actwords").Value(lang.Fold(words))
	return lang.Flag(value, "pronoun")
}

// The wordings of package message in English.

// Number words a number with commas between thousands and no needless decimals.
func Number(f float64) string { return english.Number(f) }

// Percent words a share of 0–1.
func Percent(share float64) string { return english.Percent(share) }

// Language names a language: “Spanish” for “es”.
func Language(tag string) string { return english.Language(tag) }

// Support words how well something is attested, families first.
func Support(s stemma.Support) string { return english.Support(s) }

// Standing words how many texts of how many families say something.
func Standing(texts, families int) string { return english.Standing(texts, families) }

// Relation words what one text is to another: “an edited reprint”.
func Relation(relation string) string { return english.Relation(relation) }

// Bound words a stated number with its operator: “at least 27”, “20 to 30”.
func Bound(op string, value, least, most *float64) string {
	return english.Bound(op, value, least, most)
}

// Measure words a measure of the contract: “in_hospital” is “in hospital”.
func Measure(measure string) string { return english.Measure(measure) }

// FigureWords words a figure: “at least 27 deaths”, “25,000 USD”.
func FigureWords(f stemma.Figure) string { return english.Figure(f) }

// DateWords words a date or duration as exactly as it is known: “4 March 2021”, “3 days”.
func DateWords(d stemma.Date) string { return english.Date(d) }

// EventLabel words an event by its type: “protest, 4 March 2021, planned”.
func EventLabel(e stemma.Event) string { return eventLabel(english, e) }

func eventLabel(b *message.Book, e stemma.Event) string { return b.Event(e, eventKind(e.Type, e.Mode)) }
