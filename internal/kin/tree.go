package kin

import (
	"math"
	"slices"
	"strings"

	"stemma"
)

// What it takes to make one text of another. The figures are rough logarithms of how
// seldom editors do each thing, chosen on simulated families.
const (
	cutCost      = 1.0 // a stretch left out
	addCost      = 0.5 // a stretch added, and for each doubling of its words
	lineCost     = 0.3 // a dateline, credit or blurb at either end
	moveCost     = 0.9 // a stretch put elsewhere
	wordCost     = 0.8 // a word for another
	numberCost   = 0.8 // a figure for another
	mostWords    = 4   // words for others beyond which there is one cause for all
	titleCost    = 2.7 // another headline
	formCost     = 0.4 // the same headline, longer or in other letters
	nameCost     = 1.4 // another byline
	dropCost     = 0.5 // no byline any more
	styleCost    = 0.8 // other quotation marks
	capsCost     = 1.4 // all in capitals, or no more
	creditGain   = 4.0 // the words that it has beyond the other name the other's outlet
	lateCost     = 0.4 // for each tenfold of the days between
	wordsLine    = 20  // the most words of a line at either end
	guessCost    = 1.0 // against the order of guessed times
	againstTold  = 2.0 // for each unit of what dates and credits say against the direction
	againstWords = 1.0 // for each unit of what the wording says against it
	hubGain      = 0.6 // for each doubling of the texts that come from it
)

// distance says how much must be done to the first text to get the second, and to
// the second to get the first.
func (p *pair) distance(x, y *text) (there, back float64) {
	at, last := int32(0), int32(-1)
	both, words, numbers := 0.0, int32(0), int32(0)
	for _, b := range p.blocks {
		t, k := stretch(b.x-at, at == 0, false)
		there, back = there+t, back+k
		if b.y < last {
			both += moveCost
		}
		at, last = max(at, b.xEnd), b.y
		words, numbers = words+b.differ+b.names, numbers+b.numbers
	}
	t, k := stretch(int32(len(x.hash))-at, false, true)
	there, back = there+t, back+k
	at = 0
	for _, r := range p.inB() {
		k, t = stretch(r.x-at, at == 0, false)
		there, back = there+t, back+k
		at = r.y
	}
	k, t = stretch(int32(len(y.hash))-at, false, true)
	there, back = there+t, back+k
	both += x.style.unlike(y.style) + wordCost*float64(min(words, mostWords)) + 0.2*math.Log2(1+float64(words))
	both += numberCost * float64(min(numbers, mostWords))
	there += both + headline(x, y) + byline(x, y)
	back += both + headline(y, x) + byline(y, x)
	if !sameName(x.article.Outlet.Name, y.article.Outlet.Name) {
		if namedIn(y, gaps(p.inB(), len(y.hash)), x.outlet) {
			there -= creditGain
		}
		if namedIn(x, gaps(p.inA(), len(x.hash)), y.outlet) {
			back -= creditGain
		}
	}
	return there, back
}

// gaps gives what lies between the ranges, up to n.
func gaps(rs []run, n int) []run {
	var out []run
	at := int32(0)
	for _, r := range rs {
		if r.x > at {
			out = append(out, run{x: at, y: r.x})
		}
		at = max(at, r.y)
	}
	if int(at) < n {
		out = append(out, run{x: at, y: int32(n)})
	}
	return out
}

// namedIn reports whether a name, given as the hashes of its words, ends in one of
// the ranges of the text's words.
func namedIn(t *text, rs []run, name []uint32) bool {
	if len(name) == 0 {
		return false
	}
	for _, r := range rs {
		for i := max(0, int(r.x)-len(name)+1); i+len(name) <= int(r.y); i++ {
			if t.hash[i] == name[0] && slices.Equal(t.hash[i:i+len(name)], name) {
				return true
			}
		}
	}
	return false
}

// stretch gives what it costs to leave n words out, and to add them.
func stretch(n int32, first, last bool) (cut, add float64) {
	switch {
	case n <= 0:
		return 0, 0
	case (first || last) && n <= wordsLine:
		return lineCost, lineCost
	}
	more := math.Log2(1 + float64(n))
	return cutCost + 0.05*more, addCost * more
}

// headline is the cost of making the second text's headline of the first's.
func headline(x, y *text) float64 {
	a, b := x.article.TitleText, y.article.TitleText
	switch {
	case a == b:
		return 0
	case b == "":
		return formCost
	}
	a, b = letters(a), letters(b)
	if a != "" && strings.HasSuffix(b, a) {
		return formCost
	}
	return titleCost
}

// byline is the cost of making the second text's byline of the first's.
func byline(x, y *text) float64 {
	a, b := x.article.Byline, y.article.Byline
	switch {
	case slices.EqualFunc(a, b, func(m, n stemma.Named) bool { return sameName(m.Name, n.Name) }):
		return 0
	case len(b) == 0:
		return dropCost
	}
	return nameCost
}

// unlike is the cost of changing one style into the other.
func (s style) unlike(o style) float64 {
	n := 0.0
	if (s.curly > s.straight) != (o.curly > o.straight) && s.curly+s.straight > 0 && o.curly+o.straight > 0 {
		n += styleCost
	}
	if (2*s.capitals > s.words) != (2*o.capitals > o.words) {
		n += capsCost
	}
	return n
}

// price is the cost of an edge of the tree: what was done, and what speaks against
// its direction.
func (w way) price(clock []moment) float64 {
	cost, told, wording := w.cost, w.told, w.sum-w.told
	from, to := clock[w.from], clock[w.to]
	if from.guessed || to.guessed {
		told -= w.date
	}
	switch {
	case !from.guessed && !to.guessed:
		cost += lateCost * math.Log10(1+max(0, to.at-from.at))
	case from.at > to.at:
		cost += guessCost
	}
	cost -= againstTold*min(told, 0) + againstWords*min(wording, 0)
	return cost - 0.05*min(max(told+wording, 0), creditWeight)
}
