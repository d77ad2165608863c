package lang

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// vocabulary is all words of all packs: those of the phrases of lists and those that
// stand in patterns. It is first filled, then settled, and asked only after that.
type vocabulary struct {
	lists int // how many there are

	// until it is settled
	made map[string]*young

	// from then on
	all      []Word // by number; the first is the word that no pack has
	text     string // of all words, one behind the other
	branches []Branch
	edges    []edge
	values   []string // each once
	common   slots    // the numbers of the words of most lists
	rest     slots    // … and of all others
}

// young is a word while the vocabulary is filled.
type young struct {
	folded string
	number int32
	lists  listSet
	begins []shoot // how it begins in its lists, in order
}

// shoot is a branch while the vocabulary is filled.
type shoot struct {
	ends  bool
	value string
	next  []*shoot
	word  *young // by which it is reached
}

func newVocabulary() *vocabulary { return &vocabulary{made: map[string]*young{}} }

// manyLists is how many words are kept apart as those of most lists: enough for nine of
// ten words of a text.
const manyLists = 4096

// add gives a folded word, made at its first mention.
func (v *vocabulary) add(folded string) *young {
	w := v.made[folded]
	if w == nil {
		w = &young{folded: folded, number: int32(len(v.made)) + 1}
		v.made[folded] = w
	}
	return w
}

// addPattern takes in the words that a rule's pattern may ask for: what the signs of the
// pattern language leave of it. What is no word among it (a list's name) does no harm.
func (v *vocabulary) addPattern(pattern string) {
	for item := range strings.FieldsSeq(pattern) {
		pieces := strings.FieldsFunc(item, func(r rune) bool { return strings.ContainsRune("()|<>{}=!?", r) })
		for _, piece := range append(pieces, item) {
			v.add(Fold(piece))
		}
	}
}

// add takes a folded phrase in; false when it is there already.
func (l *List) add(phrase, value string) bool {
	words := strings.Fields(phrase)
	first := l.words.add(words[0])
	if !first.lists.has(l.number) { // lists are read in the order of their numbers
		first.lists.add(l.number)
		first.begins = append(first.begins, shoot{})
	}
	b := &first.begins[len(first.begins)-1]
	for _, folded := range words[1:] {
		w := l.words.add(folded)
		at := slices.IndexFunc(b.next, func(s *shoot) bool { return s.word == w })
		if at < 0 {
			at = len(b.next)
			b.next = append(b.next, &shoot{word: w})
		}
		b = b.next[at]
	}
	if b.ends {
		return false
	}
	b.ends, b.value = true, value
	return true
}

// settle ends the filling. The words of most lists come first: they are the words of which
// texts are made, and what is asked of them should lie close together in memory.
func (v *vocabulary) settle() {
	made := slices.SortedFunc(maps.Values(v.made), func(a, b *young) int {
		return cmp.Or(cmp.Compare(b.lists.size(), a.lists.size()), cmp.Compare(a.number, b.number))
	})
	v.all = make([]Word, 1, len(made)+1)
	v.common, v.rest = newSlots(min(len(made), manyLists)), newSlots(len(made))
	var text strings.Builder
	begins := int32(0)
	for i, w := range made {
		w.number = int32(i) + 1
		v.all = append(v.all, Word{w.number, begins, int32(text.Len()), int32(len(w.folded)), w.lists})
		text.WriteString(w.folded)
		begins += int32(len(w.begins))
		if i < manyLists {
			v.common.add(hashOf(w.folded), w.number)
		} else {
			v.rest.add(hashOf(w.folded), w.number)
		}
	}
	v.text, v.made = text.String(), nil
	v.branches = make([]Branch, begins)
	known := map[string]int32{}
	at := 0
	for _, w := range made {
		for k := range w.begins {
			v.settleBranch(at, &w.begins[k], known)
			at++
		}
	}
}

// settleBranch puts a branch in its place, and those that go on from it behind all others.
// known are the numbers of values.
func (v *vocabulary) settleBranch(at int, s *shoot, known map[string]int32) {
	b := Branch{next: int32(len(v.edges)), more: int32(len(s.next))}
	if s.ends {
		if known[s.value] == 0 {
			v.values = append(v.values, s.value)
			known[s.value] = int32(len(v.values))
		}
		b.says = known[s.value]
	}
	for k, next := range s.next {
		v.edges = append(v.edges, edge{next.word.number, int32(len(v.branches) + k)})
	}
	from := len(v.branches)
	v.branches = append(v.branches, make([]Branch, len(s.next))...)
	v.branches[at] = b
	for k, next := range s.next {
		v.settleBranch(from+k, next, known)
	}
}
