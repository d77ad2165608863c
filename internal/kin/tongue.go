package kin

import (
	"math"
	"slices"
)

const (
	// rareBase is added to the number of texts when words are weighed, so that in a
	// small pile a word that two texts share is not taken for common.
	rareBase = 50.0
	// longWords is the number of words from which a text is aligned by its sentences,
	// and can join a family as a translation.
	longWords = 60
)

// tongue is a text as one of another language sees it: its sentences, each with the
// keys of its cognates.
type tongue struct {
	same      []int // the text's number, and those of the next with the same words
	text      *text
	sentences []run      // from word x to word y, half-open; n is 0
	keys      [][]uint64 // of each sentence, ordered, each once
	all       []uint64   // of the text, likewise
	lookups   []uint64   // likewise: those that lead to other texts
}

// newTongue cuts a text into sentences and their keys.
func newTongue(id int, t *text) *tongue {
	f := &tongue{same: []int{id}, text: t, sentences: t.sentences()}
	words := t.cognates()
	at := 0
	for _, s := range f.sentences {
		var keys []uint64
		for ; at < len(words) && words[at].word < s.y; at++ {
			for _, k := range words[at].keys {
				if k != 0 {
					keys = append(keys, k)
				}
			}
			if k := words[at].lookup(); k != 0 {
				f.lookups = append(f.lookups, k)
			}
		}
		slices.Sort(keys)
		keys = slices.Compact(keys)
		f.keys = append(f.keys, keys)
		f.all = append(f.all, keys...)
	}
	slices.Sort(f.all)
	f.all = slices.Compact(f.all)
	slices.Sort(f.lookups)
	f.lookups = slices.Compact(f.lookups)
	return f
}

// sentences cuts the text's words where a sentence or a line ends. What is very short
// goes with what follows it.
func (t *text) sentences() []run {
	const least = 5 // words
	var out []run
	from := int32(0)
	n := int32(len(t.hash))
	for i := range n {
		end := i+1 == n || t.flag[i]&endsLine != 0 || t.flag[i]&endsSaid != 0 && t.start[i+1] > t.end[i]+1
		if end && (i+1-from >= least || i+1 == n) {
			out = append(out, run{x: from, y: i + 1})
			from = i + 1
		}
	}
	return out
}

// scales weigh the keys of two sides: the rarer on both, the more.
type scales struct {
	count [2]map[uint64]int
	of    [2]int
}

// weigh gives the weight of a key.
func (s *scales) weigh(key uint64) float64 {
	w := 0.0
	for side := range s.of {
		w += math.Log((float64(s.of[side])+rareBase)/(float64(s.count[side][key])+0.5)) / 2
	}
	return max(w, 0) * max(w, 0)
}

// put counts the keys of one more part of a side.
func (s *scales) put(side int, keys []uint64) {
	if s.count[side] == nil {
		s.count[side] = make(map[uint64]int)
	}
	s.of[side]++
	for _, k := range keys {
		s.count[side][k]++
	}
}

// total gives the weight of all keys.
func (s *scales) total(keys []uint64) float64 {
	sum := 0.0
	for _, k := range keys {
		sum += s.weigh(k)
	}
	return sum
}

// common gives the weight of the keys that stand in both rows.
func (s *scales) common(a, b []uint64) float64 {
	sum := 0.0
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			sum += s.weigh(a[0])
			a, b = a[1:], b[1:]
		}
	}
	return sum
}
