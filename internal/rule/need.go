package rule

import (
	"cmp"
	"slices"
)

// A need is a set of words of which a pattern must meet one, behind its first token: a
// text in which none of them stands cannot match, and the pattern need not be tried.
type need struct {
	key   string         // the steps it is made of
	words map[int32]bool // their numbers
}

// enough is how many needs a pattern is asked for, and how many ways to put one are
// thought of on the way: the smallest sets, which are seldom met.
const enough = 3

// needs gives the smallest needs of a compiled pattern; none when it can match anything.
func needs(steps []step, words *stepWords) []need {
	f := needFinder{steps: steps, words: words, met: map[state][]need{}}
	return f.from(state{})
}

type needFinder struct {
	steps []step
	words *stepWords
	met   map[state][]need
}

// state is a step, and whether the pattern has left its first token.
type state struct {
	pc   int
	gone bool
}

// from gives sets of which every way from here to the end meets a word.
func (f *needFinder) from(at state) []need {
	if known, ok := f.met[at]; ok {
		return known
	}
	var found []need
	switch s := &f.steps[at.pc]; s.op {
	case opMatch:
	case opJump, opNot:
		found = f.from(state{s.x, at.gone})
	case opSave, opDone:
		found = f.from(state{at.pc + 1, at.gone})
	case opSplit:
		found = either(f.from(state{at.pc + 1, at.gone}), f.from(state{s.x, at.gone}))
	default:
		found = f.from(state{at.pc + 1, true})
		if words := f.words.first(s); at.gone && words != nil {
			found = smallest(append([]need{{string(rune(at.pc)), words}}, found...))
		}
	}
	f.met[at] = found
	return found
}

// either gives sets that hold on two ways: one of each, put together.
func either(a, b []need) []need {
	var both []need
	for _, x := range a {
		for _, y := range b {
			if x.key == y.key {
				both = append(both, x)
				continue
			}
			words := map[int32]bool{}
			for _, from := range []map[int32]bool{x.words, y.words} {
				for w := range from {
					words[w] = true
				}
			}
			both = append(both, need{x.key + "," + y.key, words})
		}
	}
	return smallest(both)
}

// smallest gives the sets with the fewest words.
func smallest(all []need) []need {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b need) int {
		return cmp.Or(cmp.Compare(len(a.words), len(b.words)), cmp.Compare(a.key, b.key))
	})
	all = slices.CompactFunc(all, func(a, b need) bool { return a.key == b.key })
	return all[:min(len(all), enough)]
}
