package lang

import (
	"strings"
	"sync"
)

// Ready keeps what a finder makes of a pack's lists and rules: made at the first need,
// once for each pack, shared from then on and not changed. The zero value is empty, and
// safe for many goroutines.
type Ready[K any] struct {
	mu sync.Mutex
	of map[*Pack]*K
}

// Of gives what prepare made of the pack.
func (r *Ready[K]) Of(p *Pack, prepare func(*Pack) *K) *K {
	r.mu.Lock()
	defer r.mu.Unlock()
	k := r.of[p]
	if k == nil {
		if r.of == nil {
			r.of = map[*Pack]*K{}
		}
		k = prepare(p)
		r.of[p] = k
	}
	return k
}

// Flag reports whether a word stands among the words of a list's value: “dated” in
// “coerce arrest dated”.
func Flag(value, word string) bool {
	for value != "" {
		var first string
		if first, value, _ = strings.Cut(value, " "); first == word {
			return true
		}
	}
	return false
}
