package kin

import "slices"

const (
	// smallGap is how many words may differ within a passage without a look at them.
	smallGap = 6
	// largeGap is how many may differ where at least half of them are alike, as in
	// scanned or mistyped text.
	largeGap = 40
	// drop is how far the count of equal over unequal words may fall while a passage
	// is followed beyond its last run.
	drop = 3
)

// chain joins runs that follow each other in both texts into passages, and follows
// these beyond their ends. Runs must be ordered by x. Passages are ordered by x and
// do not overlap in x.
func chain(x, y *text, runs []run) []block {
	var out []block
	for _, r := range runs {
		best, bestGap := -1, int32(1<<30)
		for k := len(out) - 1; k >= 0 && k >= len(out)-8; k-- {
			gx, gy := r.x-out[k].xEnd, r.y-out[k].yEnd
			if gap := max(gx, gy); gx > -r.n && gy > -r.n && gap < bestGap && gap <= largeGap {
				best, bestGap = k, gap
			}
		}
		if best >= 0 && join(x, y, &out[best], r) {
			continue
		}
		if n := len(out); n > 0 && r.x < out[n-1].xEnd { // an overlap: the earlier passage keeps it
			cut := out[n-1].xEnd - r.x
			if cut >= r.n {
				continue
			}
			r = run{r.x + cut, r.y + cut, r.n - cut}
		}
		out = append(out, block{x: r.x, xEnd: r.x + r.n, y: r.y, yEnd: r.y + r.n, words: r.n})
	}
	slices.SortFunc(out, byPlace)
	for k := range out {
		low, high := int32(0), int32(len(x.hash))
		if k > 0 {
			low = out[k-1].xEnd
		}
		if k+1 < len(out) {
			high = out[k+1].x
		}
		out[k].stretch(x, y, low, high)
	}
	return out
}

// join adds a run to a passage when what lies between is small or alike.
func join(x, y *text, b *block, r run) bool {
	gx, gy := r.x-b.xEnd, r.y-b.yEnd
	if cut := max(0, -min(gx, gy)); cut > 0 {
		if cut >= r.n {
			return false
		}
		r = run{r.x + cut, r.y + cut, r.n - cut}
		gx, gy = gx+cut, gy+cut
	}
	gap := between(x, y, b.xEnd, r.x, b.yEnd, r.y)
	if longer := max(gx, gy); longer > smallGap {
		if 2*gap.alike < longer {
			return false
		}
	}
	b.xEnd, b.yEnd = r.x+r.n, r.y+r.n
	b.words += gap.words + r.n
	b.numbers += gap.numbers
	b.names += gap.names
	b.differ += gap.differ
	return true
}

// gap is what lies between two runs.
type gap struct{ words, alike, numbers, names, differ int32 }

// between aligns two short stretches word by word.
func between(x, y *text, i, iEnd, j, jEnd int32) gap {
	var g gap
	m, n := int(iEnd-i), int(jEnd-j)
	if m <= 0 || n <= 0 || m > largeGap || n > largeGap {
		return g
	}
	// score[p][q] is the best alignment of the last p and q words.
	var score [largeGap + 1][largeGap + 1]int16
	for p := 1; p <= m; p++ {
		row, last := &score[p], &score[p-1]
		for q := 1; q <= n; q++ {
			row[q] = max(last[q], row[q-1], last[q-1]+likeness(x, y, iEnd-int32(p), jEnd-int32(q)))
		}
	}
	for p, q := m, n; p > 0 && q > 0; {
		a, b := iEnd-int32(p), jEnd-int32(q)
		switch like := likeness(x, y, a, b); {
		case score[p][q] == score[p-1][q-1]+like:
			switch {
			case like == sameWord:
				g.words++
				g.alike++
			case x.flag[a]&y.flag[b]&isNumber != 0:
				g.numbers++
			case like == anyWord && x.flag[a]&y.flag[b]&isName != 0:
				g.names++
			default:
				if like == nearWord {
					g.alike++
				}
				g.differ++
			}
			p, q = p-1, q-1
		case score[p][q] == score[p-1][q]:
			p--
		default:
			q--
		}
	}
	return g
}

const (
	sameWord int16 = 8
	nearWord int16 = 5
	anyWord  int16 = 1 // two words that differ rather stand for each other than not
)

// likeness says how well two words match: the same, one letter or so apart, or not.
func likeness(x, y *text, i, j int32) int16 {
	if x.hash[i] == y.hash[j] {
		return sameWord
	}
	m, n := x.end[i]-x.start[i], y.end[j]-y.start[j]
	if max(m, n) < 4 || max(m, n)-min(m, n) > 2 || x.flag[i]&isNumber != 0 { // mostly: told without the letters
		return anyWord
	}
	a := x.article.Text[x.start[i]:x.end[i]]
	b := y.article.Text[y.start[j]:y.end[j]]
	if m > n {
		a, b = b, a
	}
	head, tail := 0, 0
	for head < len(a) && lower(a[head]) == lower(b[head]) {
		head++
	}
	for tail < len(a)-head && lower(a[len(a)-1-tail]) == lower(b[len(b)-1-tail]) {
		tail++
	}
	if head+tail >= len(b)-2 && 2*(head+tail) >= len(b) {
		return nearWord
	}
	return anyWord
}

func lower(c byte) byte {
	if p := plain[c]; p != 0 {
		return p
	}
	return c
}

// stretch follows a passage to both sides, within low and high of x.
func (b *block) stretch(x, y *text, low, high int32) {
	i, j, words := follow(x, y, b.x-1, b.y-1, -1, low-1, -1)
	b.x, b.y, b.words = i+1, j+1, b.words+words
	i, j, words = follow(x, y, b.xEnd, b.yEnd, 1, high, int32(len(y.hash)))
	b.xEnd, b.yEnd, b.words = i, j, b.words+words
}

// follow walks over equal words in steps of one to either side, over single words
// that differ, are missing or were added, until too many have been met. It gives the
// places after the last equal word, and how many were equal.
func follow(x, y *text, i, j, step, iEnd, jEnd int32) (int32, int32, int32) {
	same := func(i, j int32) bool {
		return (iEnd-i)*step > 0 && (jEnd-j)*step > 0 && x.hash[i] == y.hash[j]
	}
	bestI, bestJ, words, best, score := i, j, int32(0), 0, 0
	for seen := int32(0); (iEnd-i)*step > 0 && (jEnd-j)*step > 0 && score > best-drop; {
		switch {
		case same(i, j):
			i, j = i+step, j+step
			score++
			seen++
			if score > best {
				bestI, bestJ, best, words = i, j, score, seen
			}
			continue
		case likeness(x, y, i, j) == nearWord: // mistyped: it neither helps nor hurts
			i, j = i+step, j+step
			continue
		case same(i+step, j+step):
			i, j = i+step, j+step
		case same(i+step, j):
			i += step
		case same(i, j+step):
			j += step
		default:
			i, j = i+step, j+step
		}
		score--
	}
	return bestI, bestJ, words
}
