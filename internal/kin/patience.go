package kin

import (
	"slices"
)

// weight is what keeping a part is worth.
func weight(part string) int32 {
	if c := part[0]; plain[c] != 0 || c >= 0x80 {
		return 4
	}
	return 1
}

// patience cuts two long stretches at the parts that stand once in each, taking the
// longest row of them that is in the same order in both.
func (d *differ) patience(i, iEnd, j, jEnd, depth int) {
	count := make(map[string][2]int, iEnd-i)
	place := make(map[string]int, jEnd-j)
	for _, p := range d.a[i:iEnd] {
		c := count[p]
		c[0]++
		count[p] = c
	}
	for q := j; q < jEnd; q++ {
		c := count[d.b[q]]
		c[1]++
		count[d.b[q]] = c
		place[d.b[q]] = q
	}
	var once []run
	for p := i; p < iEnd; p++ {
		if count[d.a[p]] == [2]int{1, 1} {
			once = append(once, run{x: int32(p), y: int32(place[d.a[p]])})
		}
	}
	for _, r := range rising(once) {
		d.compare(i, int(r.x), j, int(r.y), depth+1)
		d.keep(int(r.x), int(r.y))
		i, j = int(r.x)+1, int(r.y)+1
	}
	if len(once) > 0 {
		d.compare(i, iEnd, j, jEnd, depth+1)
	}
}

// rising gives a longest row of pairs that rises in y; x rises already.
func rising(pairs []run) []run {
	var ends []int // the last pair of the best row of each length
	before := make([]int, len(pairs))
	for k, p := range pairs {
		n, _ := slices.BinarySearchFunc(ends, p.y, func(e int, y int32) int { return int(pairs[e].y) - int(y) })
		before[k] = -1
		if n > 0 {
			before[k] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, k)
		} else {
			ends[n] = k
		}
	}
	out := make([]run, len(ends))
	for n, k := len(ends)-1, -1; n >= 0; n-- {
		if k < 0 {
			k = ends[n]
		} else {
			k = before[k]
		}
		out[n] = pairs[k]
	}
	return out
}
