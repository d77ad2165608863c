package kin

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"stemma"
)

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

// run is a stretch of equal words: n words from x in one text and y in the other.
type run struct{ x, y, n int32 }

// block is an aligned passage: half-open ranges of words in two texts.
type block struct {
	x, xEnd, y, yEnd int32
	words            int32 // equal words
	numbers          int32 // numbers that stand for each other and differ
	names            int32 // words that begin with capitals, likewise
	differ           int32 // other words, likewise
}

func (b *block) flip() { b.x, b.xEnd, b.y, b.yEnd = b.y, b.yEnd, b.x, b.xEnd }

func byPlace(a, b block) int { return cmp.Or(cmp.Compare(a.x, b.x), cmp.Compare(a.y, b.y)) }

// table finds runs of seedWords words in a text.
type table struct {
	text  *text
	slots []int32 // places + 1, by key
	next  []int32 // the next place with the same slot, + 1
	mask  uint64
}

func newTable(t *text) *table {
	keys := t.allGrams()
	size := 16
	for size < 2*len(keys) {
		size *= 2
	}
	tb := &table{text: t, slots: make([]int32, size), next: make([]int32, len(keys)), mask: uint64(size - 1)}
	for i := len(keys) - 1; i >= 0; i-- {
		s := &tb.slots[keys[i]&tb.mask]
		tb.next[i] = *s
		*s = int32(i + 1)
	}
	return tb
}

// compare gives the passages that x shares with the table's text: x's words first,
// ordered.
func (tb *table) compare(x *text) []block {
	return accept(x, tb.text, chain(x, tb.text, tb.runs(x)))
}

// maxWalk bounds the places of one key that are tried.
const maxWalk = 32

// runs gives the stretches of equal words, each as long as can be, in the order of x.
func (tb *table) runs(x *text) []run {
	keys := x.allGrams()
	y := tb.text
	var runs []run
	diagonal := int32(0)
	for i := int32(0); int(i) < len(keys); {
		best, walk := run{}, 0
		for p := tb.slots[keys[i]&tb.mask]; p != 0 && walk < maxWalk; p = tb.next[p-1] {
			walk++
			n := equal(x, y, i, p-1)
			if n < seedWords || n < best.n || n == best.n && i-(p-1) != diagonal {
				continue
			}
			best = run{i, p - 1, n}
		}
		if best.n == 0 {
			i++
			continue
		}
		runs = append(runs, best)
		diagonal = best.x - best.y
		i += best.n
	}
	return runs
}

