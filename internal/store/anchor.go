package store

import (
	"context"
	"errors"

	"stemma"
)

// Anchored gives the article that an anchor names now: the one that holds its words on
// their page. It reports false where the page is gone, or the words, or no article holds
// them any more.
func Anchored(ctx context.Context, from Reader, a stemma.Anchor, articles []stemma.Article) (stemma.ID, bool, error) {
	p, err := from.Page(ctx, a.Page)
	if errors.Is(err, stemma.ErrNotFound) {
		return "", false, nil
	}
	if err != nil {
		return "", false, err
	}
	at, found := a.Find(p.Text)
	if !found {
		return "", false, nil
	}
	best, overlap := stemma.ID(""), 0
	for i := range articles {
		x := &articles[i]
		if x.Page != a.Page {
			continue
		}
		whole, err := from.Article(ctx, x.ID)
		if err != nil {
			return "", false, err
		}
		if n := min(at.End, whole.Start+len(whole.Text)) - max(at.Start, whole.Start); n > overlap {
			best, overlap = x.ID, n
		}
	}
	return best, best != "", nil
}
