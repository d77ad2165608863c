package view

import (
	"cmp"
	"slices"

	"stemma"
	"stemma/internal/store"
)

// inOrder puts hits in the order of their texts, then of their places.
func (s *searcher) inOrder(hits []store.Hit) {
	type placed struct {
		text int32
		hit  store.Hit
	}
	list := make([]placed, len(hits))
	for i, h := range hits {
		list[i] = placed{s.kin.place(h.Article), h}
		if i > 0 && hits[i-1].Article == h.Article {
			list[i].text = list[i-1].text
		}
	}
	slices.SortFunc(list, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.text, b.text), cmp.Compare(a.hit.Article, b.hit.Article), cmp.Compare(a.hit.Sentence.Start, b.hit.Sentence.Start))
	})
	for i := range list {
		hits[i] = list[i].hit
	}
}

// independent keeps the sentences of one text per family: the first of it that has any.
func (s *searcher) independent(hits []store.Hit) []store.Hit {
	first, witness := map[stemma.ID]stemma.ID{}, map[stemma.ID]stemma.ID{} // family → text; text → family
	for _, h := range hits {
		id := h.Article
		if _, known := witness[id]; known {
			continue
		}
		f := s.kin.family(id)
		w := cmp.Or(f.ID, id)
		witness[id] = w
		if old, ok := first[w]; !ok || id == f.First || old != f.First && s.kin.compare(id, old) < 0 {
			first[w] = id
		}
	}
	return slices.DeleteFunc(hits, func(h store.Hit) bool { return first[witness[h.Article]] != h.Article })
}
