package view

import (
	"slices"

	"stemma"
)

// Narrowing is one field by which a search is narrowed down.
type Narrowing struct {
	Name    string `json:"name"` // in words, field and value
	Field   string `json:"field"`
	Value   string `json:"value"`
	Without bool   `json:"without,omitempty"` // it must not be so
	Href    string `json:"href"`              // the search without it
}

// oneOfText are the fields of which a text has one: another value takes the place of the first.
// Of the others a sentence may have several.
var oneOfText = []string{"outlet", "lang", "date", "family"}

// parts gives what a query asks for side by side.
func (s *searcher) parts() []Expr {
	if all, ok := s.expr.(And); ok {
		return slices.Clone(all.Parts)
	}
	return []Expr{s.expr}
}

// sideBySide asks for all of some parts, of which there may be one.
func sideBySide(parts []Expr) Expr {
	if len(parts) == 1 {
		return parts[0]
	}
	return And{parts}
}

// narrowed adds a filter to the query, in place of those that it makes idle.
func (s *searcher) narrowed(f Filter) Expr {
	parts := slices.DeleteFunc(s.parts(), func(p Expr) bool {
		old, ok := p.(Filter)
		return ok && old.Field == f.Field && (slices.Contains(oneOfText, f.Field) || old.suits(f.Value))
	})
	return sideBySide(append(parts, f))
}

// asks reports whether the query asks for just this value already.
func (s *searcher) asks(f Filter) bool {
	return slices.ContainsFunc(s.parts(), func(p Expr) bool { return p.String() == f.String() })
}

// without gives the query without one of its filters.
func (s *searcher) without(f Expr) Expr {
	return sideBySide(slices.DeleteFunc(s.parts(), func(p Expr) bool { return p.String() == f.String() }))
}

// href is the address of a query; that of the empty search where nothing is left of it.
func (s *searcher) href(e Expr) string {
	if e.String() == "" {
		return "/search"
	}
	return SearchHref(e.String(), s.q.Independent, 0)
}

// narrowings tells each filter of the query with the way to take it off.
func (s *searcher) narrowings() []Narrowing {
	var list []Narrowing
	for _, p := range s.parts() {
		n := Narrowing{Href: s.href(s.without(p))}
		not, without := p.(Not)
		if without {
			p = not.Part
		}
		f, ok := p.(Filter)
		if !ok {
			continue
		}
		n.Field, n.Value, n.Without = f.Field, f.Value, without
		n.Name = s.words.Say("search.narrowed-by", "field", s.words.Term("search-field", f.Field), "value", s.wordFilter(f))
		if without {
			n.Name = s.words.Say("search.narrowed-without", "what", n.Name)
		}
		list = append(list, n)
	}
	return list
}

// wordFilter words what a filter asks for.
func (s *searcher) wordFilter(f Filter) string {
	switch f.Field {
	case "type":
		return s.wordValue(f.Field, searchKind(f.Value))
	case "date":
		if _, err := dateAsked(f.Value); err != nil {
			return f.Value
		}
	case "family":
		if _, ok := s.kin.byID[stemma.ID(f.Value)]; !ok && s.kin.articles[stemma.ID(f.Value)] == nil {
			return f.Value
		}
	}
	return s.wordValue(f.Field, f.Value)
}
