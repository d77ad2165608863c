package rule

import (
	"strings"

	"stemma/lang"
)

// stepWords tells with which words the steps of patterns can be met. It remembers lists,
// of which many patterns ask the same.
type stepWords struct{ lists map[asked]phraseWords }

type asked struct {
	list  *lang.List
	value string
}

// phraseWords are the numbers of the words that phrases begin with, and of those that
// stand further on in them.
type phraseWords struct{ first, later map[int32]bool }

// first gives the words with which a step can begin; nil when it can with others, too.
func (w *stepWords) first(s *step) map[int32]bool {
	switch s.op {
	case opList:
		return w.of(s).first
	case opWord:
		words := map[int32]bool{}
		for _, n := range s.numbers {
			if n == 0 { // the vocabulary does not have it
				return nil
			}
			words[n] = true
		}
		return words
	}
	return nil
}

// of gives the words of the phrases that meet a step.
func (w *stepWords) of(s *step) phraseWords {
	key := asked{s.list, s.value}
	if known, met := w.lists[key]; met {
		return known
	}
	words := phraseWords{map[int32]bool{}, map[int32]bool{}}
	for _, phrase := range s.list.Phrases() {
		if v, _ := s.list.Value(phrase); !hasValue(v, s.value) {
			continue
		}
		into := words.first
		for word := range strings.SplitSeq(phrase, " ") {
			into[s.list.Word(word).Number()] = true
			into = words.later
		}
	}
	w.lists[key] = words
	return words
}
