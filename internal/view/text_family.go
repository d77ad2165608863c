package view

import (
	"cmp"
	"context"
	"math"
	"slices"
	"sync"

	"stemma"
	"stemma/internal/store"
)

// kinship is who belongs to whom, for all texts of the pile.
type kinship struct {
	articles map[stemma.ID]*stemma.Article // without text
	families []stemma.Family
	of       map[stemma.ID]int   // article → index in families
	hanging  sync.Mutex          // holds what two screens may ask for at once
	hung     stemma.ID           // the family whose edges are taken down
	edges    map[stemma.ID]int   // article → index in its edges, of the one that leads to it
	byID     map[stemma.ID]int   // family → index in families
	order    []*stemma.Article   // in the order in which they appeared
	rank     map[stemma.ID]int32 // article → its place in that order
	outlets  map[string]string   // by name as a page has it, the name under which an outlet is shown
	groups   []stemma.Family     // all families and, as families of one, all other texts, in the order in which they appeared
}

// kinship gives the families of the pile.
func (s *shelf) kinship(ctx context.Context) (*kinship, error) {
	c, err := s.catalogue(ctx)
	if err != nil {
		return nil, err
	}
	return c.kinship.get(ctx, s.r, newKinship)
}

func newKinship(ctx context.Context, r store.Reader) (*kinship, error) {
	articles, err := r.Articles(ctx)
	if err != nil {
		return nil, err
	}
	families, err := r.Families(ctx)
	if err != nil {
		return nil, err
	}
	k := &kinship{articles: make(map[stemma.ID]*stemma.Article, len(articles)), families: families, of: map[stemma.ID]int{}, byID: map[stemma.ID]int{}}
	for i := range articles {
		k.articles[articles[i].ID] = &articles[i]
	}
	for i, f := range families {
		k.byID[f.ID] = i
		for _, id := range f.Articles {
			k.of[id] = i
		}
	}
	k.order = inTime(articles)
	k.rank, k.outlets = ranks(k.order), outletNames(articles)
	k.groups = k.inGroups()
	return k, nil
}

func (k *kinship) inGroups() []stemma.Family {
	type group struct {
		stemma.Family
		first stemma.ID
	}
	all := make([]group, 0, len(k.articles))
	add := func(f stemma.Family) {
		if ids := k.inOrder(f); len(ids) > 0 {
			all = append(all, group{f, ids[0]})
		}
	}
	for _, f := range k.families {
		add(f)
	}
	for id := range k.articles {
		if _, ok := k.of[id]; !ok {
			add(k.family(id))
		}
	}
	slices.SortFunc(all, func(f, g group) int { return k.compare(f.first, g.first) })
	out := make([]stemma.Family, len(all))
	for i := range all {
		out[i] = all[i].Family
	}
	return out
}

// inOrder gives the texts of a family: the first first, the others by date.
func (k *kinship) inOrder(f stemma.Family) []stemma.ID {
	var ids []stemma.ID
	for _, id := range f.Articles {
		if _, ok := k.articles[id]; ok {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, func(a, b stemma.ID) int {
		if (a == f.First) != (b == f.First) {
			if a == f.First {
				return -1
			}
			return 1
		}
		return k.compare(a, b)
	})
	return ids
}

// inTime puts texts in the order in which they appeared, then by title and ID.
func inTime(articles []stemma.Article) []*stemma.Article {
	order := make([]*stemma.Article, len(articles))
	for i := range articles {
		order[i] = &articles[i]
	}
	slices.SortFunc(order, func(a, b *stemma.Article) int {
		return cmp.Or(appeared(a).Compare(appeared(b)), cmp.Compare(a.TitleText, b.TitleText), cmp.Compare(a.ID, b.ID))
	})
	return order
}

// ranks gives each text its place in an order.
func ranks(order []*stemma.Article) map[stemma.ID]int32 {
	rank := make(map[stemma.ID]int32, len(order))
	for i, a := range order {
		rank[a.ID] = int32(i)
	}
	return rank
}

// compare orders texts by when they appeared. A text that came after the catalogue was made
// is last.
func (k *kinship) compare(a, b stemma.ID) int {
	return cmp.Or(cmp.Compare(k.place(a), k.place(b)), cmp.Compare(a, b))
}

// place gives a text's place in the order in which they appeared.
func (k *kinship) place(id stemma.ID) int32 {
	if at, ok := k.rank[id]; ok {
		return at
	}
	return math.MaxInt32
}

// parent gives the edge by which a text hangs in its family: from the first, if
// there is one, else from any other.
func (k *kinship) parent(f stemma.Family, id stemma.ID) (stemma.Edge, bool) {
	k.hanging.Lock()
	defer k.hanging.Unlock()
	if k.hung != f.ID || k.edges == nil {
		k.hung, k.edges = f.ID, make(map[stemma.ID]int, len(f.Edges))
		for i, e := range f.Edges {
			if _, there := k.edges[e.To]; !there || e.From == f.First {
				k.edges[e.To] = i
			}
		}
	}
	at, ok := k.edges[id]
	if !ok {
		return stemma.Edge{}, false
	}
	return f.Edges[at], true
}

// witness names the family of a text, or the text alone.
func (k *kinship) witness(id stemma.ID) stemma.ID { return cmp.Or(k.family(id).ID, id) }

// family gives the family of a text; a text without copies is alone in its own,
// which has no ID.
func (k *kinship) family(id stemma.ID) stemma.Family {
	if i, ok := k.of[id]; ok {
		return k.families[i]
	}
	return stemma.Family{Articles: []stemma.ID{id}, First: id}
}
