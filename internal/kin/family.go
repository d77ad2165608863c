package kin

import (
	"cmp"
	"slices"

	"stemma"
)

// gather makes families of the sets of texts that are one witness, with their trees.
func gather(texts lot, pairs []pair, set sets, first map[int]ruledFirst) []stemma.Family {
	within, beside, across := make(map[int][]*pair), make(map[int][]int), make(map[int][]*pair)
	for _, k := range byLater(texts.len(), pairs) {
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
		p.weigh(texts)
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
func family(texts lot, members []int, pairs, across []*pair, beside []int, first map[int]ruledFirst) stemma.Family {
	f := stemma.Family{}
	parts := make([]string, 0, len(members))
	for _, m := range members {
		f.Articles = append(f.Articles, texts.id(m))
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
		all[k] = marked(texts.at(m))
		all[k].twinned = texts.twinned[texts.of[m]]
	}
	doubt(all)
	countLines(texts, all, at, pairs)
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
		f.First = texts.id(members[root])
	} else if others := slices.Concat(late[:root], late[root+1:]); !slices.Contains(others, false) && rootShare(root, ways) >= likelyShare {
		f.First = texts.id(members[root])
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
func furthers(texts lot, members []int, ways []way, parent []int, across []*pair) []stemma.Source {
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
func routes(texts lot, all []marks, at map[int]int, pairs []*pair) []way {
	ways := make([]way, 0, 2*len(pairs))
	have := had(all, at, pairs)
	for _, p := range pairs {
		a, b := at[p.a], at[p.b]
		if all[a].doubted || all[b].doubted {
			p.doubtDate()
		}
		if joins(p.relation) || p.compiled {
			there, back := p.fit(texts.at(p.a), texts.at(p.b), &all[a], &all[b], len(all) == 2)
			there, back = there-elsewhere(p.relation, have[b], p.shareB), back-elsewhere(p.relation, have[a], p.shareA)
			ways = append(ways, way{from: a, to: b, fit: there, pair: p}, way{from: b, to: a, fit: back, pair: p})
		}
	}
	return ways
}

// had gives the greatest share of each text that stands word for word in one other of the
// family which is the earlier one of the two.
func had(all []marks, at map[int]int, pairs []*pair) []float64 {
	have := make([]float64, len(all))
	for _, p := range pairs {
		if p.relation != stemma.Reprint && p.relation != stemma.Edited {
			continue
		}
		switch a, b := at[p.a], at[p.b]; p.verdict.side() {
		case "a":
			have[b] = max(have[b], p.shareB)
		case "b":
			have[a] = max(have[a], p.shareA)
		}
	}
	return have
}

// elsewhere says how seldom a text is made of another one if an earlier text of the family
// has so much of it word for word: if the other is a translation, or has less than half of that.
func elsewhere(relation string, have, share float64) float64 {
	switch {
	case relation == stemma.Translation && have >= editShare, relation == stemma.Excerpt && share*2 < have:
		return partCost
	}
	return 0
}

// tree gives the tree in which most edges are likely right, and gives the ways their
// probabilities. Nothing leads to the text that was ruled to be first, when that is not below
// zero.
func tree(all []marks, ways []way, ruled int) (root int, parent []int) {
	n, weigh := len(all), rooted
	if n > maxMembers {
		weigh = func(n int, ways []way, root int) ([]float64, float64) { return apart(n, ways, root, all) }
	}
	for i, s := range posterior(n, ways, ruled, weigh, func(root int) ([]way, float64) { return begun(all, ways, root) }) {
		ways[i].share, ways[i].cost = s, -s
	}
	return arborescence(n, ways)
}
