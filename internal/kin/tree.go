package kin

import (
	"cmp"
	"math"
	"slices"

	"stemma"
)

// gather makes families of the pairs, with their trees.
func gather(texts []*text, pairs []pair) []stemma.Family {
	set := unite(texts, pairs)
	members := make(map[int][]int)
	for i := range texts {
		top := set.top(i)
		members[top] = append(members[top], i)
	}
	within := make(map[int][]*pair)
	for k := range pairs {
		if p := &pairs[k]; set.top(p.a) == set.top(p.b) {
			within[set.top(p.a)] = append(within[set.top(p.a)], p)
		}
	}
	var out []stemma.Family
	for i := range texts {
		if m := members[i]; len(m) > 1 { // a set's top is its first member
			out = append(out, family(texts, m, within[i]))
		}
	}
	return out
}

// sets are disjoint sets of numbers; the top of a set is its smallest member.
type sets []int

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

// unite puts texts together that are one witness. The same text, revised or not,
// always is. Beyond that a set of texts joins one other: the one of which it is the
// fullest excerpt. So a digest of three articles joins one and cannot tie the three
// together.
func unite(texts []*text, pairs []pair) sets {
	set := make(sets, len(texts))
	for i := range set {
		set[i] = i
	}
	for _, p := range pairs {
		if p.relation == stemma.Reprint || p.relation == stemma.Edited {
			set.unite(p.a, p.b)
		}
	}
	type claim struct {
		part, whole int     // tops of sets
		share       float64 // of the part's words
		words       int
	}
	var claims []claim
	for _, p := range pairs {
		if p.relation != stemma.Excerpt || set.top(p.a) == set.top(p.b) {
			continue
		}
		c := claim{set.top(p.a), set.top(p.b), p.shareA, int(p.shareA * float64(texts[p.a].own))}
		if p.shareB > p.shareA {
			c = claim{c.whole, c.part, p.shareB, int(p.shareB * float64(texts[p.b].own))}
		}
		if p.made(texts) && digest(texts, pairs, p) {
			continue
		}
		claims = append(claims, c)
	}
	slices.SortFunc(claims, func(a, b claim) int {
		return cmp.Or(cmp.Compare(b.share, a.share), cmp.Compare(b.words, a.words),
			cmp.Compare(a.part, b.part), cmp.Compare(a.whole, b.whole))
	})
	taken := make(map[int]bool)
	for _, c := range claims {
		if !taken[c.part] {
			taken[c.part] = true
			set.unite(c.part, c.whole)
		}
	}
	return set
}

// made reports whether the longer text of an excerpt may have been put together
// from the shorter one: nothing says that it is the earlier.
func (p *pair) made(texts []*text) bool {
	if p.shareB > p.shareA { // b is the part
		return p.verdict.sum <= -dayWeight
	}
	return p.verdict.sum >= dayWeight
}

// digest is a placeholder until its parts are known.
func digest([]*text, []pair, pair) bool { return false }

// family gives a set of texts as a family.
func family(texts []*text, members []int, pairs []*pair) stemma.Family {
	f := stemma.Family{}
	parts := make([]string, 0, len(members))
	for _, m := range members {
		f.Articles = append(f.Articles, texts[m].article.ID)
	}
	slices.Sort(f.Articles)
	for _, id := range f.Articles {
		parts = append(parts, string(id))
	}
	f.ID = stemma.NewID("fam", parts...)
	at := make(map[int]int, len(members))
	for k, m := range members {
		at[m] = k
	}
	ways := make([]way, 0, 2*len(pairs))
	for _, p := range pairs {
		if !joins(p.relation) {
			continue
		}
		add, cut := p.distance(texts[p.a], texts[p.b])
		ways = append(ways,
			way{from: at[p.a], to: at[p.b], cost: price(add, cut, p.verdict.sum), pair: p},
			way{from: at[p.b], to: at[p.a], cost: price(cut, add, -p.verdict.sum), pair: p})
	}
	root, parent := arborescence(len(members), ways)
	f.First = texts[members[root]].article.ID
	for k := range members {
		if parent[k] < 0 {
			continue
		}
		w := ways[parent[k]]
		v := w.pair.verdict
		e := stemma.Edge{
			From: texts[members[w.from]].article.ID, To: texts[members[w.to]].article.ID,
			Relation: w.pair.relation, Certainty: v.certainty(), Why: v.why,
		}
		if side := v.side(); side == "" || (side == "a") != (w.pair.a == members[w.from]) {
			e.Certainty = "low"
		}
		f.Edges = append(f.Edges, e)
	}
	slices.SortFunc(f.Edges, func(a, b stemma.Edge) int { return cmp.Compare(a.To, b.To) })
	return f
}

// distance says how much must be done to the first text to get the second: what is
// added or changed, and what is cut, in steps whose cost grows with the logarithm of
// their words.
func (p *pair) distance(x, y *text) (add, cut float64) {
	at := int32(0)
	last := int32(-1)
	moved := 0.0
	for _, b := range p.blocks {
		if b.x > at {
			cut += step(b.x - at)
		}
		if b.y < last {
			moved++
		}
		at, last = max(at, b.xEnd), b.y
	}
	cut += step(int32(len(x.hash)) - at)
	at = 0
	for _, r := range p.inB() {
		add += step(r.x - at)
		at = r.y
	}
	add += step(int32(len(y.hash)) - at)
	same := moved
	for _, b := range p.blocks {
		same += float64(b.numbers+b.differ) + step(min(b.xEnd-b.x, b.yEnd-b.y)-b.words-b.numbers-b.differ)
	}
	same += x.style.unlike(y.style)
	if x.article.TitleText != y.article.TitleText {
		same += 0.5
	}
	return add + same, cut + same
}

// step is the cost of adding or cutting n words in a row.
func step(n int32) float64 {
	if n <= 0 {
		return 0
	}
	return math.Log2(1 + float64(n))
}

// unlike counts the ways in which two styles differ.
func (s style) unlike(o style) float64 {
	n := 0.0
	if (s.curly > s.straight) != (o.curly > o.straight) && s.curly+s.straight > 0 && o.curly+o.straight > 0 {
		n += 0.7
	}
	if (2*s.blank > s.breaks) != (2*o.blank > o.breaks) {
		n += 0.7
	}
	if (s.dashes > 0) != (o.dashes > 0) {
		n += 0.3
	}
	return n
}

// price is the cost of an edge of the tree: what was done, and what speaks against
// its direction. A cut is a lesser deed than an addition.
func price(add, cut, sum float64) float64 {
	c := add + 0.7*cut
	if sum < 0 {
		c += -2 * sum
	} else {
		c -= 0.2 * min(sum, creditWeight)
	}
	return c
}
