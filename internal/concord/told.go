package concord

import (
	"slices"

	"stemma"
)

// Told is one thing that a person says of whoever a mention names, in its text. Later ones
// overrule earlier ones.
type Told struct {
	Mention stemma.ID // of whom it is said
	Same    stemma.ID // a mention of the same one; "" for none
	Apart   bool      // it is nobody whom the name alone makes it, nor whom it was said to be before
	Name    string    // the name to show; "" for the one that texts give most fully
}

// hearsay is what people say, by the number of the entity that it is said of.
type hearsay struct {
	apart map[int]bool
	same  [][2]int
	named map[int]calling
}

// calling is a name to show for an entity, the last that was said of it.
type calling struct {
	said int // after how many things that people say, itself included
	name string
}

// newHearsay finds whom people speak of. What is said of a mention that is not there any more
// is passed over.
func newHearsay(c *cast, people []Told) *hearsay {
	t := &hearsay{apart: map[int]bool{}, named: map[int]calling{}}
	if len(people) == 0 {
		return t
	}
	by := bearers(c, people)
	for n, told := range people {
		i, ok := by[told.Mention]
		if !ok {
			continue
		}
		if told.Apart {
			t.apart[i] = true
			t.forget(i)
		}
		if j, ok := by[told.Same]; ok && told.Same != "" {
			t.same = append(t.same, [2]int{i, j})
		}
		if told.Name != "" {
			t.named[i] = calling{n + 1, told.Name}
		}
	}
	return t
}

// bearers gives the entities that people speak of, by the mentions by which they do.
func bearers(c *cast, people []Told) map[stemma.ID]int {
	asked := map[stemma.ID]bool{}
	for _, told := range people {
		asked[told.Mention], asked[told.Same] = true, true
	}
	by := map[stemma.ID]int{}
	for i := range c.heads {
		for _, m := range c.of(i) {
			if asked[m.id] {
				by[m.id] = i
			}
		}
	}
	return by
}

// forget drops what was said before of an entity and another one.
func (t *hearsay) forget(i int) {
	var kept [][2]int
	for _, pair := range t.same {
		if pair[0] != i && pair[1] != i {
			kept = append(kept, pair)
		}
	}
	t.same = kept
}

// unruled gives the entities that names may join, with their numbers among all.
func (t *hearsay) unruled(all []figurehead) (open []figurehead, of []int) {
	if len(t.apart) == 0 {
		return all, nil
	}
	for i, f := range all {
		if !t.apart[i] {
			open, of = append(open, f), append(of, i)
		}
	}
	return open, of
}

// apartLast puts groups of those who stand apart behind the others, so that an ID made of a
// name stays with those whom the name alone makes one.
func (t *hearsay) apartLast(groups [][]int) [][]int {
	if len(t.apart) == 0 {
		return groups
	}
	named := func(group []int) bool { return slices.ContainsFunc(group, func(i int) bool { return !t.apart[i] }) }
	slices.SortStableFunc(groups, func(a, b []int) int {
		switch x, y := named(a), named(b); {
		case x == y:
			return 0
		case x:
			return -1
		}
		return 1
	})
	return groups
}

// join makes one of those that people say are one.
func (t *hearsay) join(u union) {
	for _, pair := range t.same {
		u.join(pair[0], pair[1])
	}
}

// name gives the name that a person wants to see for a group of entities, the latest one said
// of any of them; "" for none. The ID, made of what texts call it, stays.
func (t *hearsay) name(group []int) string {
	var last calling
	for _, i := range group {
		if c := t.named[i]; c.said > last.said {
			last = c
		}
	}
	return last.name
}
