package pipeline

import (
	"cmp"
	"context"
	"slices"

	"stemma"
	"stemma/internal/kin"
	"stemma/internal/store"
)

// compare gives the copies and families of the pile. Texts that hang together, over however
// many passages, are a cluster; of clusters without a new text what the store holds still
// stands, and their texts are not read.
func compare(ctx context.Context, to store.Store, list []stemma.Article) ([]stemma.Copy, []stemma.Family, error) {
	covered, version, err := to.Covered(ctx)
	if err != nil {
		return nil, nil, err
	}
	if !sameSteps(version) {
		if err := to.DropSeeds(ctx); err != nil {
			return nil, nil, err
		}
	}
	texts, err := place(ctx, to, list)
	if err != nil {
		return nil, nil, err
	}
	if version != Version() {
		covered = 0
	}
	rulings, about, err := ruled(ctx, to, list)
	if err != nil {
		return nil, nil, err
	}
	all, fresh := clusters(texts, list, covered, about)
	copies, families, err := standing(ctx, to, fresh)
	if err != nil {
		return nil, nil, err
	}
	for _, ids := range all {
		articles := make([]stemma.Article, len(ids))
		for i, id := range ids {
			if articles[i], err = to.Article(ctx, id); err != nil {
				return nil, nil, err
			}
		}
		c, f := rulings.Families(articles)
		copies, families = append(copies, c...), append(families, f...)
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
	}
	slices.SortFunc(copies, func(a, b stemma.Copy) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) })
	slices.SortFunc(families, func(a, b stemma.Family) int { return cmp.Compare(a.Articles[0], b.Articles[0]) })
	return copies, families, nil
}

// clusters gives the clusters of two texts and more that must be compared, and all texts
// in them: those with a text beyond the first that are covered, or one that a ruling is
// about. Where translations may be found, between texts that share no words, all texts are
// one cluster.
func clusters(texts []store.Seeded, list []stemma.Article, covered int, about map[stemma.ID]bool) ([][]stemma.ID, map[stemma.ID]bool) {
	top := make([]int, len(texts))
	find := func(i int) int {
		for top[i] != i {
			top[i] = top[top[i]]
			i = top[i]
		}
		return i
	}
	for i, t := range texts {
		top[i] = i
		for _, m := range t.Meets {
			a, b := find(i), find(m)
			top[max(a, b)] = min(a, b)
		}
	}
	if kin.Foreign(list) {
		clear(top)
	}
	touched := make(map[int]bool)
	for i, t := range texts {
		if i >= covered || about[t.Article] {
			touched[find(i)] = true
		}
	}
	fresh := make(map[stemma.ID]bool)
	members := make(map[int][]stemma.ID)
	for i, t := range texts {
		if k := find(i); touched[k] {
			fresh[t.Article] = true
			members[k] = append(members[k], t.Article)
		}
	}
	var out [][]stemma.ID
	for i := range texts {
		if len(members[i]) > 1 {
			out = append(out, members[i])
		}
	}
	return out, fresh
}

// standing gives the copies and families that the store holds of texts that are not fresh.
func standing(ctx context.Context, from store.Reader, fresh map[stemma.ID]bool) (copies []stemma.Copy, families []stemma.Family, err error) {
	all, err := from.Copies(ctx, "")
	if err != nil {
		return nil, nil, err
	}
	for _, c := range all {
		if !fresh[c.A] && !fresh[c.B] {
			copies = append(copies, c)
		}
	}
	known, err := from.Families(ctx)
	for _, f := range known {
		if !fresh[f.Articles[0]] {
			families = append(families, f)
		}
	}
	return copies, families, err
}
