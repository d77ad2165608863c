package concord

import "stemma/lang"

// leastEnding is how many bytes a word must have for its ending to be a custom of spelling.
const leastEnding = 5

// spelt gives folded words as one custom of spelling has them: “metres” and “meters” are
// the same there.
func spelt(words []string, language string) []string {
	pack := lang.Load(language)
	if pack == nil {
		return words
	}
	customs := pack.List("spellings")
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = speltWord(w, customs)
	}
	return out
}

func speltWord(word string, customs *lang.List) string {
	if other, ok := customs.Value(word); ok {
		return other
	}
	if len(word) < leastEnding {
		return word
	}
	for i := 1; i < len(word); i++ { // the longest ending first
		if other, ok := customs.Value("-" + word[i:]); ok {
			return word[:i] + other
		}
	}
	return word
}
