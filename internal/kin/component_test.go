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
		texts, _ := layOut(inTurn(pile), roomWords)
		set := newSets(texts.len())
		for i := range texts.len() {
			for j := range i {
				if tiedByWords(texts.at(i), texts.at(j)) {
					set.unite(i, j)
				}
			}
		}
		for _, many := range []bool{false, true} {
			for _, room := range []int{roomWords, 0} {
				texts, _ := layOut(inTurn(pile), room)
				if diff := cmp.Diff(set.parts(), parted(texts, many)); diff != "" {
					t.Fatalf("many %t, room %d (-word by word, +by seeds):\n%s", many, room, diff)
				}
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
	texts := func(bodies ...[]string) lot {
		var all []stemma.Article
		for i, b := range bodies {
			all = append(all, stemma.Article{ID: stemma.ID(rune('a' + i)), Text: sentence(b)})
		}
		out, _ := layOut(inTurn(all), roomWords)
		return out
	}
	if got := components(texts(one, two)); len(got) > 0 {
		t.Errorf("one and two hang together: %v", got)
	}
	if diff := cmp.Diff([][]int{{0, 1, 2}}, components(texts(one, two, both))); diff != "" {
		t.Error(diff)
	}
}
