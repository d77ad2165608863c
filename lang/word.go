package lang

import "math/bits"

// Word is what the packs know of one folded word: in which lists phrases begin with it,
// and how these go on. It is looked up once, when a token is made; from then on a list is
// asked by it, which is a look at one bit. Words that no pack has are all one Word.
type Word struct {
	folded string
	number int32
	begins int32   // where the vocabulary has how it begins in lists: one for each of them, in order
	lists  listSet // the lists in which a phrase begins with it
}

// Number tells the words of the packs apart: below [Pack.Words], and 0 for every word that
// no pack has.
func (w *Word) Number() int32 { return w.number }

// most is how many lists there may be, those of all languages together.
const most = 192

// listSet is a set of lists by their numbers.
type listSet [most / 64]uint64

func (s *listSet) has(list int) bool { return s[list>>6&3]&(1<<(list&63)) != 0 }

func (s *listSet) size() int {
	n := 0
	for _, part := range s {
		n += bits.OnesCount64(part)
	}
	return n
}

func (s *listSet) add(list int) { s[list>>6] |= 1 << (list & 63) }

// before gives how many lists of the set have a smaller number.
func (s *listSet) before(list int) int {
	n := bits.OnesCount64(s[list>>6] & (1<<(list&63) - 1))
	for _, part := range s[:list>>6] {
		n += bits.OnesCount64(part)
	}
	return n
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

// renumber puts the new numbers of words in the place of the old.
func (b *Branch) renumber(numbers []int32) {
	for i := range b.next {
		b.next[i].word = numbers[b.next[i].word]
		b.next[i].branch.renumber(numbers)
	}
}

// Begin gives where the list's phrases stand after that first word; nil when none begins
// with it.
func (l *List) Begin(w *Word) *Branch {
	if !w.lists.has(l.number) {
		return nil
	}
	return &l.words.begins[int(w.begins)+w.lists.before(l.number)]
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
