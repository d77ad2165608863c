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
	word                      map[string][]int32 // source → the families that go by its word
}

func newBacking() *backing {
	return &backing{map[int]bool{}, map[int32]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string][]int32{}}
}

// add notes that a text makes the statement, for the family that it counts for, on the word
// of a named source if any.
func (b *backing) add(p *pile, text int, witness int32, source string) {
	t := &p.texts[text]
	b.texts[text] = true
	b.families[witness] = true
	note(b.sources, source)
	if key := strings.Join(turned(words(source)), " "); key != "" {
		b.word[key] = append(b.word[key], witness)
	}
	note(b.outlets, t.outlet)
	for _, by := range t.authors {
		note(b.authors, by)
	}
}

// voices counts the families, those once that go by the word of one named source: two papers
// that give a toll as the ministry gave it are two texts and one voice. Who names no source
// stands for itself; who names two is no other voice than those that name one of them.
func (b *backing) voices() int {
	families := ordered(b.families)
	u := newUnion(len(families))
	for _, of := range b.word {
		first, _ := slices.BinarySearch(families, of[0])
		for _, f := range of[1:] {
			i, _ := slices.BinarySearch(families, f)
			u.join(first, i)
		}
	}
	return len(u.groups(1))
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
