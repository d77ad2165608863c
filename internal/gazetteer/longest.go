package gazetteer

import (
	"slices"
	"strings"
)

// MaxWords is the largest number of tokens that Longest puts together.
const MaxWords = 16

// Longest returns how many of the first words make up the longest known name: the largest
// n for which the words[:n], joined by spaces, are found by [Table.Lookup]; 0 if none.
// Words are tokens as they stand in the text, case and marks included. A token that is
// only hyphens or dashes may stand inside a name; any other token without a letter or
// digit ends it. A first word that begins no name costs one hash.
func (t *Table) Longest(words []string) int {
	if len(words) == 0 {
		return 0
	}
	key := Fold(words[0])
	if key == "" || !t.begins(key) {
		return 0
	}
	best := 0
	for n := 1; ; n++ {
		f := t.find(key)
		if (f.ok || len(t.added.places[key]) > 0) && t.allowed(f, key, words[:n]) {
			best = n
		}
		if !f.longer && !t.added.starts[key] {
			return best
		}
		for n < len(words) && isHyphen(words[n]) {
			n++
		}
		if n >= len(words) || n >= MaxWords {
			return best
		}
		next := Fold(words[n])
		if next == "" || len(key)+len(next) >= MaxName {
			return best
		}
		key += " " + next
	}
}

// begins says whether some name may begin with the first word of key.
func (t *Table) begins(key string) bool {
	word, _, _ := strings.Cut(key, " ")
	h := WordHash(word)
	return t.words[h/8]&(1<<(h%8)) != 0 || t.added.starts[word]
}

// allowed says whether one of the places of that name can be meant by this spelling.
func (t *Table) allowed(f finding, key string, words []string) bool {
	if !slices.ContainsFunc(words, hasSmall) {
		return true
	}
	return f.small || slices.ContainsFunc(t.added.places[key], func(p found) bool { return hasSmall(p.spelling) })
}

// isHyphen says whether a token is only hyphens or dashes.
func isHyphen(token string) bool {
	return token != "" && Fold(token) == "" && !strings.Contains(token, ".")
}
