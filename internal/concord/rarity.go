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

// common is the weight of the words that two lists share in the same order.
func (r rarity) common(a, b []uint32) int {
	return heaviest(a, b, func(w uint32) int { return r[w] })
}
