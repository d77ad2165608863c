package kin

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"stemma"
)

const (
	// sameText is the share of both texts that must stand in the other, in the same
	// order, for one to be the other's translation; creditText that when one says that
	// it is from the other's outlet. Of both at least seenText must have been aligned
	// by what it says, and not only by lying between such sentences.
	sameText, creditText = 0.6, 0.4
	seenText             = 0.55
	// minBeads is the fewest sentences that must have been aligned for texts without a
	// credit to be one witness: two short reports of one event say the same in the same
	// order by chance.
	minBeads = 5
	// maxHole is the most words between two aligned stretches that are taken to belong
	// to them.
	maxHole = 60

	// briefLike is the likeness from which two short texts may be a translation, and
	// briefLead how much liker they must be than either is to any other text.
	briefLike, briefLead = 0.13, 1.2
	// briefWords is the fewest words and numbers that they must have in common, and
	// briefStretch how much longer, in words, one of them may be.
	briefWords, briefStretch = 2, 1.7
	// sureLike is the likeness at which no lead is asked for.
	sureLike = 0.3
)

// Of how the pair was found. No dictionary is used, so that a translation is never
// more than likely.
const (
	longNote  = "likely a translation: names, numbers and related words stand in the same order in %.0f and %.0f percent of the texts"
	briefNote = "perhaps a translation: names, numbers and related words of two short texts agree"
)

// translations gives the pairs of texts of which one is the other in another
// language, judged. What is a translation of a whole text joins its witness.
func translations(texts []*text, witness sets) []pair {
	var out []pair
	for _, of := range tongues {
		sides := foreigners(texts, of)
		if sides[0] == nil {
			continue
		}
		var short []match
		for _, m := range matches(sides) {
			x, y := sides[0][m.x], sides[1][m.y]
			switch few, many := min(x.text.own, y.text.own), max(x.text.own, y.text.own); {
			case many > 3*few:
			case few >= longWords && m.like >= longLike:
				x.read()
				y.read()
				out = append(out, wholly(x, y)...)
			case many < 2*longWords:
				short = append(short, m)
			}
		}
		out = append(out, briefly(sides, short, witness)...)
	}
	for i := range out {
		p := &out[i]
		p.verdict = p.earlier(texts[p.a], texts[p.b])
	}
	tie(out, witness)
	return out
}

// tie makes each text one witness with the whole text of the other language that it
// shares most with.
func tie(pairs []pair, witness sets) {
	best := make(map[int]*pair)
	for i := range pairs {
		p := &pairs[i]
		for _, t := range [...]int{p.a, p.b} {
			if b := best[t]; p.whole && (b == nil || min(p.shareA, p.shareB) > min(b.shareA, b.shareB)) {
				best[t] = p
			}
		}
	}
	for i := range pairs {
		if p := &pairs[i]; best[p.a] == p || best[p.b] == p {
			witness.unite(p.a, p.b)
		}
	}
}

// wholly aligns two whole texts. If one is the other's translation, it gives the pair
// of them and those of the texts with the same words.
func wholly(x, y *tongue) []pair {
	beads := align(x, y)
	blocks, seenX, seenY := stretches(x, y, beads)
	p := pair{blocks: blocks, relation: stemma.Translation, whole: len(beads) >= minBeads}
	p.measure(x.text, y.text)
	least := sameText
	if rs := byCredit(x.text, y.text); len(rs) > 0 && math.Abs(rs[0].weight) >= creditWeight {
		least, p.whole = creditText, true
	}
	if min(p.shareA, p.shareB) < least || seenX < seenText || seenY < seenText {
		return nil
	}
	p.note = fmt.Sprintf(longNote, 100*p.shareA, 100*p.shareB)
	var out []pair
	for _, a := range x.same {
		for _, b := range y.same {
			out = append(out, p.between(a, b))
		}
	}
	return out
}

