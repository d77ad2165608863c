package view

import (
	"cmp"
	"slices"

	"stemma/internal/message"
)

// atlasChoice is what an atlas holds of a choice, its places in few bytes and nothing worded.
type atlasChoice struct {
	places      []placeCount   // those of most independent texts first
	kinds       map[string]int // places by what is said of them
	countries   map[string]int
	begun       []dayCount // days on which what is said of the places begins
	first, last int32      // of these days, with the period left open
}

// placeCount is how many independent texts say what of a place.
type placeCount struct {
	place           int32 // number in the atlas
	families, texts int32 // that say what the choice asks for
	by              [4]int32
}

// choose gives what is of a choice. What it gives must not be changed.
func (a *atlas) choose(c Choice) *atlasChoice {
	return a.found.get(c, func() *atlasChoice { return a.look(c) })
}

func (a *atlas) look(c Choice) *atlasChoice {
	out := &atlasChoice{kinds: map[string]int{}, countries: map[string]int{}, first: always.last, last: always.first}
	p, _ := c.period()
	what := max(slices.Index(MapKinds, c.Fields["what"]), 0)
	begun := map[int32]int{}
	for i := range a.places {
		place := &a.places[i]
		families, texts := a.count(place, p)
		if families[what] > 0 {
			out.countries[place.Country]++
		}
		if c.Fields["country"] != "" && c.Fields["country"] != place.Country {
			continue
		}
		for k, kind := range MapKinds {
			if families[k] > 0 {
				out.kinds[kind]++
			}
		}
		for _, x := range place.seen {
			if int(x.kind) != what || x.on == unknown || x.on.first == always.first {
				continue
			}
			out.first, out.last = min(out.first, x.on.first), max(out.last, x.on.first)
			if x.on.meets(p) {
				begun[x.on.first]++
			}
		}
		if families[what] > 0 {
			out.places = append(out.places, placeCount{int32(i), families[what], texts[what], families})
		}
	}
	slices.SortFunc(out.places, func(x, y placeCount) int {
		p, q := &a.places[x.place], &a.places[y.place]
		return cmp.Or(cmp.Compare(y.families, x.families), cmp.Compare(y.texts, x.texts), cmp.Compare(p.Name, q.Name), cmp.Compare(p.ID, q.ID))
	})
	for _, day := range sortedKeys(begun) {
		out.begun = append(out.begun, dayCount{day, begun[day]})
	}
	return out
}

// place words a place of a choice.
func (a *atlas) place(b *message.Book, x placeCount, c Choice) MapPlace {
	p := a.places[x.place].MapPlace
	p.Families, p.Texts = int(x.families), int(x.texts)
	p.Named, p.Events, p.Figures, p.Victims = int(x.by[0]), int(x.by[1]), int(x.by[2]), int(x.by[3])
	p.Support, p.Where = b.Standing(p.Texts, p.Families), a.places[x.place].where(b)
	return p.linked(c)
}

// marks words the places of a choice that are drawn.
func (a *atlas) marks(b *message.Book, found *atlasChoice, c Choice) (marks []MapMark) {
	for _, x := range head(found.places, mapMarks) {
		marks = append(marks, a.place(b, x, c).mark(c))
	}
	return marks
}

// count counts the independent texts that say something of a place in a period, and the texts,
// by kind.
func (a *atlas) count(place *atlasPlace, p days) (families, texts [4]int32) {
	var known [4]map[int32]bool
	lastText := [4]int32{-1, -1, -1, -1}
	for _, x := range place.seen {
		if !x.on.meets(p) {
			continue
		}
		if known[x.kind] == nil {
			known[x.kind] = map[int32]bool{}
		}
		if lastText[x.kind] != x.text {
			lastText[x.kind] = x.text
			texts[x.kind]++
		}
		if int(x.text) < len(a.family) {
			known[x.kind][a.family[x.text]] = true
		}
	}
	for k := range known {
		families[k] = int32(len(known[k]))
	}
	return families, texts
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
