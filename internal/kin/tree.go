package kin

import (
	"math"
	"slices"

	"stemma"
)

// What it takes to make one text of another: natural logarithms of how seldom an editor
// does each thing, beside leaving it alone. They are rounded from what makes the true trees
// of simulated families likeliest, fitted on either half of the families and judged on the
// other (decision 0040).
const (
	cutCost     = 0.35 // for each doubling of the words of a stretch left out
	addCost     = 1.2  // for each doubling of the words of a stretch added: every one is new
	mostAdded   = 7    // all stretches cost no more: who adds much has it from elsewhere
	takenIn     = 2.0  // of ten longer texts one was made of the shorter, and the others were there first
	partCost    = 6.0  // made of a translation or a short excerpt, though an earlier text has it word for word
	lineCut     = 0.15 // a dateline, credit or blurb at either end left out: no more than that
	lineAdded   = 1.0  // one put there
	moveCost    = 2.0  // a stretch put elsewhere
	wordCost    = 0.8  // a word for another
	slipCost    = 0.6  // a word for one that differs by a letter or so
	fewWords    = 4    // beyond which there is one cause for all
	manyCost    = 0.4  // for each doubling of all such words
	numberCost  = 1.7  // a figure for another
	mostNumbers = 4    // beyond which there is one cause for all
	marksCost   = 1.1  // other quotation marks
	dashCost    = 0.5  // other dashes
	capsCost    = 2.0  // all in capitals, or no more
	sameTitle   = 3.5  // the same headline: of all others it could have, this one
	sameLetters = 2.7  // in other letters
	longerTitle = 1.7  // with words put before it
	byOther     = 2.7  // another byline
	byDropped   = 1.1  // no byline any more
	creditGain  = 2.3  // the words that it has beyond the other name the other's outlet
	creditField = 1.7  // its credit line does
	namedCost   = 2.2  // the words that the other has beyond it name its own outlet
	lateCost    = 0.4  // for each tenfold of the hours between
	usualDelay  = 0.95 // of hours, as a power of ten
	beforeCost  = 4.0  // it is dated before the other: few dates are false
	rootGain    = 3.3  // the other is the family's first text: most copies are made of it
	undated     = 1.5  // against a first text without a date: of all dates the first is missing
	wordsLine   = 20   // the most words of a line at either end
	noteLine    = 45   // and of an outlet's note there
)

// fit says how likely the second text was made of the first, and the first of the second:
// logarithms, of which only differences mean something. Alone they are where their family
// has no other text.
func (p *pair) fit(x, y *text, mx, my *marks, alone bool) (there, back float64) {
	inX, inY := gaps(p.inA(), len(x.hash)), gaps(p.inB(), len(y.hash))
	both := -p.rewritten() - x.style.unlike(y.style)
	if mx.dashes*my.dashes < 0 {
		both -= dashCost
	}
	cutX, addX := x.cutting(inX, &mx.lines)
	cutY, addY := y.cutting(inY, &my.lines)
	switch {
	case alone || p.relation == stemma.Excerpt: // what only one has was cut or added, and once
		addX, addY = min(addX, cutX+takenIn), min(addY, cutY+takenIn)
	case p.version: // a page grows as often as it is cut
		addX, addY = cutX, cutY
	}
	there = both - cutX - addY + my.heading(mx) + my.signing(mx) + my.delay(mx)
	back = both - cutY - addX + mx.heading(my) + mx.signing(my) + mx.delay(my)
	if mx.outlet != my.outlet {
		if namedIn(y, inY, x.outlet) {
			there, back = there+creditGain, back-namedCost
		}
		if namedIn(x, inX, y.outlet) {
			there, back = there-namedCost, back+creditGain
		}
	}
	if mx.outlet != "" && mx.outlet == my.credit {
		there += creditField
	}
	if my.outlet != "" && my.outlet == mx.credit {
		back += creditField
	}
	if mx.credit != "" && mx.credit == my.credit { // whoever copies a copy keeps its credit line
		there, back = there+creditGain+creditField, back+creditGain+creditField
	}
	for _, r := range p.verdict.reasons {
		if r.fits || math.Abs(r.weight) == ruledWeight {
			there, back = there+r.weight, back-r.weight
		}
	}
	return there, back
}

// rewritten says how seldom so much is rewritten within passages and put elsewhere.
func (p *pair) rewritten() float64 {
	last, words, numbers, cost := int32(-1), int32(0), int32(0), 0.0
	for _, b := range p.blocks {
		if b.y < last {
			cost += moveCost
		}
		last = b.y
		others := b.differ + b.names + b.numbers // words that stand for others
		words += b.differ + b.names + max(0, b.xEnd-b.x-b.words-others) + max(0, b.yEnd-b.y-b.words-others)
		numbers += b.numbers
	}
	cost += rewording(wordCost, words-p.near) + rewording(slipCost, p.near)
	return cost + numberCost*float64(min(numbers, mostNumbers))
}

// rewording says how seldom so many words are put for others: for a few each counts, beyond
// these one hand changes many.
func rewording(cost float64, words int32) float64 {
	n := float64(max(0, words))
	return cost*min(n, fewWords) + manyCost*math.Log2(1+n)
}

// cutting says how seldom stretches of the text are left out, and added. A headline that
// stands in one text and beside the other was neither.
func (t *text) cutting(all []wordsOf, lines *[2]line) (cut, add float64) {
	left, added := 0.0, 0.0 // lines at the ends
	for _, w := range all {
		words := w.len()
		if t.flag[w.end-1]&inTitle != 0 {
			continue
		}
		if (w.from == 0 || int(w.end) == len(t.hash)) && words <= noteLine {
			side := 0
			if w.from > 0 {
				side = 1
			}
			left, added = left+lines[side].cost(), added+lineAdded
			continue
		}
		more := math.Log2(1 + float64(words))
		cut, add = cut+cutCost*more, add+addCost*more
	}
	return cut + left, min(add, mostAdded) + added
}

// gaps gives what lies between stretches, up to n.
func gaps(all []wordsOf, n int) []wordsOf {
	var out []wordsOf
	at := int32(0)
	for _, w := range all {
		if w.from > at {
			out = append(out, wordsOf{at, w.from})
		}
		at = max(at, w.end)
	}
	if int(at) < n {
		out = append(out, wordsOf{at, int32(n)})
	}
	return out
}

// namedIn reports whether a name, given as the hashes of its words, ends in one of
// the stretches of the text's words.
func namedIn(t *text, all []wordsOf, name []uint32) bool {
	if len(name) == 0 {
		return false
	}
	for _, w := range all {
		for i := max(0, int(w.from)-len(name)+1); i+len(name) <= int(w.end); i++ {
			if t.hash[i] == name[0] && slices.Equal(t.hash[i:i+len(name)], name) {
				return true
			}
		}
	}
	return false
}
