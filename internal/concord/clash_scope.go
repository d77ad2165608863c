package concord

import (
	"fmt"
	"slices"
	"strings"

	"stemma"
)

// scopeClashes tells of counts that only look like a clash: the same measure and day,
// but the one place lies in the other.
func scopeClashes(p *pile, all []*counted, out *output) error {
	type key struct {
		measure string
		at      stemma.Date
	}
	var days []key
	met := map[key][]*counted{}
	for _, f := range all {
		at := statedAt(&f.figure)
		if f.partOf != "" || f.status != "happened" || at == "" {
			continue
		}
		k := key{f.measure, at}
		if met[k] == nil {
			days = append(days, k)
		}
		met[k] = append(met[k], f)
	}
	for _, k := range days {
		groups := perPlace(met[k])
		for i, f := range groups {
			for _, g := range groups[:i] {
				if c, ok := scopeClash(p, f, g); ok {
					out.part.Clashes = append(out.part.Clashes, c)
				}
			}
		}
		if err := out.full(); err != nil {
			return err
		}
	}
	return nil
}

// mostPlaces bounds how many places are compared for one measure and day.
const mostPlaces = 60

// perPlace groups figures of one place and amount.
func perPlace(fs []*counted) [][]*counted {
	type key struct {
		scope  scope
		amount string
	}
	at := map[key]int{}
	var out [][]*counted
	for _, f := range fs {
		k := key{f.scope, amount(&f.figure)}
		n, ok := at[k]
		if !ok {
			if len(out) == mostPlaces {
				continue
			}
			n = len(out)
			at[k] = n
			out = append(out, nil)
		}
		out[n] = append(out[n], f)
	}
	return out
}

func scopeClash(p *pile, fs, gs []*counted) (stemma.Clash, bool) {
	f, g := fs[0], gs[0]
	inner, outer := f, g
	if p.within(g.scope.in(), f.scope.in()) {
		inner, outer = g, f
	} else if !p.within(f.scope.in(), g.scope.in()) {
		return stemma.Clash{}, false
	}
	if f.witness == g.witness || agree(&f.figure, &g.figure) || p.related(f.text, g.text) < leastRelated {
		return stemma.Clash{}, false
	}
	in, out := p.placeName(inner.scope), p.placeName(outer.scope)
	about := fmt.Sprintf("%s · %s and %s", strings.ReplaceAll(f.measure, "_", " "), in, out)
	why := fmt.Sprintf("%s counts %s only, which lies in %s: both can be right", amount(&inner.figure), in, out)
	return newClash("number", "compatible", about, why, p.sides(slices.Concat(fs, gs))), true
}
