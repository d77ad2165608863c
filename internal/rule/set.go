package rule

import (
	"fmt"
	"maps"
	"slices"

	"stemma/lang"
)

// Set is the compiled rules of one file of a pack, with a table of the tokens that they
// can begin with.
type Set struct {
	rules   []lang.Rule
	entries []entry // all patterns, in file order
	needs   int     // how many there are
	table   *table
}

type entry struct {
	rule    int
	pattern *Pattern
	needs   []int
}

// Found is a rule that matched.
type Found struct {
	Rule *lang.Rule
	Match
}

// NewSet compiles the rules of a file (“figure” for figure.rules). A pattern that
// cannot be compiled is an error that names its rule.
func NewSet(p *lang.Pack, file string) (*Set, error) {
	s := &Set{rules: p.Rules(file)}
	words := &stepWords{lists: map[asked]phraseWords{}}
	numbers := numbering{known: map[string]int{}}
	var first [][ahead]meets
	for i, r := range s.rules {
		for _, source := range r.Match {
			pattern, err := Compile(source, p)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", r.ID, err)
			}
			s.entries = append(s.entries, entry{i, pattern, numbers.of(needs(pattern.steps, words))})
			first = append(first, (&lookAhead{pattern.steps, words}).first())
		}
	}
	s.needs = len(numbers.words)
	s.table = newTable(first, numbers.words, p.Words())
	return s, nil
}

// MustSet is NewSet for rules that are built into the program.
func MustSet(p *lang.Pack, file string) *Set {
	s, err := NewSet(p, file)
	if err != nil {
		panic(err)
	}
	return s
}

// Rules gives the rules of the set, in file order.
func (s *Set) Rules() []lang.Rule { return s.rules }

// numbering gives numbers to the needs of a set; needs with the same words have the same.
type numbering struct {
	known map[string]int
	words [][]int32 // by number
}

func (n *numbering) of(all []need) []int {
	var numbers []int
	for _, need := range all {
		words := slices.Sorted(maps.Keys(need.words))
		key := fmt.Sprint(words)
		no, met := n.known[key]
		if !met {
			no = len(n.words)
			n.known[key] = no
			n.words = append(n.words, words)
		}
		numbers = append(numbers, no)
	}
	return numbers
}
