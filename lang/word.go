package lang

import "math/bits"

// Word is what the packs know of one folded word: in which lists phrases begin with it,
// and how these go on. It is looked up once, when a token is made; from then on a list is
// asked by it, which is a look at one bit. Words that no pack has are all one Word.
type Word struct {
	number int32
	begins int32   // where the vocabulary has how it begins in lists: one for each of them, in order
	at     int32   // where it stands in the vocabulary's text
	size   int32   // … and its bytes
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
// here, what the list says of it, and with which words longer ones go on. It holds numbers
// only, so that the collector of memory has nothing to look for in the packs.
type Branch struct {
	says int32 // number of a value in the vocabulary, from 1 on; 0 where none ends
	next int32 // the first of its edges in the vocabulary
	more int32 // how many there are
}

type edge struct{ word, branch int32 }

// Says gives what the list says of the phrase that ends at a branch; false when none does.
func (l *List) Says(b *Branch) (string, bool) {
	if b.says == 0 {
		return "", false
	}
	return l.words.values[b.says-1], true
}

// Next gives where phrases stand after one more word; nil when none goes on with it.
func (l *List) Next(b *Branch, w *Word) *Branch {
	edges := l.words.edges[b.next : b.next+b.more]
	for i := range edges {
		if edges[i].word == w.number {
			return &l.words.branches[edges[i].branch]
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
	return &l.words.branches[int(w.begins)+w.lists.before(l.number)]
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
