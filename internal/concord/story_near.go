package concord

import (
	"math"
	"time"

	"stemma"
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
func nearness(p *pile, ws []witness, weight map[string]float64) []link {
	bearers := map[stemma.ID][]int{}
	for i := range ws {
		for _, id := range p.subject[ws[i].head].actors {
			bearers[id] = append(bearers[id], i)
		}
	}
	var links []link
	names := make([]float64, len(ws)) // of the others, what they share with this one
	for b := range ws {
		var met []int
		for _, id := range p.subject[ws[b].head].actors {
			if len(bearers[id]) > commonName {
				continue
			}
			for _, a := range bearers[id] {
				if a >= b {
					break
				}
				if names[a] == 0 {
					met = append(met, a)
				}
				names[a] += p.weight[id] * p.weight[id]
			}
		}
		for _, a := range met {
			alike := cosine(names[a], p.subject[ws[a].head].square, p.subject[ws[b].head].square)
			names[a] = 0
			if near := between(&ws[a], &ws[b], alike, weight); near >= slightNear {
				links = append(links, link{a, b, near})
			}
		}
	}
	return links
}

// between says how near two witnesses are whose names are alike.
func between(a, b *witness, names float64, weight map[string]float64) float64 {
	if names < leastNames {
		return 0
	}
	groups := inBoth(a.tallies, b.tallies) + inBoth(a.happenings, b.happenings)
	near := names / 2 // words of two languages cannot be compared
	switch {
	case a.lang == b.lang:
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

func inBoth(a, b map[stemma.ID]bool) int {
	n := 0
	for id := range a {
		if b[id] {
			n++
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
