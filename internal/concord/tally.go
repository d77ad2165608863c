package concord

import (
	"slices"
	"strings"
	"time"

	"stemma"
)

func tally(p *pile, group []*counted) stemma.Tally {
	b := newBacking()
	head := group[0]
	t := stemma.Tally{Measure: head.measure, Place: p.placeName(head.scope), Of: commonOf(group)}
	if head.scope == (scope{}) {
		t.Place = p.placeName(scope{place: p.commonPlace(group) + 1})
	}
	for _, c := range group {
		b.add(p, c.text, c.witness, c.source)
		t.Members = append(t.Members, c.id)
	}
	slices.Sort(t.Members)
	t.ID = stemma.NewID("l", string(t.Members[0]))
	t.Points = points(p, group)
	t.Support = b.support()
	t.Support.Voices = b.voices()
	t.Label = strings.ReplaceAll(t.Measure, "_", " ")
	if t.Place != "" {
		t.Label += " · " + t.Place
	}
	if from := earliest(group); from != "" {
		t.Label += " · from " + from
	}
	return t
}

func earliest(group []*counted) string {
	for _, c := range group {
		if first, _, ok := c.at.Bounds(); ok && !first.IsZero() {
			return first.Format(time.DateOnly)
		}
	}
	return ""
}

// commonOf says who is counted, when most figures say the same.
func commonOf(group []*counted) string {
	counts := map[string]int{}
	for _, c := range group {
		if of := strings.ToLower(strings.Join(strings.Fields(c.of), " ")); of != "" {
			counts[of]++
		}
	}
	for _, of := range ordered(setOf(counts)) {
		if 2*counts[of] > len(group) {
			return of
		}
	}
	return ""
}

// points joins equal statements of one time into one point.
func points(p *pile, group []*counted) []stemma.Point {
	type key struct {
		at     stemma.Date
		amount string
	}
	at := map[key]int{}
	var out []stemma.Point
	var families []map[int32]bool
	for _, c := range group {
		k := key{c.at, amount(&c.figure)}
		n, ok := at[k]
		if !ok {
			n = len(out)
			at[k] = n
			out = append(out, stemma.Point{AsOf: c.at, Stated: c.asOf != "" || statedAt(&c.figure) != "", Op: c.op, Value: c.value, Min: c.low, Max: c.high})
			families = append(families, map[int32]bool{})
		}
		out[n].Figures = append(out[n].Figures, c.id)
		families[n][c.witness] = true
	}
	for n := range out {
		slices.Sort(out[n].Figures)
		out[n].Families = len(families[n])
	}
	slices.SortStableFunc(out, func(a, b stemma.Point) int { return a.AsOf.Compare(b.AsOf) })
	return out
}
