package lang

import (
	"slices"
	"strings"
)

// vocabulary is all words of all packs: those of the phrases of lists and those that
// stand in patterns. It is first filled, then settled, and asked only after that.
type vocabulary struct {
	lists int // how many there are

	// until it is settled
	made   map[string]*young
	words  []*young // in the order in which they were met
	shoots []shoot  // room for the next

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
	begins *shoot // how it begins in the first of its lists
	last   *shoot // … and in the last
}

// shoot is a branch while the vocabulary is filled.
type shoot struct {
	ends  bool
	value string
	next  []*shoot
	word  *young // by which it is reached
	other *shoot // how its word begins in the next of its lists
}

func newVocabulary(words int) *vocabulary {
	return &vocabulary{made: make(map[string]*young, words), words: make([]*young, 0, words)}
}

// shoot gives a new shoot. They are made many at a time.
func (v *vocabulary) shoot(word *young) *shoot {
	if len(v.shoots) == 0 {
		v.shoots = make([]shoot, 1024)
	}
	s := &v.shoots[0]
	v.shoots, s.word = v.shoots[1:], word
	return s
}

// manyLists is how many words are kept apart as those of most lists: enough for nine of
// ten words of a text.
const manyLists = 4096

// add gives a folded word, made at its first mention.
func (v *vocabulary) add(folded string) *young {
	w := v.made[folded]
	if w == nil {
		w = &young{folded: folded}
		v.made[folded], v.words = w, append(v.words, w)
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
	word, rest, _ := strings.Cut(phrase, " ")
	first := l.words.add(word)
	if !first.lists.has(l.number) { // lists are read in the order of their numbers
		first.lists.add(l.number)
		s := l.words.shoot(first)
		if first.begins == nil {
			first.begins = s
		} else {
			first.last.other = s
		}
		first.last = s
	}
	b := first.last
	for folded := range strings.FieldsSeq(rest) {
		w := l.words.add(folded)
		at := slices.IndexFunc(b.next, func(s *shoot) bool { return s.word == w })
		if at < 0 {
			at = len(b.next)
			b.next = append(b.next, l.words.shoot(w))
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
	made := byLists(v.words)
	v.all = make([]Word, 1, len(made)+1)
	v.common, v.rest = newSlots(min(len(made), manyLists)), newSlots(len(made))
	var text strings.Builder
	text.Grow(10 * len(made))
	begins := 0
	for i, w := range made {
		w.number = int32(i) + 1
		v.all = append(v.all, Word{w.number, int32(begins), int32(text.Len()), int32(len(w.folded)), w.lists})
		text.WriteString(w.folded)
		begins += w.lists.size()
		if i < manyLists {
			v.common.add(hashOf(w.folded), w.number)
		} else {
			v.rest.add(hashOf(w.folded), w.number)
		}
	}
	v.text = text.String()
	v.branches = make([]Branch, begins, 2*begins)
	known := map[string]int32{}
	at := 0
	for _, w := range made {
		for s := w.begins; s != nil; s = s.other {
			v.settleBranch(at, s, known)
			at++
		}
	}
	v.made, v.words, v.shoots = nil, nil, nil
}

// byLists gives the words of most lists first, else in the order in which they were met.
func byLists(words []*young) []*young {
	var by [most + 1][]*young
	for _, w := range words {
		n := w.lists.size()
		by[n] = append(by[n], w)
	}
	out := make([]*young, 0, len(words))
	for _, some := range slices.Backward(by[:]) {
		out = append(out, some...)
	}
	return out
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
