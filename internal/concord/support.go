package concord

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
)

// backing collects who attests a statement.
type backing struct {
	texts                     map[int]bool
	families                  map[int32]bool
	sources, outlets, authors map[string]bool
	word                      map[string]bool // the named sources, each written in one way
	told                      map[int32]bool  // families that name one
}

func newBacking() *backing {
	return &backing{map[int]bool{}, map[int32]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[int32]bool{}}
}

// add notes that a text makes the statement, for the family that it counts for, on the word
// of a named source if any.
func (b *backing) add(p *pile, text int, witness int32, source string) {
	t := &p.texts[text]
	b.texts[text] = true
	b.families[witness] = true
	note(b.sources, source)
	if key := strings.Join(turned(words(source)), " "); key != "" {
		b.word[key], b.told[witness] = true, true
	}
	note(b.outlets, t.outlet)
	for _, by := range t.authors {
		note(b.authors, by)
	}
}

// voices counts on whose word the statement stands: each named source once, by however many
// families it is told, and each family that names none. Two papers that give a toll as the
// ministry gave it are two texts and one voice.
func (b *backing) voices() int {
	n := len(b.word)
	for family := range b.families {
		if !b.told[family] {
			n++
		}
	}
	return n
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

// telling is a text that makes a statement, and the family that it counts for.
type telling struct {
	text    int
	witness int32
}

// side gathers one statement's texts and families.
func side(value string, members []stemma.ID, tellings []telling) stemma.Side {
	texts, families := map[int]bool{}, map[int32]bool{}
	for _, t := range tellings {
		texts[t.text], families[t.witness] = true, true
	}
	slices.Sort(members)
	return stemma.Side{Value: value, Members: members, Texts: len(texts), Families: len(families)}
}

// ordered gives the members of a set in order.
func ordered[K cmp.Ordered](set map[K]bool) []K {
	out := make([]K, 0, len(set))
	for k := range set {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
