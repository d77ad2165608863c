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

// tongue is a text as one of another language sees it.
type tongue struct {
	same      []int // the text's number, and those of the next with the same words
	text      *text
	lookups   []int32   // the numbers of the keys that lead to other texts, ordered
	sentences []run     // from word x to word y, half-open; n is 0
	all       []uint64  // the keys of the text's cognates, ordered, each once
	count     []int     // by key of all: in how many sentences it stands
	keys      [][]int32 // of each sentence, by their places in all, ordered, each once
}

// read cuts the text into sentences and their keys, when that is first needed.
func (f *tongue) read() {
	if f.sentences != nil {
		return
	}
	f.sentences = f.text.sentences()
	var keys []uint64
	ends := make([]int, len(f.sentences))
	for i, s := range f.sentences {
		keys = f.text.cognates(s.x, s.y, keys)
		ends[i] = len(keys)
	}
	f.all = slices.Clone(keys)
	slices.Sort(f.all)
	f.all = slices.Compact(f.all)
	f.count = make([]int, len(f.all))
	at := 0
	for _, end := range ends {
		var places []int32
		for ; at < end; at++ {
			n, _ := slices.BinarySearch(f.all, keys[at])
			places = append(places, int32(n))
		}
		slices.Sort(places)
		places = slices.Compact(places)
		for _, n := range places {
			f.count[n]++
		}
		f.keys = append(f.keys, places)
	}
}

// sentences cuts the text's words below the headline where a sentence or a line ends.
// What is very short goes with what follows it.
func (t *text) sentences() []run {
	const least = 5 // words
	var out []run
	from := int32(0)
	n := int32(len(t.hash))
	for i := range n {
		if t.flag[i]&inTitle != 0 {
			from = i + 1
			continue
		}
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
	return rarity(s.count[0][key], s.of[0], s.count[1][key], s.of[1])
}

// rarity is the weight of a key that stands in so many parts, of so many, on either
// side: the squared mean of their inverse document frequencies.
func rarity(m, of, n, in int) float64 {
	w := math.Log((float64(of)+rareBase)/(float64(m)+0.5)) + math.Log((float64(in)+rareBase)/(float64(n)+0.5))
	return max(w, 0) * max(w, 0) / 4
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

// common gives the weight of the keys that stand in both rows, and how many words or
// numbers they tell of.
func (s *scales) common(a, b []uint64) (weight float64, words int) {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			weight += s.weigh(a[0])
			if tells(a[0]) {
				words++
			}
			a, b = a[1:], b[1:]
		}
	}
	return weight, words
}
