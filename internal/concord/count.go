package concord

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// mostTried bounds how many statements of other counts one is compared with; those
// nearest in time come first.
const mostTried = 400

// sameCount cuts the figures of one measure and place where days or subjects are too
// far apart.
func sameCount(p *pile, all []*counted) [][]*counted {
	slices.SortFunc(all, func(a, b *counted) int { return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.id, b.id)) })
	u := newCounts(all)
	for i := range all {
		tried := 0
		refused := map[int]bool{} // the groups that will not take it in
		for j := i - 1; j >= 0 && tried < mostTried && i-j < 10*mostTried; j-- {
			if u.of(i) == u.of(j) || refused[u.of(j)] {
				continue
			}
			if days(all[j].at, all[i].at) > lined[all[i].measure] {
				break // dates are in order: all before are further away
			}
			tried++
			if compatible(p, all[i], all[j]) && !u.fit(p, i, j) {
				refused[u.of(j)] = true
			}
		}
	}
	var out [][]*counted
	for _, g := range u.groups(1) {
		var group []*counted
		for _, i := range g {
			group = append(group, all[i])
		}
		out = append(out, group)
	}
	return out
}

// mostKept bounds how many statements of a count are asked whether a further one can be of it.
const mostKept = 16

// counts are the groups of statements of one count while they grow. What says too little to
// part two others must not bring them together: a group takes in another only when no two
// of their statements are parted.
type counts struct {
	union
	kept [][]*counted // by the group's smallest member
}

func newCounts(all []*counted) *counts {
	c := &counts{newUnion(len(all)), make([][]*counted, len(all))}
	for i := range all {
		c.kept[i] = all[i : i+1 : i+1]
	}
	return c
}

// fit joins the groups of two statements, unless two of their members are parted, or their
// days lie so far apart that only one without a day holds them together. It reports whether
// they were joined.
func (c *counts) fit(p *pile, i, j int) bool {
	i, j = c.of(i), c.of(j)
	nearest, dated := math.MaxInt, false
	for _, a := range c.kept[i] {
		for _, b := range c.kept[j] {
			if parted(p, a, b) {
				return false
			}
			if a.at != "" && b.at != "" {
				nearest, dated = min(nearest, days(a.at, b.at)), true
			}
		}
	}
	if dated && nearest > lined[c.kept[i][0].measure] {
		return false
	}
	c.join(i, j)
	both := append(c.kept[min(i, j)], c.kept[max(i, j)]...)
	c.kept[min(i, j)], c.kept[max(i, j)] = both[:min(len(both), mostKept)], nil
	return true
}

// parted reports whether what two texts say shows that two figures are no statements of one
// count.
func parted(p *pile, a, b *counted) bool {
	if a.partOf != "" && a.partOf == b.partOf || a.partOf == b.id || b.partOf == a.id {
		return true
	}
	if p.familyOf(a.text) == p.familyOf(b.text) && sameAsOf(a, b) && a.source == b.source && !agree(&a.figure, &b.figure) {
		return true // numbers side by side in one text, or in it and its copy
	}
	if x, y := a.basis(), b.basis(); x != y && x != "" && y != "" {
		return true
	}
	return !a.date.Meets(b.date) || otherCountries(p, a, b)
}

// sameAsOf reports whether two figures stood on one day as far as is known: of a copy that
// says “Tuesday” it may not be known which one.
func sameAsOf(a, b *counted) bool {
	return a.asOf == b.asOf || a.asOf != "" && b.asOf != "" && (!a.asOf.Exact() || !b.asOf.Exact())
}

// compatible reports whether two figures can be statements of one count.
func compatible(p *pile, a, b *counted) bool {
	if parted(p, a, b) || !sameMatter(&a.figure, &b.figure) || a.unit != b.unit {
		return false
	}
	least := leastRelated
	if a.telling() && b.telling() && *a.value == *b.value {
		least = leastAtHome
	}
	if home := p.country(a.text); home != "" && home == p.country(b.text) {
		least = leastAtHome
	}
	if a.scope == (scope{}) && (a.at == "" || b.at == "") {
		least = leastUnsaid
	}
	if a.scope == (scope{}) && incidents(a, b) {
		if least = leastUnsaid; days(a.at, b.at) > mostUnsaid {
			return false
		}
	}
	return p.related(a.text, b.text) >= least && (a.at != "" && b.at != "" || oneOrder(&a.figure, &b.figure))
}

// mostUnsaid is how many days apart two statements may be that may each be of an incident.
const mostUnsaid = 21

// incident are the measures of what befalls people on one occasion, of which a country has
// many; people who are displaced or missing, troops and votes are told as they stand.
var incident = map[string]bool{"deaths": true, "injured": true, "detained": true, "kidnapped": true}

// incidents reports whether two figures without a narrower place may each be of an incident
// of its own: neither is a count that runs on, and neither the day nor a telling number
// says that it is one.
func incidents(a, b *counted) bool {
	x, y := a.basis(), b.basis()
	return incident[a.measure] && x != "running" && y != "running" && (x != "day" || y != "day") && !(a.telling() && b.telling() && *a.value == *b.value)
}

// mostGrown is how many times as much one statement of a count may be as another, when no
// days tell that the count has grown from one to the other.
const mostGrown = 4

// oneOrder reports whether two numbers are of one order.
func oneOrder(f, g *figure) bool {
	fl, fh, fok := bounds(f)
	gl, gh, gok := bounds(g)
	return !fok || !gok || fl <= mostGrown*gh && gl <= mostGrown*fh
}

// sameMatter reports whether nothing that the texts say tells the matters of two votes
// or polls, or the totals of two parts, apart.
func sameMatter(f, g *figure) bool {
	a, b := f.about, g.about
	return len(a) == 0 || len(b) == 0 || 2*common(a, b) >= min(len(a), len(b))
}

// basis tells a count of what happened on one day from a count that runs on: “17 were
// killed on Monday” is no statement of the toll. "" where the text does not say.
func (f *figure) basis() string {
	switch {
	case f.asOf != "" || strings.HasSuffix(string(f.date), "/.."):
		return "running"
	case f.date.Exact():
		return "day"
	}
	return ""
}

// otherCountries reports whether two figures without a narrower place stand in texts
// about different countries.
func otherCountries(p *pile, a, b *counted) bool {
	if a.scope != (scope{}) {
		return false // the scope is the same place
	}
	x, y := p.country(a.text), p.country(b.text)
	return x != "" && y != "" && x != y
}
