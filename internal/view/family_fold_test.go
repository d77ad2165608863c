package view

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"stemma"
)

// Whatever the tree: few rows show or fold each text once, behind what it was made from, and
// through the folds each can be reached.
func TestFoldsHoldEveryText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 900).Draw(t, "texts")
		k := &kinship{articles: map[stemma.ID]*stemma.Article{}}
		f := stemma.Family{ID: "f"}
		far := rapid.IntRange(1, n).Draw(t, "how far sources lie")
		seed := rapid.IntRange(1, 1000).Draw(t, "seed")
		for i := range n {
			id := stemma.ID(fmt.Sprintf("a%03d", i))
			f.Articles = append(f.Articles, id)
			k.articles[id] = &stemma.Article{ID: id}
			if i > 0 {
				seed = seed * 7919 % 104729
				from := max(0, i-1-seed%far)
				f.Edges = append(f.Edges, stemma.Edge{From: f.Articles[from], To: id, Relation: [...]string{stemma.Reprint, stemma.Edited}[seed%2]})
			}
		}
		w := newFolder(english, k, f)
		seen := map[stemma.ID]bool{}
		var walk func(part FamilyPart, steps int)
		walk = func(part FamilyPart, steps int) {
			rows, sum := w.layout(part), 0
			if steps > n || len(rows) > 6*(foldBranch+1)+2*foldPage {
				t.Fatalf("%d rows after %d steps", len(rows), steps)
			}
			for i, r := range rows {
				if r.parent >= i || r.parent >= 0 && rows[r.parent].fold != nil {
					t.Fatalf("row %d stands below row %d", i, r.parent)
				}
				if r.fold == nil {
					seen[r.id], sum = true, sum+1
					continue
				}
				sum += r.fold.Texts
				walk(r.part, steps+1)
			}
			if part.Of == "" && sum != n {
				t.Fatalf("%d texts shown or folded of %d", sum, n)
			}
		}
		walk(FamilyPart{}, 0)
		if len(seen) != n {
			t.Fatalf("%d of %d texts can be reached", len(seen), n)
		}
	})
}
