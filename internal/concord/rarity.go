package concord

import (
	"math"
	"slices"
)

// rarity is how much each word, by number, tells of what is said: much when few quotes have
// it (inverse document frequency, Spärck Jones 1972, over quotes), in thousandths so that
// sums are the same in any order.
type rarity []int

func newRarity(all []utterance, words int) rarity {
	quotes := make([]int, words) // that have a word
	for i := range all {
		met := slices.Clone(all[i].words)
		slices.Sort(met)
		for _, w := range slices.Compact(met) {
			quotes[w]++
		}
	}
	r := make(rarity, words)
	for w, n := range quotes {
		r[w] = int(1000 * math.Log(1+float64(len(all))/float64(max(n, 1))))
	}
	return r
}

// of sums the weights of the first 200 words.
func (r rarity) of(words []uint32) int {
	sum := 0
	for _, w := range words[:min(len(words), 200)] {
		sum += r[w]
	}
	return sum
}

// common is the greatest weight of words that two lists share in the same order, of their
// first 200 words.
func (r rarity) common(a, b []uint32) int {
	a, b = a[:min(len(a), 200)], b[:min(len(b), 200)]
	row := make([]int, len(b)+1)
	for i := range a {
		last := 0
		for j := range b {
			kept := row[j+1]
			if a[i] == b[j] {
				row[j+1] = max(row[j+1], last+r[a[i]])
			} else {
				row[j+1] = max(row[j+1], row[j])
			}
			last = kept
		}
	}
	return row[len(b)]
}
