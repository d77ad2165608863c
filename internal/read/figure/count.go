package figure

import "stemma"

// count is a number in the text on its way to a figure. All token numbers count in
// Doc.Tokens; ranges are half-open.
type count struct {
	first, end int         // the tokens that the number has a part in
	from       int         // where the words before it begin that say how exact it is
	span       stemma.Span // the number itself: it may end inside a token (“one-day”)
	value      *float64
	min, max   *float64
	op         string
	kind       kind
	unit       string
	scaled     float64 // what the last of its words multiplies by: 1000 for “ninety thousand”; 0 for none
	plain      string  // the number as one token of digits, "" otherwise
	inner      string  // what the token holds behind the number: “day” in “one-day”
	changes    bool    // “from” stands before it: “from 60 to 45” is two numbers
	sentence   int

	noun     phrase
	led      bool   // “of” stands between the number and its noun
	measure  string // one of stemma.Measures, or refused
	status   string
	rule     string
	rank     int    // of the rule, in the order of its file
	base     string // “part”, “rest”: it is one of the number before
	baseBy   string // the rule that says so
	saidRule string // the rule by which a verb before it states it
	elided   string // the rule by which it may leave out that it counts people
	verb     int    // token of the verb whose subject states the number, 0 for none
	stands   bool   // a time beside it says when the count stood
	undated  bool   // its sentence has a time that is not its own: it has none
	due      bool   // … or, of what is to come, when it is to be so: “by the end of 2036”
	carried  *count // the earlier count whose noun it leaves out
	word     span   // the word that the rule hangs on
	near     int    // tokens between the number and the word that the rule hangs on
	side     int    // where that word stands: -1 before the number, 1 behind it, 0 nowhere

	place, saidBy, about stemma.Named
	date, asOf           stemma.Date
	group                int // number of its group, from 1; 0 for none
	total                *count
}

// span is a half-open range of tokens.
type span struct{ first, end int }

// refused is the measure of a number that is no figure.
const refused = "none"

// kind says what sort of number it is.
type kind uint8

const (
	plain kind = iota
	money
	percent
	ordinal // “second”, “number one”: a figure only where a rule says so
)

func number(v float64) *float64 { return &v }

// amount is the stated value, or the lower bound of a vague one.
func (c *count) amount() float64 {
	switch {
	case c.value != nil:
		return *c.value
	case c.min != nil:
		return *c.min
	}
	return 0
}

// phrase is the noun phrase that says what is counted.
type phrase struct {
	first, end int    // tokens; empty where there is none
	class      string // the value of its head in people.txt, units.txt or things.txt; “thing” for other nouns
	same       bool   // it stands for the noun of the number before (“more”, “of them”)
	known      bool   // its head stands in a list
}

func (p phrase) empty() bool { return p.end <= p.first }

// kindOf gives the first word of a class.
func kindOf(class string) string { head, _ := cut(class); return head }

// cut gives the first word and the rest.
func cut(s string) (first, rest string) {
	for i := range len(s) {
		if s[i] == ' ' {
			return s[:i], s[i+1:]
		}
	}
	return s, ""
}
