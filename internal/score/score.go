// Package score measures findings against truth: precision, recall and F1 of spans and
// of what is said about them.
//
// It takes two lists of items and gives counts. It promises that an item is paired at
// most once, that optional truth is neither missed nor false, and that the same lists
// give the same counts in any order. It does not know where the lists come from.
package score

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// Item is a finding or a label: a place and what is said of it.
type Item struct {
	Start, End int      // half-open; any unit, the same on both sides
	Type       string   // such as “direct”, “person”
	Values     []string // any of these is right; on the side of findings, one
	Optional   bool     // on the side of truth: not asked for, and not wrong
}

// Count is how many items were found, wrongly found and missed.
type Count struct{ Found, False, Missed int }

// Precision is the share of findings that are right, 0 when there are none.
func (c Count) Precision() float64 { return share(c.Found, c.Found+c.False) }

// Recall is the share of the truth that was found, 0 when there is none.
func (c Count) Recall() float64 { return share(c.Found, c.Found+c.Missed) }

// F1 is the harmonic mean of precision and recall (van Rijsbergen 1979).
func (c Count) F1() float64 {
	p, r := c.Precision(), c.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// Add sums two counts.
func (c Count) Add(d Count) Count {
	return Count{c.Found + d.Found, c.False + d.False, c.Missed + d.Missed}
}

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

// Pair is a label and the finding that met it, as numbers in the lists.
type Pair struct{ Gold, Got int }

// Match pairs labels with findings: those that same accepts, those that overlap most
// first, asked-for labels before optional ones.
func Match(gold, got []Item, same func(gold, got Item) bool) (Count, []Pair) {
	type candidate struct {
		Pair
		optional int
		overlap  float64
	}
	var all []candidate
	for i, g := range gold {
		for j, e := range got {
			if o := overlap(g, e); o > 0 && same(g, e) {
				optional := 0
				if g.Optional {
					optional = 1
				}
				all = append(all, candidate{Pair{i, j}, optional, o})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.optional, b.optional), cmp.Compare(b.overlap, a.overlap), cmp.Compare(a.Gold, b.Gold), cmp.Compare(a.Got, b.Got))
	})
	usedGold, usedGot, grey := map[int]bool{}, map[int]bool{}, map[int]bool{}
	var c Count
	var pairs []Pair
	for _, x := range all {
		if x.optional > 0 {
			grey[x.Got] = true
		}
		if usedGold[x.Gold] || usedGot[x.Got] {
			continue
		}
		usedGold[x.Gold], usedGot[x.Got] = true, true
		if x.optional == 0 {
			c.Found++
			pairs = append(pairs, x.Pair)
		}
	}
	for j := range got {
		if !usedGot[j] && !grey[j] {
			c.False++
		}
	}
	for i := range gold {
		if !usedGold[i] && !gold[i].Optional {
			c.Missed++
		}
	}
	return c, pairs
}

// overlap is intersection over union of two places.
func overlap(a, b Item) float64 {
	both := min(a.End, b.End) - max(a.Start, b.Start)
	if both <= 0 {
		return 0
	}
	return float64(both) / float64(max(a.End, b.End)-min(a.Start, b.Start))
}

// Half accepts pairs that share at least half of their union.
func Half(gold, got Item) bool { return overlap(gold, got) >= 0.5 }

// Exactly accepts pairs with the same place and type.
func Exactly(gold, got Item) bool {
	return gold.Start == got.Start && gold.End == got.End && gold.Type == got.Type
}

// Touching accepts pairs that overlap at all.
func Touching(_, _ Item) bool { return true }

// SameValue accepts pairs whose value the truth allows.
func SameValue(gold, got Item) bool {
	return len(got.Values) > 0 && slices.Contains(gold.Values, got.Values[0])
}

// Equal accepts pairs that overlap, with the same type and a value that the truth
// allows.
func Equal(gold, got Item) bool { return gold.Type == got.Type && SameValue(gold, got) }

// SameName reports whether two names are one: the words of the shorter stand in the
// longer. Two empty names are one.
func SameName(a, b string) bool {
	x, y := nameWords(a), nameWords(b)
	if len(x) == 0 || len(y) == 0 {
		return len(x) == len(y)
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	for _, w := range x {
		if !slices.Contains(y, w) {
			return false
		}
	}
	return true
}

func nameWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
