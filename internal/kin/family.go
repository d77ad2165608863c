package kin

import (
	"cmp"
	"slices"

	"stemma"
)

// gather makes families of the sets of texts that are one witness, with their trees.
func gather(texts []*text, pairs []pair, set sets, first map[int]ruledFirst) []stemma.Family {
	within, beside := make(map[int][]*pair), make(map[int][]int)
	for k := range pairs {
		p := &pairs[k]
		a, b := set.top(p.a), set.top(p.b)
		if a != b {
			if p.relation == stemma.SharedWords || joins(p.relation) {
				beside[a], beside[b] = append(beside[a], p.b), append(beside[b], p.a)
			}
			continue
		}
		if p.relation == stemma.SharedQuote { // both have it from the family's text
			p.relation, p.note = stemma.SharedWords, ""
		}
		within[a] = append(within[a], p)
	}
	var out []stemma.Family
	for _, m := range set.parts() {
		top := m[0]
		out = append(out, family(texts, m, within[top], beside[top], first))
	}
	return out
}

// family gives a set of texts as a family; beside are texts that share words with it. What
// was ruled to be first is its root.
func family(texts []*text, members []int, pairs []*pair, beside []int, first map[int]ruledFirst) stemma.Family {
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
	f.Lost = lost(texts, members, beside)
	at := make(map[int]int, len(members))
	for k, m := range members {
		at[m] = k
	}
	ways, clock := routes(texts, members, at, pairs)
	ruled := -1
	for k, m := range members {
		if r := first[m].rank; r > 0 && (ruled < 0 || r > first[members[ruled]].rank) {
			ruled = k
		}
	}
	if ruled >= 0 {
		ways = slices.DeleteFunc(ways, func(w way) bool { return w.to == ruled })
	}
	root, parent := tree(clock, ways, ruled)
	late := lateness(len(members), at, pairs)
	if ruled >= 0 {
		f.First = texts[members[root]].article.ID
	} else if others := slices.Concat(late[:root], late[root+1:]); !slices.Contains(others, false) {
		f.First = texts[members[root]].article.ID
	}
	for k := range members {
		if parent[k] >= 0 {
			f.Edges = append(f.Edges, ways[parent[k]].edge(texts, members))
		}
	}
	slices.SortFunc(f.Edges, func(a, b stemma.Edge) int { return cmp.Compare(a.To, b.To) })
	if slices.Contains(late, true) {
		settle(root, parent, members, ways, at, pairs)
	}
	return f
}

// routes gives the ways from each text to each other with their prices, and when the
// texts were published. Dates that are taken for false are left out of the verdicts.
func routes(texts []*text, members []int, at map[int]int, pairs []*pair) ([]way, []moment) {
	ways := make([]way, 0, 2*len(pairs))
	for _, p := range pairs {
		if !joins(p.relation) {
			continue
		}
		there, back := p.distance(texts[p.a], texts[p.b])
		v := p.verdict
		ways = append(ways,
			way{from: at[p.a], to: at[p.b], cost: there, sum: v.sum, told: v.told, date: v.date, pair: p},
			way{from: at[p.b], to: at[p.a], cost: back, sum: -v.sum, told: -v.told, date: -v.date, pair: p})
	}
	clock := guess(texts, members, ways)
	for k, w := range ways {
		ways[k].cost = w.price(clock)
	}
	for _, p := range pairs {
		if doubted(texts[p.a], clock[at[p.a]]) || doubted(texts[p.b], clock[at[p.b]]) {
			p.doubtDate()
		}
	}
	return ways, clock
}

// tree gives the best tree, or for very many texts a good one that grows from the
// earliest, or from the text that was ruled to be first, when that is not below zero.
func tree(clock []moment, ways []way, ruled int) (root int, parent []int) {
	if len(clock) <= maxMembers {
		return hubbed(len(clock), ways)
	}
	if ruled >= 0 {
		return ruled, grown(len(clock), ruled, ways)
	}
	for k, m := range clock {
		if r := clock[root]; r.guessed && !m.guessed || r.guessed == m.guessed && m.at < r.at {
			root = k
		}
	}
	return root, grown(len(clock), root, ways)
}

// edge gives a way of the tree as it is told to the world.
func (w way) edge(texts []*text, members []int) stemma.Edge {
	v := w.pair.verdict
	e := stemma.Edge{
		From: texts[members[w.from]].article.ID, To: texts[members[w.to]].article.ID,
		Relation: w.pair.relation, Certainty: w.pair.certainty(), Why: v.why(),
	}
	if w.pair.relation == stemma.Translation || w.pair.version {
		e.Why = append([]string{w.pair.note}, e.Why...)
	}
	if side := v.side(); side == "" || (side == "a") != (w.pair.a == members[w.from]) {
		e.Certainty = "low"
	}
	return e
}

// settle lets the tree tell which of two texts is the earlier one where they do not
// tell themselves: the ancestor, or else the one nearer to the root.
func settle(root int, parent, members []int, ways []way, at map[int]int, pairs []*pair) {
	depth := make([]int, len(parent))
	var measure func(k int) int
	measure = func(k int) int {
		if k != root && depth[k] == 0 {
			depth[k] = 1 + measure(ways[parent[k]].from)
		}
		return depth[k]
	}
	for k := range members {
		measure(k)
	}
	above := func(i, k int) bool {
		for k != root && k != i {
			k = ways[parent[k]].from
		}
		return k == i
	}
	for _, p := range pairs {
		if p.verdict.side() != "" {
			continue
		}
		a, b := at[p.a], at[p.b]
		const ancestor, nearer = "the family's other texts make it the ancestor", "it stands nearer to the family's first text"
		switch {
		case above(a, b):
			p.verdict = weigh([]reason{{weight: tell, why: ancestor}})
		case above(b, a):
			p.verdict = weigh([]reason{{weight: -tell, why: ancestor}})
		case depth[a] < depth[b]:
			p.verdict = weigh([]reason{{weight: tell, why: nearer}})
		case depth[a] > depth[b]:
			p.verdict = weigh([]reason{{weight: -tell, why: nearer}})
		}
	}
}

// lateness says which texts something shows to be later than another one.
func lateness(n int, at map[int]int, pairs []*pair) []bool {
	late := make([]bool, n)
	for _, p := range pairs {
		switch p.verdict.side() {
		case "a":
			late[at[p.b]] = true
		case "b":
			late[at[p.a]] = true
		}
	}
	return late
}

// doubted reports whether a text has a date that was taken for false.
func doubted(t *text, m moment) bool { return m.guessed && t.article.Published != "" }

// doubtDate leaves the dates out of the verdict, one of which is taken for false.
func (p *pair) doubtDate() {
	if v := p.verdict; v.date != 0 {
		p.verdict = weigh(slices.DeleteFunc(slices.Clone(v.reasons), func(r reason) bool { return r.date }))
		p.verdict.told = v.told - v.date
		p.verdict.more = "one date is left out of it: it lies far before those of the family"
	}
}
