package kin

// context tells of the words around a seed. Most seeds that two texts share are turns of
// phrase; of a passage of Promise words more than the seed is shared, so that on one side
// at least the next words agree too. What does not agree need not be looked at.
//
// It holds two hashes, one for either side, of so many words that a passage must hold them
// on one side or the other. A side on which the text has no such words has hash 0 and
// agrees with nothing. Inside quotation marks, where shorter runs count, two smaller hashes
// stand beside them, of the nearest word on either side. Two more bits are marks.
type context uint32

const (
	sideBits         = 11
	sideMask context = 1<<sideBits - 1
	said     context = 1 << (2 * sideBits) // the seed stands in quotation marks: four smaller hashes
	certain  context = 2 << (2 * sideBits) // the key is that of a seed and the words to one side of it
	sideMark         = said | certain      // no place: the seed is also kept together with words beside it, see sides
	wordBits         = 5                   // of a hash of one word
	fewBits          = 6                   // of a smaller hash of the words to a side
	fewMask  context = 1<<fewBits - 1
	wordMask context = 1<<wordBits - 1
	fewShift         = 2 * wordBits
)

// sides says together with which words beside it a seed is kept, as in [text.beside]: a bit
// for each number of words, and behind these one of a few more for each such key, by which
// most of other words are told apart.
type sides uint32

const (
	sideNumbers = 2 * margin
	sideKeys    = 8
)

// sideOf gives the bit of n words to one side.
func sideOf(n int32) sides {
	if n < 0 {
		return 1 << (n + margin)
	}
	return 1 << (n + margin - 1)
}

// sideKey gives the bit of the key of a seed and words beside it.
func sideKey(key uint64) sides { return 1 << (sideNumbers + key>>24%sideKeys) }

// has reports whether a seed may be kept together with n words that have a key with it.
func (s sides) has(n int32, key uint64) bool {
	return s&sideOf(n) != 0 && s&sideKey(key) != 0
}

// margin is how far from a seed a word can stand that belongs to the same run of Promise
// words.
const margin = Promise - seedWords

// around gives the context of the seed at a place.
func (t *text) around(i int) context {
	n := (Promise - seedWords + 1) / 2
	left, right := t.side(i-n, n), t.side(i+seedWords, n)
	if t.flag[i]&t.flag[i+seedWords-1]&inQuote == 0 {
		return left<<sideBits | right
	}
	return said | few(left, fewMask)<<(fewShift+fewBits) | few(right, fewMask)<<fewShift |
		few(t.side(i-1, 1), wordMask)<<wordBits | few(t.side(i+seedWords, 1), wordMask)
}

// side hashes n words from a place on.
func (t *text) side(from, n int) context {
	if from < 0 || from+n > len(t.hash) {
		return 0
	}
	return 1 + context(t.gram(from, n)%uint64(sideMask))
}

// few makes a smaller hash of one, 0 staying 0.
func few(c, mask context) context {
	if c == 0 {
		return 0
	}
	return 1 + c%mask
}

// agrees reports whether the words around a seed are the same in two texts, as far as
// their contexts tell.
func (c context) agrees(o context) bool {
	both := c ^ o
	switch {
	case c&certain != 0:
		return c&^certain == 0 || o&^certain == 0 || same(c, o, 0, sideMask) || same(c, o, sideBits, sideMask)
	case both&said != 0: // only one of them stands in quotation marks: a quotation is no reason
		if c&said != 0 {
			c, o = o, c
		}
		left, right := few(c>>sideBits&sideMask, fewMask), few(c&sideMask, fewMask)
		return left != 0 && left == o>>(fewShift+fewBits)&fewMask || right != 0 && right == o>>fewShift&fewMask
	case c&said != 0:
		return same(c, o, 0, wordMask) || same(c, o, wordBits, wordMask)
	}
	return same(c, o, 0, sideMask) || same(c, o, sideBits, sideMask)
}

// quotation reports whether two seeds that agree inside quotation marks stand in a longer
// quotation of both: more than the nearest word is the same on one side, or one on either.
func (c context) quotation(o context) bool {
	left, right := c.left(o), same(c, o, 0, wordMask)
	return left && right || left && same(c, o, fewShift+fewBits, fewMask) || right && same(c, o, fewShift, fewMask)
}

// left reports whether the nearest word on the left is the same around two seeds inside
// quotation marks.
func (c context) left(o context) bool { return same(c, o, wordBits, wordMask) }

// same compares one hash of two contexts.
func same(c, o context, shift int, mask context) bool {
	h := c >> shift & mask
	return h != 0 && h == o>>shift&mask
}

// beside gives the key of a seed together with the n words before it where n is below zero,
// or behind it. It reports false where the text has no such words.
func (t *text) beside(s seed, n int32) (seed, bool) {
	from, end := int(s.pos), int(s.pos)+seedWords
	low, high := end, end+int(n) // the words beside
	if n < 0 {
		low, high = from+int(n), from
	}
	if low < 0 || high > len(t.hash) {
		return seed{}, false
	}
	from, end = min(from, low), max(end, high)
	h := uint64(n + margin)
	for _, w := range t.hash[low:high] {
		h = h*gramBase + uint64(w) + 1
	}
	out := seed{mix(s.key ^ mix(h)), s.pos, certain}
	if k := (Promise - (end - from) + 1) / 2; k > 0 && s.context&said == 0 {
		out.context |= t.side(from-k, k)<<sideBits | t.side(end, k)
	}
	return out, true
}
