package view

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/store"
)

// facetValues is how many values of a facet are shown at most.
const facetValues = 12

// facetRest is how many values of a facet of a list can be chosen at most.
const facetRest = 80

// searchFacet is a field by which what was found can be narrowed down, with the message that
// is its heading.
type searchFacet struct {
	field, heading string
	counts         map[string]int
}

// count fills in how the sentences found spread over texts, outlets, families and the values
// of what they state.
func (s *searcher) count(ctx context.Context, v *searched) error {
	hits := v.hits
	families, outlets, langs, months := map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}
	for rest := hits; len(rest) > 0; { // the sentences of a text stand together
		n := slices.IndexFunc(rest, func(h store.Hit) bool { return h.Article != rest[0].Article })
		if n < 0 {
			n = len(rest)
		}
		if a := s.kin.articles[rest[0].Article]; a != nil {
			v.texts++
			outlets[s.kin.outlets[a.Outlet.Name]] += n
			langs[cmp.Or(a.Lang, "und")] += n
			families[string(s.kin.witness(a.ID))] += n
			months[monthOf(appeared(a))] += n
		}
		rest = rest[n:]
	}
	v.families = len(families)
	stated, err := s.censusOf(ctx, hits)
	if err != nil {
		return err
	}
	v.facets = []searchFacet{{"outlet", "reading.outlet", outlets}}
	if v.counting = stated == nil; !v.counting {
		counts := stated.count(s.kin, hits)
		for field, heading := range statedFacets {
			v.facets = append(v.facets, searchFacet{statedFields[field], heading, stated.named(statedFields[field], counts)})
		}
	}
	v.facets = append(v.facets, searchFacet{"date", "search.month", months}, searchFacet{"lang", "layout.language", langs}, searchFacet{"family", "search.family", families})
	return nil
}

// statedFields are the fields of findings by which a search is narrowed down, statedFacets the
// messages that are their headings.
var (
	statedFields = []string{"speaker", "place", "measure", "type"}
	statedFacets = []string{"search.speaker", "search.place", "search.measure", "search.stated"}
)

// monthOf gives the month of a date that lies in one; "" otherwise.
func monthOf(d stemma.Date) string {
	first, last, ok := d.Bounds()
	if !ok || first.Year() != last.Year() || first.Month() != last.Month() {
		return ""
	}
	return first.Format("2006-01")
}

// Bounds of what a search shows of a facet: it has many of them.
const (
	searchFacetSeen = 6
	searchFacetMost = 30
)

// facet words counted values, the most frequent first; "" is unknown.
func (s *searcher) facet(of searchFacet) Facet {
	f := Facet{Name: s.words.Say(of.heading)}
	values, more := frequent(of.counts, searchFacetMost)
	if n := of.counts[""]; n > 0 {
		at := slices.IndexFunc(values, func(v string) bool { return of.counts[v] <= n })
		if at < 0 {
			at = len(values)
		}
		values = slices.Insert(values, at, "")
	}
	f.More = more + max(len(values)-searchFacetMost, 0)
	for i, value := range head(values, searchFacetMost) {
		shown := FacetValue{Name: s.wordValue(of.field, value), Count: of.counts[value]}
		if value != "" {
			filter := Filter{of.field, value, slices.Contains(wholeFields, of.field)}
			e := s.narrowed(filter)
			if shown.Chosen = s.asks(filter); shown.Chosen {
				e = s.without(filter)
			}
			shown.Href = s.href(e)
		}
		if i < searchFacetSeen || shown.Chosen {
			f.Values = append(f.Values, shown)
		} else {
			f.Rest = append(f.Rest, shown)
		}
	}
	return f
}

// wordValue words a value of a field.
func (s *searcher) wordValue(field, value string) string {
	switch {
	case value == "":
		return s.words.Say("word.unknown")
	case field == "lang":
		return s.words.Language(value)
	case field == "measure":
		return s.words.Measure(value)
	case field == "type":
		return s.words.Term("kind", value)
	case field == "date" && !strings.Contains(value, ".."):
		return s.words.Date(stemma.Date(value))
	case field == "family":
		return s.witnessName(stemma.ID(value))
	}
	return value
}

// witnessName names a family by the first of its texts.
func (s *searcher) witnessName(id stemma.ID) string {
	if f, ok := s.kin.byID[id]; ok {
		if texts := s.kin.inOrder(s.kin.families[f]); len(texts) > 0 {
			id = texts[0]
		}
	}
	if a := s.kin.articles[id]; a != nil {
		return cmp.Or(short(titleOf(a), 60), s.words.Say("cite.untitled"))
	}
	return string(id)
}
