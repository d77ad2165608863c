package lang

import (
	"math/bits"
	"strings"
	"unicode/utf8"
)

// Word is what the packs know of one folded word: in which lists phrases begin with it,
// and how these go on. It is looked up once, when a token is made; from then on a list is
// asked by it, which is a look at one bit. Words that no pack has are all one Word.
type Word struct {
	folded string
	number int32
	lists  listSet  // the lists in which a phrase begins with it
	begins []Branch // how it begins there: one for each of lists, in order
}

// Number tells the words of the packs apart: below [Pack.Words], and 0 for every word that
// no pack has.
func (w *Word) Number() int32 { return w.number }

// most is how many lists there may be, those of all languages together.
const most = 192

// listSet is a set of lists by their numbers.
type listSet [most / 64]uint64

func (s *listSet) has(list int) bool { return s[list>>6&3]&(1<<(list&63)) != 0 }

func (s *listSet) add(list int) { s[list>>6] |= 1 << (list & 63) }

// before gives how many lists of the set have a smaller number.
func (s *listSet) before(list int) int {
	n := bits.OnesCount64(s[list>>6] & (1<<(list&63) - 1))
	for _, part := range s[:list>>6] {
		n += bits.OnesCount64(part)
	}
	return n
}

// vocabulary is all words of all packs: those of the phrases of lists and those that
// stand in patterns.
type vocabulary struct {
	words map[string]*Word
	lists int // how many there are
}

func newVocabulary() *vocabulary { return &vocabulary{words: map[string]*Word{}} }

// unknown is the word of which no pack knows anything.
var unknown = &Word{}

// word gives what is known of a folded word.
func (v *vocabulary) word(folded string) *Word {
	if w := v.words[folded]; w != nil {
		return w
	}
	return unknown
}

// read folds a word as written and gives what is known of it. No string is made for a
// word that is known.
func (v *vocabulary) read(written string) (folded string, w *Word) {
	var room [32]byte
	if len(written) > len(room) {
		folded = Fold(written)
		return folded, v.word(folded)
	}
	small := room[:len(written)]
	same := true
	for i := range len(written) {
		c := written[i]
		switch {
		case c >= utf8.RuneSelf || c == '`': // see Fold
			folded = Fold(written)
			return folded, v.word(folded)
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
			same = false
		}
		small[i] = c
	}
	if w = v.words[string(small)]; w != nil {
		return w.folded, w
	}
	if same {
		return written, unknown
	}
	return string(small), unknown
}

// add gives a folded word, made at its first mention.
func (v *vocabulary) add(folded string) *Word {
	w := v.words[folded]
	if w == nil {
		w = &Word{folded: folded, number: int32(len(v.words)) + 1}
		v.words[folded] = w
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

// Branch is where the phrases of a list stand after one or more words: whether one ends
// here, what the list says of it, and with which words longer ones go on.
type Branch struct {
	ends  bool
	value string
	next  []edge
}

type edge struct {
	word   int32
	branch *Branch
}

// Value gives what the list says of the phrase that ends here; false when none does.
func (b *Branch) Value() (string, bool) { return b.value, b.ends }

// Next gives where phrases stand after one more word; nil when none goes on with it.
func (b *Branch) Next(w *Word) *Branch {
	for i := range b.next {
		if b.next[i].word == w.number {
			return b.next[i].branch
		}
	}
	return nil
}

// Begin gives where the list's phrases stand after that first word; nil when none begins
// with it.
func (l *List) Begin(w *Word) *Branch {
	if !w.lists.has(l.number) {
		return nil
	}
	return &w.begins[w.lists.before(l.number)]
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

// Table says something of words: the same of all that no pack has.
type Table[T any] struct {
	vocabulary *vocabulary
	of         []T
}

// NewTable gives a table for the words of all packs.
func NewTable[T any](p *Pack) Table[T] {
	return Table[T]{p.words, make([]T, p.Words())}
}

// Of gives what the table says of a word.
func (t Table[T]) Of(w *Word) T { return t.of[w.number] }

// OfFolded is Of for a folded word that is no token's.
func (t Table[T]) OfFolded(word string) T { return t.of[t.vocabulary.word(word).number] }

// At gives the place of what the table says of a folded word that a pack has; nil when
// none has it.
func (t Table[T]) At(word string) *T {
	if n := t.vocabulary.word(word).number; n != 0 {
		return &t.of[n]
	}
	return nil
}
