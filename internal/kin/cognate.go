package kin

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// cognate is a word in the forms in which two languages may share it: a number, or
// the first letters of a name or of a word of common descent.
type cognate struct {
	word int32
	keys [len(stems) + 1]uint64 // by stem, then of all letters; 0 where the word is too short
}

// stems are the numbers of first letters that are compared. Words of common descent
// differ at their ends (“administration”, “administración”), so the beginnings of
// several lengths weigh them: the more letters two words share, the more keys.
var stems = [...]int{3, 4, 5, 6}

// rareStem is the stem by which texts are looked up: shorter ones are too common.
const rareStem = 2

// cognates gives the words of a text that another language can share, in order.
func (t *text) cognates() []cognate {
	out := make([]cognate, 0, len(t.hash))
	var buf []rune
	for i := range t.hash {
		c := cognate{word: int32(i)}
		s := t.article.Text[t.start[i]:t.end[i]]
		if t.flag[i]&isNumber != 0 {
			c.keys[len(stems)] = letterKey([]rune(s), -1)
			out = append(out, c)
			continue
		}
		buf = sound(s, buf[:0])
		if len(buf) < stems[0] {
			continue
		}
		for k, n := range stems {
			if len(buf) >= n {
				c.keys[k] = letterKey(buf[:n], n)
			}
		}
		out = append(out, c)
	}
	return out
}

// lookup gives the key by which the word leads to other texts, 0 when it is too short
// or too common a thing to do so.
func (c cognate) lookup() uint64 {
	if k := c.keys[len(stems)]; k != 0 {
		return k
	}
	return c.keys[rareStem]
}

// letterKey hashes letters, with what kind of key they are.
func letterKey(letters []rune, kind int) uint64 {
	h := uint64(kind) + 7
	for _, r := range letters {
		h = mix(h ^ uint64(r))
	}
	return h | 1
}

// spellings are letters that European languages write for each other, after accents
// and case are taken away. A letter h that is left is not written.
var spellings = map[rune]rune{'k': 'c', 'y': 'i', 'j': 'i', 'w': 'v', 'b': 'v', 'z': 'c', 'x': 's'}

// sound appends a word's letters, folded so that spellings of one word in different
// languages come out alike: no accents, no double letters, ph as f, th as t, ch, qu
// and k as c, no s with an e before it where a word may not begin with s alone.
func sound(word string, into []rune) []rune {
	var last rune
	for i := 0; i < len(word); {
		r, n := utf8.DecodeRuneInString(word[i:])
		i += n
		if unicode.Is(unicode.Mn, r) {
			continue
		}
		r = fold(r)
		top := len(into) - 1
		switch {
		case r == 'h' && top >= 0 && last == 'p':
			into[top] = 'f'
		case r == 'u' && last == 'q':
			into[top] = 'c'
		case r == 'h':
		default:
			if s, ok := spellings[r]; ok {
				into = once(into, s)
			} else {
				into = once(into, r)
			}
		}
		last = r
	}
	if len(into) > 3 && into[0] == 'e' && into[1] == 's' && slices.Contains([]rune("cptmn"), into[2]) {
		into = slices.Delete(into, 0, 1)
	}
	return into
}

// once appends a letter unless it doubles the last one.
func once(into []rune, r rune) []rune {
	if n := len(into); n > 0 && into[n-1] == r {
		return into
	}
	return append(into, r)
}
