package viewtest

import (
	"fmt"
	"slices"

	"stemma"
	"stemma/internal/store"
)

// Copies gives a pile of one family: n texts, all copies of the first of them.
func Copies(n int) store.Reader {
	var drafts []*draft
	f := stemma.Family{ID: "y-many"}
	for i := range n {
		d := newDraft(fmt.Sprintf("copy-%03d.txt", i), fmt.Sprint("Paper ", i), "", "2021-03-05", "en", fmt.Sprintf("The dyke holds\n\nNobody was hurt, said paper %d.", i))
		drafts, f.Articles = append(drafts, d), append(f.Articles, d.article.ID)
	}
	f.First = f.Articles[0]
	for _, id := range f.Articles[1:] {
		f.Edges = append(f.Edges, stemma.Edge{From: f.First, To: id, Relation: stemma.Reprint, Certainty: "high"})
	}
	slices.Sort(f.Articles)
	return keep(drafts, nil, nil, []stemma.Family{f}, stemma.Lineup{})
}
