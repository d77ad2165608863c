package view

import (
	"cmp"
	"slices"

	"stemma"
	"stemma/internal/store"
)

// facetValues is how many values of a facet are shown at most.
const facetValues = 12

// facetRest is how many values of a facet of a list can be chosen at most.
const facetRest = 80

// count fills in how the sentences found spread over texts, outlets, languages and
// families.
func (s *searcher) count(v *Search, hits []store.Hit) {
	texts, families := map[stemma.ID]bool{}, map[stemma.ID]int{}
	outlets, langs, months := map[string]int{}, map[string]int{}, map[string]int{}
	for _, h := range hits {
		a := s.kin.articles[h.Article]
		if a == nil {
			continue
		}
		texts[h.Article] = true
		outlets[a.Outlet.Name]++
		langs[cmp.Or(a.Lang, "und")]++
		families[s.kin.witness(h.Article)]++
		months[monthOf(appeared(a))]++
	}
	v.Texts, v.Families = len(texts), len(families)
	v.Facets = []Facet{
		s.facet("reading.outlet", outlets, func(name string) (string, *Filter) {
			if name == "" {
				return s.words.Say("word.unknown"), nil
			}
			return name, &Filter{"outlet", name}
		}),
		s.facet("layout.language", langs, func(tag string) (string, *Filter) { return s.words.Language(tag), &Filter{"lang", tag} }),
		s.facet("search.month", months, func(month string) (string, *Filter) {
			if month == "" {
				return s.words.Say("word.unknown"), nil
			}
			return s.words.Date(stemma.Date(month)), &Filter{"date", month}
		}),
	}
	byFamily := map[string]int{}
	for id, n := range families {
		byFamily[string(id)] = n
	}
	v.Facets = append(v.Facets, s.facet("search.family", byFamily, func(id string) (string, *Filter) {
		return s.witnessName(stemma.ID(id)), &Filter{"family", id}
	}))
}

// monthOf gives the month of a date that lies in one; "" otherwise.
func monthOf(d stemma.Date) string {
	first, last, ok := d.Bounds()
	if !ok || first.Year() != last.Year() || first.Month() != last.Month() {
		return ""
	}
	return first.Format("2006-01")
}

// witnessName names a family by the first of its texts.
func (s *searcher) witnessName(id stemma.ID) string {
	if f, ok := s.kin.byID[id]; ok {
		if texts := s.kin.inOrder(s.kin.families[f]); len(texts) > 0 {
			id = texts[0]
		}
	}
	if a := s.kin.articles[id]; a != nil {
		return cmp.Or(short(a.TitleText, 60), s.words.Say("cite.untitled"))
	}
	return string(id)
}

// facet words counted values, the most frequent first; "" is unknown.
func (s *searcher) facet(name string, counts map[string]int, word func(string) (string, *Filter)) Facet {
	f := Facet{Name: s.words.Say(name)}
	values, more := frequent(counts, facetValues)
	if n := counts[""]; n > 0 {
		at := slices.IndexFunc(values, func(v string) bool { return counts[v] <= n })
		if at < 0 {
			at = len(values)
		}
		values = slices.Insert(values, at, "")
	}
	f.More = more + max(len(values)-facetValues, 0)
	for _, value := range head(values, facetValues) {
		label, filter := word(value)
		shown := FacetValue{Name: label, Count: counts[value]}
		if filter != nil {
			shown.Href = SearchHref(narrowed(s.expr, *filter).String(), s.q.Independent, 0)
		}
		f.Values = append(f.Values, shown)
	}
	return f
}

// narrowed adds a filter to a query, in place of one on the same field.
func narrowed(e Expr, f Filter) Expr {
	parts := []Expr{e}
	if all, ok := e.(And); ok {
		parts = slices.Clone(all.Parts)
	}
	parts = slices.DeleteFunc(parts, func(p Expr) bool {
		old, ok := p.(Filter)
		return ok && old.Field == f.Field
	})
	return And{append(parts, f)}
}
