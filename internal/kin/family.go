package kin

import (
	"cmp"
	"math"
	"slices"

	"stemma"
)

// gather makes families of the sets of texts that are one witness, with their trees.
func gather(texts []*text, pairs []pair, set sets, first map[int]ruledFirst) []stemma.Family {
	within, beside, across := make(map[int][]*pair), make(map[int][]int), make(map[int][]*pair)
	for k := range pairs {
		p := &pairs[k]
		a, b := set.top(p.a), set.top(p.b)
		if a != b {
			if p.relation == stemma.SharedWords || joins(p.relation) {
				beside[a], beside[b] = append(beside[a], p.b), append(beside[b], p.a)
				across[a], across[b] = append(across[a], p), append(across[b], p)
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
		out = append(out, family(texts, m, within[top], across[top], beside[top], first))
	}
	return out
}

// family gives a set of texts as a family; beside are texts that share words with it. What
// was ruled to be first is its root.
func family(texts []*text, members []int, pairs, across []*pair, beside []int, first map[int]ruledFirst) stemma.Family {
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
	all := make([]marks, len(members))
	for k, m := range members {
		all[k] = marked(texts[m])
	}
	doubt(all)
	ways := routes(texts, all, at, pairs)
	ruled := -1
	for k, m := range members {
		if r := first[m].rank; r > 0 && (ruled < 0 || r > first[members[ruled]].rank) {
			ruled = k
		}
	}
	if ruled >= 0 {
		ways = slices.DeleteFunc(ways, func(w way) bool { return w.to == ruled })
	}
	root, parent := tree(all, ways, ruled)
	incline(ways, members, parent)
	late := lateness(len(members), at, pairs)
	if ruled >= 0 {
		f.First = texts[members[root]].article.ID
	} else if others := slices.Concat(late[:root], late[root+1:]); !slices.Contains(others, false) && rootShare(root, ways) >= likelyShare {
		f.First = texts[members[root]].article.ID
	}
	second := rivals(ways, parent)
	for k := range members {
		if parent[k] >= 0 {
			e := ways[parent[k]].edge(texts, members)
			e.Why = append(e.Why, preferred(all, ways, parent[k], second[k])...)
			f.Edges = append(f.Edges, e)
		}
	}
	f.Further = furthers(texts, members, ways, parent, across)
	slices.SortFunc(f.Edges, func(a, b stemma.Edge) int { return cmp.Compare(a.To, b.To) })
	if slices.Contains(late, true) {
		settle(root, parent, members, ways, at, pairs)
	}
	return f
}

// furthers gives the further sources of a family's texts, by text.
func furthers(texts []*text, members []int, ways []way, parent []int, across []*pair) []stemma.Source {
	of := make(map[int][]*pair)
	for _, p := range across {
		of[p.a], of[p.b] = append(of[p.a], p), append(of[p.b], p)
	}
	var out []stemma.Source
	for k, m := range members {
		var made *pair
		if parent[k] >= 0 {
			made = ways[parent[k]].pair
		}
		out = append(out, further(texts, m, made, of[m])...)
	}
	slices.SortStableFunc(out, func(a, b stemma.Source) int { return cmp.Compare(a.To, b.To) })
	return out
}

// rootShare gives how likely nothing leads to a text.
func rootShare(root int, ways []way) float64 {
	share := 1.0
	for _, w := range ways {
		if w.to == root {
			share -= w.share
		}
	}
	return share
}

// routes gives the ways from each text to each other. Dates that are taken for false are
// left out of the verdicts.
func routes(texts []*text, all []marks, at map[int]int, pairs []*pair) []way {
	ways := make([]way, 0, 2*len(pairs))
	for _, p := range pairs {
		a, b := at[p.a], at[p.b]
		if all[a].doubted || all[b].doubted {
			p.doubtDate()
		}
		if joins(p.relation) || p.compiled {
			there, back := p.fit(texts[p.a], texts[p.b], &all[a], &all[b], len(all) == 2)
			ways = append(ways, way{from: a, to: b, fit: there, pair: p}, way{from: b, to: a, fit: back, pair: p})
		}
	}
	return ways
}

// tree gives the tree in which most edges are likely right, and gives the ways their
// probabilities. One of very many texts grows from the text of which most may have been made,
// or from the one that was ruled to be first, when that is not below zero.
func tree(all []marks, ways []way, ruled int) (root int, parent []int) {
	n := len(all)
	if n > maxMembers {
		if root = ruled; ruled < 0 {
			root = likelyRoots(n, ways)[0]
		}
		for i := range ways {
			ways[i].cost = -ways[i].fitUnder(root)
		}
		spread := shares(n, ways, root)
		for i := range ways {
			ways[i].share = spread[i]
		}
		return root, grown(n, root, ways)
	}
	doubts, dated := make([]float64, n), 0.0
	for k := range all {
		if all[k].dated {
			dated++
		}
	}
	for k := range all {
		if !all[k].dated {
			doubts[k] = min(undated, math.Log(max(1, dated)))
		}
	}
	for i, s := range posterior(n, ways, doubts, ruled) {
		ways[i].share, ways[i].cost = s, -s
	}
	return arborescence(n, ways)
}

// fewTexts is how many texts a family must have for its other texts to say which of two is the
// earlier one.
const fewTexts = 4

// incline lets the probabilities of the ways say which of two texts is the earlier one. In
// a small family only what speaks for itself does.
func incline(ways []way, members []int, parent []int) {
	if len(members) > maxMembers {
		return
	}
	for i := range ways {
		w := &ways[i]
		v := &w.pair.verdict
		if v.told >= ruledWeight || v.told <= -ruledWeight {
			continue
		}
		lean := math.Log(w.share + math.SmallestNonzeroFloat64)
		if w.pair.b == members[w.from] {
			lean = -lean
		}
		v.weighed, v.lean = true, v.lean+lean
	}
	for i := range ways {
		v := &ways[i].pair.verdict
		if len(members) < fewTexts && v.weighed && v.side() != "" && !v.spoken() {
			v.lean = 0
		}
	}
	for _, i := range parent {
		if i < 0 {
			continue
		}
		w := ways[i]
		if side := w.pair.verdict.side(); w.pair.verdict.weighed && side != "" && (side == "a") != (w.pair.a == members[w.from]) {
			w.pair.verdict.lean = 0
		}
	}
}

// edge gives a way of the tree as it is told to the world.
func (w way) edge(texts []*text, members []int) stemma.Edge {
	v := w.pair.verdict
	e := stemma.Edge{
		From: texts[members[w.from]].article.ID, To: texts[members[w.to]].article.ID,
		Relation: w.pair.relation, Certainty: w.certainty(), Why: v.why(),
	}
	if w.pair.relation == stemma.Translation || w.pair.version {
		e.Why = append([]string{w.pair.note}, e.Why...)
	}
	return e
}

// rivals gives each text the number of the likeliest way to it beside that of the tree, -1
// without one.
func rivals(ways []way, parent []int) []int {
	out := make([]int, len(parent))
	for k := range out {
		out[k] = -1
	}
	for i, w := range ways {
		if r := &out[w.to]; i != parent[w.to] && w.share > 0 && (*r < 0 || w.share > ways[*r].share) {
			*r = i
		}
	}
	return out
}

// preferred says in words what speaks for the source that was chosen rather than for the
// likeliest other one, and whether that one may be the source as well.
func preferred(all []marks, ways []way, chosen, other int) []string {
	if other < 0 {
		return nil
	}
	w := &ways[chosen]
	var out []string
	to, from, rival := &all[w.to], &all[w.from], &all[ways[other].from]
	if to.heading(from) == sameTitle && to.heading(rival) < sameTitle {
		out = append(out, "of the likeliest sources only this one has the same headline")
	}
	if to.byline != "" && to.byline == from.byline && to.byline != rival.byline {
		out = append(out, "of the likeliest sources only this one has the same byline")
	}
	if ways[other].share >= w.share/3 {
		out = append(out, "another text of the family may be the source as well")
	}
	return out
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

// doubtDate leaves the dates out of the verdict, one of which is taken for false.
func (p *pair) doubtDate() {
	if v := p.verdict; v.date != 0 {
		p.verdict = weigh(slices.DeleteFunc(slices.Clone(v.reasons), func(r reason) bool { return r.date }))
		p.verdict.told = v.told - v.date
		p.verdict.more = "one date is left out of it: it lies far before those of the family"
	}
}
