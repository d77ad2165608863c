package viewtest

import (
	"unicode"

	"stemma"
	"stemma/internal/view"
)

// Diff is a plain word diff by longest common subsequence, quadratic in both texts,
// for tests that need some diff.
func Diff(a, b string) []view.Edit {
	x, y := parts(a), parts(b)
	common := make([][]int, len(x)+1)
	for i := range common {
		common[i] = make([]int, len(y)+1)
	}
	for i := len(x) - 1; i >= 0; i-- {
		for j := len(y) - 1; j >= 0; j-- {
			common[i][j] = max(common[i+1][j], common[i][j+1])
			if x[i] == y[j] {
				common[i][j] = common[i+1][j+1] + 1
			}
		}
	}
	var edits []view.Edit
	add := func(n, m int, same bool) {
		last := view.Edit{}
		if len(edits) > 0 {
			last = edits[len(edits)-1]
		}
		if len(edits) == 0 || last.Same != same {
			last = view.Edit{A: stemma.Span{Start: last.A.End, End: last.A.End}, B: stemma.Span{Start: last.B.End, End: last.B.End}, Same: same}
			edits = append(edits, last)
		}
		e := &edits[len(edits)-1]
		e.A.End += n
		e.B.End += m
	}
	i, j := 0, 0
	for i < len(x) || j < len(y) {
		switch {
		case i < len(x) && j < len(y) && x[i] == y[j]:
			add(len(x[i]), len(y[j]), true)
			i, j = i+1, j+1
		case j == len(y) || (i < len(x) && common[i+1][j] >= common[i][j+1]):
			add(len(x[i]), 0, false)
			i++
		default:
			add(0, len(y[j]), false)
			j++
		}
	}
	return edits
}

// parts cuts a text into words, white space and single marks.
func parts(s string) []string {
	kind := func(r rune) int {
		switch {
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			return 1
		case unicode.IsSpace(r):
			return 2
		}
		return 0
	}
	var list []string
	start, last := 0, 0
	for i, r := range s {
		if k := kind(r); i > 0 && (k == 0 || k != last) {
			list = append(list, s[start:i])
			start = i
		}
		last = kind(r)
	}
	if start < len(s) {
		list = append(list, s[start:])
	}
	return list
}
