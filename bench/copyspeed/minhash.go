package main

import (
	"strings"

	minhashlsh "github.com/ekzhu/minhash-lsh"

	"stemma"
)

// The usual settings of MinHash-LSH for near-duplicates: 128 hashes of runs of five words,
// and pairs that share at least half of them.
const (
	hashes    = 128
	shingle   = 5
	threshold = 0.5
)

// minHash finds candidates of near-duplicates as tools for whole texts do, without
// checking or aligning them: what a comparison of speed is fair to them with.
func minHash(articles []stemma.Article) int {
	index := minhashlsh.NewMinhashLSH64(hashes, threshold)
	found := 0
	signatures := make([][]uint64, len(articles))
	for i, a := range articles {
		words := strings.Fields(strings.ToLower(a.Text))
		m := minhashlsh.NewMinhash(1, hashes)
		for k := 0; k+shingle <= len(words); k++ {
			m.Push([]byte(strings.Join(words[k:k+shingle], " ")))
		}
		signatures[i] = m.Signature()
		index.Add(a.ID, signatures[i])
	}
	index.Index()
	for i := range articles {
		found += len(index.Query(signatures[i]))
	}
	return found
}
