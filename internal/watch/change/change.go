// Package change says what a pile states now that it did not state before: new
// statements, counts with a new number, new contradictions.
//
// It takes what a pile held before and what it holds now, and gives a [Report]. It
// promises that it is a function of them; that texts alone, however many, are no change:
// nothing of a reprint or a translation is reported, nor what stands in a passage that an
// older text has too, nor what merely lines up otherwise without a new text that says it;
// and that the order is fixed: what is gravest first. It finds nothing itself, judges no
// statement, and words nothing.
package change

import (
	"cmp"
	"slices"

	"stemma"
)

// Before is a pile as it was, as far as changes are told by that.
type Before struct {
	Articles []stemma.Article // without their texts
	Clashes  []stemma.Clash
}

// After is the pile as it is now.
type After struct {
	Articles []stemma.Article // without their texts
	Copies   []stemma.Copy
	Lineup   stemma.Lineup // its actors are not asked for
	Texts    []Text        // those that were not there before
}

// Text is an article, with its text, and its reading.
type Text struct {
	Article stemma.Article
	Reading stemma.Reading
}

// Kinds of changes, gravest first.
const (
	Clash     = "clash"     // texts contradict each other, or one of them is wrong
	Toll      = "toll"      // a count that was known has a new number
	Statement = "statement" // something that no text said before
)

// Change is one thing that is new in what the texts say.
type Change struct {
	ID    stemma.ID // of the change: the same two states give the same
	Kind  string
	Group stemma.ID // the clash, tally, saying or happening as the pile has it now, or the one finding
	Of    string    // a clash's type; “count”, “quotation”, “figure”, “event”
	Label string    // the group's; of one finding the words of its sentence, of a quotation its own
	Why   string    // a clash's reason
	// Before and Now are the numbers of a count, each once, in the order of their days:
	// those of old texts, and those that only new ones give.
	Before, Now []stemma.Point
	Date        stemma.Date // of a happening
	Speaker     string      // of one quotation, as far as its text says: “Ida Brandt”, “the coast guard”
	Quote       *stemma.Quote
	Figure      *stemma.Figure // one finding that lines up with no other; the others are nil
	Event       *stemma.Event
	Support     stemma.Support // of a group
	Texts       []stemma.ID    // the new articles that say it, ordered; those that repeat it left out
}

// Report is what is new between two states.
type Report struct {
	Articles []stemma.Article // new ones, ordered by ID
	Reprints []stemma.ID      // those of them that are a text of before again, also in another language; ordered
	Changes  []Change
}

// Alarm reports whether anything is said that was not said before.
func (r Report) Alarm() bool { return len(r.Changes) > 0 }

// Between compares two states of a pile.
func Between(before Before, after After) Report {
	c := newComparison(before, after)
	r := Report{Articles: c.fresh}
	for _, a := range r.Articles {
		if c.reprint[a.ID] {
			r.Reprints = append(r.Reprints, a.ID)
		}
	}
	if len(c.said) > 0 {
		r.Changes = slices.Concat(c.clashes(before.Clashes), c.tallies(), c.sayings(), c.happenings(), c.alone())
	}
	slices.SortStableFunc(r.Changes, func(a, b Change) int {
		return cmp.Or(cmp.Compare(rank(a.Kind), rank(b.Kind)), cmp.Compare(b.Support.Families, a.Support.Families),
			cmp.Compare(order(a.Of), order(b.Of)), cmp.Compare(a.Label, b.Label), cmp.Compare(a.Group, b.Group))
	})
	return r
}

// order puts what somebody said before what is counted and what happened.
func order(of string) int { return slices.Index([]string{"quotation", "count", "figure", "event"}, of) }

func rank(kind string) int { return slices.Index([]string{Clash, Toll, Statement}, kind) }
