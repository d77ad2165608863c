package rule

import (
	"fmt"
	"maps"
	"slices"
	"sort"

	"stemma/lang"
)

// Set is the compiled rules of one file of a pack, found by the token they can begin
// with.
type Set struct {
	rules  []lang.Rule
	marks  []string
	byWord map[string][]entry
	byMark map[string][]entry
	always []entry
	words  lang.Sieve // of byWord

	needs  int              // how many there are
	meets  map[uint32][]int // lang.Hash of a word → the needs that it meets
	needed lang.Sieve       // of meets
}

type entry struct {
	rule    int
	nth     int // place of the pattern among all, in file order
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
	s := &Set{rules: p.Rules(file), byWord: map[string][]entry{}, byMark: map[string][]entry{}, meets: map[uint32][]int{}}
	known := map[string]int{}
	nth := 0
	for i, r := range s.rules {
		for _, source := range r.Match {
			nth++
			pattern, err := Compile(source, p)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", r.ID, err)
			}
			s.index(entry{i, nth, pattern, s.number(needs(pattern.steps), known)})
		}
	}
	for m := range s.byMark {
		s.marks = append(s.marks, m)
	}
	sort.Strings(s.marks)
	s.sieves()
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

// number gives the numbers of needs; known has those of needs with the same words.
func (s *Set) number(all []need, known map[string]int) []int {
	var numbers []int
	for _, n := range all {
		words := slices.Sorted(maps.Keys(n.words))
		key := fmt.Sprint(words)
		no, met := known[key]
		if !met {
			no = s.needs
			s.needs++
			known[key] = no
			for _, w := range words {
				s.meets[w] = append(s.meets[w], no)
			}
		}
		numbers = append(numbers, no)
	}
	return numbers
}

// sieves makes the sieves of what is looked up at every token.
func (s *Set) sieves() {
	s.words, s.needed = lang.NewSieve(len(s.byWord)), lang.NewSieve(len(s.meets))
	for w := range s.byWord {
		s.words.Add(lang.Hash(w))
	}
	for hash := range s.meets {
		s.needed.Add(hash)
	}
}

// index files a pattern under everything that it can begin with.
func (s *Set) index(e entry) {
	words, marks := map[string]bool{}, map[string]bool{}
	if !firsts(e.pattern.steps, 0, words, marks, map[int]bool{}) {
		s.always = append(s.always, e)
		return
	}
	for w := range words {
		s.byWord[w] = append(s.byWord[w], e)
	}
	for m := range marks {
		s.byMark[m] = append(s.byMark[m], e)
	}
}

// firsts collects the words and marks that a pattern can begin with from step pc on;
// false when it can begin with anything.
func firsts(steps []step, pc int, words, marks map[string]bool, seen map[int]bool) bool {
	if seen[pc] {
		return true
	}
	seen[pc] = true
	switch s := steps[pc]; s.op {
	case opWord:
		for _, w := range s.words {
			words[w] = true
		}
		return true
	case opList:
		for _, phrase := range s.list.Phrases() {
			if v, _ := s.list.Value(phrase); hasValue(v, s.value) {
				words[firstWord(phrase)] = true
			}
		}
		return true
	case opMark:
		marks[s.arg] = true
		return true
	case opSplit:
		return firsts(steps, pc+1, words, marks, seen) && firsts(steps, s.x, words, marks, seen)
	case opJump, opNot:
		return firsts(steps, s.x, words, marks, seen)
	case opSave, opDone:
		return firsts(steps, pc+1, words, marks, seen)
	}
	return false
}

func firstWord(phrase string) string {
	for i := range len(phrase) {
		if phrase[i] == ' ' {
			return phrase[:i]
		}
	}
	return phrase
}
