package lang

import (
	"math/bits"
	"unicode/utf8"
)

// word gives what is known of a folded word.
func (v *vocabulary) word(folded string) *Word { return find(v, folded, hashOf(folded)) }

// read folds a word as written and gives what is known of it. No string is made for a
// word that is known.
func (v *vocabulary) read(written string) (folded string, w *Word) {
	var room [32]byte
	if len(written) > len(room) {
		folded = Fold(written)
		return folded, v.word(folded)
	}
	small, hash, same := room[:len(written)], uint32(hashStart), true
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
		hash = (hash ^ uint32(c)) * hashTimes
	}
	if w = find(v, small, hash); w.number != 0 {
		return v.folded(w), w
	}
	if same {
		return written, w
	}
	return string(small), w
}

// find looks a folded word up by its hash; the word that no pack has when it is not there.
func find[S string | []byte](v *vocabulary, folded S, hash uint32) *Word {
	for _, in := range [...]*slots{&v.common, &v.rest} {
		for at := in.first(hash); in.of[at].number != 0; at = in.next(at) {
			if w := &v.all[in.of[at].number]; in.of[at].hash == hash && v.folded(w) == string(folded) {
				return w
			}
		}
	}
	return &v.all[0]
}

func (v *vocabulary) folded(w *Word) string { return v.text[w.at : w.at+w.size] }

// slots is a hash table of the numbers of words, with open addresses.
type slots struct {
	of    []slot
	shift uint8 // of a spread hash, so that it counts in slots
}

type slot struct {
	hash   uint32
	number int32 // 0: free
}

func newSlots(words int) slots {
	size := bits.Len(uint(2 * words))
	return slots{make([]slot, 1<<size), uint8(32 - size)}
}

// first gives the slot where a word of that hash stands, or one before it: the upper part
// of the hash, stirred, since FNV's last bytes move mostly the lower one.
func (s *slots) first(hash uint32) int { return int((hash * 2654435769) >> s.shift) }

func (s *slots) next(at int) int { return (at + 1) & (len(s.of) - 1) }

func (s *slots) add(hash uint32, number int32) {
	at := s.first(hash)
	for s.of[at].number != 0 {
		at = s.next(at)
	}
	s.of[at] = slot{hash, number}
}

const (
	hashStart = 2166136261
	hashTimes = 16777619
)

// hashOf gives the hash of a folded word (FNV-1a, 32 bits).
func hashOf(folded string) uint32 {
	h := uint32(hashStart)
	for i := range len(folded) {
		h = (h ^ uint32(folded[i])) * hashTimes
	}
	return h
}
