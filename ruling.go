package stemma

import (
	"strings"
	"time"
)

// Ruling is a person's decision about a finding, a text, a pair of them or a clash. Rulings
// are ground state: they are never rewritten or deleted, only answered by a later one.
//
// It is anchored by words, not by number: they find their place again when the text has
// been cut or read anew.
type Ruling struct {
	ID      ID
	By, Why string
	At      time.Time
	Anchor         // what it is about
	Other   Anchor // the other one of a pair; where the words of a mended finding stand now; else the zero Anchor
	Answers ID     // the ruling that it takes back; "" otherwise
	Verdict string // one of those below
	Kind    string // of the finding that it is about: “quote”, “figure” …; "" for one about texts
	Before  []Detail
	After   []Detail
}

// Detail is one thing that a ruling says, or that was said before it: a field of a finding,
// named as the exports name it, and its value in words.
type Detail struct{ Name, Value string }

// Verdicts about findings.
const (
	Accepted = "accept" // it was looked at, and is right
	Rejected = "reject" // it is wrong: it counts no more
	Mended   = "mend"   // it says what After says, not what Before says
	Made     = "make"   // there is a finding of this kind at these words, which says what After says
	Noted    = "note"   // a note on a finding or a text, Why; it changes nothing. After may hold a certainty
)

// Verdicts about names.
const (
	SameOne = "same"   // the two that are named are one
	Apart   = "apart"  // who is named here is nobody else of that name; with Other, he or she is that one
	Renamed = "rename" // whoever is named here is shown under the name in After
)

// Settled is the verdict about a clash, told by a finding of each of two of its sides. Before
// holds the sides that were weighed; After says which is right (see package view).
const Settled = "settle"

// Verdicts about texts, and about rulings.
const (
	NotACopy  = "not-a-copy" // neither of the two texts was made from the other
	CameFirst = "first"      // of its family, this text is the one that all others come from
	TakenBack = "back"       // the ruling that is answered holds no more
)

// Standing says which of the rulings hold: those that no other one takes back.
func Standing(rulings []Ruling) map[ID]bool {
	holds := make(map[ID]bool, len(rulings))
	for _, r := range rulings {
		holds[r.ID] = r.Verdict != TakenBack
	}
	for _, r := range rulings {
		if r.Verdict == TakenBack {
			holds[r.Answers] = false
		}
	}
	return holds
}

// Act names what was decided at one stroke: rulings of a person about the same words of a text and
// of its copies have the same, and are taken back together. "" for what is about texts.
func (r *Ruling) Act() string {
	if r.Kind == "" || r.Verdict == TakenBack {
		return ""
	}
	return strings.Join([]string{r.By, r.At.UTC().Format(time.RFC3339Nano), r.Verdict, r.Kind, r.Why, r.Exact}, "\x00")
}

// Counts reports whether anything is counted otherwise by the ruling, or by its being taken
// back.
func (r *Ruling) Counts() bool { return r.Verdict != Noted && r.Verdict != Settled }

// Value gives the value of a detail; "" where there is none of that name.
func Value(list []Detail, name string) string {
	for _, d := range list {
		if d.Name == name {
			return d.Value
		}
	}
	return ""
}
