package rule

import (
	"fmt"
	"sort"

	"stemma/internal/text"
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
}

type entry struct {
	rule    int
	nth     int // place of the pattern among all, in file order
	pattern *Pattern
}

// Found is a rule that matched.
type Found struct {
	Rule *lang.Rule
	Match
}

// NewSet compiles the rules of a file (“figure” for figure.rules). A pattern that
// cannot be compiled is an error that names its rule.
func NewSet(p *lang.Pack, file string) (*Set, error) {
	s := &Set{rules: p.Rules(file), byWord: map[string][]entry{}, byMark: map[string][]entry{}}
	nth := 0
	for i, r := range s.rules {
		for _, source := range r.Match {
			nth++
			pattern, err := Compile(source, p)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", r.ID, err)
			}
			s.index(entry{i, nth, pattern})
		}
	}
	for m := range s.byMark {
		s.marks = append(s.marks, m)
	}
	sort.Strings(s.marks)
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

// At gives the rules that match at token i and end before limit, in file order; for
// each rule its first pattern that matches.
func (s *Set) At(d *text.Doc, i, limit int, marks Marks) []Found {
	var found []Found
	var from []entry // of each found
	m := matchers.Get().(*matcher)
	try := func(entries []entry) {
		for k := range entries {
			e := &entries[k]
			if got, ok := m.match(e.pattern, d, i, limit, marks); ok {
				found = append(found, Found{&s.rules[e.rule], got})
				from = append(from, *e)
			}
		}
	}
	try(s.byWord[d.Tokens[i].Norm])
	for _, name := range s.marks {
		if _, _, ok := marks.At(name, i); ok {
			try(s.byMark[name])
		}
	}
	try(s.always)
	matchers.Put(m)
	if len(found) < 2 {
		return found
	}
	sort.Sort(inFileOrder{found, from})
	out := found[:1]
	for _, f := range found[1:] {
		if f.Rule != out[len(out)-1].Rule {
			out = append(out, f)
		}
	}
	return out
}

// inFileOrder sorts what was found by the place of its pattern in the file.
type inFileOrder struct {
	found []Found
	from  []entry
}

func (o inFileOrder) Len() int           { return len(o.found) }
func (o inFileOrder) Less(i, j int) bool { return o.from[i].nth < o.from[j].nth }
func (o inFileOrder) Swap(i, j int) {
	o.found[i], o.found[j] = o.found[j], o.found[i]
	o.from[i], o.from[j] = o.from[j], o.from[i]
}
