package concord

import (
	"cmp"
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
	u := newUnion(len(all))
	for i := range all {
		tried := 0
		for j := i - 1; j >= 0 && tried < mostTried && i-j < 10*mostTried; j-- {
			if u.of(i) == u.of(j) {
				continue
			}
			if days(all[j].at, all[i].at) > lined[all[i].measure] {
				break // dates are in order: all before are further away
			}
			tried++
			if compatible(p, all[i], all[j]) {
				u.join(i, j)
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

// compatible reports whether two figures can be statements of one count.
func compatible(p *pile, a, b *counted) bool {
	if a.partOf != "" && a.partOf == b.partOf || a.partOf == b.id || b.partOf == a.id {
		return false
	}
	if p.familyOf(a.text) == p.familyOf(b.text) && a.asOf == b.asOf && a.source == b.source && !agree(&a.figure, &b.figure) {
		return false // numbers side by side in one text, or in it and its copy
	}
	if x, y := a.basis(), b.basis(); x != y && x != "" && y != "" {
		return false
	}
	if !sameMatter(&a.figure, &b.figure) || a.unit != b.unit || !a.date.Meets(b.date) || otherCountries(p, a, b) {
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
	return p.related(a.text, b.text) >= least
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
