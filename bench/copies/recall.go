package copies

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
)

// Found is how many copies of a kind there are and how many were found; of forms, which
// are no copies, how many were told apart.
type Found struct {
	Kind         string
	There, Found int
}

// Recall says of each kind of copy how many were found: a pair counts when the passages
// found hold at least half of the words that the one text has from the other, or when
// both are of one large family, whose pairs are not all listed.
func Recall(p Pile, copies []stemma.Copy, families []stemma.Family) []Found {
	shared := make(map[[2]stemma.ID]int, len(copies))
	text := make(map[stemma.ID]string, len(p.Articles))
	for _, a := range p.Articles {
		text[a.ID] = a.Text
	}
	for _, c := range copies {
		n := 0
		for _, passage := range c.Passages {
			n += len(strings.Fields(text[c.A][passage.A.Start:passage.A.End]))
		}
		shared[[2]stemma.ID{c.A, c.B}] = n
	}
	family := make(map[stemma.ID]stemma.ID)
	size := make(map[stemma.ID]int)
	for _, f := range families {
		for _, id := range f.Articles {
			family[id], size[id] = f.ID, len(f.Articles)
		}
	}
	byKind := make(map[string]*Found)
	for _, t := range p.Truths {
		a, b := p.Articles[t.From].ID, p.Articles[t.To].ID
		k := byKind[t.Kind]
		if k == nil {
			k = &Found{Kind: t.Kind}
			byKind[t.Kind] = k
		}
		k.There++
		implied := family[a] != "" && family[a] == family[b] && size[a] > 200
		if met := 2*shared[[2]stemma.ID{min(a, b), max(a, b)}] >= len(t.Words) || implied; met == (t.Kind != form) {
			k.Found++
		}
	}
	return sorted(byKind)
}

// sorted gives the counts by their kinds.
func sorted(byKind map[string]*Found) []Found {
	var out []Found
	for _, k := range byKind {
		out = append(out, *k)
	}
	slices.SortFunc(out, func(a, b Found) int { return cmp.Compare(a.Kind, b.Kind) })
	return out
}

// Wrong counts the pairs that were found to be copies and share nothing: no truth leads
// from the one to the other, over however many steps.
func Wrong(p Pile, copies []stemma.Copy) (pairs, joined int) {
	number := make(map[stemma.ID]int, len(p.Articles))
	top := make([]int, len(p.Articles))
	for i, a := range p.Articles {
		number[a.ID], top[i] = i, i
	}
	find := func(i int) int {
		for top[i] != i {
			i = top[i]
		}
		return i
	}
	for _, t := range p.Truths {
		if t.Kind != form {
			a, b := find(t.From), find(t.To)
			top[max(a, b)] = min(a, b)
		}
	}
	for _, c := range copies {
		if find(number[c.A]) == find(number[c.B]) || c.Relation == stemma.SharedSite || c.Relation == stemma.SharedQuote {
			continue
		}
		pairs++
		if c.Relation != stemma.SharedWords {
			joined++
		}
	}
	return pairs, joined
}
