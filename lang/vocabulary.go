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
	made  map[string]*Word
	parts map[*Word][]Branch // how a word begins in its lists, in order

	// from then on
	all    []Word // by number; the first is the word that no pack has
	begins []Branch
	common slots // the numbers of the words of most lists
	rest   slots // … and of all others
}

func newVocabulary() *vocabulary {
	return &vocabulary{made: map[string]*Word{}, parts: map[*Word][]Branch{}}
}

// manyLists is how many words are kept apart as those of most lists: enough for nine of
// ten words of a text.
const manyLists = 4096

// add gives a folded word, made at its first mention.
func (v *vocabulary) add(folded string) *Word {
	w := v.made[folded]
	if w == nil {
		w = &Word{folded: folded, number: int32(len(v.made)) + 1}
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
		l.words.parts[first] = append(l.words.parts[first], Branch{})
	}
	parts := l.words.parts[first]
	b := &parts[len(parts)-1]
	for _, folded := range words[1:] {
		w := l.words.add(folded)
		next := b.Next(w)
		if next == nil {
			next = &Branch{}
			b.next = append(b.next, edge{w.number, next})
		}
		b = next
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
	made := slices.SortedFunc(maps.Values(v.made), func(a, b *Word) int {
		return cmp.Or(cmp.Compare(b.lists.size(), a.lists.size()), cmp.Compare(a.number, b.number))
	})
	numbers := make([]int32, len(made)+1) // new by old
	for i, w := range made {
		numbers[w.number] = int32(i) + 1
	}
	v.all = make([]Word, 1, len(made)+1)
	v.common, v.rest = newSlots(min(len(made), manyLists)), newSlots(len(made))
	text := together(made)
	for i, w := range made {
		n := int32(i) + 1
		v.all = append(v.all, Word{text[:len(w.folded)], n, int32(len(v.begins)), w.lists})
		text = text[len(w.folded):]
		v.begins = append(v.begins, v.parts[w]...)
		if i < manyLists {
			v.common.add(hashOf(w.folded), n)
		} else {
			v.rest.add(hashOf(w.folded), n)
		}
	}
	for i := range v.begins {
		v.begins[i].renumber(numbers)
	}
	v.made, v.parts = nil, nil
}

// together gives the words as one string, one behind the other.
func together(words []*Word) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.folded)
	}
	return b.String()
}
