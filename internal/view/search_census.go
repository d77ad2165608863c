package view

import (
	"context"

	"stemma"
	"stemma/internal/store"
)

// census tells which values the findings of each text have, and in which of its sentences, so
// that what a search found is counted in one pass over small numbers. A number stands for a
// value as it is written; one more for all that differ only in case or accents, where there are
// several, so that a sentence with two of them counts once.
type census struct {
	values []censusValue // by number
	starts []int32       // by the text's place in order: where its entries begin; with an end
	list   []censusEntry // of each text, by sentence
}

// censusValue is a value that a field of a finding has.
type censusValue struct {
	field, value string
	group        int32 // the number of all that are the same but for case and accents; its own where it is alone
}

// censusEntry is one value that a sentence has.
type censusEntry struct {
	sentence uint32 // where it begins
	value    int32
}

// countedLate is how many texts may be read for counting while the whole pile is being prepared.
const countedLate = 200

// censusOf gives what is needed for counting what was found: what is kept for the whole pile
// if that is made, and else what the texts found state, which bounds what it costs. It gives nil
// where these are many and the whole is being made: nobody should wait for that.
func (s *searcher) censusOf(ctx context.Context, hits []store.Hit) (*census, error) {
	c, err := s.catalogue(ctx)
	if err != nil {
		return nil, err
	}
	if all, ok := c.census.peek(); ok {
		return all, nil
	}
	if s.lib.held.preparing.Load() && textsOf(hits) > countedLate {
		return nil, nil
	}
	var found [len(searchKinds)]*sightings
	for i := range found {
		found[i] = newSightings()
	}
	var last stemma.ID
	for _, h := range hits {
		if h.Article == last {
			continue
		}
		last = h.Article
		r, err := s.r.Reading(ctx, last)
		if err != nil {
			return nil, err
		}
		found[0].quotes(r.Quotes)
		found[1].figures(r.Figures)
		found[2].times(r.Times)
		found[3].events(r.Events)
		found[4].victims(r.Victims)
	}
	return newCensus(s.kin, found), nil
}

// textsOf counts the texts of hits, which stand together.
func textsOf(hits []store.Hit) int {
	n := 0
	for i := range hits {
		if i == 0 || hits[i-1].Article != hits[i].Article {
			n++
		}
	}
	return n
}

// census gives that of the whole pile.
func (s *shelf) census(ctx context.Context) (*census, error) {
	c, err := s.catalogue(ctx)
	if err != nil {
		return nil, err
	}
	return c.census.get(ctx, s.r, func(ctx context.Context, _ store.Reader) (*census, error) {
		k, err := s.kinship(ctx)
		if err != nil {
			return nil, err
		}
		var all [len(searchKinds)]*sightings
		for i, kind := range searchKinds {
			if all[i], err = s.sightings(ctx, kind); err != nil {
				return nil, err
			}
		}
		return newCensus(k, all), nil
	})
}

// count gives how many of the sentences found have each value, by its number; of a text of
// which no sentence is named, how many of all its sentences. Hits are in the order of their
// texts, then of their places.
func (p *census) count(k *kinship, hits []store.Hit) []int32 {
	counts := make([]int32, len(p.values))
	var last stemma.ID
	var own []censusEntry
	for _, h := range hits {
		if h.Article != last {
			last, own = h.Article, nil
			if rank := k.place(last); int(rank) < len(p.starts)-1 {
				own = p.list[p.starts[rank]:p.starts[rank+1]]
			}
		}
		for !h.Sentence.Empty() && len(own) > 0 && own[0].sentence < uint32(h.Sentence.Start) {
			own = own[1:]
		}
		for len(own) > 0 && (h.Sentence.Empty() || own[0].sentence == uint32(h.Sentence.Start)) {
			counts[own[0].value]++
			own = own[1:]
		}
	}
	return counts
}

// named gives the counts of a field's values, each group under the form found most often, the
// first by letters of several.
func (p *census) named(field string, counts []int32) map[string]int {
	form := map[int32]int32{} // by group
	for v, n := range counts {
		if n == 0 || p.values[v].field != field || p.values[v].value == "" {
			continue
		}
		group := p.values[v].group
		best, ok := form[group]
		if !ok || n > counts[best] || n == counts[best] && p.values[v].value < p.values[best].value {
			form[group] = int32(v)
		}
	}
	out := map[string]int{}
	for group, v := range form {
		out[p.values[v].value] = int(counts[group])
	}
	return out
}
