package concord

import (
	"slices"

	"stemma"
)

// backing collects who attests a statement.
type backing struct {
	texts, families           map[stemma.ID]bool
	sources, outlets, authors map[string]bool
}

func newBacking() *backing {
	return &backing{map[stemma.ID]bool{}, map[stemma.ID]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}}
}

// add notes that a text makes the statement, on the word of a named source if any.
func (b *backing) add(p *pile, text int, source string) {
	a := p.texts[text].Article
	b.texts[a.ID] = true
	b.families[p.family[a.ID]] = true
	note(b.sources, source)
	note(b.outlets, a.Outlet.Name)
	for _, by := range a.Byline {
		note(b.authors, by.Name)
	}
}

func note(set map[string]bool, name string) {
	if name != "" {
		set[name] = true
	}
}

func (b *backing) support() stemma.Support {
	return stemma.Support{
		Texts: len(b.texts), Families: len(b.families),
		Sources: ordered(b.sources), Outlets: ordered(b.outlets), Authors: ordered(b.authors),
	}
}

// ordered gives the members of a set in order.
func ordered[K ~string](set map[K]bool) []K {
	out := make([]K, 0, len(set))
	for k := range set {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
