package view

import (
	"cmp"
	"slices"

	"stemma"
)

// chain gives the passages that stand in the same order in both texts and carry the
// most words, as in the alignment of sequences by chaining.
func chain(passages []stemma.Passage) []stemma.Passage {
	list := slices.Clone(passages)
	slices.SortFunc(list, func(p, q stemma.Passage) int {
		return cmp.Or(cmp.Compare(p.A.Start, q.A.Start), cmp.Compare(p.B.Start, q.B.Start), cmp.Compare(p.A.End, q.A.End))
	})
	list = head(list, 2000) // the search for the best chain is quadratic
	best, from := make([]int, len(list)), make([]int, len(list))
	last := -1
	for i, p := range list {
		best[i], from[i] = p.A.Len(), -1
		for j := range i {
			if list[j].A.End <= p.A.Start && list[j].B.End <= p.B.Start && best[j]+p.A.Len() > best[i] {
				best[i], from[i] = best[j]+p.A.Len(), j
			}
		}
		if last < 0 || best[i] > best[last] {
			last = i
		}
	}
	var out []stemma.Passage
	for ; last >= 0; last = from[last] {
		out = append(out, list[last])
	}
	slices.Reverse(out)
	return out
}

// offChain gives the passages that stand elsewhere in the other text.
func offChain(passages []stemma.Passage) []stemma.Passage {
	kept := chain(passages)
	return slices.DeleteFunc(slices.Clone(passages), func(p stemma.Passage) bool { return slices.Contains(kept, p) })
}