// equal counts the equal words from places i and j on.
func equal(x, y *text, i, j int32) int32 {
	n := min(len(x.hash)-int(i), len(y.hash)-int(j))
	a, b := x.hash[i:int(i)+n], y.hash[j:int(j)+n]
	for k := range a {
		if a[k] != b[k] {
			return int32(k)
		}
	}
	return int32(n)
}

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
		for q := 1; q <= n; q++ {
			s := max(score[p-1][q], score[p][q-1])
			score[p][q] = max(s, score[p-1][q-1]+likeness(x, y, iEnd-int32(p), jEnd-int32(q)))
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
	a := x.article.Text[x.start[i]:x.end[i]]
	b := y.article.Text[y.start[j]:y.end[j]]
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b) < 4 || len(b)-len(a) > 2 || x.flag[i]&isNumber != 0 {
		return anyWord
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

// accept keeps the passages that are long enough to be no chance.
func accept(x, y *text, blocks []block) []block {
	long := false
	for _, b := range blocks {
		long = long || b.words >= minRun
	}
	kept := blocks[:0]
	for _, b := range blocks {
		if b.words >= minRun || long && b.words >= minMore || b.telling(x) && b.quoted(x, y) {
			b.trim(x, y)
			kept = append(kept, b)
		}
	}
	return kept
}

// trim takes a word or two from a passage's end that begin another sentence in both
// texts, and from its beginning those that end one: they are the same by chance.
func (b *block) trim(x, y *text) {
	const few = 2
	for n := int32(1); n <= few && b.xEnd-b.x > minRun && b.yEnd-b.y > minRun; n++ {
		if x.flag[b.xEnd-n-1]&y.flag[b.yEnd-n-1]&endsSaid != 0 && (x.flag[b.xEnd-1]&y.flag[b.yEnd-1])&endsSaid == 0 {
			b.xEnd, b.yEnd, b.words = b.xEnd-n, b.yEnd-n, b.words-n
			break
		}
	}
	for n := int32(1); n <= few && b.xEnd-b.x > minRun && b.yEnd-b.y > minRun; n++ {
		if x.flag[b.x+n-1]&y.flag[b.y+n-1]&endsSaid != 0 && (b.x > 0 && x.flag[b.x-1]&endsSaid == 0) && (b.y > 0 && y.flag[b.y-1]&endsSaid == 0) {
			b.x, b.y, b.words = b.x+n, b.y+n, b.words-n
			break
		}
	}
}

// telling reports whether a short quotation can hardly be a turn of phrase: it is
// long enough, or there is a name or a number within.
func (b *block) telling(x *text) bool {
	if b.words >= minSaid {
		return true
	}
	if b.words < minQuote {
		return false
	}
	for i := b.x; i < b.xEnd; i++ {
		f := x.flag[i]
		if f&isNumber != 0 || f&isName != 0 && i > b.x && x.flag[i-1]&endsSaid == 0 && x.end[i]-x.start[i] > 1 {
			return true
		}
	}
	return false
}

// quoted reports whether most words of a passage stand in quotation marks in both texts.
func (b *block) quoted(x, y *text) bool {
	return mostly(x.flag[b.x:b.xEnd], inQuote) && mostly(y.flag[b.y:b.yEnd], inQuote)
}

// mostly reports whether at least three of four words carry a flag.
func mostly(flags []uint8, flag uint8) bool {
	n := 0
	for _, f := range flags {
		if f&flag != 0 {
			n++
		}
	}
	return 4*n >= 3*len(flags)
}

// pair is two texts, by their numbers, a < b, and what they share.
type pair struct {
	a, b     int
	blocks   []block // x is a's, y is b's; ordered
	relation string
	form     bool    // the texts are one form, filled in differently
	note     string  // why the relation is what it is, where that needs saying
	shareA   float64 // of each one's own words
	shareB   float64
	verdict  verdict
}

// passages gives the blocks as spans, A being the text with the smaller ID.
func (p *pair) passages(texts []*text) []stemma.Passage {
	x, y := texts[p.a], texts[p.b]
	out := make([]stemma.Passage, 0, len(p.blocks))
	for _, b := range p.blocks {
		out = append(out, stemma.Passage{A: x.span(b.x, b.xEnd), B: y.span(b.y, b.yEnd)})
	}
	sortPassages(out)
	return out
}

func sortPassages(ps []stemma.Passage) {
	slices.SortFunc(ps, func(p, q stemma.Passage) int {
		return cmp.Or(cmp.Compare(p.A.Start, q.A.Start), cmp.Compare(p.B.Start, q.B.Start), cmp.Compare(p.A.End, q.A.End))
	})
}

// span gives where the words from number i to end stand, with the marks that touch
// the first and the last of them, but for those that tie a word to its other half.
func (t *text) span(i, end int32) stemma.Span {
	src := t.article.Text
	from, to := int(t.start[i]), int(t.end[end-1])
	low, high := 0, len(src)
	if i > 0 {
		low = int(t.end[i-1])
	}
	if int(end) < len(t.start) {
		high = int(t.start[end])
	}
	before, after := src[low:from], src[to:high]
	if last := strings.LastIndexFunc(before, unicode.IsSpace); last >= 0 || low == 0 {
		from -= len(strings.TrimLeftFunc(before[max(0, last):], unicode.IsSpace))
	}
	if n := strings.IndexFunc(after, unicode.IsSpace); n >= 0 {
		to += n
	} else if high == len(src) {
		to = high
	}
	return stemma.Span{Start: from, End: to}
}
