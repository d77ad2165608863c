package kin

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"time"

	"stemma"
)

// gather makes families of the pairs, with their trees.
func gather(texts []*text, pairs []pair) []stemma.Family {
	set := unite(texts, pairs)
	members := make(map[int][]int)
	for i := range texts {
		top := set.top(i)
		members[top] = append(members[top], i)
	}
	within := make(map[int][]*pair)
	for k := range pairs {
		if p := &pairs[k]; set.top(p.a) == set.top(p.b) {
			if p.relation == stemma.SharedQuote { // both have it from the family's text
				p.relation, p.note = stemma.SharedWords, ""
			}
			within[set.top(p.a)] = append(within[set.top(p.a)], p)
		}
	}
	var out []stemma.Family
	for i := range texts {
		if m := members[i]; len(m) > 1 { // a set's top is its first member
			out = append(out, family(texts, m, within[i]))
		}
	}
	return out
}

// sets are disjoint sets of numbers; the top of a set is its smallest member.
type sets []int

func (s sets) top(i int) int {
	for s[i] != i {
		s[i] = s[s[i]]
		i = s[i]
	}
	return i
}

func (s sets) unite(i, j int) {
	i, j = s.top(i), s.top(j)
	s[max(i, j)] = min(i, j)
}

// unite puts texts together that are one witness. The same text, revised or not,
// always is. Beyond that a set of texts joins one other: the one of which it is the
// fullest excerpt. So a digest of three articles joins one and cannot tie the three
// together.
func unite(texts []*text, pairs []pair) sets {
	set := make(sets, len(texts))
	for i := range set {
		set[i] = i
	}
	for _, p := range pairs {
		if p.relation == stemma.Reprint || p.relation == stemma.Edited {
			set.unite(p.a, p.b)
		}
	}
	type claim struct {
		part, whole int     // tops of sets
		share       float64 // of the part's words
		words       int
	}
	var claims []claim
	for _, p := range pairs {
		if p.relation != stemma.Excerpt || set.top(p.a) == set.top(p.b) {
			continue
		}
		c := claim{set.top(p.a), set.top(p.b), p.shareA, int(p.shareA * float64(texts[p.a].own))}
		if p.shareB > p.shareA {
			c = claim{c.whole, c.part, p.shareB, int(p.shareB * float64(texts[p.b].own))}
		}
		claims = append(claims, c)
	}
	slices.SortFunc(claims, func(a, b claim) int {
		return cmp.Or(cmp.Compare(b.share, a.share), cmp.Compare(b.words, a.words),
			cmp.Compare(a.part, b.part), cmp.Compare(a.whole, b.whole))
	})
	taken := make(map[int]bool)
	for _, c := range claims {
		if !taken[c.part] {
			taken[c.part] = true
			set.unite(c.part, c.whole)
		}
	}
	return set
}

// family gives a set of texts as a family.
func family(texts []*text, members []int, pairs []*pair) stemma.Family {
	f := stemma.Family{}
	parts := make([]string, 0, len(members))
	for _, m := range members {
		f.Articles = append(f.Articles, texts[m].article.ID)
	}
	slices.Sort(f.Articles)
	for _, id := range f.Articles {
		parts = append(parts, string(id))
	}
	f.ID = stemma.NewID("fam", parts...)
	at := make(map[int]int, len(members))
	for k, m := range members {
		at[m] = k
	}
	ways := make([]way, 0, 2*len(pairs))
	for _, p := range pairs {
		if !joins(p.relation) {
			continue
		}
		there, back := p.distance(texts[p.a], texts[p.b])
		ways = append(ways,
			way{from: at[p.a], to: at[p.b], cost: there, sum: p.verdict.sum, date: p.verdict.date, pair: p},
			way{from: at[p.b], to: at[p.a], cost: back, sum: -p.verdict.sum, date: -p.verdict.date, pair: p})
	}
	clock := guess(texts, members, ways)
	for k, w := range ways {
		ways[k].cost = w.price(clock)
	}
	root, parent := arborescence(len(members), ways)
	f.First = texts[members[root]].article.ID
	for k := range members {
		if parent[k] < 0 {
			continue
		}
		w := ways[parent[k]]
		v := w.pair.verdict
		e := stemma.Edge{
			From: texts[members[w.from]].article.ID, To: texts[members[w.to]].article.ID,
			Relation: w.pair.relation, Certainty: v.certainty(), Why: v.why,
		}
		if side := v.side(); side == "" || (side == "a") != (w.pair.a == members[w.from]) {
			e.Certainty = "low"
		}
		f.Edges = append(f.Edges, e)
	}
	settle(root, parent, members, ways, clock, pairs)
	slices.SortFunc(f.Edges, func(a, b stemma.Edge) int { return cmp.Compare(a.To, b.To) })
	return f
}

