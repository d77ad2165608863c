package kin

import (
	"math"
	"slices"

	"stemma"
)

// What a family's tree tells of its edges, and of which of two texts is the earlier one.

// edge gives a way of the tree as it is told to the world.
func (w way) edge(texts lot, members []int) stemma.Edge {
	v := *w.pair.verdict
	e := stemma.Edge{
		From: texts.id(members[w.from]), To: texts.id(members[w.to]),
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
	if ways[other].share >= w.share/3 || w.share < likelyShare && from.twinned != (twinned{}) {
		out = append(out, "another text of the family may be the source as well")
	}
	return out
}

// fewTexts is how many texts a family must have for its other texts to say which of two is the
// earlier one.
const fewTexts = 4

// incline lets the probabilities of the ways say which of two texts is the earlier one. In
// a small family only what speaks for itself does, and in one of very many too, whose trees are
// not weighed as wholes. No edge goes against what is said of its two texts.
func incline(ways []way, members []int, parent []int) {
	for i := range ways {
		if len(members) > maxMembers {
			break
		}
		w := &ways[i]
		v := w.pair.verdict
		if v.ruled() {
			continue
		}
		lean := math.Log(w.share + math.SmallestNonzeroFloat64)
		if w.pair.b == members[w.from] {
			lean = -lean
		}
		v.weighed, v.lean = true, v.lean+lean
	}
	for i := range ways {
		v := ways[i].pair.verdict
		if len(members) < fewTexts && v.weighed && v.side() != "" && !v.spoken() {
			v.lean = 0
		}
	}
	for _, i := range parent {
		if i < 0 {
			continue
		}
		w := ways[i]
		v := w.pair.verdict
		if side := v.side(); !v.ruled() && side != "" && (side == "a") != (w.pair.a == members[w.from]) {
			v.weighed, v.lean = true, 0
		}
	}
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
			p.is(tell, ancestor)
		case above(b, a):
			p.is(-tell, ancestor)
		case depth[a] < depth[b]:
			p.is(tell, nearer)
		case depth[a] > depth[b]:
			p.is(-tell, nearer)
		}
	}
}

// is makes one reason the verdict.
func (p *pair) is(weight float64, why string) {
	*p.verdict = weigh([]reason{{weight: weight, why: why}})
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
	if v := *p.verdict; v.date != 0 {
		*p.verdict = weigh(slices.DeleteFunc(slices.Clone(v.reasons), func(r reason) bool { return r.date }))
		p.verdict.told = v.told - v.date
		p.verdict.more = "one date is left out of it: it lies far before those of the family"
	}
}

// ruled reports whether a person has said which of two texts is the earlier one.
func (v *verdict) ruled() bool { return v.told >= ruledWeight || v.told <= -ruledWeight }
