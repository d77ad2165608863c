package kin

import (
	"fmt"

	"stemma"
)

const (
	// sameText is the share of both texts that must stand in the other, in the same
	// order, for one to be the other's translation; creditText that when one says that
	// it is from the other's outlet. Of both at least seenText, or creditSeen, must have
	// been aligned by what it says, and not only by lying between such sentences.
	sameText, creditText = 0.6, 0.4
	seenText, creditSeen = 0.55, 0.3
	// minBeads is the fewest sentences that must have been aligned for texts without a
	// credit to be one witness: two short reports of one event say the same in the same
	// order by chance.
	minBeads = 5
	// maxHole is the most words between two aligned stretches that are taken to belong
	// to them.
	maxHole = 60
)

// longNote says how the pair was found. No dictionary is used, so that a translation is
// never more than likely.
const longNote = "likely a translation: names, numbers and related words stand in the same order in at least %.0f percent of both texts"

// translations gives the pairs of texts of which one is the other in another
// language, judged. What is a translation of a whole text joins its witness.
func (r Ruled) translations(texts lot, witness sets, apart bars) []pair {
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
		p.weigh(texts)
	}
	r.apart(texts, out)
	tie(out, witness, apart)
	return out
}

// withTranslations adds translations to the pairs. Two texts are one pair: what they are
// as copies in one language is the better known, unless it is only a shared part.
func withTranslations(pairs, found []pair) []pair {
	if len(found) == 0 {
		return pairs
	}
	at := make(map[[2]int]int, len(found))
	for i, p := range found {
		at[[2]int{p.a, p.b}] = i
	}
	kept := make([]pair, 0, len(pairs)+len(found))
	for _, p := range pairs {
		i, both := at[[2]int{p.a, p.b}]
		switch {
		case both && joins(p.relation):
			found[i].relation = ""
			kept = append(kept, p)
		case !both:
			kept = append(kept, p)
		}
	}
	for _, p := range found {
		if p.relation != "" {
			kept = append(kept, p)
		}
	}
	return kept
}

// tie makes each text one witness with the whole text of the other language that it
// shares most with.
func tie(pairs []pair, witness sets, apart bars) {
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
		if p := &pairs[i]; (best[p.a] == p || best[p.b] == p) && !apart.forbids(witness, p.a, p.b) {
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
	least, seen := sameText, seenText
	if creditsOutlet(x.text, y.text) || creditsOutlet(y.text, x.text) {
		least, seen, p.whole = creditText, creditSeen, true
	}
	if min(p.shareA, p.shareB) < least || min(seenX, seenY) < seen {
		return nil
	}
	p.note = fmt.Sprintf(longNote, 100*min(p.shareA, p.shareB))
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
	if len(blocks) > 0 {
		stretchEnds(x, y, &blocks[0], &blocks[len(blocks)-1])
	}
	return blocks, seenX / float64(x.text.own), seenY / float64(y.text.own)
}

// stretchEnds takes into the first and the last stretch what stands before and after
// them, as between two.
func stretchEnds(x, y *tongue, first, last *block) {
	from, to := x.sentences[0].x, y.sentences[0].x
	if m, n := first.x-from, first.y-to; follows(m, n) {
		first.x, first.y, first.words = from, to, first.words+min(m, n)
	}
	from, to = x.sentences[len(x.sentences)-1].y, y.sentences[len(y.sentences)-1].y
	if m, n := from-last.xEnd, to-last.yEnd; follows(m, n) {
		last.xEnd, last.yEnd, last.words = from, to, last.words+min(m, n)
	}
}

// follows reports whether so many words in one text and in the other may be the same.
func follows(m, n int32) bool {
	return m == 0 && n == 0 || max(m, n) <= maxHole && float64(max(m, n)) <= maxStretch*float64(min(m, n))
}
