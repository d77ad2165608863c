package kin

import (
	"cmp"
	"slices"
)

// mostNear is how many others of its crowd are a text's nearest. It is compared with these, beside
// the hubs, and with those whose nearest it is.
const mostNear = 3

// nearest leaves of the pairs that are wanted within a crowd those with its hubs out, which are
// compared already, and of the others each text's nearest: those with which it shares most of
// the runs of words that most of the crowd do not have. A copy has what was edited in its
// source. Chance makes some edits twice, the likelier the more copies there are.
func (c *crowds) nearest(wanted [][]partner) {
	if len(c.size) == 1 {
		return
	}
	best := make([][]neighbour, len(wanted))
	for i, ps := range wanted {
		for _, p := range ps {
			if c.together(int32(i), p.text) && !c.compared(int32(i), p.text) {
				shared := common(c.own[i], c.own[p.text])
				c.rank(best, int32(i), p.text, shared)
				c.rank(best, p.text, int32(i), shared)
			}
		}
	}
	for i, ps := range wanted {
		wanted[i] = slices.DeleteFunc(ps, func(p partner) bool {
			at := int32(i)
			return c.together(at, p.text) && (c.compared(at, p.text) || !holds(best[at], p.text) && !holds(best[p.text], at))
		})
	}
}

// together reports whether two texts are of one crowd, or a hub and a text of its crowd.
func (c *crowds) together(a, b int32) bool {
	return c.of[a] != 0 && c.of[a] == c.of[b] || c.compared(a, b)
}

// compared reports whether one text is a hub of the other's crowd.
func (c *crowds) compared(a, b int32) bool {
	return slices.Contains(c.hubs[c.of[a]], b) || slices.Contains(c.hubs[c.of[b]], a)
}

// neighbour is a text that shares with another one some of what few have.
type neighbour struct {
	text   int32
	shared int
	more   int // runs that few have, and the other has not
}

// rank puts a text among the nearest of another one, if it is one of these.
func (c *crowds) rank(best [][]neighbour, of, text int32, shared int) {
	n := neighbour{text, shared, len(c.own[text]) - shared}
	all := best[of]
	at, _ := slices.BinarySearchFunc(all, n, func(a, b neighbour) int {
		return cmp.Or(cmp.Compare(b.shared, a.shared), cmp.Compare(a.more, b.more), cmp.Compare(a.text, b.text))
	})
	if at == mostNear {
		return
	}
	if len(all) == mostNear {
		all = all[:mostNear-1]
	}
	best[of] = slices.Insert(all, at, n)
}

func holds(all []neighbour, text int32) bool {
	return slices.ContainsFunc(all, func(n neighbour) bool { return n.text == text })
}

// common counts the numbers that two ordered lists share.
func common(a, b []uint64) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n, i, j = n+1, i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n
}
