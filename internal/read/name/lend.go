package name

import (
	"strings"

	"stemma/internal/text"
)

// lend lets settled places speak for doubtful names: for the bare name of a dam or a
// valley, “Borim” beside “Borim Dam”, and for the neighbour in a list, “Orrin and Borim”.
func (f *finder) lend(scores map[string]*[4]int) {
	settled := func(c *candidate) kind {
		if c.sure {
			return c.kind
		}
		return choose(scores[c.form], c.kind)
	}
	for i := range f.all {
		c := &f.all[i]
		if settled(c) != aPlace {
			continue
		}
		if base := f.base(c); base != "" && scores[base] != nil && f.known[base] == unknown {
			scores[base][aPlace] += 4
		}
	}
	f.surnames(settled, scores)
	for i := 1; i < len(f.all); i++ {
		a, b := &f.all[i-1], &f.all[i]
		if !f.joined(a, b) {
			continue
		}
		ka, kb := settled(a), settled(b)
		if kb == unknown && !b.sure {
			f.teach(a, b, ka, scores)
		} else if ka == unknown && !a.sure {
			f.teach(b, a, kb, scores)
		}
	}
}

// teach lets one name of a list speak for its doubtful neighbour: a place, where the
// neighbour does not go on as a body's name; a person, where the page is full of them or
// it is one beyond doubt.
func (f *finder) teach(from, to *candidate, k kind, scores map[string]*[4]int) {
	switch {
	case k == aPlace && (to.first < from.first || !f.facts[min(to.end, len(f.facts)-1)].has(aBodily)):
		scores[to.form][aPlace] += 2
	case k == aPerson && (f.bareName(to) && (f.sport || from.sure) || from.sure && from.end > from.first+1 && f.likeName(to)):
		scores[to.form][aPerson] += 2
	}
}

// likeName reports whether a name is two words with a capital that are no ordinary words
// of this language, no places and no words of bodies.
func (f *finder) likeName(c *candidate) bool {
	if c.place || c.end != c.first+2 {
		return false
	}
	for i := c.first; i < c.end; i++ {
		if f.d.Tokens[i].Case != text.Title || f.d.Tokens[i].Kind != text.Word || f.place[i].end > 0 || f.facts[i].has(anOrdinary|aHead|aForward|aSuffix|aNoName|aDemonym|aPlain|aSite|aPress) {
			return false
		}
	}
	return true
}

// surnames lets a name of several words that speaks for a person, as it is told so far,
// speak for its last word alone: “Ornwe” behind “Tybalt Ornwe”.
func (f *finder) surnames(settled func(*candidate) kind, scores map[string]*[4]int) {
	told := map[string]bool{}
	for i := range f.all {
		c := &f.all[i]
		last := c.end - 1
		if c.sure || c.end < c.first+2 || settled(c) != aPerson || f.d.Tokens[last].Case == text.Upper || f.d.Tokens[last].Stop {
			continue
		}
		n := f.d.Norm(last)
		if v := scores[n]; v != nil && !told[n] && f.known[n] == unknown && f.seen[n].lower == 0 {
			told[n] = true
			v[aPerson] += 4
		}
	}
}

// base gives the folded name without the word for a kind of place that ends or begins
// it: “borim” of “Borim Dam”; "" when there is no such word.
func (f *finder) base(c *candidate) string {
	first, end := c.first, c.end
	if end-first < 2 {
		return ""
	}
	switch {
	case f.d.Has(f.k.classes, end-1) || f.facts[end-1].has(aSite):
		end--
	case f.d.Has(f.k.classes, first):
		for first++; first < end && f.d.Tokens[first].Case == text.Lower; first++ {
		}
	default:
		return ""
	}
	if first >= end || !f.capital(first) {
		return ""
	}
	return f.norm(first, end)
}

// joined reports whether only “and” or a comma stands between two names of one sentence.
func (f *finder) joined(a, b *candidate) bool {
	if a.sentence != b.sentence || b.first-a.end != 1 {
		return false
	}
	v, _ := f.d.Value(f.k.particles, a.end)
	return strings.HasSuffix(v, "and")
}
