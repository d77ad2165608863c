package kin

import (
	"iter"
	"slices"
)

// components parts texts that hang together, over however many others, from those that do
// not, and gives the numbers of each part of two and more, ordered. Two texts hang together
// that share a run of Promise words, or of minQuote words that stand in quotation marks in
// both.
//
// Only they are compared, and all of them meet at an [Index], in whatever order they are
// added. Whether texts meet that share less depends on the others there: so what two texts
// have to do with each other would hang on strangers.
func components(texts lot) [][]int { return parted(texts, texts.len() > manyTexts) }

// parted does it in little memory, where they are many: the runs that come once, of which
// there are many times as many as texts, are found beforehand and left out.
func parted(texts lot, many bool) [][]int {
	all := sow(texts, many)
	x := ties{texts: texts, set: newSets(texts.len()), counting: many}
	if x.counting {
		x.often = newOften(all * margin)
		x.joinAll()
		x.counting = false
	}
	x.joinAll()
	return x.set.parts()
}

// sow gives texts those of their seeds that come again, in them or in another one: no other
// leads anywhere. Two texts that share a run by which they hang together share a seed within.
// It gives how many they are.
func sow(texts lot, many bool) int {
	words, all := 0, 0
	for i := range texts.len() {
		words += int(texts.knows(i).words)
	}
	seeds := newOften(words / 4)
	var s sieve
	for i := range texts.len() {
		t := texts.at(i)
		for _, d := range t.winnow(&s) {
			seeds.note(d.key)
		}
		if !many && !texts.crowded() {
			t.kept = slices.Clone(s.seeds)
		}
	}
	once := func(d seed) bool { return !seeds.again(d.key) }
	if texts.crowded() {
		texts.again = seeds
	}
	for i := range texts.len() {
		t := texts.at(i)
		if texts.crowded() {
			all += len(texts.seeds(i, &s))
			continue
		}
		if t.kept == nil {
			again := slices.DeleteFunc(t.winnow(&s), once)
			t.kept = append(make([]seed, 0, len(again)), again...)
		} else {
			t.kept = slices.DeleteFunc(t.kept, once)
		}
		all += len(t.kept)
	}
	return all
}

// ties are the runs by which texts hang together. Two texts that share one share a seed
// within.
type ties struct {
	texts    lot
	seeds    *origins // sided where the runs around the first place are among runs
	runs     *origins // those around seeds that stand among different words
	set      sets
	often    often // of very many texts: which runs come again; others are not among runs
	counting bool  // which do
}

func (x *ties) joinAll() {
	x.seeds, x.runs = newOrigins(), newOrigins()
	var s sieve
	for i := range x.texts.len() {
		t := x.texts.at(i)
		for _, d := range x.texts.seeds(i, &s) {
			x.join(t, int32(i), d)
		}
	}
}

// join puts a text to those before it that share a run around one of its seeds. Most seeds
// stand among the words that the first text has there, too: then that shares all of them.
func (x *ties) join(t *text, number int32, s seed) {
	first := x.seeds.at(s.key)
	if first.text == 0 {
		x.seeds.add(s.key, number, s.pos)
		return
	}
	text, pos, sided := first.found()
	if t.tiedLike(s.pos, x.texts.at(int(text)), pos) {
		x.set.unite(int(text), int(number))
		return
	}
	if !sided {
		first.side()
		x.meet(x.texts.at(int(text)), text, pos)
	}
	x.meet(t, number, s.pos)
}

// meet puts a text to those that had a run around one of its seeds before.
func (x *ties) meet(t *text, number, at int32) {
	for from, n := range t.tied(at) {
		run := t.gram(int(from), int(n))
		if x.counting {
			x.often.note(run)
			continue
		}
		if x.often.counts != nil && !x.often.again(run) {
			continue
		}
		if first := x.runs.at(run); first.text != 0 {
			text, _, _ := first.found()
			x.set.unite(int(text), int(number))
		} else {
			x.runs.add(run, number, from)
		}
	}
}

// tied gives the runs around a seed by which a text may hang together with others: their
// first words, and how many they are.
func (t *text) tied(at int32) iter.Seq2[int32, int32] {
	return func(yield func(from, n int32) bool) {
		words := int32(len(t.hash))
		for from := max(0, at-margin); from <= at && from+Promise <= words; from++ {
			if !yield(from, Promise) {
				return
			}
		}
		for from := max(0, at+seedWords-minQuote); from <= at && from+minQuote <= words; from++ {
			if t.quotes(from, minQuote) && !yield(from, minQuote) {
				return
			}
		}
	}
}

// tiedLike reports whether a text has runs around a seed, and another text has them all.
func (t *text) tiedLike(at int32, f *text, pos int32) bool {
	low, high := t.shares(at, f, pos)
	some := false
	for from, n := range t.tied(at) {
		some = true
		if from < low || from+n > high || n == minQuote && !f.quotes(from-at+pos, n) {
			return false
		}
	}
	return some
}

// shares gives the words around a place that are those around a place of another text, no
// more than margin before and Promise behind.
func (t *text) shares(at int32, f *text, pos int32) (low, high int32) {
	low, high = at, at
	for low > 0 && low > at-margin && pos > at-low && t.hash[low-1] == f.hash[pos-at+low-1] {
		low--
	}
	for high < at+Promise && int(high) < len(t.hash) && int(pos-at+high) < len(f.hash) && t.hash[high] == f.hash[pos-at+high] {
		high++
	}
	return low, high
}

// quotes reports whether n words from a place on stand in quotation marks.
func (t *text) quotes(from, n int32) bool {
	return !slices.ContainsFunc(t.flag[from:from+n], func(f uint8) bool { return f&inQuote == 0 })
}
