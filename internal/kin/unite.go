package kin

import (
	"cmp"
	"slices"

	"stemma"
)

// sets are disjoint sets of numbers; the top of a set is its smallest member.
type sets []int

// newSets gives n numbers, each a set of its own.
func newSets(n int) sets {
	s := make(sets, n)
	for i := range s {
		s[i] = i
	}
	return s
}

func (s sets) top(i int) int {
	for s[i] != i {
		s[i] = s[s[i]]
		i = s[i]
	}
	return i
}

func (s sets) unite(i, j int) {
	i, j = s.top(i), s.top(j)
	s[max(i, j)] = min(i, j)
}

// parts gives the members of each set of two and more, ordered: a set's top comes first.
func (s sets) parts() [][]int {
	members := make([][]int, len(s))
	for i := range s {
		top := s.top(i)
		members[top] = append(members[top], i)
	}
	return slices.DeleteFunc(members, func(m []int) bool { return len(m) < 2 })
}

// unite puts texts together that are one witness. The same text, revised or not,
// always is. Beyond that a set of texts joins one other: the one of which it is the
// fullest excerpt. So a digest of three articles joins one and cannot tie the three
// together. Pairs that must stay apart are in no set together.
func unite(texts lot, pairs []pair, apart bars) sets {
	set := newSets(texts.len())
	for _, p := range pairs {
		if (p.relation == stemma.Reprint || p.relation == stemma.Edited || p.version) && !apart.forbids(set, p.a, p.b) {
			set.unite(p.a, p.b)
		}
	}
	taken := make(map[int]bool)
	held := make(map[int][]claim)
	for _, c := range claims(texts, pairs, set) {
		if taken[c.part] || c.digests(held[c.whole]) || apart.forbids(set, c.part, c.whole) {
			continue
		}
		taken[c.part] = true
		held[c.whole] = append(held[c.whole], c)
		set.unite(c.part, c.whole)
	}
	return set
}

// claim is an excerpt that may join the set of the text that has it.
type claim struct {
	part, whole int     // tops of sets
	from, to    float64 // where in the text that has it, 0–1
	share       float64 // of the part's words
	words       int     // of the part
	key         uint64  // of the words of the text that has it: a reprint changes no order
	made        bool    // dates or credits say that the text that has it is the later one
	source      bool    // they say that it is the earlier one
}

// claims gives the excerpts among the pairs, the fullest first.
func claims(texts lot, pairs []pair, set sets) []claim {
	var out []claim
	for i := range pairs {
		p := &pairs[i]
		if p.relation != stemma.Excerpt || set.top(p.a) == set.top(p.b) {
			continue
		}
		part, whole, share, told, where := p.a, p.b, p.shareA, p.told(), p.inB()
		if p.shareB > p.shareA {
			part, whole, share, told, where = p.b, p.a, p.shareB, -p.told(), p.inA()
		}
		size := float64(texts.knows(whole).words)
		out = append(out, claim{
			part: set.top(part), whole: set.top(whole),
			from: float64(where[0].from) / size, to: float64(where[len(where)-1].end) / size,
			share: share, words: int(share * float64(texts.knows(part).own)), key: texts.knows(whole).sum,
			made: told >= tell, source: told <= -tell,
		})
	}
	slices.SortFunc(out, func(a, b claim) int {
		return cmp.Or(cmp.Compare(b.share, a.share), cmp.Compare(b.words, a.words),
			cmp.Compare(a.key, b.key), cmp.Compare(a.part, b.part), cmp.Compare(a.whole, b.whole),
			cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
	})
	return out
}

// digests reports whether a text would become a digest that ties strangers together:
// it, or a copy of it, holds another text elsewhere, and nothing says that it is the
// source of both, or the two make up nearly all of it.
func (c claim) digests(held []claim) bool {
	covered, strangers, made := c.to-c.from, false, c.made
	for _, h := range held {
		if both := min(c.to, h.to) - max(c.from, h.from); c.part == h.part || 5*both > min(c.to-c.from, h.to-h.from) {
			continue
		}
		strangers = true
		covered += h.to - h.from
		made = made || h.made
	}
	return strangers && !c.source && (made || covered >= 0.8)
}
