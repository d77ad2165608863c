package concord

import (
	"cmp"
	"iter"
	"math"
	"slices"

	"stemma"
)

// subject is what a text is about, as far as names tell.
type subject struct {
	actors  []int32 // whom and what it names, ordered
	square  float64 // the sum of their weights squared
	main    int32   // the place that it names most; nobody when it names none
	country string  // the country that its places lie in
}

// weigh says how much each actor tells of a text's subject: much when few families
// name it (inverse document frequency, Spärck Jones 1972, over families).
func (p *pile) weigh() {
	families := make([]int32, len(p.actors)) // that name an actor
	var several []membership                 // those of several texts, which may name it more than once
	flat := make([]int32, 0, len(p.entities))
	for i := range p.texts {
		t := &p.texts[i]
		from := len(flat)
		for _, o := range p.own(i) {
			flat = append(flat, o.actor)
		}
		slices.Sort(flat[from:])
		flat = flat[:from+len(slices.Compact(flat[from:]))]
		t.subject.actors = flat[from:len(flat):len(flat)]
		for _, a := range t.subject.actors {
			if p.alone[t.family] {
				families[a]++
			} else {
				several = append(several, membership{t.family, a})
			}
		}
	}
	slices.SortFunc(several, func(a, b membership) int {
		return cmp.Or(cmp.Compare(a.family, b.family), cmp.Compare(a.group, b.group))
	})
	for _, m := range slices.Compact(several) {
		families[m.group]++
	}
	p.weight = make([]float64, len(p.actors))
	for a, n := range families {
		p.actors[a].families = n
		p.weight[a] = math.Log(1 + float64(len(p.alone))/float64(n))
	}
	for i := range p.texts {
		s := &p.texts[i].subject
		for _, a := range s.actors {
			s.square += p.weight[a] * p.weight[a]
		}
	}
}

// mostNamed gives the place that a text with these entities names most.
func mostNamed(p *pile, heads []figurehead, first int32) int32 {
	counts := map[int32]int{}
	for k := range heads {
		if n := heads[k].places; n > 0 {
			counts[p.entities[int(first)+k].actor] += int(n)
		}
	}
	return most(counts)
}

// homeOf gives the country that more than half of the located places of a text lie in, of
// at least three; "" where there is none.
func homeOf(mentions []stemma.Mention) string {
	counts, all := map[string]int{}, 0
	for k := range mentions {
		if m := &mentions[k]; m.Type == stemma.Place && m.Geo != nil && m.Geo.Country != "" {
			counts[m.Geo.Country]++
			all++
		}
	}
	for _, c := range ordered(setOf(counts)) {
		if counts[c] >= 3 && 2*counts[c] > all {
			return c
		}
	}
	return ""
}

// related is how much two texts have to do with each other: the cosine of the actors
// that they name, 0–1.
func (p *pile) related(i, j int) float64 {
	if i == j || p.familyOf(i) == p.familyOf(j) {
		return 1
	}
	a, b := &p.texts[i].subject, &p.texts[j].subject
	sum := 0.0
	for actor := range inBoth(a.actors, b.actors) {
		sum += p.weight[actor] * p.weight[actor]
	}
	return cosine(sum, a.square, b.square)
}

// mostStrange is how much two texts have to do with each other that are about different
// matters. Read in a broadcaster's texts: of short words in marks that two of them share, all
// below are formulas and none above 0.055.
const mostStrange = 0.05

// strange reports whether two texts name almost nobody in common, and each of them somebody.
func (p *pile) strange(i, j int) bool {
	return p.texts[i].subject.square > 0 && p.texts[j].subject.square > 0 && p.related(i, j) < mostStrange
}

// inBoth gives what stands in both ordered lists.
func inBoth(a, b []int32) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for x, y := 0, 0; x < len(a) && y < len(b); {
			switch {
			case a[x] < b[y]:
				x++
			case a[x] > b[y]:
				y++
			default:
				if !yield(a[x]) {
					return
				}
				x, y = x+1, y+1
			}
		}
	}
}
