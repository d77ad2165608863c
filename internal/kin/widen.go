package kin

import (
	"cmp"
	"slices"
)

// widen makes of hits the runs of equal words around them.
func widen(x, y *text, hits []hit, into []run) []run {
	left := maxWiden * (len(x.hash) + 1<<8)
	for _, h := range hits {
		own, pos := h.own(), h.pos()
		if left < 0 {
			break
		}
		if covered(into, own, pos) {
			continue
		}
		i, j := own, pos
		for i > 0 && j > 0 && x.hash[i-1] == y.hash[j-1] {
			i, j = i-1, j-1
		}
		n := own - i + equal(x, y, own, pos)
		left -= int(n)
		if n >= seedWords {
			into = append(into, run{i, j, n})
		}
	}
	slices.SortFunc(into, func(a, b run) int { return cmp.Or(cmp.Compare(a.x, b.x), cmp.Compare(a.y, b.y)) })
	return into
}

// covered reports whether two places lie in a run that is known.
func covered(runs []run, own, pos int32) bool {
	for k := len(runs) - 1; k >= 0 && k >= len(runs)-16; k-- {
		if r := runs[k]; r.x-r.y == own-pos && own < r.x+r.n && own >= r.x {
			return true
		}
	}
	return false
}
