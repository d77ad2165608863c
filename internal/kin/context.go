package kin

// context tells of the words around a seed. Most seeds that two texts share are turns of
// phrase; of a passage of minRun words more than the seed is shared, so that on one side
// at least the next words agree too. What does not agree need not be looked at.
//
// It holds two hashes of seven bits, of the nearest sideWords words on either side; inside
// quotation marks, where shorter runs count, of the nearest one. A side on which the text
// has no such words has hash 0 and agrees with nothing. Two more bits are marks.
type context uint16

const (
	sideWords         = 3
	sideBits          = 7
	sideMask  context = 1<<sideBits - 1
	said      context = 1 << (2 * sideBits) // the seed stands in quotation marks
	certain   context = 2 << (2 * sideBits) // the key is that of more than a seed (see [text.beside]), and the rest more of its bits
	sideMark          = said | certain      // no place: the seed is also kept together with words beside it
)

// around gives the plain or said context of the seed at a place.
func (t *text) around(i int) context {
	n := sideWords
	var c context
	if t.flag[i]&t.flag[i+seedWords-1]&inQuote != 0 {
		n, c = 1, said
	}
	return c | t.side(i-n, n)<<sideBits | t.side(i+seedWords, n)
}

// side hashes n words from a place on.
func (t *text) side(from, n int) context {
	if from < 0 || from+n > len(t.hash) {
		return 0
	}
	var h uint64
	for _, w := range t.hash[from : from+n] {
		h = h*gramBase + uint64(w) + 1
	}
	return 1 + context(mix(h)%uint64(sideMask))
}

// agrees reports whether the words around a seed are the same in two texts, as far as
// their contexts tell.
func (c context) agrees(o context) bool {
	both := c ^ o
	switch {
	case c&certain != 0:
		return both == 0
	case both&said != 0:
		return true // with marks around only one of them the hashes say nothing
	}
	return both&sideMask == 0 && c&sideMask != 0 || both>>sideBits&sideMask == 0 && c>>sideBits&sideMask != 0
}

// margin is how far from a seed a word can stand that belongs to the same run of minRun
// words.
const margin = minRun - seedWords

// beside gives the key of a seed together with one word near it: n words before its first
// word where n is below zero, or n words behind its last.
func (t *text) beside(s seed, n int32) (seed, bool) {
	at := s.pos + n
	if n > 0 {
		at += seedWords - 1
	}
	if at < 0 || int(at) >= len(t.hash) {
		return seed{}, false
	}
	key := mix(s.key ^ mix(uint64(t.hash[at])+uint64(n+margin)<<32))
	return seed{key, s.pos, certain | context(key)&(said-1)}, true
}
