package kin

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"stemma"
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
		diagonal = best.x - best.y
		i += best.n
		runs = longer(runs, x, y, best)
	}
	return runs
}

// longer appends a run, with the equal words before it that a shorter run before it has
// taken by chance; those are taken from that run.
func longer(runs []run, x, y *text, r run) []run {
	for r.x > 0 && r.y > 0 && x.hash[r.x-1] == y.hash[r.y-1] {
		last := len(runs) - 1
		if last < 0 || r.x > runs[last].x+runs[last].n {
			break
		}
		if r.n <= runs[last].n {
			break
		}
		r.x, r.y, r.n = r.x-1, r.y-1, r.n+1
		if runs[last].n--; runs[last].n < seedWords {
			runs = runs[:last]
		}
	}
	return append(runs, r)
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
	version  bool    // the texts are two states of one page
	whole    bool    // it is a translation of whole texts, which makes them one witness
	compiled bool    // the later text was put together from the other and one of another family
	sample   bool    // the pair stands for many that share an outlet's note
	note     string  // why the relation is what it is, where that needs saying
	shareA   float64 // of each one's own words
	shareB   float64
	near     int32    // words for others that differ by a letter or so
	verdict  *verdict // nil until it is asked for, where it may never be
}

// words counts the words of the passages that both texts have.
func (p *pair) words() int {
	n := 0
	for _, b := range p.blocks {
		n += int(b.words)
	}
	return n
}

// passages gives the blocks as spans, A being the text with the smaller ID.
func (p *pair) passages(x, y *text) []stemma.Passage {
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
