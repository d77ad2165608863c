package view

import (
	"cmp"
	"context"
	"slices"

	"stemma"
	"stemma/internal/message"
	"stemma/internal/store"
)

// atlas is all places of a pile of which it is known where they are, with what is said of them.
type atlas struct {
	places []atlasPlace
	lost   int     // other places that are named
	family []int32 // the family of each text, by the text's place in the order of appearance
	found  memo[*atlasChoice]
}

type atlasPlace struct {
	MapPlace
	geo  *stemma.Geo
	seen []seen
}

// seen is that a text says something of a place.
type seen struct {
	kind uint8 // number in MapKinds
	text int32 // its place in the order of appearance
	on   days
}

func (s seen) compare(o seen) int {
	return cmp.Or(cmp.Compare(s.text, o.text), cmp.Compare(s.kind, o.kind), s.on.compare(o.on))
}

// beginAtlas begins the atlas of the pile.
func (s *shelf) beginAtlas(ctx context.Context) (*making[*atlas], error) {
	k, who, err := s.kinAndPeople(ctx)
	if err != nil {
		return nil, err
	}
	actors, err := s.r.Actors(ctx, store.Query{})
	if err != nil {
		return nil, err
	}
	m := &atlasMaker{atlas: &atlas{family: k.families32()}, at: map[stemma.ID]int{}, k: k, who: who}
	for i := range actors {
		if a := &actors[i]; a.Type == stemma.Place && a.Geo != nil {
			m.at[a.ID] = len(m.places)
			m.places = append(m.places, atlasPlace{MapPlace: MapPlace{
				ID: a.ID, Name: a.Name, Lat: a.Geo.Lat, Lon: a.Geo.Lon,
				Precision: a.Geo.Precision, Country: a.Geo.Country, Href: GroupHref("name", a.ID),
			}, geo: a.Geo})
		} else if a.Type == stemma.Place {
			m.lost++
		}
	}
	for at := range who.of {
		m.see(0, at.article, stemma.Named{Entity: at.entity}, unknown)
	}
	kinds := []string{store.Events.Kind, store.Figures.Kind, store.Victims.Kind}
	return &making[*atlas]{kinds, m.take, m.done}, nil
}

// where says in which division and country a place lies.
func (p *atlasPlace) where(b *message.Book) string {
	if p.Precision == "country" {
		return ""
	}
	return geoWords(b, p.geo, p.Name)
}

// atlasMaker is an atlas being made.
type atlasMaker struct {
	*atlas
	at  map[stemma.ID]int // places by actor
	k   *kinship
	who *people
}

// take notes what a text says of the places.
func (m *atlasMaker) take(t *store.Text) error {
	for i := range t.Reading.Events {
		e := &t.Reading.Events[i]
		m.see(1, e.Article, e.Place, daysOf(e.Date))
		for _, p := range e.Scope {
			m.see(1, e.Article, p, daysOf(e.Date))
		}
	}
	for i := range t.Reading.Figures {
		f := &t.Reading.Figures[i]
		m.see(2, f.Article, f.Place, statedOn(f))
	}
	for i := range t.Reading.Victims {
		v := &t.Reading.Victims[i]
		m.see(3, v.Article, v.Place, daysOf(v.Date))
	}
	return nil
}

func (m *atlasMaker) done() *atlas {
	for i := range m.places {
		p := &m.places[i]
		slices.SortFunc(p.seen, seen.compare)
		p.seen = slices.Clip(slices.Compact(p.seen))
	}
	return m.atlas
}

// see notes that a text says something of a place; without a day of its own, on the day on
// which it appeared.
func (m *atlasMaker) see(kind uint8, text stemma.ID, place stemma.Named, on days) {
	a := m.who.actor(text, place)
	if a == nil {
		return
	}
	i, ok := m.at[a.id]
	if !ok {
		return
	}
	if on == unknown {
		on = appearedOn(m.k.articles[text])
	}
	m.places[i].seen = append(m.places[i].seen, seen{kind, m.k.place(text), on})
}

// families32 gives the family of each text, both by number.
func (k *kinship) families32() []int32 {
	out := make([]int32, len(k.articles))
	for i := range k.groups {
		for _, id := range k.groups[i].Articles {
			if at, ok := k.rank[id]; ok {
				out[at] = int32(i)
			}
		}
	}
	return out
}
