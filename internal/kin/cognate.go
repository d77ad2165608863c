package kin

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// stems are the numbers of first letters by which words are compared. Words of common
// descent differ at their ends (“administration”, “administración”), so that the
// beginnings of several lengths weigh them: the more letters two words share, the more
// keys. Two short texts are compared by how many words share the first shortStem
// letters; texts are looked up by the first rareStem.
var stems = [...]int{3, 4, 5, 6}

const shortStem, rareStem = 4, 5

// cognates appends the keys of the words from i to end that another language can
// share: those of numbers, and of the first letters of names and of words of common
// descent.
func (t *text) cognates(i, end int32, into []uint64) []uint64 {
	var letters [stemRoom]rune
	for ; i < end; i++ {
		s := t.article.Text[t.start[i]:t.end[i]]
		if t.flag[i]&isNumber != 0 {
			into = append(into, uint64(t.hash[i]))
			continue
		}
		w := sound(s, letters[:0])
		for _, n := range stems {
			if len(w) >= n {
				into = append(into, stemKey(w[:n]))
			}
		}
	}
	return into
}

// lookup gives the key by which a word leads to other texts: that of a number, or of
// a longer word; 0 where there is none.
func (t *text) lookup(word int) uint64 {
	switch n := t.end[word] - t.start[word]; {
	case t.flag[word]&isNumber != 0 && n > 1:
		return uint64(t.hash[word]) + 1
	case t.flag[word]&isNumber != 0 || n < rareStem:
		return 0
	}
	var letters [stemRoom]rune
	if w := sound(t.article.Text[t.start[word]:t.end[word]], letters[:0]); len(w) >= rareStem {
		return stemKey(w[:rareStem])
	}
	return 0
}

// stemKey hashes letters; their number, below 8, stands in its last bits. It is no key
// of a number, which has 32 bits.
func stemKey(letters []rune) uint64 {
	h := uint64(14695981039346656037)
	for _, r := range letters {
		h = (h ^ uint64(r)) * 1099511628211
	}
	return h&^7 | uint64(len(letters)) | 1<<63
}

// tells reports whether a key says more of a word than that it begins like many.
func tells(key uint64) bool { return key>>63 == 0 || key&7 == shortStem }

// stemRoom is how many letters of a word are looked at: what may still change those of
// the longest stem is among them.
const stemRoom = 8

// sound appends the first letters of a word, folded so that spellings of one word in
// different languages come out alike: no accents, no double letters, no h, ph as f,
// ch, qu and k as c, y as i, w and b as v, z as c, x as s, and no e before an s with
// which a word may not begin in Spanish.
func sound(word string, into []rune) []rune {
	var last rune
	for i := 0; i < len(word) && len(into) < stemRoom; {
		r, n := utf8.DecodeRuneInString(word[i:])
		i += n
		if n > 1 && unicode.Is(unicode.Mn, r) {
			continue
		}
		r = fold(r)
		top := len(into) - 1
		switch {
		case r == 'h' && last == 'p':
			into[top] = 'f'
		case r == 'u' && last == 'q':
			into[top] = 'c'
		case r == 'h' || top >= 0 && into[top] == spelt(r):
		default:
			into = append(into, spelt(r))
		}
		last = r
	}
	if len(into) > 3 && into[0] == 'e' && into[1] == 's' && strings.ContainsRune(afterS, into[2]) {
		copy(into, into[1:])
		into = into[:len(into)-1]
	}
	return into
}

// afterS are the letters before which an s needs an e at the beginning of a Spanish
// word.
const afterS = "cptmn"

// spelt gives one of the letters that are written for each other.
func spelt(r rune) rune {
	switch r {
	case 'k', 'z':
		return 'c'
	case 'y', 'j':
		return 'i'
	case 'w', 'b':
		return 'v'
	case 'x':
		return 's'
	}
	return r
}
