package kin

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"stemma"
)

// Texts hang together as the words say: those that share a run of twelve words, or of six
// in quotation marks, and those that hang together over others.
func TestComponents(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pile := pile(t)
		texts := order(pile)
		set := newSets(len(texts))
		for i, a := range texts {
			for j, b := range texts[:i] {
				if tiedByWords(a, b) {
					set.unite(i, j)
				}
			}
		}
		for _, many := range []bool{false, true} {
			if diff := cmp.Diff(set.parts(), parted(order(pile), many)); diff != "" {
				t.Fatalf("many %t (-word by word, +by seeds):\n%s", many, diff)
			}
		}
	})
}

// tiedByWords reports whether two texts share a run by which texts hang together.
func tiedByWords(a, b *text) bool {
	for i := range a.hash {
		for j := range b.hash {
			n := equal(a, b, int32(i), int32(j))
			if n >= Promise {
				return true
			}
			for from := range n - minQuote + 1 {
				if a.quotes(int32(i)+from, minQuote) && b.quotes(int32(j)+from, minQuote) {
					return true
				}
			}
		}
	}
	return false
}

// Two texts with eleven words in a row in common do not hang together, unless another text
// holds runs of both.
func TestEleventhWordTiesNobody(t *testing.T) {
	common := words(1, 11)
	one := slices.Concat(words(2, 30), common, words(3, 30))
	two := slices.Concat(words(4, 30), common, words(5, 30))
	both := slices.Concat(one[10:30], words(6, 5), two[5:25])
	texts := func(bodies ...[]string) []*text {
		var out []*text
		for _, b := range bodies {
			out = append(out, newText(&stemma.Article{Text: sentence(b)}))
		}
		return out
	}
	if got := components(texts(one, two)); len(got) > 0 {
		t.Errorf("one and two hang together: %v", got)
	}
	if diff := cmp.Diff([][]int{{0, 1, 2}}, components(texts(one, two, both))); diff != "" {
		t.Error(diff)
	}
}
