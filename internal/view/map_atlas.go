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

// newAtlas works out the atlas of a pile.
func (s *shelf) newAtlas(ctx context.Context, r store.Reader) (*atlas, error) {
	k, err := s.kinship(ctx)
	if err != nil {
		return nil, err
	}
	who, err := s.people(ctx)
	if err != nil {
		return nil, err
	}
	actors, err := r.Actors(ctx, store.Query{})
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
	if err := m.fill(ctx, r); err != nil {
		return nil, err
	}
	for i := range m.places {
		p := &m.places[i]
		slices.SortFunc(p.seen, seen.compare)
		p.seen = slices.Clip(slices.Compact(p.seen))
	}
	return m.atlas, nil
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

// fill notes who says what of the places.
func (m *atlasMaker) fill(ctx context.Context, r store.Reader) error {
	mentions, err := r.Mentions(ctx, store.Query{})
	if err != nil {
		return err
	}
	for i := range mentions {
		m.see(0, mentions[i].Article, stemma.Named{Entity: mentions[i].Entity}, unknown)
	}
	events, err := r.Events(ctx, store.Query{})
	if err != nil {
		return err
	}
	for i := range events {
		e := &events[i]
		m.see(1, e.Article, e.Place, daysOf(e.Date))
		for _, p := range e.Scope {
			m.see(1, e.Article, p, daysOf(e.Date))
		}
	}
	figures, err := r.Figures(ctx, store.Query{})
	if err != nil {
		return err
	}
	for i := range figures {
		m.see(2, figures[i].Article, figures[i].Place, statedOn(&figures[i]))
	}
	victims, err := r.Victims(ctx, store.Query{})
	for i := range victims {
		m.see(3, victims[i].Article, victims[i].Place, daysOf(victims[i].Date))
	}
	return err
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
