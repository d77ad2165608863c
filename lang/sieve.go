package lang

import "math/bits"

// Hash gives a number for a folded word, by which a [Sieve] tells it from most others
// (FNV-1a, 32 bits). It is the same on every machine.
func Hash(word string) uint32 {
	h := uint32(2166136261)
	for i := range len(word) {
		h = (h ^ uint32(word[i])) * 16777619
	}
	return h
}

// Sieve tells at a glance that a word is not in a set. Most words of a text are in few
// lists, so that most look-ups end here, without a search.
type Sieve struct {
	bits  []uint64
	shift uint8 // of a spread hash, so that as many bits are left as the sieve has
}

// sparse is how many bits a sieve has for each word: one word in so many that are not in
// the set passes all the same.
const sparse = 16

// NewSieve gives an empty sieve that is made for that many words.
func NewSieve(words int) Sieve {
	size := max(bits.Len(uint(words*sparse)), 6)
	return Sieve{bits: make([]uint64, 1<<(size-6)), shift: uint8(32 - size)}
}

// Add takes in the word of that [Hash].
func (s *Sieve) Add(hash uint32) {
	at := s.at(hash)
	s.bits[at>>6] |= 1 << (at & 63)
}

// May reports whether the word of that [Hash] may be in the set; false is certain.
func (s *Sieve) May(hash uint32) bool {
	at := s.at(hash)
	return s.bits[at>>6]&(1<<(at&63)) != 0
}

// at gives the bit of a hash: its upper part, stirred, since FNV's last bytes move mostly
// the lower one.
func (s *Sieve) at(hash uint32) uint32 { return (hash * 2654435769) >> s.shift }
