package concord

import (
	"math"
	"time"
)

const (
	// leastNear is how near the texts of a story are on average. Found on the development
	// sets of stories: below it, other matches of the same teams and other steps of the
	// same politicians begin to come in.
	leastNear = 0.10
	// slightNear is what is taken for no nearness at all.
	slightNear = 0.02
	// leastNames is how alike the names of two texts must be for their words to count.
	leastNames = 0.02
	// oneGroup is what a count or an event that both have a part in adds, for two of them
	// at most.
	oneGroup = 0.03
	// oneStory is how many days apart two texts may be without being less near for it.
	oneStory = 30
	// commonName is by how many families a name may be named to bring texts together
	// that have nothing else in common: more of them would make all pairs of a big pile.
	commonName = 400
)

// nearness says how near independent texts are: by the names in both, by the words that
// both begin with, by the counts and events that both tell of, and by the days between
// them. All of them weigh what few families have more than what many have.
func nearness(p *pile, ws []witness, weight []float64) [][]link {
	bearers := make([][]int32, len(p.actors))
	for i := range ws {
		for _, id := range p.texts[ws[i].head].subject.actors {
			if len(bearers[id]) <= commonName {
				bearers[id] = append(bearers[id], int32(i))
			}
		}
	}
	var links [][]link
	names := make([]float64, len(ws)) // of the others, what they share with this one
	for b := range ws {
		var met []int32
		for _, id := range p.texts[ws[b].head].subject.actors {
			if len(bearers[id]) > commonName {
				continue
			}
			for _, a := range bearers[id] {
				if int(a) >= b {
					break
				}
				if names[a] == 0 {
					met = append(met, a)
				}
				names[a] += p.weight[id] * p.weight[id]
			}
		}
		for _, a := range met {
			alike := cosine(names[a], p.texts[ws[a].head].subject.square, p.texts[ws[b].head].subject.square)
			names[a] = 0
			if near := between(p, &ws[a], &ws[b], alike, weight); near >= slightNear {
				links = also(links, link{a, int32(b), near})
			}
		}
	}
	return links
}

// mostLinks is how many links are kept together: what is put beside very many others would be
// copied with them.
const mostLinks = 1 << 18

// also adds a link to the last part.
func also(links [][]link, l link) [][]link {
	n := len(links) - 1
	if n < 0 || len(links[n]) == mostLinks {
		links, n = append(links, nil), n+1
	}
	links[n] = append(links[n], l)
	return links
}

// between says how near two witnesses are whose names are alike.
func between(p *pile, a, b *witness, names float64, weight []float64) float64 {
	if names < leastNames {
		return 0
	}
	groups := inBoth(a.tallies, b.tallies) + inBoth(a.happenings, b.happenings)
	near := names / 2 // words of two languages cannot be compared
	switch {
	case p.texts[a.head].lang == p.texts[b.head].lang:
		near = math.Sqrt(names * cosine(shared(a.lead, b.lead, weight), a.square, b.square))
	case groups > 0:
		near = names
	}
	near += oneGroup * float64(min(groups, 2))
	if d := daysBetween(a, b); d > oneStory {
		near *= oneStory / d
	}
	return near
}

// inBoth counts what stands in both ordered lists.
func inBoth(a, b []int32) int {
	n := 0
	for x, y := 0, 0; x < len(a) && y < len(b); {
		switch {
		case a[x] < b[y]:
			x++
		case a[x] > b[y]:
			y++
		default:
			n, x, y = n+1, x+1, y+1
		}
	}
	return n
}

// cosine of two lists, of what they share and of the squares of their lengths.
func cosine(shared, a, b float64) float64 {
	if shared == 0 {
		return 0
	}
	return shared / math.Sqrt(a*b)
}

// daysBetween is how many days lie between two witnesses; none where a date is unknown or they
// overlap.
func daysBetween(a, b *witness) float64 {
	if a.from.IsZero() || b.from.IsZero() {
		return 0
	}
	gap := max(b.from.Sub(a.until), a.from.Sub(b.until), 0)
	return gap.Hours() / (24 * time.Hour).Hours()
}
