package view

import (
	"cmp"
	"context"
	"iter"
	"slices"

	"stemma"
	"stemma/internal/store"
)

// sighting is a finding in few bytes: in which text it stands, and in which sentence.
type sighting struct {
	id, article stemma.ID
	sentence    stemma.Span
}

// sightings are all findings of one kind, by text and place.
type sightings struct {
	list  []sighting
	value foldedColumn // what a search can ask of them: a quotation's speaker, a figure's measure
	place foldedColumn // of a figure, an event and a victim
}

// foldedColumn is a column with its values as searches compare them.
type foldedColumn struct {
	column
	folded []string
}

func (c *foldedColumn) fold() {
	for _, v := range c.values {
		c.folded = append(c.folded, fold(v))
	}
}

// searchKinds are the kinds of finding that a search can ask for.
var searchKinds = [...]string{KindQuote, KindFigure, KindTime, KindEvent, KindVictim}

// sightings gives the findings of one of searchKinds.
func (s *shelf) sightings(ctx context.Context, kind string) (*sightings, error) {
	c, err := s.catalogue(ctx)
	if err != nil {
		return nil, err
	}
	return swept(ctx, s, &c.sightings[slices.Index(searchKinds[:], kind)], func(context.Context) (*making[*sightings], error) { return beginSightings(kind), nil })
}

// beginSightings begins the findings of one of searchKinds.
func beginSightings(kind string) *making[*sightings] {
	out := newSightings()
	take := func(t *store.Text) error { out.of(kind, &t.Reading); return nil }
	return &making[*sightings]{[]string{kind}, take, func() *sightings {
		out.value.fold()
		out.place.fold()
		return out
	}}
}

func newSightings() *sightings {
	return &sightings{value: foldedColumn{column: newColumn("")}, place: foldedColumn{column: newColumn("")}}
}

// of takes in the findings of one of searchKinds of a text.
func (s *sightings) of(kind string, r *stemma.Reading) {
	switch kind {
	case KindQuote:
		s.quotes(r.Quotes)
	case KindFigure:
		s.figures(r.Figures)
	case KindTime:
		s.times(r.Times)
	case KindEvent:
		s.events(r.Events)
	case KindVictim:
		s.victims(r.Victims)
	}
}

func (s *sightings) quotes(list []stemma.Quote) {
	for i := range list {
		x := &list[i]
		s.add(x.ID, x.Article, x.Sentence, x.Speaker.Name, "")
	}
}

func (s *sightings) figures(list []stemma.Figure) {
	for i := range list {
		x := &list[i]
		s.add(x.ID, x.Article, x.Sentence, x.Measure, x.Place.Name)
	}
}

func (s *sightings) times(list []stemma.Time) {
	for i := range list {
		x := &list[i]
		s.add(x.ID, x.Article, x.Sentence, "", "")
	}
}

func (s *sightings) events(list []stemma.Event) {
	for i := range list {
		x := &list[i]
		s.add(x.ID, x.Article, x.Sentence, "", x.Place.Name)
	}
}

func (s *sightings) victims(list []stemma.Victim) {
	for i := range list {
		x := &list[i]
		s.add(x.ID, x.Article, x.Sentence, "", x.Place.Name)
	}
}

func (s *sightings) add(id, article stemma.ID, sentence stemma.Span, value, place string) {
	s.list = append(s.list, sighting{id, article, sentence})
	s.value.add(value)
	s.place.add(place)
}

// lookup is those of the findings of a kind whose values suit.
type lookup struct {
	of    *sightings
	by    *foldedColumn
	suits []bool // by value
}

// lookup looks findings up by the folded values of one of their columns.
func (s *sightings) lookup(by *foldedColumn, suits func(folded string) bool) lookup {
	l := lookup{of: s, by: by}
	for _, v := range by.folded {
		l.suits = append(l.suits, suits(v))
	}
	return l
}

// lookups are findings of several kinds.
type lookups []lookup

func (l lookups) all() iter.Seq[*sighting] {
	return func(yield func(*sighting) bool) {
		for _, one := range l {
			for x := range one.all() {
				if !yield(x) {
					return
				}
			}
		}
	}
}

func (l lookups) holds(h store.Hit) bool {
	return slices.ContainsFunc(l, func(one lookup) bool { return one.holds(h) })
}

// all gives them by text and place.
func (l lookup) all() iter.Seq[*sighting] {
	return func(yield func(*sighting) bool) {
		for i := range l.of.list {
			if l.suits[l.by.of[i]] && !yield(&l.of.list[i]) {
				return
			}
		}
	}
}

// holds reports whether one of them stands in a sentence.
func (l lookup) holds(h store.Hit) bool {
	list := l.of.list
	i, _ := slices.BinarySearchFunc(list, h.Article, func(x sighting, article stemma.ID) int { return cmp.Compare(x.article, article) })
	for ; i < len(list) && list[i].article == h.Article; i++ {
		if list[i].sentence == h.Sentence && l.suits[l.by.of[i]] {
			return true
		}
	}
	return false
}

// holdAll reports whether one of each stands in a sentence.
func holdAll(wanted []lookups, h store.Hit) bool {
	return !slices.ContainsFunc(wanted, func(l lookups) bool { return !l.holds(h) })
}