// stretches joins beads that follow each other, and takes in what lies between them
// when it is short and about as long in both texts. It gives also the share of each
// text that the beads make themselves.
func stretches(x, y *tongue, beads []bead) (blocks []block, seenX, seenY float64) {
	for _, d := range beads {
		b := block{
			x: x.sentences[d.x].x, xEnd: x.sentences[d.x+d.m-1].y,
			y: y.sentences[d.y].x, yEnd: y.sentences[d.y+d.n-1].y,
		}
		b.words = min(b.xEnd-b.x, b.yEnd-b.y)
		seenX += float64(b.xEnd - b.x)
		seenY += float64(b.yEnd - b.y)
		if k := len(blocks) - 1; k >= 0 && follows(b.x-blocks[k].xEnd, b.y-blocks[k].yEnd) {
			blocks[k].words += b.words + min(b.x-blocks[k].xEnd, b.y-blocks[k].yEnd)
			blocks[k].xEnd, blocks[k].yEnd = b.xEnd, b.yEnd
			continue
		}
		blocks = append(blocks, b)
	}
	return blocks, seenX / float64(x.text.own), seenY / float64(y.text.own)
}

// follows reports whether so many words in one text and in the other may be the same.
func follows(m, n int32) bool {
	return m == 0 && n == 0 || max(m, n) <= maxHole && float64(max(m, n)) <= maxStretch*float64(min(m, n))
}

// briefly finds the translations among short texts: the likest first, each text once,
// and only where no other text is nearly as like.
func briefly(sides [2][]*tongue, pairs []match, witness sets) []pair {
	if len(pairs) == 0 {
		return nil
	}
	s := &scales{}
	norm := [2][]float64{}
	for side, ts := range sides {
		for _, t := range ts {
			if t.text.own < 2*longWords {
				t.read()
				s.put(side, t.all)
			}
		}
		norm[side] = make([]float64, len(ts))
	}
	weight := func(side int, i int32) float64 {
		if norm[side][i] == 0 {
			norm[side][i] = max(s.total(sides[side][i].all), 1e-9)
		}
		return norm[side][i]
	}
	for k, m := range pairs {
		x, y := sides[0][m.x], sides[1][m.y]
		pairs[k].like = 0
		long, short := max(x.text.own, y.text.own), min(x.text.own, y.text.own)
		if w, words := s.common(x.all, y.all); words >= briefWords && float64(long) <= briefStretch*float64(short) {
			pairs[k].like = w / math.Sqrt(weight(0, m.x)*weight(1, m.y))
		}
	}
	slices.SortFunc(pairs, func(a, b match) int {
		return cmp.Or(cmp.Compare(b.like, a.like), cmp.Compare(a.x, b.x), cmp.Compare(a.y, b.y))
	})
	return lead(sides, pairs, witness)
}

// lead takes the pairs that no other pair with one of their texts comes near to.
// Texts that are one witness are no rivals of each other.
func lead(sides [2][]*tongue, pairs []match, witness sets) []pair {
	of := func(side int, i int32) int { return witness.top(sides[side][i].same[0]) }
	rival := [2]map[int32][]match{{}, {}}
	for _, m := range pairs {
		rival[0][m.x] = append(rival[0][m.x], m)
		rival[1][m.y] = append(rival[1][m.y], m)
	}
	taken := [2]map[int]int{{}, {}} // by witness: the witness on the other side
	var out []pair
	for _, m := range pairs {
		if m.like < briefLike {
			break
		}
		x, y := of(0, m.x), of(1, m.y)
		if to, ok := taken[0][x]; ok && to != y {
			continue
		}
		if to, ok := taken[1][y]; ok && to != x {
			continue
		}
		next := 0.0
		for _, r := range rival[0][m.x] {
			if o := of(1, r.y); o != y && !has(taken[1], o) {
				next = max(next, r.like)
			}
		}
		for _, r := range rival[1][m.y] {
			if o := of(0, r.x); o != x && !has(taken[0], o) {
				next = max(next, r.like)
			}
		}
		if m.like < sureLike && m.like < briefLead*next {
			continue
		}
		taken[0][x], taken[1][y] = y, x
		out = append(out, brief(sides[0][m.x], sides[1][m.y]))
	}
	return out
}

func has(m map[int]int, k int) bool { _, ok := m[k]; return ok }

// brief makes a pair of two short texts, which share all that they say.
func brief(x, y *tongue) pair {
	n, m := int32(len(x.text.hash)), int32(len(y.text.hash))
	p := pair{relation: stemma.Translation, note: briefNote}
	p.blocks = []block{{x: 0, xEnd: n, y: 0, yEnd: m, words: min(n, m)}}
	p.measure(x.text, y.text)
	return p.between(x.same[0], y.same[0])
}
