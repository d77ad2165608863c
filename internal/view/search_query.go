package view

import (
	"strconv"
	"strings"
	"sync"

	"stemma/internal/message"
)

// Expr is a node of a parsed query. String gives it in the form that [ParseQuery]
// reads, so that a query can be changed and sent on as a link.
type Expr interface{ String() string }

// Term is a word or, with several words, a phrase. With Prefix the last word may go
// on. With Edits it is one word, and stands for those of the pile that at most so many
// edits lead to.
type Term struct {
	Words  string
	Prefix bool
	Edits  int
}

// Near asks for terms within N words of each other, in any order.
type Near struct {
	Terms []Term
	N     int
}

// And asks for all of its parts in one sentence.
type And struct{ Parts []Expr }

// Or asks for one of its parts.
type Or struct{ Parts []Expr }

// Not asks that its part be absent.
type Not struct{ Part Expr }

// Filter asks something of the sentence's text or findings: one of [Fields]. With Whole, what
// the field has must be the value and not only contain it.
type Filter struct {
	Field, Value string
	Whole        bool
}

// Fields lists what a query may ask for besides words.
var Fields = []string{"outlet", "byline", "lang", "family", "speaker", "type", "measure", "place", "date"}

// wholeFields are those of which a part of the value is enough, unless a Filter is Whole.
var wholeFields = []string{"outlet", "byline", "speaker", "place"}

// searchFields gives the field that a name stands for: its own, and its words in every language of
// the interface, so that a search means the same to everybody.
var searchFields = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, f := range Fields {
		out[f] = f
		for _, lang := range message.Languages() {
			out[fold(message.In(lang).Term("search-field", f))] = f
		}
	}
	return out
})

func (t Term) String() string {
	s := t.Words
	if t.Edits == 0 && !bare(s) { // a “~” stands behind no marks, and makes a word of NEAR
		s = inMarks(s)
	}
	if t.Prefix {
		s += "*"
	}
	if t.Edits > 0 {
		s += "~"
		if t.Edits != usualEdits(len([]rune(fold(t.Words)))) {
			s += strconv.Itoa(t.Edits)
		}
	}
	return s
}

func (n Near) String() string {
	words := make([]string, len(n.Terms))
	for i, t := range n.Terms {
		words[i] = t.String()
	}
	op := " NEAR "
	if n.N != nearWords {
		op = " NEAR/" + strconv.Itoa(n.N) + " "
	}
	return strings.Join(words, op)
}

func (a And) String() string { return joined(a.Parts, " ") }

func (o Or) String() string { return joined(o.Parts, " OR ") }

func (n Not) String() string {
	switch n.Part.(type) {
	case Term, Filter:
		return "-" + n.Part.String()
	}
	return "NOT (" + n.Part.String() + ")"
}

func (f Filter) String() string {
	field := f.Field + ":"
	if f.Whole {
		field += "="
	}
	if bare(f.Value) {
		return field + f.Value
	}
	return field + inMarks(f.Value)
}

// joined writes parts one after the other, those that bind less in parentheses.
func joined(parts []Expr, op string) string {
	words := make([]string, len(parts))
	for i, p := range parts {
		words[i] = p.String()
		switch p.(type) {
		case Or, And:
			words[i] = "(" + words[i] + ")"
		case Near:
			if op == " " {
				words[i] = "(" + words[i] + ")"
			}
		}
	}
	return strings.Join(words, op)
}

// bare reports whether words can stand without quotation marks.
func bare(s string) bool {
	if s == "" || operator(s) != "" || strings.HasPrefix(s, "-") || strings.HasPrefix(s, "=") || strings.ContainsAny(s, " \t\r\n()\"“”*~:") {
		return false
	}
	return len(strings.Fields(s)) == 1
}

// inMarks puts words in quotation marks; marks inside are dropped.
func inMarks(s string) string { return `"` + tidy(s) + `"` }

// tidy closes up white space and drops quotation marks, which no search can tell.
func tidy(s string) string {
	return strings.Join(strings.Fields(strings.NewReplacer(`"`, " ", "“", " ", "”", " ").Replace(s)), " ")
}