// What it takes to make one text of another. The figures are rough logarithms of how
// seldom editors do each thing, chosen on simulated families.
const (
	cutCost    = 1.0 // a stretch left out
	addCost    = 0.5 // a stretch added, and for each doubling of its words
	lineCost   = 0.6 // a dateline, credit or blurb at either end
	moveCost   = 0.9 // a stretch put elsewhere
	wordCost   = 0.8 // a word for another
	numberCost = 0.8 // a figure for another
	mostWords  = 4   // words for others beyond which there is one cause for all
	titleCost  = 2.7 // another headline
	formCost   = 0.4 // the same headline, longer or in other letters
	nameCost   = 1.4 // another byline
	dropCost   = 0.5 // no byline any more
	styleCost  = 0.8 // other quotation marks
	capsCost   = 1.4 // all in capitals, or no more
	creditGain = 2.0 // the words that it has beyond the other name the other's outlet
	lateCost   = 0.4 // for each tenfold of the days between
	wordsLine  = 20  // the most words of a line at either end
	guessCost  = 3.0 // against the order of guessed times
	againstDay = 1.0 // for each unit of what speaks against the direction
)

// settle lets the tree tell which of two texts is the earlier one where they do not
// tell themselves: the ancestor, or else the one nearer to the root.
func settle(root int, parent, members []int, ways []way, clock []moment, pairs []*pair) {
	depth := make([]int, len(parent))
	var measure func(k int) int
	measure = func(k int) int {
		if k != root && depth[k] == 0 {
			depth[k] = 1 + measure(ways[parent[k]].from)
		}
		return depth[k]
	}
	at := make(map[int]int, len(members))
	for k, m := range members {
		at[m] = k
		measure(k)
	}
	above := func(i, k int) bool {
		for k != root && k != i {
			k = ways[parent[k]].from
		}
		return k == i
	}
	for _, p := range pairs {
		a, b := at[p.a], at[p.b]
		if p.verdict.date != 0 && (clock[a].guessed || clock[b].guessed) {
			p.verdict.sum -= p.verdict.date
			p.verdict.why = append(p.verdict.why, "one date is left out of it: it lies far before those of the family")
		}
		if p.verdict.side() != "" {
			continue
		}
		switch {
		case above(a, b):
			p.verdict = verdict{sum: tell, why: []string{"the family's other texts make it the ancestor"}}
		case above(b, a):
			p.verdict = verdict{sum: -tell, why: []string{"the family's other texts make it the ancestor"}}
		case depth[a] < depth[b]:
			p.verdict = verdict{sum: tell, why: []string{"it stands nearer to the family's first text"}}
		case depth[a] > depth[b]:
			p.verdict = verdict{sum: -tell, why: []string{"it stands nearer to the family's first text"}}
		}
	}
}

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
		words, numbers = words+b.differ, numbers+b.numbers
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
	cost, sum := w.cost, w.sum
	from, to := clock[w.from], clock[w.to]
	if from.guessed || to.guessed {
		sum -= w.date
	}
	switch {
	case !from.guessed && !to.guessed:
		cost += lateCost * math.Log10(1+max(0, to.at-from.at))
	case from.at > to.at:
		cost += guessCost
	}
	if sum < 0 {
		return cost - againstDay*sum
	}
	return cost - 0.05*min(sum, creditWeight)
}

// moment is when a text was published, in days.
type moment struct {
	at      float64
	guessed bool
}

// guess gives each text of a family the time of its date, and to one without a date
// that of the text it is most like: a little later, or earlier where the texts say
// so. Without it, a text without a date would lead from a late text to an early one.
func guess(texts []*text, members []int, ways []way) []moment {
	clock := make([]moment, len(members))
	for k, m := range members {
		clock[k].at, clock[k].guessed = days(texts[m].article.Published)
	}
	doubt(clock)
	nearest := make([]float64, len(members))
	for k := range nearest {
		nearest[k] = math.Inf(1)
	}
	const little = 1e-3
	for _, w := range ways { // every pair is there in both directions
		if from, to := clock[w.from], clock[w.to]; !from.guessed && to.guessed && w.cost < nearest[w.to] {
			nearest[w.to] = w.cost
			clock[w.to].at = from.at + little
			if w.sum-w.date <= -tell {
				clock[w.to].at = from.at - little
			}
		}
	}
	return clock
}

// days gives a date as days since 1970; it reports true where there is none.
func days(d stemma.Date) (float64, bool) {
	first, _, ok := d.Bounds()
	if !ok {
		return 0, true
	}
	at := float64(first.Unix()) / 86400
	if t, err := time.Parse("15:04", hour(d)[:min(5, len(hour(d)))]); err == nil {
		at += float64(t.Hour())/24 + float64(t.Minute())/1440
	}
	return at, false
}

// doubt takes first dates for unknown that lie far before all others, while these lie
// close together: they are rather false.
func doubt(clock []moment) {
	var known []float64
	for _, m := range clock {
		if !m.guessed {
			known = append(known, m.at)
		}
	}
	slices.Sort(known)
	const least = 1.5 // days
	for len(known) >= 3 {
		gap, spread := known[1]-known[0], known[1+(len(known)-2)/2]-known[1]
		if gap < least || gap < 3*spread {
			return
		}
		for k, m := range clock {
			if !m.guessed && m.at == known[0] {
				clock[k].guessed = true
			}
		}
		known = known[1:]
	}
}
