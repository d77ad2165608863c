package lang

import (
	"cmp"
	"maps"
	"math/bits"
	"slices"
	"strings"
)

// vocabulary is all words of all packs: those of the phrases of lists and those that
// stand in patterns. It is first filled, then settled, and asked only after that.
type vocabulary struct {
	lists int              // how many there are
	made  map[string]*Word // until it is settled

	all   []Word // by number; the first is the word that no pack has
	slots []slot // a hash table with open addresses
	shift uint8  // of a spread hash, so that it counts in slots
}

type slot struct {
	hash   uint32
	number int32 // 0: free
}

func newVocabulary() *vocabulary { return &vocabulary{made: map[string]*Word{}} }

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
		first.begins = append(first.begins, Branch{})
	}
	b := &first.begins[len(first.begins)-1]
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
	branches := 0
	numbers := make([]int32, len(made)+1) // new by old
	for i, w := range made {
		numbers[w.number] = int32(i) + 1
		branches += len(w.begins)
	}
	size := bits.Len(uint(2 * len(made)))
	v.all, v.slots, v.shift = make([]Word, len(made)+1), make([]slot, 1<<size), uint8(32-size)
	begins := make([]Branch, 0, branches)
	for i, w := range made {
		from := len(begins)
		begins = append(begins, w.begins...)
		v.all[i+1] = Word{folded: w.folded, number: int32(i) + 1, lists: w.lists, begins: begins[from:]}
		for k := from; k < len(begins); k++ {
			begins[k].renumber(numbers)
		}
		v.place(hashOf(w.folded), int32(i)+1)
	}
	v.made = nil
}

func (v *vocabulary) place(hash uint32, number int32) {
	at := v.first(hash)
	for v.slots[at].number != 0 {
		at = (at + 1) & (len(v.slots) - 1)
	}
	v.slots[at] = slot{hash, number}
}
