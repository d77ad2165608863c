package view

import (
	"cmp"
	"slices"

	"stemma/internal/message"
)

// atlasChoice is what an atlas holds of a choice.
type atlasChoice struct {
	places    []MapPlace // those of most independent texts first
	marks     []MapMark
	area      MapArea
	kinds     map[string]int // places by what is said of them
	countries map[string]int
	zoom      Zoom
}

// choose gives what is of a choice. What it gives must not be changed.
func (a *atlas) choose(b *message.Book, c Choice) *atlasChoice {
	return a.found[b.Lang()].get(c, func() *atlasChoice { return a.look(b, c) })
}

func (a *atlas) look(b *message.Book, c Choice) *atlasChoice {
	out := &atlasChoice{kinds: map[string]int{}, countries: map[string]int{}}
	p, _ := c.period()
	what := max(slices.Index(MapKinds, c.Fields["what"]), 0)
	begun := map[int32]int{}
	first, last := always.last, always.first
	for i := range a.places {
		place := &a.places[i]
		row, texts := a.row(place, p)
		counts := []int{row.Named, row.Events, row.Figures, row.Victims}
		here := c.Fields["country"] == "" || c.Fields["country"] == place.Country
		for k, kind := range MapKinds {
			if here && counts[k] > 0 {
				out.kinds[kind]++
			}
		}
		if counts[what] > 0 {
			out.countries[place.Country]++
		}
		if !here {
			continue
		}
		for _, x := range place.seen {
			if int(x.kind) != what || x.on == unknown || x.on.first == always.first {
				continue
			}
			first, last = min(first, x.on.first), max(last, x.on.first)
			if x.on.meets(p) {
				begun[x.on.first]++
			}
		}
		if counts[what] == 0 {
			continue
		}
		row.Families, row.Texts = counts[what], texts[what]
		row.Support = b.Standing(row.Texts, row.Families)
		out.places = append(out.places, row.linked(c))
	}
	slices.SortFunc(out.places, func(x, y MapPlace) int {
		return cmp.Or(cmp.Compare(y.Families, x.Families), cmp.Compare(y.Texts, x.Texts), cmp.Compare(x.Name, y.Name), cmp.Compare(x.ID, y.ID))
	})
	for _, x := range head(out.places, mapMarks) {
		out.marks = append(out.marks, x.mark(c))
	}
	var list []dayCount
	for _, day := range sortedKeys(begun) {
		list = append(list, dayCount{day, begun[day]})
	}
	out.area = areaOf(out.marks, c.Fields["area"])
	out.zoom = zoomOf(b, "/map", c, list, first, last)
	return out
}

// row counts the independent texts that say something of a place in a period, and the texts
// by kind.
func (a *atlas) row(place *atlasPlace, p days) (MapPlace, [4]int) {
	var families [4]map[int32]bool
	var texts [4]int
	lastText := [4]int32{-1, -1, -1, -1}
	for _, x := range place.seen {
		if !x.on.meets(p) {
			continue
		}
		if families[x.kind] == nil {
			families[x.kind] = map[int32]bool{}
		}
		if lastText[x.kind] != x.text {
			lastText[x.kind] = x.text
			texts[x.kind]++
		}
		if int(x.text) < len(a.family) {
			families[x.kind][a.family[x.text]] = true
		}
	}
	row := place.MapPlace
	row.Named, row.Events, row.Figures, row.Victims = len(families[0]), len(families[1]), len(families[2]), len(families[3])
	return row, texts
}

// linked gives the place with the addresses of what is said of it in the choice's period.
func (p MapPlace) linked(c Choice) MapPlace {
	there := Choice{Fields: map[string]string{"place": p.Name, "from": c.Fields["from"], "until": c.Fields["until"]}}
	for _, x := range []struct {
		n    int
		path string
		href *string
	}{{p.Events, "/timeline", &p.EventHref}, {p.Figures, "/figures", &p.CountHref}, {p.Victims, "/victims", &p.HarmHref}} {
		if x.n > 0 {
			*x.href = listHref(x.path, there, "", "")
		}
	}
	return p
}

// MapArea is a part of the world, in degrees.
type MapArea struct {
	West    float64 `json:"west"`
	South   float64 `json:"south"`
	East    float64 `json:"east"`
	North   float64 `json:"north"`
	Outside int     `json:"outside"` // marks that lie elsewhere
}

// areaOf gives the part of the world to show: where nine of ten independent texts lie, by
// places more exact than a country if there are any; all places; or the world.
func areaOf(marks []MapMark, which string) MapArea {
	a := MapArea{West: -180, South: -58, East: 180, North: 80}
	if which != "world" && len(marks) > 0 {
		exact := slices.DeleteFunc(slices.Clone(marks), func(m MapMark) bool { return m.Precision == "country" || m.Precision == "region" })
		cut := 0.05
		if which == "all" {
			exact, cut = marks, 0
		} else if len(exact) == 0 {
			exact = marks
		}
		a.West, a.East = spread(exact, func(m MapMark) float64 { return m.Lon }, cut)
		a.South, a.North = spread(exact, func(m MapMark) float64 { return m.Lat }, cut)
		wide, high := max(a.East-a.West, 2), max(a.North-a.South, 2)
		a.West, a.East = max(a.West-0.15*wide-0.5, -180), min(a.East+0.15*wide+0.5, 180)
		a.South, a.North = max(a.South-0.15*high-0.5, -85), min(a.North+0.15*high+0.5, 85)
	}
	for _, m := range marks {
		if m.Lon < a.West || m.Lon > a.East || m.Lat < a.South || m.Lat > a.North {
			a.Outside++
		}
	}
	return a
}

// spread gives the least and the most of a coordinate, without the share of independent texts
// that lies farthest at either end.
func spread(marks []MapMark, of func(MapMark) float64, cut float64) (low, high float64) {
	marks = slices.Clone(marks)
	slices.SortFunc(marks, func(x, y MapMark) int { return cmp.Compare(of(x), of(y)) })
	all := 0
	for _, m := range marks {
		all += m.Families
	}
	most := int(cut * float64(all))
	i, j := 0, len(marks)-1
	for n := marks[i].Families; n <= most && i < j; n += marks[i].Families {
		i++
	}
	for n := marks[j].Families; n <= most && j > i; n += marks[j].Families {
		j--
	}
	return of(marks[i]), of(marks[j])
}
